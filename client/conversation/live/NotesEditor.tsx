import { defaultKeymap } from '@codemirror/commands'
import { EditorState } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
import { tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { yCollab, yUndoManagerKeymap } from 'y-codemirror.next'
import * as Y from 'yjs'
import { stepText, stepTextLimit } from '../../../server/contract/live.ts'
import { useSurroundings } from '../../lib/surroundings.tsx'
import type { Session } from './session.ts'

const looks = EditorView.theme({
  '&': {
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  '&.cm-focused': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  '.cm-content': {
    minHeight: '96px',
    padding: '8px',
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    caretColor: tokens.colorNeutralForeground1,
  },
  '.cm-ySelectionInfo': { fontFamily: tokens.fontFamilyBase, opacity: 1 },
})

/** One step's text, in which both see the other type and where. Tab leaves it; undo takes back one's own. */
export function NotesEditor(props: { session: Session; stepId: string; label: string }) {
  const { texts } = useSurroundings()
  const place = useRef<HTMLDivElement>(null)
  const [tooLong, setTooLong] = useState(false)
  const { session, stepId, label } = props

  useEffect(() => {
    if (!place.current) return
    const text = session.document.getText(stepText(stepId))
    const undoManager = new Y.UndoManager(text)
    const view = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: text.toString(),
        extensions: [
          keymap.of([...yUndoManagerKeymap, ...defaultKeymap]),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({
            'aria-label': label,
            spellcheck: 'true',
            autocapitalize: 'sentences',
          }),
          looks,
          EditorState.changeFilter.of(
            (change) => !change.docChanged || change.newDoc.length <= stepTextLimit,
          ),
          EditorView.updateListener.of((update) =>
            setTooLong(update.state.doc.length > stepTextLimit * 0.95),
          ),
          yCollab(text, session.awareness, { undoManager }),
        ],
      }),
    })
    return () => {
      view.destroy()
      undoManager.destroy()
    }
  }, [session, stepId, label])

  return (
    <div>
      <div ref={place} />
      {tooLong && <div role="alert">{texts.live.tooLong}</div>}
    </div>
  )
}
