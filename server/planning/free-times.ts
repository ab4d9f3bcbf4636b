import { Temporal } from 'temporal-polyfill'
import type { NoProposals } from '../contract/planning.ts'
import type { ReminderSettings } from '../contract/person.ts'
import { zonedAt } from '../meeting/zones.ts'
import { dayOf, isAtNight, isWorkingDay } from '../person/working-time.ts'

/** From `start` up to `end`, in milliseconds since 1970. */
export type Interval = { start: number; end: number }
export type Diary = { busy: Interval[]; hours: ReminderSettings }
/** The usual moment of two people: weekday (Monday is 1) and minute of the day, in the zone of the first diary. */
export type Usual = { weekday: number; minute: number }

export type Question = {
  diaries: Diary[]
  minutes: number
  now: Date
  /** No conversation begins before or ends after. */
  earliest: Date
  latest: Date
  /** When the next conversation is due by the rhythm. */
  due: Date
  usual: Usual | null
  wanted: number
}

const minute = 60_000
const quarter = 15 * minute
const lunch = { from: '12:00', until: '13:00' }

/** Penalties of a proposal, in days from the due day: a time with none that is so many days further off is as good. */
const costs = { otherWeekday: 1, fourHours: 1, sameDay: 5 }

/**
 * When people can talk: in everybody's working time, at a quarter of an hour, in nobody's lunch as long as there
 * is another time, spread over days, near the due day and the usual weekday and time. Best first.
 */
export function freeTimes(question: Question): { proposals: Interval[]; reason: NoProposals | null } {
  const { diaries, minutes, wanted } = question
  const from = Math.max(question.now.getTime(), question.earliest.getTime())
  const window = { start: from, end: question.latest.getTime() }
  const together = diaries
    .map(({ hours }) => daily(hours, window, hours))
    .reduce(both, [window])
    .flatMap((one) => quarters(one, minutes * minute))
  if (together.length === 0) return { proposals: [], reason: 'no-common-hours' }

  const busy = diaries.flatMap((one) => one.busy)
  const free = together.filter((one) => !busy.some((taken) => overlap(one, taken)))
  if (free.length === 0) return { proposals: [], reason: 'nothing-free' }

  const lunches = diaries.flatMap(({ hours }) => daily(hours, window, lunch))
  const atWork = free.filter((one) => !lunches.some((meal) => overlap(one, meal)))
  return { proposals: best(atWork.length > 0 ? atWork : free, question, wanted), reason: null }
}

const overlap = (one: Interval, other: Interval) => one.start < other.end && other.start < one.end

/** The overlaps of two lists of intervals. */
const both = (some: Interval[], others: Interval[]): Interval[] =>
  some.flatMap((one) =>
    others.flatMap((other) => {
      const common = { start: Math.max(one.start, other.start), end: Math.min(one.end, other.end) }
      return common.start < common.end ? [common] : []
    }),
  )

/** The same hours of each working day, by the clock of whoever works them. */
function daily(
  hours: ReminderSettings,
  window: Interval,
  clock: { from: string; until: string },
): Interval[] {
  const at = (day: Temporal.PlainDate, time: string) =>
    day.toZonedDateTime({ timeZone: hours.timeZone, plainTime: Temporal.PlainTime.from(time) })
      .epochMilliseconds
  const last = dayOf(new Date(window.end), hours)
  const days: Interval[] = []
  const nights = isAtNight(clock) ? 1 : 0
  // A night shift of the day before may reach into the first.
  let day = dayOf(new Date(window.start), hours).subtract({ days: nights })
  for (; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    if (!isWorkingDay(day, hours)) continue
    days.push({ start: at(day, clock.from), end: at(day.add({ days: nights }), clock.until) })
  }
  return days
}

/** Every conversation of that length within, at the quarters of an hour; they are so in every zone of today. */
function quarters(within: Interval, length: number): Interval[] {
  const conversations: Interval[] = []
  const first = Math.ceil(within.start / quarter) * quarter
  for (let start = first; start + length <= within.end; start += quarter) {
    conversations.push({ start, end: start + length })
  }
  return conversations
}

function best(free: Interval[], { diaries, due, usual }: Question, wanted: number): Interval[] {
  const timeZone = diaries[0]?.hours.timeZone ?? 'UTC'
  const dueDay = zonedAt(due, timeZone).toPlainDate()
  const rated = free.map((conversation) => {
    const start = zonedAt(new Date(conversation.start), timeZone)
    const day = start.toPlainDate()
    const clock = start.hour * 60 + start.minute
    const unusual = usual
      ? (day.dayOfWeek === usual.weekday ? 0 : costs.otherWeekday) +
        (Math.abs(clock - usual.minute) / 240) * costs.fourHours
      : 0
    return { conversation, day: day.toString(), cost: Math.abs(dueDay.until(day).days) + unusual }
  })
  const chosen: typeof rated = []
  while (chosen.length < wanted) {
    const [next] = rated
      .filter((one) => !chosen.some(({ conversation }) => overlap(conversation, one.conversation)))
      .map((one) => ({
        one,
        cost: one.cost + chosen.filter(({ day }) => day === one.day).length * costs.sameDay,
      }))
      .sort((a, b) => a.cost - b.cost || a.one.conversation.start - b.one.conversation.start)
    if (!next) break
    chosen.push(next.one)
  }
  return chosen.map(({ conversation }) => conversation)
}
