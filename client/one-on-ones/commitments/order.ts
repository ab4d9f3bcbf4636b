import type { OfPair } from './useAnswers.ts'

/** Those that are due first come first; those without a day last. */
export const soonestFirst = (some: OfPair[]): OfPair[] =>
  [...some].sort((a, b) => (a.commitment.due ?? '9').localeCompare(b.commitment.due ?? '9'))

const aWeek = 7 * 24 * 60 * 60 * 1000

/**
 * Those of this week, late ones among them, and those that have time.
 * @param today `YYYY-MM-DD`
 */
export function byWeek(some: OfPair[], today: string): { week: OfPair[]; later: OfPair[] } {
  const isSoon = ({ commitment: { due } }: OfPair) =>
    due !== null && Date.parse(due) - Date.parse(today) < aWeek
  const ordered = soonestFirst(some)
  return { week: ordered.filter(isSoon), later: ordered.filter((one) => !isSoon(one)) }
}
