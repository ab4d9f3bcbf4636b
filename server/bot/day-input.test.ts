import { describe, expect, test } from 'vitest'
import { dayIn } from './day-input.ts'

describe('day that the date field of a card sends', () => {
  test.each([
    ['2026-06-30', '2026-06-30'],
    ['2026-6-3', '2026-06-03'],
    ['2026-06-30T00:00:00Z', '2026-06-30'],
    ['2026-06-30T00:00:00.000+02:00', '2026-06-30'],
    [' 2026-06-30 00:00:00 ', '2026-06-30'],
    ['06/30/2026', '2026-06-30'],
    ['30/06/2026', '2026-06-30'],
    ['30-6-2026', '2026-06-30'],
    ['30.06.2026', '2026-06-30'],
    ['06/06/2026', '2026-06-06'],
    // The fifth of June, or the sixth of May.
    ['05/06/2026', null],
    ['2026-02-30', null],
    ['31/31/2026', null],
    ['0000-00-00', null],
    ['30/06/26', null],
    ['tomorrow', null],
    ['', null],
    ['1'.repeat(100_000), null],
  ])('is %j read as %j', (sent, day) => expect(dayIn(sent)).toBe(day))
})
