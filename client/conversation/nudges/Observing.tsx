import { useMemo, useState } from 'react'
import type { Conversation } from '../../../server/contract/conversation.ts'
import { Status } from '../../components/basics.tsx'
import { Nudge } from '../../components/Nudge.tsx'
import { useTexts } from '../../lib/app-context.tsx'
import { useFrame } from '../frame/view.tsx'
import type { Session } from '../live/session.ts'
import { labelFinder } from './labels.ts'
import { ObservationForm } from './ObservationForm.tsx'
import { useQuiet } from './useQuiet.ts'
import { useStepText } from './useStepText.ts'
import { nudgeTexts } from './texts.ts'

/** In place of a label what somebody saw: a helper in the information, and proposed when a label stands. */
export function Observing(props: { session: Session; stepId: string; conversation: Conversation }) {
  const words = useTexts(nudgeTexts)
  const { view, show } = useFrame()
  const { session, stepId, conversation } = props
  const { coach, employee } = conversation.pair
  const [added, setAdded] = useState(false)
  const [quiet, beQuiet] = useQuiet(`label ${conversation.id} ${stepId}`)
  const labelIn = useMemo(() => labelFinder([coach.name, employee.name]), [coach.name, employee.name])
  const text = useStepText(session, stepId)
  const label = useMemo(() => labelIn(text), [labelIn, text])
  return (
    <>
      <Nudge
        words={label && !quiet ? words[label.kind](label.word) : null}
        action={{ name: words.observation.open, run: () => show('observation') }}
        quiet={{ name: words.quiet, run: beQuiet }}
      />
      {view === 'observation' && (
        <ObservationForm
          session={session}
          stepId={stepId}
          conversationId={conversation.id}
          onClose={(done) => {
            show(null)
            setAdded(done)
          }}
        />
      )}
      <Status>{added && words.observation.added}</Status>
    </>
  )
}
