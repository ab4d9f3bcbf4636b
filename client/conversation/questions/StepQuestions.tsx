import { Suspense } from 'react'
import type { Conversation } from '../../../server/contract/conversation.ts'
import type { Step } from '../../../server/contract/template.ts'
import { OtherQuestions, QuestionTools } from '../parts.ts'
import { Questions } from '../Questions.tsx'
import { useProposals } from './useProposals.ts'
import { withScales } from './with-scales.ts'

/** The few questions that are proposed for a step; until those are known, the ones that its template names. */
export function StepQuestions({ step, conversation }: { step: Step; conversation: Conversation }) {
  const { proposals, reload } = useProposals(conversation, step.id)
  const own = step.questions.flatMap((id) => conversation.questions.find((one) => one.id === id) ?? [])
  // Of a pair that ended only what was picked is read.
  const over = conversation.pair.ended !== null
  const shown = over ? proposals?.filter((one) => one.asked) : proposals
  const tools = (id: string) => {
    const proposal = proposals?.find((one) => one.id === id)
    return (
      proposal && (
        <Suspense>
          <QuestionTools
            conversationId={conversation.id}
            stepId={step.id}
            proposal={proposal}
            onChanged={reload}
          />
        </Suspense>
      )
    )
  }
  return (
    <Questions
      conversation={conversation}
      questions={shown ? withScales(shown, own) : own}
      tools={over ? undefined : tools}
      foot={
        <Suspense>
          {proposals && !over && (
            <OtherQuestions step={step} conversation={conversation} taken={proposals} onTaken={reload} />
          )}
        </Suspense>
      }
    />
  )
}
