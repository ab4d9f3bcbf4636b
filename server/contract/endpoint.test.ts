import { describe, expect, it } from 'vitest'
import { deleteCommitment, putProgress } from './commitment.ts'
import { urlOf } from './endpoint.ts'
import { findQuestions } from './question.ts'

describe('URL of an endpoint', () => {
  it('every parameter of the path is replaced by its value', () => {
    const params = { pairId: 'p', commitmentId: 'c', at: '2026-06-01T08:00:00.000Z' }
    expect(urlOf(putProgress, { params })).toBe(
      '/api/pairs/p/commitments/c/progress/2026-06-01T08%3A00%3A00.000Z',
    )
  })
  it('a value cannot leave its place in the path', () => {
    const params = { conversationId: '../me', commitmentId: 'a?b' }
    expect(urlOf(deleteCommitment, { params, query: { revision: '1' } })).toBe(
      '/api/conversations/..%2Fme/commitments/a%3Fb?revision=1',
    )
  })
  it('a query is encoded, and what is undefined is left out of it', () => {
    expect(urlOf(findQuestions, { query: { search: 'wat & hoe', theme: undefined } })).toBe(
      '/api/questions?search=wat+%26+hoe',
    )
    expect(urlOf(findQuestions, { query: {} })).toBe('/api/questions')
  })
})
