import { describe, expect, test } from 'vitest'
import { boundsOf, lastHalfYear, wrongPeriod } from './period.ts'

describe('default period of a review', () => {
  test.each([
    ['2026-06-30T12:00:00Z', 'Europe/Amsterdam', '2025-12-31', '2026-06-30'],
    ['2026-06-30T22:30:00Z', 'Europe/Amsterdam', '2026-01-02', '2026-07-01'],
    ['2026-06-30T22:30:00Z', 'America/St_Johns', '2025-12-31', '2026-06-30'],
    ['2026-08-31T12:00:00Z', 'UTC', '2026-03-01', '2026-08-31'],
  ])('the half year up to %s in %s runs from %s to %s', (now, timeZone, from, to) => {
    expect(lastHalfYear(new Date(now), timeZone)).toEqual({ from, to })
  })
})

describe('bounds of a review period', () => {
  test.each([
    ['Europe/Amsterdam', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
    ['America/St_Johns', '2026-03-29T02:30:00.000Z', '2026-03-30T02:30:00.000Z'],
  ])('a day in %s on which the clock changes runs from %s until %s', (timeZone, from, until) => {
    const bounds = boundsOf({ from: '2026-03-29', to: '2026-03-29' }, timeZone)
    expect([bounds.from.toISOString(), bounds.until.toISOString()]).toEqual([from, until])
  })
})

describe('validation of a review period', () => {
  test.each([
    ['2026-01-01', '2026-01-01', []],
    ['2026-01-02', '2026-01-01', ['/to']],
    ['2024-01-01', '2026-01-01', []],
    ['2024-01-01', '2026-01-02', ['/from']],
  ])('a period from %s to %s has these invalid fields: %j', (from, to, pointers) => {
    expect(wrongPeriod({ from, to }).map((one) => one.pointer)).toEqual(pointers)
  })
})
