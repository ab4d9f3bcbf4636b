import { describe, expect, it } from 'vitest'
import type { Commitment } from '../../../server/contract/commitment.ts'
import { firstUnsaid, shownOutcome } from './said.ts'

const commitment = (more: object = {}) =>
  ({ status: 'open', owner: 'employee', followUps: [], ...more }) as unknown as Commitment
const said = { conversationId: 'c', outcome: 'open', by: 'coach' }

describe('outcome of a follow-up', () => {
  it('nothing is shown before somebody chooses', () => {
    expect(shownOutcome(null, commitment(), 'c')).toBeNull()
  })
  it('what was chosen is shown, and what was stored until the document is there', () => {
    expect(shownOutcome({ value: 'done', by: 'coach' }, commitment({ followUps: [said] }), 'c')).toEqual({
      value: 'done',
      by: 'coach',
    })
    expect(shownOutcome(null, commitment({ followUps: [said] }), 'c')).toEqual({ value: 'open', by: 'coach' })
  })
  it('what its owner said in the chat is shown as theirs', () => {
    expect(shownOutcome(null, commitment({ status: 'done' }), 'c')).toEqual({ value: 'done', by: 'employee' })
  })
  it('a choice that was taken back shows nothing', () => {
    expect(shownOutcome({ value: '', by: 'coach' }, commitment({ followUps: [said] }), 'c')).toBeNull()
  })
})

describe('the commitment that is followed up first', () => {
  const listed = (followUps: object[], fixed: string[] = []) =>
    firstUnsaid({ id: 'c', followUps: followUps as Commitment[], fixed })
  const one = (id: string, more: object = {}) => ({ ...commitment(more), id })

  it('is the first of which nobody said anything', () => {
    expect(listed([one('a', { followUps: [said] }), one('b'), one('c')])).toBe('b')
    expect(listed([one('a', { status: 'done' }), one('b')])).toBe('b')
  })
  it('is the first when all is said, and none that can only be read', () => {
    expect(listed([one('a', { followUps: [said] }), one('b', { status: 'done' })])).toBe('a')
    expect(listed([one('a'), one('b')], ['a'])).toBe('b')
    expect(listed([one('a')], ['a'])).toBeNull()
  })
})
