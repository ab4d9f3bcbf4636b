import { Text } from '@fluentui/react-components'
import { useEffect, useState, type ReactNode } from 'react'
import { getOneOnOnes, type OneOnOnes } from '../../server/contract/one-on-ones.ts'
import { Notice } from '../components/Notice.tsx'
import { Loading } from '../components/Waiting.tsx'
import { prompted, type Host, type SignInFailed } from '../hosts/host.ts'
import { retryOf, signInWords } from '../hosts/sign-in-words.ts'
import { inWords, type Failure } from '../lib/api.ts'
import { useAppContext } from '../lib/app-context.tsx'
import { useQuery } from '../lib/query.ts'

/**
 * My 1-on-1s as the pages need them, or why they cannot be had.
 * @param again they are read again when it changes
 */
export function Overview(props: {
  host: Host
  again: string
  children: (overview: OneOnOnes, reload: () => void) => ReactNode
}) {
  const { host, again, children } = props
  const { data: overview, failure, reload } = useQuery(getOneOnOnes, {}, { again })
  const isAnswered = overview !== null || failure !== null
  useEffect(() => {
    if (isAnswered) host.ready()
  }, [isAnswered, host])
  if (!overview) return failure ? <Refused failure={failure} host={host} onRetry={reload} /> : <Loading />
  return (
    <>
      {/* The earlier answer stays when a new one cannot be read. */}
      {failure && <Text role="status">{inWords(failure)}</Text>}
      {children(overview, () => void reload())}
    </>
  )
}

/** Why there is no list, and what can be done about it: signing in, consenting, or trying again. */
function Refused(props: { failure: Failure; host: Host; onRetry: () => Promise<void> }) {
  const { language } = useAppContext()
  const [refused, setRefused] = useState<SignInFailed | null>(null)
  const { failure, host, onRetry } = props
  const said = refused && signInWords(refused, host.otherAccount(), language)
  const { action: name, asks, consent } = retryOf(failure, language)
  const retry = async () => {
    const wanted = { consent, claims: failure.claims }
    if ((said?.asks ?? asks) && !(await prompted(host, wanted, setRefused))) return
    setRefused(null)
    await onRetry()
  }
  const { title, detail, small, action } = said ?? { ...failure, small: undefined, action: name }
  return (
    <Notice title={title} detail={detail} small={small} action={{ name: action, run: () => void retry() }} />
  )
}
