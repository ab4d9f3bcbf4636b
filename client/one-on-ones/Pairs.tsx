import { Text, makeStyles, tokens } from '@fluentui/react-components'
import { lazy, Suspense } from 'react'
import type { OneOnOnes, Rhythm } from '../../server/contract/one-on-ones.ts'
import type { Pair } from '../../server/contract/pair.ts'
import { momentInWords } from '../lib/dates.ts'
import { patiently } from '../lib/patiently.ts'
import { otherOf } from '../lib/pair.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import type { Texts } from '../lib/texts/nl.ts'
import { waitingWords } from '../lib/waiting-words.ts'
import { Section } from './Section.tsx'

const PairRhythm = lazy(() =>
  patiently(() => import('./PairRhythm.tsx')).then((one) => ({ default: one.PairRhythm })),
)
const PairHistory = lazy(() =>
  patiently(() => import('./PairHistory.tsx')).then((one) => ({ default: one.PairHistory })),
)

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2, display: 'block' } })

/** How each of my pairs is doing: the next talk, the rhythm, and what still waits to be in an invite. */
export function Pairs(props: {
  overview: OneOnOnes
  onChanged: () => void
  onOpen: (conversationId: string) => void
  onReview: (pair: Pair) => void
}) {
  const { overview, onChanged, ...history } = props
  const { texts, language } = useSurroundings()
  const styles = useStyles()
  return (
    <Section title={texts.list.pairs} empty={texts.list.noPairs}>
      {overview.pairs.map((one) => {
        const { pair, next, waiting, rhythm } = one
        const other = otherOf(pair).name
        return (
          <li key={pair.id}>
            <Text weight="semibold">{other}</Text>
            <Text size={200} className={styles.quiet}>
              {texts.list.withRole[pair.myRole]}
            </Text>
            <Text size={200} className={styles.quiet}>
              {next ? texts.list.nextTalk(momentInWords(next.start, language, undefined)) : texts.list.noNext}
            </Text>
            {rhythm.agreed.everyWeeks === null && (
              <Text size={200} className={styles.quiet}>
                {rhythmWords(rhythm, texts)}
              </Text>
            )}
            {waiting?.reason && (
              <Text size={200} block>
                {`${texts.finish.waiting}: ${waitingWords(texts, waiting.reason, other)}`}
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

function rhythmWords({ state, everyDays }: Rhythm, texts: Texts): string {
  const words = texts.list.rhythm
  return state === 'new' || everyDays === null ? words.new : words[state](everyDays)
}
