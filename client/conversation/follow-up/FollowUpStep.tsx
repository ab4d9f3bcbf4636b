import { Text } from '@fluentui/react-components'
import type { Conversation } from '../../../server/contract/conversation.ts'
import type { Step } from '../../../server/contract/template.ts'
import { SpecialData } from '../../components/SpecialData.tsx'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { precision } from '../../lib/texts/precision.ts'
import { FollowedUp } from './FollowedUp.tsx'
import { FollowUpForm } from './FollowUpForm.tsx'
import { StepQuestions } from '../questions/StepQuestions.tsx'
import { Tip } from '../tips/Tip.tsx'
import type { Fresh } from '../useFresh.ts'

/** For each commitment that is open: what did you try, what worked, what did you learn, what is the next step? */
export function FollowUpStep(props: { step: Step; conversation: Conversation; fresh: Fresh }) {
  const { texts, language } = useSurroundings()
  const { step, conversation, fresh } = props
  if (conversation.followUps.length === 0) return <Text>{texts.followUp.none}</Text>
  return (
    <>
      <Tip id="follow-up" />
      <SpecialData />
      {conversation.followUps.map((commitment) =>
        conversation.fixed.includes(commitment.id) ? (
          <FollowedUp key={commitment.id} commitment={commitment} conversation={conversation} />
        ) : (
          <FollowUpForm
            key={commitment.id}
            commitment={commitment}
            conversation={conversation}
            fresh={fresh}
          />
        ),
      )}
      {conversation.followUps.some(({ id }) => conversation.fixed.includes(id)) && (
        <Text size={200}>{precision[language].fixed}</Text>
      )}
      <StepQuestions step={step} conversation={conversation} />
    </>
  )
}
