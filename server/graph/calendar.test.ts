import { describe, expect, test } from 'vitest'
import { calendarOf } from './calendar.ts'
import type { GraphClient } from './client.ts'
import { GraphFailure } from './failure.ts'

const day = 24 * 60 * 60_000
const now = new Date('2026-06-02T10:00:00Z')

/** A calendar with so many events in the window that is asked for, 200 to a page. */
function calendarWith(count: number) {
  let asked = 0
  const get = () => {
    asked += 1
    const left = count - asked * 200
    const value = Array.from({ length: Math.min(200, left + 200) }, (_, n) => ({ id: `${asked} ${n}` }))
    return Promise.resolve({ value, ...(left > 0 ? { '@odata.nextLink': 'next' } : {}) })
  }
  return calendarOf({ get } as unknown as GraphClient)
}
const read = async (days: number, perDay: number) =>
  (await calendarWith(days * perDay).view(now, new Date(now.getTime() + days * day))).length

describe('a calendar with many events', () => {
  test.each([
    [265, 8],
    [100, 30],
    [2, 400],
  ])('a window of %i days with %i events in each is read whole', async (days, perDay) => {
    expect(await read(days, perDay)).toBe(days * perDay)
  })

  test('more than anybody has is no answer, rather than a part of one', async () => {
    await expect(read(100, 200)).rejects.toThrow(GraphFailure)
  })
})
