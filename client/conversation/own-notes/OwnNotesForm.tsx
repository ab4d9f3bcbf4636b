import { Text } from '@fluentui/react-components'
import { putPrivateNote, type PrivateNote } from '../../../server/contract/private-note.ts'
import { SaveStatus } from '../../components/Saving.tsx'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { Conflict } from '../../components/Conflict.tsx'
import { TextField } from '../../components/TextField.tsx'
import { useForm } from '../../components/useForm.ts'
import { useFormAutosave } from '../../components/useFormAutosave.ts'
import { RemoveOwnNotes } from './RemoveOwnNotes.tsx'
import { ownNotesTexts } from './texts.ts'
import { privacyTexts } from '../../lib/privacy-texts.ts'
import { textLimits } from '../../../server/contract/limits.ts'

/** The text itself: it saves as one types, and says so. */
export function OwnNotesForm(props: {
  conversationId: string
  note: PrivateNote
  readOnly: boolean
  onSaved: (note: PrivateNote) => void
  onBehind: () => void
}) {
  const { api } = useAppContext()
  const privacy = useTexts(privacyTexts)
  const words = useTexts(ownNotesTexts)
  const { conversationId, note, readOnly, onSaved, onBehind } = props
  const form = useForm<{ text: string }, PrivateNote>({
    key: `private-note ${conversationId}`,
    saved: { text: note.text },
    revision: note.revision,
    exists: note.revision > 0,
    send: ({ text }, revision) =>
      api(putPrivateNote, { params: { conversationId }, body: { text, revision } }),
    onSaved,
    onBehind,
  })
  const { value, state, conflict } = form
  useFormAutosave(form, true)
  return (
    <>
      <Text size={200}>{words.onlyYou}</Text>
      {note.unreadable && <Text role="status">{privacy.unreadableMine}</Text>}
      <TextField
        label={words.label}
        rows={8}
        maxLength={textLimits.privateNote}
        readOnly={readOnly}
        value={value.text}
        onChange={(text) => form.change({ text })}
      />
      {conflict && (
        <Conflict
          words={{ conflict: words.conflict, takeTheirs: words.takeOther }}
          theirs={[{ label: words.label, text: note.text }]}
          onTheirs={form.discard}
          onMine={() => void form.keepMine()}
        />
      )}
      <SaveStatus state={state} />
      {readOnly && <RemoveOwnNotes {...props} onRemoved={form.discard} />}
    </>
  )
}
