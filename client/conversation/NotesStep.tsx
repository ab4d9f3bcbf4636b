import { Suspense } from 'react'
import type { Conversation } from '../../server/contract/conversation.ts'
import type { Step } from '../../server/contract/template.ts'
import { Waiting } from '../components/Waiting.tsx'
import { useSurroundings } from '../lib/surroundings.tsx'
import type { Live } from './live/useLive.ts'
import { Topics } from './Topics.tsx'
import { NotesEditor } from './parts.ts'
import { Questions } from './Questions.tsx'

/** One step that both type in, with its questions at hand. */
export function NotesStep(props: { step: Step; conversation: Conversation; live: Live }) {
  const { texts, language } = useSurroundings()
  const { step, live, conversation } = props
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
            readOnly={conversation.pair.ended !== null}
          />
        ) : (
          connecting
        )}
      </Suspense>
      <Questions
        questions={step.questions.flatMap((id) => conversation.questions.find((one) => one.id === id) ?? [])}
      />
    </>
  )
}
