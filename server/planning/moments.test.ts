import { describe, expect, test } from 'vitest'
import { wrongMoments } from './moments.ts'

const now = new Date('2026-06-02T10:00:00Z')
describe('validation of a meeting’s start and end', () => {
  test.each([
    ['2026-06-09T08:00:00Z', '2026-06-09T08:30:00Z', []],
    ['2026-06-02T10:00:00Z', '2026-06-02T10:30:00Z', ['/start']],
    ['2027-06-10T10:00:00Z', '2027-06-10T10:30:00Z', ['/start']],
    ['2026-06-09T08:00:00Z', '2026-06-09T08:00:00Z', ['/end']],
    ['2026-06-09T08:00:00Z', '2026-06-09T12:00:00Z', []],
    ['2026-06-09T08:00:00Z', '2026-06-09T12:01:00Z', ['/end']],
  ])('a meeting from %s to %s has these invalid fields: %j', (start, end, wrong) => {
    expect(wrongMoments(new Date(start), new Date(end), now).map(({ pointer }) => pointer)).toEqual(wrong)
  })
})
