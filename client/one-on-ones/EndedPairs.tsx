import { Text } from '@fluentui/react-components'
import type { Pair } from '../../server/contract/pair.ts'
import { Quiet } from '../components/basics.tsx'
import { dayOfInstantInWords } from '../lib/dates.ts'
import { otherOf } from '../lib/pair.ts'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { PairHistory } from './PairHistory.tsx'
import { Section } from './Section.tsx'
import { privacyTexts } from '../lib/privacy-texts.ts'
import { historyTexts } from './history-texts.ts'
import { listTexts } from './texts.ts'

/** The pairs that ended: what they had is there to read, until retention or a deletion takes it. */
export function EndedPairs(props: {
  pairs: Pair[]
  onOpen: (conversationId: string) => void
  onReview: (pair: Pair) => void
}) {
  const { pairs, ...history } = props
  const { language } = useAppContext()
  const { endedPairs } = useTexts(historyTexts)
  const list = useTexts(listTexts)
  const words = useTexts(privacyTexts)
  const day = (instant: string) => dayOfInstantInWords(instant, language, undefined)
  return (
    <Section title={endedPairs}>
      {pairs.map((pair) => (
        <li key={pair.id}>
          <Text weight="semibold">{otherOf(pair).name}</Text>
          <Quiet>{list.withRole[pair.myRole]}</Quiet>
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
