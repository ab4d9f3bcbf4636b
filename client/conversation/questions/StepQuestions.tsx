import { Button, Text, tokens } from '@fluentui/react-components'
import { Suspense, useState } from 'react'
import type { Conversation } from '../../../server/contract/conversation.ts'
import type { Step } from '../../../server/contract/template.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { questions as words } from '../../lib/texts/questions.ts'
import { OtherQuestions, QuestionTools } from '../parts-of-steps.ts'
import { Questions } from './Questions.tsx'
import { standing } from './standing.ts'
import { useProposals } from './useProposals.ts'

/** The few questions that are proposed for a step; until those are known, the ones that its template names. */
export function StepQuestions(props: { step: Step; conversation: Conversation; heading?: string }) {
  const { language } = useSurroundings()
  const { step, conversation, heading } = props
  const { proposals, reload } = useProposals(conversation, step.id)
  const [unfolded, setUnfolded] = useState(false)
  const own = step.questions.flatMap((id) => conversation.questions.find((one) => one.id === id) ?? [])
  const over = conversation.pair.ended !== null
  const { open, folded } = proposals ? standing(proposals, over) : { open: own, folded: [] }
  const tools = (id: string) => {
    const proposal = proposals?.questions.find((one) => one.id === id)
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
  const foot = proposals && !over && (
    <>
      {proposals.picked > 0 && (
        <Text
          size={200}
          block
          style={{ color: tokens.colorNeutralForeground2, marginTop: tokens.spacingVerticalS }}
        >
          {words[language].pickedInTalk(String(proposals.picked))}
        </Text>
      )}
      {folded.length > 0 && (
        <Button
          size="small"
          appearance="subtle"
          aria-expanded={unfolded}
          style={{ marginTop: tokens.spacingVerticalS }}
          onClick={() => setUnfolded(!unfolded)}
        >
          {words[language].unfold(String(folded.length))}
        </Button>
      )}
      <Suspense>
        <OtherQuestions
          step={step}
          conversation={conversation}
          taken={proposals.questions}
          onTaken={reload}
        />
      </Suspense>
    </>
  )
  return (
    <Questions
      conversation={conversation}
      questions={unfolded ? (proposals?.questions ?? own) : open}
      {...(heading ? { heading } : {})}
      tools={over ? undefined : tools}
      foot={foot}
    />
  )
}
