import { EditorState, type Extension } from '@codemirror/state'

/**
 * Refuses what the person types or pastes beyond the limit. Only that: what the other typed is in the document
 * already and must reach the screen, and making a text shorter is always possible.
 */
export const withinLimit = (limit: number, onRefused: () => void): Extension =>
  EditorState.changeFilter.of((transaction) => {
    const { newDoc, startState } = transaction
    const mine = transaction.isUserEvent('input') || transaction.isUserEvent('move')
    if (!mine || newDoc.length <= limit || newDoc.length < startState.doc.length) return true
    onRefused()
    return false
  })
