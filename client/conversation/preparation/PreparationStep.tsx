import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import type { Conversation } from '../../../server/contract/conversation.ts'
import type { Step } from '../../../server/contract/template.ts'
import { Bullets, Heading } from '../../components/basics.tsx'
import { dayInWords, momentInWords } from '../../lib/dates.ts'
import { firstName } from '../../../server/contract/first-name.ts'
import { otherOf } from '../../lib/pair.ts'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { privacyTexts } from '../../lib/privacy-texts.ts'
import { StepQuestions } from '../questions/StepQuestions.tsx'
import type { Fresh } from '../useFresh.ts'
import { LastTime } from './LastTime.tsx'
import { PreparationForm } from './PreparationForm.tsx'
import { preparationTexts } from './texts.ts'

const useStyles = makeStyles({
  section: { display: 'grid', gap: tokens.spacingVerticalXS, justifyItems: 'stretch' },
  text: { whiteSpace: 'pre-wrap' },
  open: { justifyContent: 'flex-start', textAlign: 'start', fontWeight: 'normal' },
})

/** Before the conversation: what I bring, what the other shared, what is open, what was said last time, and a question. */
export function PreparationStep(props: {
  step: Step
  conversation: Conversation
  fresh: Fresh
  onGo: (stepId: string) => void
}) {
  const { language } = useAppContext()
  const privacy = useTexts(privacyTexts)
  const styles = useStyles()
  const words = useTexts(preparationTexts)
  const { step, conversation, fresh, onGo } = props
  const { pair, followUps, template, preparation } = conversation
  const open = followUps.filter((one) => one.status === 'open')
  const followUp = template.steps.find((one) => one.kind === 'follow-up')
  const other = firstName(otherOf(pair).name)
  const { theirs } = preparation
  return (
    <>
      {conversation.preparedFor && (
        <Text role="note">
          {words.handedOver(momentInWords(conversation.preparedFor, language, undefined))}
        </Text>
      )}
      <section className={styles.section} aria-label={words.topics}>
        <PreparationForm conversation={conversation} other={other} fresh={fresh} />
      </section>
      {theirs && (
        <section className={styles.section} aria-label={words.from(other)}>
          <Heading>{words.from(other)}</Heading>
          {theirs.unreadable && <Text>{privacy.unreadableTheirs}</Text>}
          {theirs.topics.length > 0 && <Bullets lines={theirs.topics} />}
          {theirs.note && <Text className={styles.text}>{theirs.note}</Text>}
        </section>
      )}
      {followUp && open.length > 0 && (
        <section className={styles.section} aria-label={words.open}>
          <Heading>{words.open}</Heading>
          {open.map((one) => (
            <Button key={one.id} className={styles.open} size="small" onClick={() => onGo(followUp.id)}>
              {[one.what, firstName(pair[one.owner].name), one.due && dayInWords(one.due, language)]
                .filter(Boolean)
                .join(' · ')}
            </Button>
          ))}
        </section>
      )}
      <LastTime conversationId={conversation.id} />
      <StepQuestions step={step} conversation={conversation} />
    </>
  )
}
