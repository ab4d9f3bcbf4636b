import { EditorState, type Extension } from '@codemirror/state'

/** Why something does not fit: the note is as long as a note may be, or the notes of the whole conversation are full. */
export type Refused = 'long' | 'full'

/**
 * Refuses what the person types or pastes beyond the limit. Only that: what the other typed is in the document
 * already and must reach the screen, and making a text shorter is always possible.
 */
export const withinLimit = (
  limit: number,
  isFull: () => boolean,
  onRefused: (why: Refused) => void,
): Extension =>
  EditorState.changeFilter.of((transaction) => {
    const { newDoc, startState } = transaction
    const mine = transaction.isUserEvent('input') || transaction.isUserEvent('move')
    if (!mine || newDoc.length < startState.doc.length) return true
    const why = isFull() ? 'full' : newDoc.length > limit ? 'long' : null
    if (why) onRefused(why)
    return why === null
  })
