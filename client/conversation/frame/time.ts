/** How a conversation stands in time, in whole minutes; null when that says nothing: hours before it, or long after. */
export type TimeLeft =
  { kind: 'before' } | { kind: 'left'; minutes: number } | { kind: 'over'; minutes: number } | null

const minute = 60_000

/** A start that is further away is another day's; whoever is in it so long afterwards reads, and is not talking. */
const near = { before: 12 * 60 * minute, after: 60 * minute }

/** @param now by the server's clock, in milliseconds */
export function timeLeft(meeting: { start: string; end: string }, now: number): TimeLeft {
  const [start, end] = [Date.parse(meeting.start), Date.parse(meeting.end)]
  if (now < start) return start - now > near.before ? null : { kind: 'before' }
  // The last minute counts until it has passed, and one over has passed whole.
  if (now < end) return { kind: 'left', minutes: Math.ceil((end - now) / minute) }
  if (now - end > near.after) return null
  return { kind: 'over', minutes: Math.floor((now - end) / minute) }
}

/** Milliseconds until what is shown becomes another minute. */
export const untilNextMinute = (meeting: { end: string }, now: number): number => {
  const rest = (Date.parse(meeting.end) - now) % minute
  return rest > 0 ? rest : minute + rest
}

/** So few minutes before the end there is just time left for a commitment. */
const lateFor = 10

/** Is it time to make a commitment, for who has made none? */
export const isTimeToCommit = (time: TimeLeft): boolean =>
  time !== null && (time.kind === 'over' || (time.kind === 'left' && time.minutes < lateFor))
