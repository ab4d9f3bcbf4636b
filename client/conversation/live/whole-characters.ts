import {
  EditorSelection,
  EditorState,
  StateEffect,
  StateField,
  Transaction,
  type ChangeSet,
  type Extension,
  type Text,
} from '@codemirror/state'
import { ySyncAnnotation } from 'y-codemirror.next'

type Change = { from: number; to: number; insert: string }
type Widened = {
  changes: Change[]
  /** How many UTF-16 units longer the text becomes than by the changes as they were; negative when it is shorter. */
  longer: number
  /** The first half of a character that was typed, and is not in the text; '' when there is none. */
  half: string
}

/** Is this between the two UTF-16 units of one character? */
const isWithin = (text: Text, position: number): boolean =>
  /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.sliceString(position - 1, position + 1))

/**
 * The same changes, each of whole characters only; null when they are so already. For half a character comes U+FFFD.
 * @param typed the half that was typed before, for a change that comes of typing: its last half may still get its other
 */
export function widened(before: Text, changes: ChangeSet, after: Text, typed: string | null): Widened | null {
  const whole: Change[] = []
  let [differs, longer, half] = [false, 0, '']
  changes.iterChanges((fromA, toA, fromB, toB) => {
    const start = isWithin(before, fromA) || isWithin(after, fromB) ? 1 : 0
    const end = isWithin(before, toA) || isWithin(after, toB) ? 1 : 0
    const text = after.sliceString(fromB - start, toB + end)
    const joined = typed && /^[\uDC00-\uDFFF]/.test(text) ? typed + text : text
    half = typed === null ? '' : (/[\uD800-\uDBFF]$/.exec(joined)?.[0] ?? '')
    const insert = joined.slice(0, joined.length - half.length).toWellFormed()
    differs ||= start + end > 0 || insert !== text
    longer += insert.length - text.length
    whole.push({ from: fromA - start, to: toA + end, insert })
  })
  return differs ? { changes: whole, longer, half } : null
}

const keepHalf = StateEffect.define<string>()

/** The half of a character that was typed last. Whatever else is done here ends it; what the other types does not. */
const typedHalf = StateField.define<string>({
  create: () => '',
  update(half, transaction) {
    if (transaction.annotation(ySyncAnnotation)) return half
    const { docChanged, selection, effects } = transaction
    const kept = effects.find((one) => one.is(keepHalf))
    return kept ? kept.value : docChanged || selection ? '' : half
  },
})

/**
 * Changes whole characters only. The browser, an extension or an autocorrection may put 😁 for 😀, of which CodeMirror
 * (6.43) sees that the second UTF-16 unit differs; Yjs (13.6) cuts a character there, and both halves are lost. A keyboard
 * that types the halves one after the other has the first kept until the second comes: undo would bring it back alone.
 */
export const wholeCharacters: Extension = [
  typedHalf,
  EditorState.transactionFilter.of((transaction) => {
    const { startState, changes, newDoc, newSelection, effects, scrollIntoView } = transaction
    if (!transaction.docChanged || transaction.annotation(ySyncAnnotation)) return transaction
    const typed = transaction.isUserEvent('input.type') ? startState.field(typedHalf) : null
    const whole = widened(startState.doc, changes, newDoc, typed)
    if (!whole) return transaction
    const userEvent = transaction.annotation(Transaction.userEvent)
    const { longer, half } = whole
    return {
      changes: whole.changes,
      // The caret stands behind what is typed.
      selection: longer === 0 ? newSelection : EditorSelection.cursor(newSelection.main.head + longer),
      effects: [...effects, keepHalf.of(half)],
      scrollIntoView,
      ...(userEvent ? { userEvent } : {}),
    }
  }),
]
