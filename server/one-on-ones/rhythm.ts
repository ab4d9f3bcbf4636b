import type { Rhythm } from '../contract/one-on-ones.ts'

const day = 24 * 60 * 60 * 1000
/** So much longer than usual is still in rhythm: a week that somebody was away. */
const leeway = 1.5
/** The usual interval is told from so many talks at most: what was usual last year is not what is usual now. */
const memory = 6

/**
 * How regularly two people talk.
 * @param held when they talked, in any order
 * @param next when their next talk is planned
 */
export function rhythmOf(held: Date[], next: Date | null, now: Date): Rhythm {
  const talks = held.map((one) => one.getTime()).sort((a, b) => b - a)
  const [last] = talks
  const lastTalk = last === undefined ? null : new Date(last).toISOString()
  const gaps = talks
    .slice(0, memory)
    .flatMap((one, at) => {
      const before = talks[at + 1]
      return before === undefined ? [] : [one - before]
    })
    .sort((a, b) => a - b)
  const usual = gaps[Math.floor(gaps.length / 2)]
  if (last === undefined || usual === undefined) return { state: 'new', everyDays: null, last: lastTalk }
  const late = last + usual * leeway
  const planned = next !== null && next.getTime() <= late
  const state = planned ? 'kept' : now.getTime() > late || next !== null ? 'slipping' : 'open'
  return { state, everyDays: Math.max(1, Math.round(usual / day)), last: lastTalk }
}
