import { EditorState } from '@codemirror/state'
import { describe, expect, it, vi } from 'vitest'
import { withinLimit } from './limit.ts'

const setUp = (doc: string, full = false) => {
  const refused = vi.fn()
  const extensions = withinLimit(5, () => full, refused)
  return { refused, state: EditorState.create({ doc, extensions }) }
}

describe('length limit of a note', () => {
  it('text that fits is accepted', () => {
    const { state, refused } = setUp('abc')
    const next = state.update({ changes: { from: 3, insert: 'de' }, userEvent: 'input.type' }).state
    expect([next.doc.toString(), refused.mock.calls.length]).toEqual(['abcde', 0])
  })
  it('text typed or pasted beyond the limit is refused and reported', () => {
    const { state, refused } = setUp('abc')
    const next = state.update({ changes: { from: 3, insert: 'def' }, userEvent: 'input.paste' }).state
    expect([next.doc.toString(), refused.mock.calls.length]).toEqual(['abc', 1])
  })
  it('text typed by the other person is never refused', () => {
    const { state } = setUp('abc')
    expect(state.update({ changes: { from: 0, insert: 'xyz' } }).state.doc.toString()).toBe('xyzabc')
  })
  it('more text is refused and reported as full when all notes together are full', () => {
    const { state, refused } = setUp('abc', true)
    const next = state.update({ changes: { from: 3, insert: 'd' }, userEvent: 'input.type' }).state
    expect([next.doc.toString(), refused.mock.calls]).toEqual(['abc', [['full']]])
    const shorter = state.update({ changes: { from: 0, to: 1 }, userEvent: 'delete.backward' }).state
    expect(shorter.doc.toString()).toBe('bc')
  })
  it('a note that is too long can always become shorter', () => {
    const { state } = setUp('abcdefgh')
    const next = state.update({ changes: { from: 0, to: 1, insert: '' }, userEvent: 'delete.backward' }).state
    expect(next.doc.toString()).toBe('bcdefgh')
  })
})
