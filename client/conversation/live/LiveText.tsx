import { defaultKeymap } from '@codemirror/commands'
import { Compartment, EditorState, type Extension } from '@codemirror/state'
import { EditorView, keymap, placeholder } from '@codemirror/view'
import { Text, tokens } from '@fluentui/react-components'
import { useLayoutEffect, useRef, useState } from 'react'
import { yCollab, yUndoManagerKeymap } from 'y-codemirror.next'
import { useTexts } from '../../lib/app-context.tsx'
import { fieldLooks, notesLooks } from './looks.ts'
import { withinLimit, type Refused } from './limit.ts'
import type { Session } from './session.ts'
import { stayLeft } from './stay-left.ts'
import { tellComposing } from './tell-composing.ts'
import { liveTexts } from './texts.ts'
import { othersCarets } from './others-carets.ts'
import { wholeCharacters } from './whole-characters.ts'

/** Share of the limit from which the room that is left is shown. */
const near = 0.95

/** The caret comes to stand between what is fixed at the top and the bottom of the page. */
const underFrame = EditorView.scrollMargins.of(() => {
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement)
  return { top: parseFloat(scrollPaddingTop) || 0, bottom: parseFloat(scrollPaddingBottom) || 0 }
})

export type LiveTextProps = {
  session: Session
  /** The root of the document that holds it. */
  name: string
  label: string
  limit: number
  readOnly: boolean
  /** The placeholder. */
  hint?: string
  /** A line or two, with its label above it or as its hint; otherwise a page under the step's own heading. */
  isField?: boolean
  autoFocus?: boolean
}

/** One text, in which both see the other type and where. Tab leaves it; undo takes back one's own. */
export function LiveText(props: LiveTextProps) {
  const words = useTexts(liveTexts)
  const place = useRef<HTMLDivElement>(null)
  const [length, setLength] = useState(0)
  const [refused, setRefused] = useState<Refused | null>(null)
  const { session, name, label, hint = '', limit, readOnly, isField = false, autoFocus = false } = props
  const view = useRef<EditorView | null>(null)
  const [asGiven] = useState(() => new Compartment())
  const given = useRef<Extension>([])

  // Another name, as when the other chooses another template, takes nobody out of what they type or compose.
  useLayoutEffect(() => {
    given.current = [
      EditorView.contentAttributes.of({
        'aria-label': label,
        ...(hint ? { 'aria-placeholder': hint } : {}),
        'aria-readonly': String(readOnly),
        spellcheck: 'true',
        autocapitalize: 'sentences',
      }),
      placeholder(hint),
      EditorState.readOnly.of(readOnly),
    ]
    view.current?.dispatch({ effects: asGiven.reconfigure(given.current) })
  }, [asGiven, label, hint, readOnly])

  // Before the screen is drawn: an editor that comes a moment later pushes down what stands below it.
  useLayoutEffect(() => {
    if (!place.current) return
    const text = session.document.getText(name)
    const undoManager = session.undoOf(name)
    const made = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: text.toString(),
        extensions: [
          keymap.of([...yUndoManagerKeymap, ...defaultKeymap]),
          EditorView.lineWrapping,
          asGiven.of(given.current),
          underFrame,
          stayLeft,
          // The first to say something counts.
          ...(isField ? [fieldLooks] : []),
          notesLooks,
          withinLimit(limit, session.isFull, (why) => {
            setRefused(why)
            // The browser never tells the end of a word that is refused.
            session.composing(false)
          }),
          wholeCharacters,
          othersCarets,
          tellComposing(session.composing),
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
    if (autoFocus) made.focus()
    return () => {
      view.current = null
      made.destroy()
    }
  }, [session, name, limit, asGiven, isField, autoFocus])

  return (
    <div>
      {isField && hint !== label && (
        <Text block aria-hidden style={{ marginBottom: tokens.spacingVerticalXXS }}>
          {label}
        </Text>
      )}
      <div ref={place} />
      <Text size={200} role="alert" style={{ color: tokens.colorStatusDangerForeground3 }}>
        {refused === 'long' && words.tooLong(limit)}
        {refused === 'full' && words.full}
      </Text>
      {!refused && length > limit * near && <Text size={200}>{words.room(Math.max(limit - length, 0))}</Text>}
    </div>
  )
}
