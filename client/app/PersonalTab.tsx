import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ChevronLeftRegular } from '@fluentui/react-icons'
import { Suspense, useCallback, useEffect, useState, type CSSProperties } from 'react'
import type { Pair } from '../../server/contract/pair.ts'
import { Waiting } from '../components/Waiting.tsx'
import { Panel } from '../conversation/Panel.tsx'
import type { Asked } from '../conversation/useOpened.ts'
import type { Host } from '../hosts/host.ts'
import { lazyNamed } from '../lib/load-part.ts'
import { useTexts } from '../lib/app-context.tsx'
import { OneOnOnes } from '../one-on-ones/OneOnOnes.tsx'
import { commonTexts } from '../lib/texts.ts'
import { listTexts } from '../one-on-ones/texts.ts'
import { appTexts } from './texts.ts'

const ReviewScreen = lazyNamed(() => import('../review/ReviewScreen.tsx'), 'ReviewScreen')

const useStyles = makeStyles({
  back: { height: '32px', padding: tokens.spacingVerticalXS, '@media print': { display: 'none' } },
})

/** The way back stands above the conversation, which fills the rest of the window. */
const belowBack = { '--groei-above': '40px' } as CSSProperties

/** My 1-on-1s, and one layer down the conversation or the review pack that was chosen, with a way back. */
export function PersonalTab({ host }: { host: Host }) {
  const common = useTexts(commonTexts)
  const { title } = useTexts(listTexts)
  const words = useTexts(appTexts)
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
  if (chosen === 'asking') return <Waiting words={common.loading} />
  if (!chosen && !reviewed) return <OneOnOnes host={host} onOpen={setChosen} onReview={setReviewed} />
  const back = () => {
    setChosen(null)
    setReviewed(null)
  }
  return (
    <>
      <nav aria-label={title} className={styles.back}>
        <Button appearance="subtle" icon={<ChevronLeftRegular />} onClick={back}>
          {words.back}
        </Button>
      </nav>
      {reviewed ? (
        <Suspense fallback={<Waiting words={common.loading} />}>
          <ReviewScreen pair={reviewed} />
        </Suspense>
      ) : (
        <div style={belowBack}>
          <Panel host={host} asked={asked} />
        </div>
      )}
    </>
  )
}
