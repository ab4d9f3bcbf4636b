import type { Rhythm } from '../contract/one-on-ones.ts'
import type { UnopenedConversation } from '../conversation/collection.ts'

const day = 24 * 60 * 60 * 1000
const week = 7 * day
/** So much longer than usual is still in rhythm: a week that somebody was away. */
const leeway = 1.5
/** How many conversations the usual interval is derived from at most: last year's interval says little of today's. */
const memory = 6
/** Conversations that these intervals lie between. */
export const remembered = memory + 1

/** A conversation took place when it was finished, or something was written in it and it is over. */
export const wasHeld = (
  { state, meeting, written }: Pick<UnopenedConversation, 'state' | 'meeting' | 'written'>,
  now: Date,
): boolean => state === 'finished' || (meeting.end < now && written === true)

/**
 * The usual time between two conversations, in milliseconds; null as long as there were too few to tell.
 * @param held when they talked, in any order
 */
export function usualInterval(held: Date[]): number | null {
  const conversations = latestFirst(held).slice(0, remembered)
  const gaps = conversations
    .flatMap((one, at) => {
      const before = conversations[at + 1]
      return before === undefined ? [] : [one - before]
    })
    .sort((a, b) => a - b)
  return gaps[Math.floor(gaps.length / 2)] ?? null
}

/**
 * How regularly two people talk: by the interval that they agreed on, else by the usual one.
 * @param held when they talked, in any order
 * @param next when their next conversation is planned
 * @param everyWeeks what they agreed on; null when nothing is
 */
export function rhythmOf(
  held: Date[],
  next: Date | null,
  now: Date,
  everyWeeks: number | null,
): Pick<Rhythm, 'state' | 'everyDays' | 'last'> {
  const [last] = latestFirst(held)
  const lastConversation = last === undefined ? null : new Date(last).toISOString()
  const agreed = everyWeeks === null ? null : everyWeeks * week
  const interval = agreed ?? usualInterval(held)
  if (interval === null) return { state: 'new', everyDays: null, last: lastConversation }
  const everyDays = Math.max(1, Math.round(interval / day))
  // Agreed before they ever talked: there is nothing to be late for yet.
  if (last === undefined) return { state: next ? 'kept' : 'open', everyDays, last: null }
  // A week away is a week, also for who agreed on once in eight.
  const late = last + (agreed === null ? interval * leeway : Math.min(agreed * leeway, agreed + week))
  const planned = next !== null && next.getTime() <= late
  const state = planned ? 'kept' : now.getTime() > late || next !== null ? 'slipping' : 'open'
  return { state, everyDays, last: lastConversation }
}

const latestFirst = (held: Date[]): number[] => held.map((one) => one.getTime()).sort((a, b) => b - a)
