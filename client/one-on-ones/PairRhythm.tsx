import { Text, makeStyles, tokens } from '@fluentui/react-components'
import { Suspense, useEffect, useState } from 'react'
import type { OneOnOnes } from '../../server/contract/one-on-ones.ts'
import { otherOf } from '../lib/pair.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import { planning } from '../lib/texts/planning.ts'
import { AgreedRhythm } from './AgreedRhythm.tsx'

/** What waited for a next talk goes into it in a moment: how often that is looked at, and how long between two. */
const looks = { most: 5, pause: 2000 }

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS, marginTop: tokens.spacingVerticalXS },
})

/** How often the two agreed to talk, whether that is kept, and planning the next one where it is not. */
export function PairRhythm(props: { one: OneOnOnes['pairs'][number]; onChanged: () => void }) {
  const { language, PlanNext } = useSurroundings()
  const words = planning[language]
  const styles = useStyles()
  const { pair, rhythm, next, waiting } = props.one
  const { onChanged } = props
  const other = otherOf(pair).name
  // Who has just planned reads when it will be, also when nothing needs planning any more.
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
        <Text size={200}>
          {`${words.everyWeeks(rhythm.agreed.everyWeeks)}. ${words.state[rhythm.state]}`}
        </Text>
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
