import { Text, makeStyles, tokens } from '@fluentui/react-components'
import type { Pair } from '../../server/contract/pair.ts'
import { dayOf, dayInWords } from '../lib/dates.ts'
import { otherOf } from '../lib/pair.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import { pastTalks } from '../lib/texts/past-talks.ts'
import { privacy } from '../lib/texts/privacy.ts'
import { PairHistory } from './PairHistory.tsx'
import { Section } from './Section.tsx'

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2, display: 'block' } })

/** The pairs that ended: what they had is there to read, until retention or a deletion takes it. */
export function EndedPairs(props: {
  pairs: Pair[]
  onOpen: (conversationId: string) => void
  onReview: (pair: Pair) => void
}) {
  const { pairs, ...history } = props
  const { texts, language } = useSurroundings()
  const words = privacy[language]
  const styles = useStyles()
  const day = (instant: string) => dayInWords(dayOf(instant, undefined), language)
  return (
    <Section title={pastTalks[language].endedPairs}>
      {pairs.map((pair) => (
        <li key={pair.id}>
          <Text weight="semibold">{otherOf(pair).name}</Text>
          <Text size={200} className={styles.quiet}>
            {texts.list.withRole[pair.myRole]}
          </Text>
          {pair.ended && (
            <Text size={200} block>
              {words.ended(day(pair.ended))}
            </Text>
          )}
          {pair.goesOn && (
            <Text size={200} block>
              {words.goesOn(day(pair.goesOn))}
            </Text>
          )}
          <PairHistory pair={pair} {...history} />
        </li>
      ))}
    </Section>
  )
}
