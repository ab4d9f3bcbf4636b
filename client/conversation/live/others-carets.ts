import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

/** How the caret of somebody else stands in the page: y-codemirror.next (0.3.6) puts their name between word joiners. */
const caret = /\u2060\u2060[^\u2060]{0,200}\u2060/g
/** One that is alone in a line, with the line. */
const caretInLine = /\n\u2060\u2060[^\u2060]{0,200}\u2060(?=\n|$)/g

/** @param isWrittenOver somebody writes over all of it: the line that a caret alone keeps in the page is to go with it */
export const withoutCarets = (text: string, isWrittenOver = false): string =>
  (isWrittenOver ? text.replace(caretInLine, '') : text).replace(caret, '')

/**
 * Keeps the names at others' carets out of the text. A browser that writes over several lines at once may leave such a caret
 * where CodeMirror (6.43) does not know it any more, and takes its name for something typed.
 */
export const othersCarets: Extension = EditorView.inputHandler.of((view, from, to, text) => {
  const { main } = view.state.selection
  const insert = withoutCarets(text, !main.empty && main.from <= from && to <= main.to)
  if (insert === text) return false
  view.dispatch({
    changes: { from, to, insert },
    selection: { anchor: from + insert.length },
    userEvent: 'input.type',
  })
  return true
})
