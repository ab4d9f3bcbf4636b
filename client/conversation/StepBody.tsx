import { Suspense } from 'react'
import type { Conversation } from '../../server/contract/conversation.ts'
import type { Step } from '../../server/contract/template.ts'
import { Waiting } from '../components/Waiting.tsx'
import { useSurroundings } from '../lib/surroundings.tsx'
import type { Live } from './live/useLive.ts'
import { NotesStep } from './notes/NotesStep.tsx'
import { CommitmentsStep, FinishStep, FollowUpStep, PreparationStep } from './parts.ts'
import type { Fresh } from './useFresh.ts'

/** What the kind of a step asks of the screen; behind the last one stands what will be shared. */
export function StepBody(props: {
  step: Step | undefined
  conversation: Conversation
  live: Live
  fresh: Fresh
  onGo: (stepId: string) => void
}) {
  const { texts } = useSurroundings()
  return (
    <Suspense fallback={<Waiting words={texts.loading} />}>
      <Body {...props} />
    </Suspense>
  )
}

function Body({ step, conversation, live, fresh, onGo }: Parameters<typeof StepBody>[0]) {
  switch (step?.kind) {
    case 'preparation':
      return <PreparationStep step={step} conversation={conversation} fresh={fresh} onGo={onGo} />
    case 'follow-up':
      return <FollowUpStep step={step} conversation={conversation} fresh={fresh} />
    case 'notes':
      return <NotesStep key={step.id} step={step} conversation={conversation} live={live} />
    case 'commitments':
      return <CommitmentsStep step={step} conversation={conversation} fresh={fresh} />
    case undefined:
      return <FinishStep conversation={conversation} live={live} fresh={fresh} />
  }
}
