import { describe, expect, test } from 'vitest'
import { proposedDays } from './due-days.ts'

describe('days proposed for a commitment', () => {
  test.each([
    ['2026-06-01', ['2026-06-05', '2026-06-12']],
    ['2026-06-03', ['2026-06-05', '2026-06-12']],
    ['2026-06-04', ['2026-06-12', '2026-06-19']],
    ['2026-06-05', ['2026-06-12', '2026-06-19']],
    ['2026-06-06', ['2026-06-12', '2026-06-19']],
    ['2026-12-30', ['2027-01-01', '2027-01-08']],
  ])('on %s they are the Fridays with time before them', (today, days) =>
    expect(proposedDays(today)).toEqual(days),
  )
})
