import { describe, expect, it } from 'vitest'
import type { Commitment } from '../../../server/contract/commitment.ts'
import { shownOutcome } from './said.ts'

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
