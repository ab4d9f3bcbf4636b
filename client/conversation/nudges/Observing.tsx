import { Button, Text } from '@fluentui/react-components'
import { EyeRegular } from '@fluentui/react-icons'
import { useMemo, useState } from 'react'
import type { Conversation } from '../../../server/contract/conversation.ts'
import { Nudge } from '../../components/Nudge.tsx'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { precision } from '../../lib/texts/precision.ts'
import type { Session } from '../live/session.ts'
import { Tip } from '../tips/Tip.tsx'
import { labelFinder } from './labels.ts'
import { ObservationForm } from './ObservationForm.tsx'
import { useQuiet } from './useQuiet.ts'
import { useStepText } from './useStepText.ts'

/** In place of a label what somebody saw: a helper that is there when wanted, and proposed when a label stands. */
export function Observing(props: { session: Session; stepId: string; conversation: Conversation }) {
  const { language } = useSurroundings()
  const words = precision[language]
  const { session, stepId, conversation } = props
  const { coach, employee } = conversation.pair
  const [open, setOpen] = useState(false)
  const [added, setAdded] = useState(false)
  const [quiet, beQuiet] = useQuiet(`label ${conversation.id} ${stepId}`)
  const labelIn = useMemo(() => labelFinder([coach.name, employee.name]), [coach.name, employee.name])
  const text = useStepText(session, stepId)
  const label = useMemo(() => labelIn(text), [labelIn, text])
  const show = () => {
    setAdded(false)
    setOpen(true)
  }
  return (
    <>
      <Nudge
        words={label && !quiet && !open ? words[label.kind](label.word) : null}
        action={{ name: words.observation.open, run: show }}
        quiet={{ name: words.quiet, run: beQuiet }}
      />
      {!open && (label === null || quiet) && (
        <Button appearance="subtle" icon={<EyeRegular />} style={{ alignSelf: 'flex-start' }} onClick={show}>
          {words.observation.open}
        </Button>
      )}
      {open && (
        <>
          <Tip id="observation" />
          <ObservationForm
            session={session}
            stepId={stepId}
            conversationId={conversation.id}
            onClose={(done) => {
              setOpen(false)
              setAdded(done)
            }}
          />
        </>
      )}
      <Text role="status" size={200}>
        {added && words.observation.added}
      </Text>
    </>
  )
}
