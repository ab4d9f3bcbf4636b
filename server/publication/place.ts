import type { EventBody } from '../graph/calendar.ts'
import { pairKey, type OneOnOne } from '../meeting/one-on-one.ts'

/**
 * The invite that carries the section: the pair's first 1-on-1 after this conversation that has not begun yet
 * (design, "Writing the invite").
 */
export function nextMeeting(
  meetings: OneOnOne[],
  key: string,
  conversation: { iCalUId: string; start: Date },
  now: Date,
): OneOnOne | null {
  const after = Math.max(conversation.start.getTime(), now.getTime())
  const candidates = meetings.filter(
    (one) => pairKey(one) === key && one.iCalUId !== conversation.iCalUId && one.start.getTime() > after,
  )
  return candidates.sort((a, b) => a.start.getTime() - b.start.getTime())[0] ?? null
}

/** Did writing keep the meeting joinable? Checked on what the service answered, not on what we sent. */
export const keptJoinUrl = (before: EventBody, after: EventBody): boolean => before.joinUrl === after.joinUrl
