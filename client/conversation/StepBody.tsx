import { lazy, Suspense } from 'react'
import type { Conversation } from '../../server/contract/conversation.ts'
import type { Step } from '../../server/contract/template.ts'
import { Waiting } from '../components/Waiting.tsx'
import { patiently } from '../lib/patiently.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import { CommitmentsStep } from './CommitmentsStep.tsx'
import { FollowUpStep } from './FollowUpStep.tsx'
import type { Live } from './live/useLive.ts'
import { NotesStep } from './NotesStep.tsx'
import type { Fresh } from './useFresh.ts'

const FinishStep = lazy(() =>
  patiently(() => import('./FinishStep.tsx')).then((one) => ({ default: one.FinishStep })),
)

/** What the kind of a step asks of the screen; behind the last one stands what will be shared. */
export function StepBody(props: {
  step: Step | undefined
  conversation: Conversation
  live: Live
  fresh: Fresh
}) {
  const { texts } = useSurroundings()
  const { step, conversation, live, fresh } = props
  switch (step?.kind) {
    case 'follow-up':
      return <FollowUpStep conversation={conversation} fresh={fresh} />
    case 'notes':
      return <NotesStep key={step.id} step={step} questions={conversation.questions} live={live} />
    case 'commitments':
      return <CommitmentsStep conversation={conversation} fresh={fresh} />
    case undefined:
      return (
        <Suspense fallback={<Waiting words={texts.finish.reading} />}>
          <FinishStep conversation={conversation} live={live} fresh={fresh} />
        </Suspense>
      )
  }
}
