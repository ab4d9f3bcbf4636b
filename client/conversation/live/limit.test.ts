import { EditorState } from '@codemirror/state'
import { describe, expect, it, vi } from 'vitest'
import { withinLimit } from './limit.ts'

const setUp = (doc: string, full = false) => {
  const refused = vi.fn()
  const extensions = withinLimit(5, () => full, refused)
  return { refused, state: EditorState.create({ doc, extensions }) }
}

describe('the limit of a note', () => {
  it('lets in what fits', () => {
    const { state, refused } = setUp('abc')
    const next = state.update({ changes: { from: 3, insert: 'de' }, userEvent: 'input.type' }).state
    expect([next.doc.toString(), refused.mock.calls.length]).toEqual(['abcde', 0])
  })
  it('refuses what I type or paste beyond it, and says so', () => {
    const { state, refused } = setUp('abc')
    const next = state.update({ changes: { from: 3, insert: 'def' }, userEvent: 'input.paste' }).state
    expect([next.doc.toString(), refused.mock.calls.length]).toEqual(['abc', 1])
  })
  it('never refuses what the other typed: it is in the document already', () => {
    const { state } = setUp('abc')
    expect(state.update({ changes: { from: 0, insert: 'xyz' } }).state.doc.toString()).toBe('xyzabc')
  })
  it('refuses any more when the notes as a whole are full, and says that', () => {
    const { state, refused } = setUp('abc', true)
    const next = state.update({ changes: { from: 3, insert: 'd' }, userEvent: 'input.type' }).state
    expect([next.doc.toString(), refused.mock.calls]).toEqual(['abc', [['full']]])
    const shorter = state.update({ changes: { from: 0, to: 1 }, userEvent: 'delete.backward' }).state
    expect(shorter.doc.toString()).toBe('bc')
  })
  it('always lets a text that is too long become shorter', () => {
    const { state } = setUp('abcdefgh')
    const next = state.update({ changes: { from: 0, to: 1, insert: '' }, userEvent: 'delete.backward' }).state
    expect(next.doc.toString()).toBe('bcdefgh')
  })
})
