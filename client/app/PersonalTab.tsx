import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ChevronLeftRegular } from '@fluentui/react-icons'
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import type { Pair } from '../../server/contract/pair.ts'
import { Waiting } from '../components/Waiting.tsx'
import { Panel } from '../conversation/Panel.tsx'
import type { Asked } from '../conversation/useOpened.ts'
import type { Host } from '../hosts/host.ts'
import { patiently } from '../lib/patiently.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import { OneOnOnes } from '../one-on-ones/OneOnOnes.tsx'

const ReviewScreen = lazy(() =>
  patiently(() => import('../review/ReviewScreen.tsx')).then((one) => ({ default: one.ReviewScreen })),
)

const useStyles = makeStyles({
  back: { padding: tokens.spacingVerticalXS, '@media print': { display: 'none' } },
})

/** My 1-on-1s, and one layer down the conversation or the review pack that was chosen, with a way back. */
export function PersonalTab({ host }: { host: Host }) {
  const { texts } = useSurroundings()
  const styles = useStyles()
  const [chosen, setChosen] = useState<Asked | null | 'asking'>('asking')
  const [reviewed, setReviewed] = useState<Pair | null>(null)
  const asked = useCallback(
    () => Promise.resolve(chosen && chosen !== 'asking' ? chosen : ('none' as const)),
    [chosen],
  )
  useEffect(() => {
    void host.meeting().then((linked) => setChosen(typeof linked === 'string' ? null : linked))
  }, [host])
  if (chosen === 'asking') return <Waiting words={texts.loading} />
  if (!chosen && !reviewed) return <OneOnOnes host={host} onOpen={setChosen} onReview={setReviewed} />
  const back = () => {
    setChosen(null)
    setReviewed(null)
  }
  return (
    <>
      <nav aria-label={texts.list.title} className={styles.back}>
        <Button appearance="subtle" icon={<ChevronLeftRegular />} onClick={back}>
          {texts.list.back}
        </Button>
      </nav>
      {reviewed ? (
        <Suspense fallback={<Waiting words={texts.loading} />}>
          <ReviewScreen pair={reviewed} />
        </Suspense>
      ) : (
        <Panel host={host} asked={asked} />
      )}
    </>
  )
}
