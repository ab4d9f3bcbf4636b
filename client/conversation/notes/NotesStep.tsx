import { Suspense } from 'react'
import type { Conversation } from '../../../server/contract/conversation.ts'
import type { Step } from '../../../server/contract/template.ts'
import { Waiting } from '../../components/Waiting.tsx'
import { useSurroundings } from '../../lib/surroundings.tsx'
import type { Live } from '../live/useLive.ts'
import { Topics } from './Topics.tsx'
import { NotesEditor, Observing } from '../parts-of-steps.ts'
import { StepQuestions } from '../questions/StepQuestions.tsx'

/** One step that both type in, with its questions at hand. */
export function NotesStep(props: { step: Step; conversation: Conversation; live: Live }) {
  const { texts, language } = useSurroundings()
  const { step, live, conversation } = props
  const over = conversation.pair.ended !== null
  const connecting = <Waiting words={texts.live.connecting} lines={[90, 60]} />
  return (
    <>
      {step.topics && <Topics conversation={conversation} />}
      <Suspense fallback={connecting}>
        {live.session ? (
          <NotesEditor
            session={live.session}
            stepId={step.id}
            label={step.title[language]}
            describedBy="step-hint"
            readOnly={over || live.state === 'reading' || live.state === 'out'}
          />
        ) : (
          connecting
        )}
      </Suspense>
      <Suspense>
        {live.session && !over && (
          <Observing session={live.session} stepId={step.id} conversation={conversation} />
        )}
      </Suspense>
      <StepQuestions step={step} conversation={conversation} />
    </>
  )
}
