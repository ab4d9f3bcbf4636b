import { useEffect } from 'react'
import { getPairs } from '../../server/contract/pair.ts'
import { Notice } from '../components/Notice.tsx'
import { Loading } from '../components/Waiting.tsx'
import type { Host } from '../hosts/host.ts'
import { useTexts } from '../lib/app-context.tsx'
import { useQuery } from '../lib/query.ts'
import { commonTexts } from '../lib/texts.ts'
import { ReviewScreen } from './ReviewScreen.tsx'
import { reviewTexts } from './texts.ts'

/** The review packs of a pair that an address names. */
export function ReviewPage({ host, pairId }: { host: Host; pairId: string }) {
  const common = useTexts(commonTexts)
  const words = useTexts(reviewTexts)
  const { data, failure, reload } = useQuery(getPairs, {})
  const isAnswered = data !== null || failure !== null
  useEffect(() => {
    if (isAnswered) host.ready()
  }, [isAnswered, host])
  const pair = data?.find(({ id }) => id === pairId)
  if (pair) return <ReviewScreen pair={pair} />
  if (failure) return <Notice {...failure} action={{ name: common.retry, run: () => void reload() }} />
  return data ? <Notice {...words.noPair} /> : <Loading />
}
