import { months, nearDays, phraseIn, weekdays, wordsOf } from './words.ts'

const day = 24 * 60 * 60 * 1000
/** A first step belongs within 48 hours: what is not begun by then mostly is not begun. */
const soonDays = 2

const now = [
  'nu',
  'meteen',
  'straks',
  'zo dadelijk',
  'na dit gesprek',
  'binnen een dag',
  'binnen twee dagen',
  'now',
  'right away',
  'immediately',
  'after this talk',
  'after this meeting',
  'after this call',
  'within a day',
  'within two days',
] as const

/** Not the coming one. */
const later = /(volgende|next) (week )?$/

/** Does a first step name something that is soon? @param today the day in the reader's own zone */
export function namesSoon(firstStep: string, today: Date): boolean {
  const words = wordsOf(firstStep)
  if (phraseIn(words, [...now, ...nearDays])) return true
  if (/ (binnen|within|in) (24|48|12) (uur|hours?) /.test(words)) return true
  const days = daysNamed(words, today)
  if (days.length > 0) return days.some((one) => one >= 0 && one <= soonDays)
  // A clock time without a day is today's.
  return / \d{1,2}:\d{2} | \d{1,2}([ap]m) | \d{1,2} (uur|[ap]m) /.test(words)
}

/** The days that a text names, as days from today. */
function daysNamed(words: string, today: Date): number[] {
  const named = weekdays.flatMap((names, weekday) =>
    names.flatMap((name) => {
      const at = words.search(new RegExp(` ${name}(ochtend|morgen|middag|avond)? `))
      if (at < 0) return []
      const ahead = (weekday - today.getDay() + 7) % 7
      return [later.test(words.slice(0, at + 1)) ? ahead + 7 : ahead]
    }),
  )
  const dated = months.flatMap((names, month) =>
    names.flatMap((name) => {
      const found = words.match(new RegExp(` (\\d{1,2}) ${name} | ${name} (\\d{1,2})(?:st|nd|rd|th)? `))
      return found ? [daysUntil(today, month, Number(found[1] ?? found[2]))] : []
    }),
  )
  return [...named, ...dated]
}

/** Whole days to the coming such day of the year. */
function daysUntil(today: Date, month: number, date: number): number {
  const from = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate())
  const inYear = (year: number) => Math.round((Date.UTC(year, month, date) - from) / day)
  const ahead = inYear(today.getFullYear())
  return ahead < 0 ? inYear(today.getFullYear() + 1) : ahead
}
