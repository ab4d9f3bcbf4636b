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

describe('what a talk says of a commitment', () => {
  it('begins with how it stands', () => {
    expect(blank).toMatchObject({ outcome: 'open', what: 'Bellen', tried: '', why: '' })
    expect(saidIn({ ...commitment, status: 'done' }, 'b').outcome).toBe('done')
  })
  it('needs a word why when it is dropped, and a wording always', () => {
    expect(isMissing(blank)).toBeNull()
    expect(isMissing({ ...blank, outcome: 'dropped', why: ' ' })).toBe('why')
    expect(isMissing({ ...blank, outcome: 'dropped', why: 'De klant is weg' })).toBeNull()
    expect(isMissing({ ...blank, what: ' ' })).toBe('what')
  })
  it('keeps no answer to what is not asked any more', () => {
    const said = { ...blank, why: 'x', obstacle: 'y' }
    expect(tidy(said)).toMatchObject({ why: '', obstacle: 'y' })
    expect(tidy({ ...said, outcome: 'dropped' })).toMatchObject({ why: 'x', obstacle: '' })
  })
})
