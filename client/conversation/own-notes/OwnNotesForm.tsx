import { Button, Field, Text, Textarea } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { putPrivateNote, type PrivateNote } from '../../../server/contract/private-note.ts'
import { SaveStatus } from '../../components/Saving.tsx'
import { useAppContext, useTexts } from '../../lib/app-context.tsx'
import { Conflict } from '../../components/Conflict.tsx'
import { useForm } from '../../components/useForm.ts'
import { RemoveOwnNotes } from './RemoveOwnNotes.tsx'
import { ownNotesTexts } from './texts.ts'
import { privacyTexts } from '../../lib/privacy-texts.ts'
import { textLimits } from '../../../server/contract/limits.ts'

/** Saved when typing has rested this long, in milliseconds. */
const rest = 1000

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
  const save = useRef(form.save)
  useEffect(() => {
    save.current = form.save
  })
  const waits = state === 'unsaved' && !conflict
  useEffect(() => {
    if (!waits) return
    const timer = setTimeout(() => void save.current(), rest)
    return () => clearTimeout(timer)
  }, [waits, value.text])

  const failed = typeof state === 'object'
  return (
    <>
      <Text size={200}>{words.onlyYou}</Text>
      {note.unreadable && <Text role="status">{privacy.unreadableMine}</Text>}
      <Field label={words.label}>
        <Textarea
          resize="vertical"
          rows={8}
          maxLength={textLimits.privateNote}
          readOnly={readOnly}
          value={value.text}
          onChange={(_e, data) => form.change({ text: data.value })}
          onBlur={() => waits && void form.save()}
        />
      </Field>
      {conflict && (
        <Conflict
          words={{ conflict: words.conflict, takeTheirs: words.takeOther }}
          theirs={[{ label: words.label, text: note.text }]}
          onTheirs={form.discard}
          onMine={() => void form.keepMine()}
        />
      )}
      <SaveStatus state={state} />
      {failed && (
        <Button style={{ justifySelf: 'start' }} onClick={() => void form.save()}>
          {words.saveNow}
        </Button>
      )}
      {readOnly && <RemoveOwnNotes {...props} onRemoved={form.discard} />}
    </>
  )
}
