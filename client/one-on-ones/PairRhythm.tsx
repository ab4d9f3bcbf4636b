import { Text, makeStyles, tokens } from '@fluentui/react-components'
import { Suspense, useEffect, useState } from 'react'
import type { OneOnOnes } from '../../server/contract/one-on-ones.ts'
import { otherOf } from '../lib/pair.ts'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { AgreedRhythm } from './AgreedRhythm.tsx'
import { commonTexts } from '../lib/texts.ts'
import { rhythmTexts } from './rhythm-texts.ts'

/** A section that waited for a next conversation goes into its invite in a moment: how often to look, and the pause. */
const looks = { most: 5, pause: 2000 }

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS, marginTop: tokens.spacingVerticalXS },
})

/** How often the two agreed to talk, whether that is kept, and planning the next one where it is not. */
export function PairRhythm(props: { one: OneOnOnes['pairs'][number]; onChanged: () => void }) {
  const { PlanNext } = useAppContext()
  const words = useTexts(rhythmTexts)
  const { everyWeeks } = useTexts(commonTexts)
  const styles = useStyles()
  const { pair, rhythm, next, waiting } = props.one
  const { onChanged } = props
  const other = otherOf(pair).name
  // A person who has just planned reads when it will be, also when nothing needs planning any more.
  const [planned, setPlanned] = useState(false)
  const [looked, setLooked] = useState(0)
  const { reason } = waiting ?? {}
  const awaited = planned && (reason === 'no-next-meeting' || reason === 'queued') && looked < looks.most
  useEffect(() => {
    if (!awaited) return
    const timer = setTimeout(() => {
      setLooked(looked + 1)
      onChanged()
    }, looks.pause)
    return () => clearTimeout(timer)
  }, [awaited, looked, onChanged])
  const slipping = rhythm.state === 'slipping'
  const offered = slipping || next === null
  return (
    <div className={styles.root}>
      {rhythm.agreed.everyWeeks !== null && (
        <Text size={200}>{`${everyWeeks(rhythm.agreed.everyWeeks)}. ${words.state[rhythm.state]}`}</Text>
      )}
      <AgreedRhythm pair={pair} agreed={rhythm.agreed} onChanged={onChanged} />
      {offered && !planned && <Text size={200}>{words.offer[slipping ? 'slipping' : 'open'](other)}</Text>}
      {(offered || planned) && (
        <Suspense fallback={null}>
          <PlanNext
            pairId={pair.id}
            otherName={other}
            onPlanned={() => {
              setPlanned(true)
              onChanged()
            }}
          />
        </Suspense>
      )}
    </div>
  )
}
