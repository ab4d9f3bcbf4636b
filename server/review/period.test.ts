import { expect, test } from 'vitest'
import { boundsOf, lastHalfYear, wrongPeriod } from './period.ts'

test.each([
  ['2026-06-30T12:00:00Z', 'Europe/Amsterdam', '2025-12-31', '2026-06-30'],
  ['2026-06-30T22:30:00Z', 'Europe/Amsterdam', '2026-01-02', '2026-07-01'],
  ['2026-06-30T22:30:00Z', 'America/St_Johns', '2025-12-31', '2026-06-30'],
  ['2026-08-31T12:00:00Z', 'UTC', '2026-03-01', '2026-08-31'],
])('the half year up to %s in %s', (now, timeZone, from, to) => {
  expect(lastHalfYear(new Date(now), timeZone)).toEqual({ from, to })
})

test.each([
  ['Europe/Amsterdam', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
  ['America/St_Johns', '2026-03-29T02:30:00.000Z', '2026-03-30T02:30:00.000Z'],
])('a day in %s, also when the clock changes', (timeZone, from, until) => {
  const bounds = boundsOf({ from: '2026-03-29', to: '2026-03-29' }, timeZone)
  expect([bounds.from.toISOString(), bounds.until.toISOString()]).toEqual([from, until])
})

test.each([
  ['2026-01-01', '2026-01-01', []],
  ['2026-01-02', '2026-01-01', ['/to']],
  ['2024-01-01', '2026-01-01', []],
  ['2024-01-01', '2026-01-02', ['/from']],
])('from %s to %s', (from, to, pointers) => {
  expect(wrongPeriod({ from, to }).map((one) => one.pointer)).toEqual(pointers)
})
