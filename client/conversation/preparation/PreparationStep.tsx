import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import type { Conversation } from '../../../server/contract/conversation.ts'
import type { Step } from '../../../server/contract/template.ts'
import { otherOf } from '../../lib/pair.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { momentInWords } from '../../lib/dates.ts'
import { handedOver } from '../../lib/texts/handed-over.ts'
import { privacy } from '../../lib/texts/privacy.ts'
import { CommitmentLines } from '../commitments/CommitmentLines.tsx'
import { LastTime } from './LastTime.tsx'
import { PreparationForm } from './PreparationForm.tsx'
import { StepQuestions } from '../questions/StepQuestions.tsx'
import type { Fresh } from '../useFresh.ts'

const useStyles = makeStyles({
  section: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  heading: { margin: 0 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  text: { whiteSpace: 'pre-wrap' },
})

/** Before the talk: what is open, what was said last time, what each brings, and questions to think about. */
export function PreparationStep(props: {
  step: Step
  conversation: Conversation
  fresh: Fresh
  onGo: (stepId: string) => void
}) {
  const { texts, language } = useSurroundings()
  const styles = useStyles()
  const words = texts.preparation
  const { step, conversation, fresh, onGo } = props
  const { pair, followUps, template, preparation } = conversation
  const open = followUps.filter((one) => one.status === 'open')
  const followUp = template.steps.find((one) => one.kind === 'follow-up')
  const other = otherOf(pair).name
  const { theirs } = preparation
  const heading = (text: string) => (
    <Text as="h2" size={400} weight="semibold" className={styles.heading}>
      {text}
    </Text>
  )
  return (
    <>
      {conversation.preparedFor && (
        <Text role="note">
          {handedOver[language].from(momentInWords(conversation.preparedFor, language, undefined))}
        </Text>
      )}
      <section className={styles.section} aria-label={words.open}>
        {heading(words.open)}
        {open.length === 0 && <Text>{texts.followUp.none}</Text>}
        {open.map((one) => (
          <CommitmentLines key={one.id} commitment={{ ...one, owner: pair[one.owner].name }} heading />
        ))}
        {followUp && open.length > 0 && <Button onClick={() => onGo(followUp.id)}>{words.toFollowUp}</Button>}
      </section>
      <LastTime conversationId={conversation.id} />
      <section className={styles.section} aria-label={words.from(other)}>
        {heading(words.from(other))}
        {!theirs && <Text>{words.nothingYet(other)}</Text>}
        {theirs?.unreadable && <Text>{privacy[language].unreadableTheirs}</Text>}
        {theirs && theirs.topics.length > 0 && (
          <ul className={styles.list}>
            {theirs.topics.map((topic, at) => (
              <li key={`${at} ${topic}`}>
                <Text>{topic}</Text>
              </li>
            ))}
          </ul>
        )}
        {theirs?.note && <Text className={styles.text}>{theirs.note}</Text>}
      </section>
      <section className={styles.section} style={{ justifyItems: 'stretch' }} aria-label={words.mine}>
        {heading(words.mine)}
        <PreparationForm conversation={conversation} other={other} fresh={fresh} />
      </section>
      <StepQuestions step={step} conversation={conversation} heading={words.think} />
    </>
  )
}
