import type { Rhythm } from '../contract/one-on-ones.ts'
import type { ConversationDocument } from '../conversation/collection.ts'

const day = 24 * 60 * 60 * 1000
const week = 7 * day
/** So much longer than usual is still in rhythm: a week that somebody was away. */
const leeway = 1.5
/** The usual interval is told from so many talks at most: what was usual last year is not what is usual now. */
const memory = 6

/** A talk took place when it was finished, or something was written in it and it is over. */
export const wasHeld = (one: ConversationDocument, now: Date): boolean =>
  one.state === 'finished' || (one.meeting.end < now && Object.values(one.notes.texts).some((text) => text))

/**
 * The usual time between two talks, in milliseconds; null as long as there were too few to tell.
 * @param held when they talked, in any order
 */
export function usualInterval(held: Date[]): number | null {
  const talks = latestFirst(held).slice(0, memory + 1)
  const gaps = talks
    .flatMap((one, at) => {
      const before = talks[at + 1]
      return before === undefined ? [] : [one - before]
    })
    .sort((a, b) => a - b)
  return gaps[Math.floor(gaps.length / 2)] ?? null
}

/**
 * How regularly two people talk: by the interval that they agreed on, else by the usual one.
 * @param held when they talked, in any order
 * @param next when their next talk is planned
 * @param everyWeeks what they agreed on; null when nothing is
 */
export function rhythmOf(
  held: Date[],
  next: Date | null,
  now: Date,
  everyWeeks: number | null,
): Pick<Rhythm, 'state' | 'everyDays' | 'last'> {
  const [last] = latestFirst(held)
  const lastTalk = last === undefined ? null : new Date(last).toISOString()
  const agreed = everyWeeks === null ? null : everyWeeks * week
  const interval = agreed ?? usualInterval(held)
  if (interval === null) return { state: 'new', everyDays: null, last: lastTalk }
  const everyDays = Math.max(1, Math.round(interval / day))
  // Agreed before they ever talked: there is nothing to be late for yet.
  if (last === undefined) return { state: next ? 'kept' : 'open', everyDays, last: null }
  // A week away is a week, also for who agreed on once in eight.
  const late = last + (agreed === null ? interval * leeway : Math.min(agreed * leeway, agreed + week))
  const planned = next !== null && next.getTime() <= late
  const state = planned ? 'kept' : now.getTime() > late || next !== null ? 'slipping' : 'open'
  return { state, everyDays, last: lastTalk }
}

const latestFirst = (held: Date[]): number[] => held.map((one) => one.getTime()).sort((a, b) => b - a)
