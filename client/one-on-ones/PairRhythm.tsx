import { Text, makeStyles, tokens } from '@fluentui/react-components'
import { Suspense, useState } from 'react'
import type { OneOnOnes } from '../../server/contract/one-on-ones.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import { planning } from '../lib/texts/planning.ts'
import { AgreedRhythm } from './AgreedRhythm.tsx'

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS, marginTop: tokens.spacingVerticalXS },
})

/** How often the two agreed to talk, whether that is kept, and planning the next one where it is not. */
export function PairRhythm(props: { one: OneOnOnes['pairs'][number]; onChanged: () => void }) {
  const { language, PlanNext } = useSurroundings()
  const words = planning[language]
  const styles = useStyles()
  const { pair, rhythm, next } = props.one
  const other = pair[pair.myRole === 'coach' ? 'employee' : 'coach'].name
  // Who has just planned reads when it will be, also when nothing needs planning any more.
  const [planned, setPlanned] = useState(false)
  const slipping = rhythm.state === 'slipping'
  const offered = slipping || next === null
  return (
    <div className={styles.root}>
      {rhythm.agreed.everyWeeks !== null && (
        <Text size={200}>
          {`${words.everyWeeks(rhythm.agreed.everyWeeks)}. ${words.state[rhythm.state]}`}
        </Text>
      )}
      <AgreedRhythm pair={pair} agreed={rhythm.agreed} onChanged={props.onChanged} />
      {offered && !planned && <Text size={200}>{words.offer[slipping ? 'slipping' : 'open'](other)}</Text>}
      {(offered || planned) && (
        <Suspense fallback={null}>
          <PlanNext
            pairId={pair.id}
            otherName={other}
            onPlanned={() => {
              setPlanned(true)
              props.onChanged()
            }}
          />
        </Suspense>
      )}
    </div>
  )
}
