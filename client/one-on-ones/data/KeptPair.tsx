import { Text, makeStyles, tokens } from '@fluentui/react-components'
import type { PairData, ConversationData } from '../../../server/contract/my-data.ts'
import { dayInWords, momentInWords } from '../../lib/dates.ts'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { Unfold } from './Unfold.tsx'
import { aboutLines, reviewLines } from './pair-lines.ts'
import { saidLines, type Line } from './said-lines.ts'
import { myDataTexts } from './texts.ts'

const useStyles = makeStyles({
  root: { width: '100%' },
  heading: { margin: `${tokens.spacingVerticalS} 0 0` },
})

/** The data of one pair: its conversations and commitments, each to unfold. */
export function KeptPair({ kept }: { kept: PairData }) {
  const { language } = useAppContext()
  const words = useTexts(myDataTexts)
  const styles = useStyles()
  const { pair, members, conversations, commitments } = kept
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
      {conversations.map((conversation) => (
        <Unfold
          key={conversation.start + conversation.subject}
          title={words.conversation(
            momentInWords(conversation.start, language, undefined),
            conversation.subject,
          )}
          lines={linesOf(conversation, other?.name ?? '', language)}
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

function linesOf(conversation: ConversationData, other: string, language: 'nl' | 'en'): Line[] {
  const words = myDataTexts[language]
  const { myNotes, myPreparation, theirPreparation, notes } = conversation
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
    ...saidLines(conversation, other, language),
  ]
}
