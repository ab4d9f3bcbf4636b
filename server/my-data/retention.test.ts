import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countsFrom, keptSince } from './retention.ts'

const at = (day: string) => new Date(`${day}T10:00:00Z`)

describe('retention period', () => {
  test('retention counts from the end of a pair, else its last conversation, else its creation', () => {
    const createdAt = at('2024-01-01')
    const lastConversation = at('2025-03-01')
    expect(countsFrom({ createdAt, ended: at('2025-02-01'), lastConversation })).toEqual(at('2025-02-01'))
    expect(countsFrom({ createdAt, ended: null, lastConversation })).toEqual(lastConversation)
    expect(countsFrom({ createdAt, ended: null, lastConversation: null })).toEqual(createdAt)
  })

  test('a retention of 730 days keeps two years, and a longer retention never keeps less', () => {
    expect(keptSince(at('2026-06-02'), 730)).toEqual(at('2024-06-02'))
    fc.assert(
      fc.property(fc.integer({ min: 30, max: 3650 }), fc.nat(1000), (days, more) => {
        const now = at('2026-06-02')
        return keptSince(now, days + more) <= keptSince(now, days)
      }),
    )
  })
})
