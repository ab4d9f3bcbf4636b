import { textLimits } from '../../../server/contract/limits.ts'
import { stepText } from '../../../server/contract/live.ts'
import { LiveText } from './LiveText.tsx'
import type { Session } from './session.ts'

/** The notes of one step. */
export function NotesEditor(props: {
  session: Session
  stepId: string
  label: string
  hint: string
  readOnly: boolean
}) {
  const { stepId, ...text } = props
  return <LiveText {...text} name={stepText(stepId)} limit={textLimits.step} />
}
