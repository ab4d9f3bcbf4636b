import { Temporal } from 'temporal-polyfill'
import type { ReminderSettings } from '../contract/person.ts'
import { zonedAt } from '../meeting/zones.ts'

/** The default working hours: Monday to Friday, nine to five. */
export const usualHours = (timeZone: string): ReminderSettings => ({
  timeZone: isTimeZone(timeZone) ? timeZone : 'Europe/Amsterdam',
  workingDays: [1, 2, 3, 4, 5],
  from: '09:00',
  until: '17:00',
  awayUntil: null,
  silenced: [],
})

export function isTimeZone(name: string): boolean {
  try {
    Temporal.Now.zonedDateTimeISO(name)
    return true
  } catch {
    return false
  }
}

const dateOf = (at: Temporal.ZonedDateTime) => new Date(at.epochMilliseconds)

export const isWorkingDay = (day: Temporal.PlainDate, hours: ReminderSettings): boolean =>
  hours.workingDays.includes(day.dayOfWeek) && (hours.awayUntil === null || day.toString() > hours.awayUntil)

/** The beginning of a working day, by the person's own clock. */
export const morningOf = (day: Temporal.PlainDate, hours: ReminderSettings): Date =>
  dateOf(day.toZonedDateTime({ timeZone: hours.timeZone, plainTime: Temporal.PlainTime.from(hours.from) }))

/** Working days that go on past midnight are named for the day on which they begin. */
export const isAtNight = ({ from, until }: Pick<ReminderSettings, 'from' | 'until'>): boolean => until < from

const clockOf = (at: Temporal.ZonedDateTime) => at.toPlainTime().toString({ smallestUnit: 'minute' })

/** The working day that a moment is of: in the small hours of a night shift, that of the evening before. */
export function workingDayOf(at: Date, hours: ReminderSettings): Temporal.PlainDate {
  const here = zonedAt(at, hours.timeZone)
  const isSmallHours = isAtNight(hours) && clockOf(here) < hours.until
  return here.toPlainDate().subtract({ days: isSmallHours ? 1 : 0 })
}

/** The first moment from `at` on at which the person may be disturbed. */
export function nextWorkingMoment(at: Date, hours: ReminderSettings): Date {
  const here = zonedAt(at, hours.timeZone)
  const today = here.toPlainDate()
  const [clock, { from, until }] = [clockOf(here), hours]
  const isInHours = isAtNight(hours) ? clock >= from || clock < until : clock >= from && clock < until
  if (isInHours && isWorkingDay(workingDayOf(at, hours), hours)) return at
  return morningOf(isWorkingDay(today, hours) && clock < from ? today : workingDayAfter(today, hours), hours)
}

export function workingDayAfter(day: Temporal.PlainDate, hours: ReminderSettings): Temporal.PlainDate {
  let next = day.add({ days: 1 })
  // Somebody who is away for years is reminded when they are back; the search ends long before.
  for (let step = 0; step < 3660 && !isWorkingDay(next, hours); step += 1) next = next.add({ days: 1 })
  return next
}

export function workingDayBefore(day: Temporal.PlainDate, hours: ReminderSettings): Temporal.PlainDate {
  let earlier = day.subtract({ days: 1 })
  for (let step = 0; step < 14 && !hours.workingDays.includes(earlier.dayOfWeek); step += 1)
    earlier = earlier.subtract({ days: 1 })
  return earlier
}

/** The calendar day of an instant, where the person is. */
export const dayOf = (at: Date, hours: ReminderSettings): Temporal.PlainDate =>
  zonedAt(at, hours.timeZone).toPlainDate()
