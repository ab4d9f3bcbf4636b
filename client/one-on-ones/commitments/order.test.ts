import { expect, test } from 'vitest'
import { byWeek, soonestFirst } from './order.ts'
import type { OfPair } from './useAnswers.ts'

const due = (day: string | null) => ({ commitment: { due: day } }) as OfPair
const days = (some: OfPair[]) => some.map(({ commitment }) => commitment.due)

test('commitments come in order of their day, and those without one last', () => {
  expect(days(soonestFirst([due(null), due('2026-06-09'), due('2026-05-01')]))).toEqual([
    '2026-05-01',
    '2026-06-09',
    null,
  ])
})

test('late ones are among those of this week, and those without a day have time', () => {
  const { week, later } = byWeek(
    [due(null), due('2026-06-09'), due('2026-06-08'), due('2026-05-01')],
    '2026-06-02',
  )
  expect(days(week)).toEqual(['2026-05-01', '2026-06-08'])
  expect(days(later)).toEqual(['2026-06-09', null])
})
