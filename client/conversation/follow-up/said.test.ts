import { describe, expect, it } from 'vitest'
import type { Commitment } from '../../../server/contract/commitment.ts'
import { isMissing, saidIn, tidy } from './said.ts'

const commitment: Commitment = {
  id: '1',
  conversationId: 'a',
  owner: 'employee',
  what: 'Bellen',
  firstStep: '',
  due: null,
  criterion: '',
  ifThen: '',
  status: 'open',
  followUps: [],
  progress: [],
  revision: 1,
}
const blank = saidIn(commitment, 'b')

describe('follow-up of a commitment in a conversation', () => {
  it('a follow-up starts with the current status of the commitment', () => {
    expect(blank).toMatchObject({ outcome: 'open', what: 'Bellen', tried: '', why: '' })
    expect(saidIn({ ...commitment, status: 'done' }, 'b').outcome).toBe('done')
  })
  it('a follow-up always needs a wording, and a reason when the commitment is dropped', () => {
    expect(isMissing(blank)).toBeNull()
    expect(isMissing({ ...blank, outcome: 'dropped', why: ' ' })).toBe('why')
    expect(isMissing({ ...blank, outcome: 'dropped', why: 'De klant is weg' })).toBeNull()
    expect(isMissing({ ...blank, what: ' ' })).toBe('what')
  })
  it('an answer to a question that no longer applies is removed', () => {
    const said = { ...blank, why: 'x', obstacle: 'y' }
    expect(tidy(said)).toMatchObject({ why: '', obstacle: 'y' })
    expect(tidy({ ...said, outcome: 'dropped' })).toMatchObject({ why: 'x', obstacle: '' })
  })
})
