import { defaultKeymap } from '@codemirror/commands'
import { Compartment, EditorState } from '@codemirror/state'
import { EditorView, keymap, placeholder } from '@codemirror/view'
import { Text, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { yCollab, yUndoManagerKeymap } from 'y-codemirror.next'
import { stepText, stepTextLimit } from '../../../server/contract/live.ts'
import { SpecialData } from '../../components/SpecialData.tsx'
import { useSurroundings } from '../../lib/surroundings.tsx'
import { notesLooks } from './looks.ts'
import { withinLimit, type Refused } from './limit.ts'
import type { Session } from './session.ts'

/** From here on the person is told how much room is left. */
const nearLimit = stepTextLimit * 0.95

/** One step's text, in which both see the other type and where. Tab leaves it; undo takes back one's own. */
export function NotesEditor(props: {
  session: Session
  stepId: string
  label: string
  describedBy: string
  readOnly: boolean
}) {
  const { texts } = useSurroundings()
  const place = useRef<HTMLDivElement>(null)
  const [length, setLength] = useState(0)
  const [refused, setRefused] = useState<Refused | null>(null)
  const { session, stepId, label, describedBy, readOnly } = props
  const hint = texts.live.placeholder
  const view = useRef<EditorView | null>(null)
  const [names] = useState(() => new Compartment())
  const named = useRef<Record<string, string>>({})

  // Another name, as when the other chooses another template, takes nobody out of what they type.
  useEffect(() => {
    named.current = {
      'aria-label': label,
      'aria-describedby': describedBy,
      'aria-readonly': String(readOnly),
      spellcheck: 'true',
      autocapitalize: 'sentences',
    }
    view.current?.dispatch({
      effects: names.reconfigure(EditorView.contentAttributes.of(named.current)),
    })
  }, [names, label, describedBy, readOnly])

  useEffect(() => {
    if (!place.current) return
    const text = session.document.getText(stepText(stepId))
    const undoManager = session.undoOf(stepId)
    const made = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: text.toString(),
        extensions: [
          keymap.of([...yUndoManagerKeymap, ...defaultKeymap]),
          EditorState.readOnly.of(readOnly),
          EditorView.lineWrapping,
          names.of(EditorView.contentAttributes.of(named.current)),
          placeholder(hint),
          notesLooks,
          withinLimit(stepTextLimit, session.isFull, setRefused),
          EditorView.updateListener.of((update) => {
            if (!update.docChanged) return
            setLength(update.state.doc.length)
            setRefused(null)
          }),
          yCollab(text, session.awareness, { undoManager }),
        ],
      }),
    })
    view.current = made
    setLength(text.length)
    return () => {
      view.current = null
      made.destroy()
    }
  }, [session, stepId, names, hint, readOnly])

  return (
    <div>
      <div ref={place} />
      <Text size={200} role="alert" style={{ color: tokens.colorStatusDangerForeground3 }}>
        {refused === 'long' && texts.live.tooLong(stepTextLimit)}
        {refused === 'full' && texts.live.full}
      </Text>
      {!refused && length > nearLimit && (
        <Text size={200}>{texts.live.room(Math.max(stepTextLimit - length, 0))}</Text>
      )}
      {!readOnly && <SpecialData />}
    </div>
  )
}
