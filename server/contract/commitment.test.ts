import { describe, expect, it } from 'vitest'
import { carriedOver } from './commitment.ts'

const said = (conversationId: string, outcome: 'open' | 'done' | 'dropped') => ({ conversationId, outcome })

describe('how often a commitment was carried over', () => {
  it('counts the talks that left it open', () => {
    expect(carriedOver([])).toBe(0)
    expect(carriedOver([said('a', 'open'), said('b', 'open'), said('c', 'done')])).toBe(2)
  })
  it('counts a talk once', () => {
    expect(carriedOver([said('a', 'open'), said('a', 'open')])).toBe(1)
  })
  it('leaves out the talk that is held now', () => {
    expect(carriedOver([said('a', 'open'), said('b', 'open')], 'b')).toBe(1)
  })
})
