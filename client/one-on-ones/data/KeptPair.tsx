import { Text, makeStyles, tokens } from '@fluentui/react-components'
import type { PairData, TalkData } from '../../../server/contract/my-data.ts'
import { dayInWords, momentInWords } from '../../lib/dates.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { myData } from '../../lib/texts/my-data.ts'
import { Unfold } from './Unfold.tsx'
import { aboutLines, reviewLines } from './pair-lines.ts'
import { saidLines, type Line } from './said-lines.ts'

const useStyles = makeStyles({
  root: { width: '100%' },
  heading: { margin: `${tokens.spacingVerticalS} 0 0` },
})

/** What is kept of one pair: its talks and commitments, each to unfold. */
export function KeptPair({ kept }: { kept: PairData }) {
  const { language } = useSurroundings()
  const words = myData[language]
  const styles = useStyles()
  const { pair, members, talks, commitments } = kept
  const other = members.find(({ role }) => role !== pair.myRole)
  return (
    <div className={styles.root}>
      <Text as="h3" size={300} weight="semibold" block className={styles.heading}>
        {other?.name}
      </Text>
      <Text size={200} block>
        {other?.address}
      </Text>
      <Unfold title={words.aboutPair} lines={aboutLines(kept, language)} />
      {talks.map((talk) => (
        <Unfold
          key={talk.start + talk.subject}
          title={words.talk(momentInWords(talk.start, language, undefined), talk.subject)}
          lines={linesOf(talk, other?.name ?? '', language)}
        />
      ))}
      {commitments.length > 0 && (
        <Unfold
          title={words.commitments}
          lines={commitments.map(({ owner, what, firstStep, due }) => ({
            label: pair[owner].name,
            text: [what, firstStep, due && words.dueOn(dayInWords(due, language))].filter(Boolean).join('\n'),
          }))}
        />
      )}
      {kept.reviews.map((one) => (
        <Unfold
          key={one.from + one.to}
          title={words.reviews(dayInWords(one.from, language), dayInWords(one.to, language))}
          lines={reviewLines(one, pair)}
        />
      ))}
    </div>
  )
}

function linesOf(talk: TalkData, other: string, language: 'nl' | 'en'): Line[] {
  const words = myData[language]
  const { myNotes, myPreparation, theirPreparation, notes } = talk
  const prepared = (label: string, one: typeof theirPreparation): Line[] =>
    one
      ? [{ label, text: one.unreadable ? words.unreadable : [...one.topics, one.note].join('\n').trim() }]
      : []
  const mine =
    myPreparation?.shared === false ? `${words.myPreparation} (${words.draft})` : words.myPreparation
  return [
    ...notes.map(({ title, text }) => ({ label: title[language], text })),
    ...prepared(mine, myPreparation),
    ...prepared(words.theirPreparation(other), theirPreparation),
    ...(myNotes
      ? [{ label: words.myNotes, text: myNotes.unreadable ? words.unreadable : myNotes.text }]
      : []),
    ...saidLines(talk, other, language),
  ]
}
