import { EditorState, Transaction, type ChangeSet, type Extension, type Text } from '@codemirror/state'
import { ySyncAnnotation } from 'y-codemirror.next'

type Change = { from: number; to: number; insert: string }

/** Is this between the two UTF-16 units of one character? */
const isWithin = (text: Text, position: number): boolean =>
  /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.sliceString(position - 1, position + 1))

/** Puts U+FFFD for each half of a character. The first half of one that is typed may still get its other. */
function wellFormed(text: string, isTyped: boolean): string {
  const half = isTyped ? (/[\uD800-\uDBFF]$/.exec(text)?.[0] ?? '') : ''
  return text.slice(0, text.length - half.length).toWellFormed() + half
}

/** The same changes, each of whole characters only; null when they are so already. */
export function widened(before: Text, changes: ChangeSet, after: Text, isTyped: boolean): Change[] | null {
  const whole: Change[] = []
  let differs = false
  changes.iterChanges((fromA, toA, fromB, toB) => {
    const start = isWithin(before, fromA) || isWithin(after, fromB) ? 1 : 0
    const end = isWithin(before, toA) || isWithin(after, toB) ? 1 : 0
    const text = after.sliceString(fromB - start, toB + end)
    const insert = wellFormed(text, isTyped)
    differs ||= start + end > 0 || insert !== text
    whole.push({ from: fromA - start, to: toA + end, insert })
  })
  return differs ? whole : null
}

/**
 * Changes whole characters only. The browser, an extension or an autocorrection may put 😁 for 😀, of which CodeMirror
 * (6.43) sees that the second UTF-16 unit differs; Yjs (13.6) cuts a character there, and both halves are lost.
 */
export const wholeCharacters: Extension = EditorState.transactionFilter.of((transaction) => {
  const { startState, changes, newDoc, newSelection, effects, scrollIntoView } = transaction
  if (!transaction.docChanged || transaction.annotation(ySyncAnnotation)) return transaction
  const whole = widened(startState.doc, changes, newDoc, transaction.isUserEvent('input.type'))
  if (!whole) return transaction
  const userEvent = transaction.annotation(Transaction.userEvent)
  // As long as before, so the caret and the effects stand where they stood.
  return {
    changes: whole,
    selection: newSelection,
    effects,
    scrollIntoView,
    ...(userEvent ? { userEvent } : {}),
  }
})
