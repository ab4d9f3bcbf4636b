import { Temporal } from 'temporal-polyfill'
import type { Problem } from '../contract/problem.ts'
import { longestYears, type Period } from '../contract/review.ts'
import { zonedAt } from '../meeting/zones.ts'

/** The last half year, up to today. */
export function lastHalfYear(now: Date, timeZone: string): Period {
  const today = zonedAt(now, timeZone).toPlainDate()
  return { from: today.subtract({ months: 6 }).add({ days: 1 }).toString(), to: today.toString() }
}

/** From the first moment of a period up to the first one after it. */
export function boundsOf({ from, to }: Period, timeZone: string): { from: Date; until: Date } {
  const start = (day: Temporal.PlainDate) => new Date(day.toZonedDateTime(timeZone).epochMilliseconds)
  return {
    from: start(Temporal.PlainDate.from(from)),
    until: start(Temporal.PlainDate.from(to).add({ days: 1 })),
  }
}

/** The errors in a period that somebody asks for; an empty list for a valid one. */
export function wrongPeriod({ from, to }: Period): NonNullable<Problem['errors']> {
  const first = Temporal.PlainDate.from(from)
  const last = Temporal.PlainDate.from(to)
  if (Temporal.PlainDate.compare(first, last) > 0)
    return [{ pointer: '/to', message: 'must not be before from' }]
  return Temporal.PlainDate.compare(first.add({ years: longestYears }), last) < 0
    ? [{ pointer: '/from', message: `must be at most ${longestYears} years before to` }]
    : []
}
