import { describe, expect, test } from 'vitest'
import type { ListedConversation } from './collection.ts'
import { amongRecent, lookBack, recentRead } from './recent.ts'

const now = new Date('2026-06-30T12:00:00Z')
const on = (day: number) => new Date(Date.UTC(2026, 5, day, 8))
const held = (day: number, state: 'open' | 'finished' = 'finished') =>
  ({ _id: String(day), state, meeting: { start: on(day) } }) as ListedConversation
/** The latest first, as they are read. */
const days = (from: number, count: number) => Array.from({ length: count }, (_, n) => held(from - n))

describe('the place of a conversation among those of its pair', () => {
  test('it is past when it is finished and a later one has begun', () => {
    const all = [held(30), held(10)]
    expect(amongRecent(held(10), all, now)).toEqual({ past: true, earlier: [] })
    expect(amongRecent(held(10, 'open'), all, now)?.past).toBe(false)
    expect(amongRecent(held(10), all, on(20))?.past).toBe(false)
  })

  test('those before it come latest first, as many as are looked back on', () => {
    const all = days(20, 15)
    expect(amongRecent(held(20), all, now)?.earlier).toEqual(all.slice(1, 1 + lookBack))
  })

  test('what was read says nothing where more may lie before it', () => {
    expect(amongRecent(held(8), days(25, recentRead), now)).toBeNull()
    expect(amongRecent(held(25), days(25, recentRead), now)).not.toBeNull()
    expect(amongRecent(held(8), days(25, recentRead - 1), now)).not.toBeNull()
  })
})
