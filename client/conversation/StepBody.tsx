import { Suspense } from 'react'
import type { Conversation } from '../../server/contract/conversation.ts'
import type { Step } from '../../server/contract/template.ts'
import { Loading } from '../components/Waiting.tsx'
import type { Live } from './live/useLive.ts'
import { NotesStep } from './notes/NotesStep.tsx'
import { CommitmentsStep, FinishStep, FollowUpStep, PreparationStep } from './parts.ts'
import type { Finishing } from './sharing/finishing.ts'
import type { Fresh } from './useFresh.ts'

/** The screen of a step by its kind; after the last one comes what will be shared. */
export function StepBody(props: {
  step: Step | undefined
  conversation: Conversation
  live: Live
  fresh: Fresh
  onGo: (stepId: string) => void
  finishing: Finishing
}) {
  return (
    <Suspense fallback={<Loading />}>
      <Body {...props} />
    </Suspense>
  )
}

function Body({ step, conversation, live, fresh, onGo, finishing }: Parameters<typeof StepBody>[0]) {
  const { steps } = conversation.template
  const followUp = steps.find(({ kind }) => kind === 'follow-up')
  const notes = steps.find(({ kind }) => kind === 'notes')
  switch (step?.kind) {
    case 'preparation':
      return <PreparationStep step={step} conversation={conversation} fresh={fresh} onGo={onGo} />
    case 'follow-up':
      return <FollowUpStep step={step} conversation={conversation} live={live} fresh={fresh} />
    case 'notes':
      return <NotesStep key={step.id} step={step} conversation={conversation} live={live} />
    case 'commitments':
      return <CommitmentsStep step={step} conversation={conversation} live={live} />
    case undefined:
      return (
        <FinishStep
          conversation={conversation}
          live={live}
          fresh={fresh}
          finishing={finishing}
          onFollowUp={followUp ? () => onGo(followUp.id) : null}
          onNotes={notes ? () => onGo(notes.id) : null}
        />
      )
  }
}
