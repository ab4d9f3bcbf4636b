import { zonedAt } from '../meeting/zones.ts'
import { intervals, type EveryWeeks } from '../contract/planning.ts'
import { usualInterval } from '../one-on-ones/rhythm.ts'
import type { Question, Usual } from './free-times.ts'

const minute = 60_000
const day = 24 * 60 * minute
const week = 7 * day

/** Nobody is called to a conversation that begins within this. */
const lead = 120 * minute
/** How much before the due day a conversation still is the next one, and how long after it may be looked for. */
const early = 10 * day
const search = 3 * week
/** Length and interval of a first conversation: minutes, and milliseconds. */
const otherwise = { minutes: 30, interval: 2 * week }
const lengths = { least: 15, most: 120 }

export type Due = Pick<Question, 'minutes' | 'earliest' | 'latest' | 'due'> & { everyWeeks: EveryWeeks }

/**
 * The length and due day of the next conversation: as long as the last one, the agreed or usual interval after it.
 * @param conversations those that were held, in any order
 */
export function dueConversation(
  conversations: { start: Date; end: Date }[],
  agreed: EveryWeeks | null,
  now: Date,
): Due {
  const held = [...conversations].sort((a, b) => b.start.getTime() - a.start.getTime())
  const [last] = held
  const interval =
    agreed === null ? (usualInterval(held.map((one) => one.start)) ?? otherwise.interval) : agreed * week
  const due = last ? last.start.getTime() + interval : now.getTime()
  return {
    minutes: last ? lengthOf(last) : otherwise.minutes,
    everyWeeks: agreed ?? nearest(interval),
    due: new Date(due),
    earliest: new Date(Math.max(now.getTime() + lead, due - Math.min(interval / 2, early))),
    latest: new Date(Math.max(now.getTime(), due) + search),
  }
}

function lengthOf({ start, end }: { start: Date; end: Date }): number {
  const quarters = Math.round((end.getTime() - start.getTime()) / (15 * minute))
  return Math.min(Math.max(quarters * 15, lengths.least), lengths.most)
}

const nearest = (interval: number): EveryWeeks =>
  [...intervals].sort((a, b) => Math.abs(a * week - interval) - Math.abs(b * week - interval))[0] ?? 2

/**
 * The weekday and time at which most conversations began, by the clock of a zone; of as many, the latest. Null for none.
 * @param starts in any order
 */
export function usualOf(starts: Date[], timeZone: string): Usual | null {
  const moments = starts
    .map((start) => zonedAt(start, timeZone))
    .sort((a, b) => b.epochMilliseconds - a.epochMilliseconds)
    .map((here) => ({ weekday: here.dayOfWeek, minute: here.hour * 60 + here.minute }))
  const times = (one: Usual) =>
    moments.filter((other) => other.weekday === one.weekday && other.minute === one.minute).length
  return [...moments].sort((a, b) => times(b) - times(a))[0] ?? null
}
