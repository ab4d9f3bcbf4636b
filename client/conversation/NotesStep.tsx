import { lazy, Suspense } from 'react'
import type { Question, Step } from '../../server/contract/template.ts'
import { Waiting } from '../components/Waiting.tsx'
import { patiently } from '../lib/patiently.ts'
import { useSurroundings } from '../lib/surroundings.tsx'
import type { Live } from './live/useLive.ts'
import { Questions } from './Questions.tsx'

const NotesEditor = lazy(() =>
  patiently(() => import('./live/NotesEditor.tsx')).then((one) => ({ default: one.NotesEditor })),
)

/** One step that both type in, with its questions at hand. */
export function NotesStep(props: { step: Step; questions: Question[]; live: Live }) {
  const { texts, language } = useSurroundings()
  const { step, live } = props
  const connecting = <Waiting words={texts.live.connecting} lines={[90, 60]} />
  return (
    <>
      <Suspense fallback={connecting}>
        {live.session ? (
          <NotesEditor
            session={live.session}
            stepId={step.id}
            label={step.title[language]}
            describedBy="step-hint"
          />
        ) : (
          connecting
        )}
      </Suspense>
      <Questions
        questions={step.questions.flatMap((id) => props.questions.find((one) => one.id === id) ?? [])}
      />
    </>
  )
}
