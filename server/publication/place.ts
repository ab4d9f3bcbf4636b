import type { EventBody } from '../graph/calendar.ts'
import { pairKey, type OneOnOne } from '../meeting/one-on-one.ts'

/**
 * For so long after a talk its section stays in that talk's invite, milliseconds: when the talk is finished by then,
 * the next section takes its place; when it is not, this one goes on to the next invite.
 */
export const stayAfter = 4 * 60 * 60_000

/**
 * The invite that carries the section: the pair's first 1-on-1 after this conversation that has not begun yet
 * (design, "Writing the invite"). The one that carries it now may have begun: two people in a talk look at that
 * invite.
 * @param carries the iCalUId of the invite in which the section stands
 */
export function nextMeeting(
  meetings: OneOnOne[],
  key: string,
  conversation: { iCalUId: string; heldAt: Date },
  now: Date,
  carries: string | null = null,
): OneOnOne | null {
  const after = new Date(Math.max(conversation.heldAt.getTime(), now.getTime()))
  const isNext = (one: OneOnOne) =>
    one.start > after || (one.iCalUId === carries && one.end.getTime() + stayAfter > now.getTime())
  const candidates = meetings.filter(
    (one) => pairKey(one) === key && one.iCalUId !== conversation.iCalUId && isNext(one),
  )
  return candidates.sort(byStart)[0] ?? null
}

/** Two at one moment are in the same order on every server and in either mailbox. */
const byStart = (a: OneOnOne, b: OneOnOne) =>
  a.start.getTime() - b.start.getTime() || (a.iCalUId < b.iCalUId ? -1 : 1)

/** Did writing keep the meeting joinable? Checked on what the service answered, not on what we sent. */
export const keptJoinUrl = (before: EventBody, after: EventBody): boolean => before.joinUrl === after.joinUrl
