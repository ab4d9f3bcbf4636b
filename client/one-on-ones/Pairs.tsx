import { Text } from '@fluentui/react-components'
import { Suspense } from 'react'
import type { OneOnOnes, Rhythm } from '../../server/contract/one-on-ones.ts'
import type { Pair } from '../../server/contract/pair.ts'
import { Quiet } from '../components/basics.tsx'
import { momentInWords } from '../lib/dates.ts'
import { lazyNamed } from '../lib/load-part.ts'
import { otherOf } from '../lib/pair.ts'
import { useAppContext, useTexts } from '../lib/app-context.tsx'
import { Section } from './Section.tsx'
import { listTexts } from './texts.ts'
import { waitingTexts } from '../../server/contract/shared-texts.ts'

const PairRhythm = lazyNamed(() => import('./PairRhythm.tsx'), 'PairRhythm')
const PairHistory = lazyNamed(() => import('./PairHistory.tsx'), 'PairHistory')

/** How each of my pairs is doing: the next conversation, the rhythm, and what still waits to be in an invite. */
export function Pairs(props: {
  overview: OneOnOnes
  onChanged: () => void
  onOpen: (conversationId: string) => void
  onReview: (pair: Pair) => void
}) {
  const { overview, onChanged, ...history } = props
  const { language } = useAppContext()
  const words = useTexts(listTexts)
  const { title, reasons } = useTexts(waitingTexts)
  return (
    <Section title={words.pairs} empty={words.noPairs}>
      {overview.pairs.map((one) => {
        const { pair, next, waiting, rhythm } = one
        const other = otherOf(pair).name
        return (
          <li key={pair.id}>
            <Text weight="semibold">{other}</Text>
            <Quiet>{words.withRole[pair.myRole]}</Quiet>
            <Quiet>
              {next ? words.nextConversation(momentInWords(next.start, language, undefined)) : words.noNext}
            </Quiet>
            {rhythm.agreed.everyWeeks === null && <Quiet>{rhythmWords(rhythm, words.rhythm)}</Quiet>}
            {waiting?.reason && (
              <Text size={200} block>
                {`${title}: ${reasons[waiting.reason](other)}`}
              </Text>
            )}
            <Suspense fallback={null}>
              <PairRhythm one={one} onChanged={onChanged} />
              <PairHistory pair={pair} {...history} />
            </Suspense>
          </li>
        )
      })}
    </Section>
  )
}

type RhythmWords = (typeof listTexts)['nl']['rhythm']
function rhythmWords({ state, everyDays }: Rhythm, words: RhythmWords): string {
  return state === 'new' || everyDays === null ? words.new : words[state](everyDays)
}
