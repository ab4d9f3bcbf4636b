import type { ConversationDocument, PublicationDocument, Target } from '../conversation/collection.ts'
import type { EventBody } from '../graph/calendar.ts'
import type { OneOnOne } from '../meeting/one-on-one.ts'
import { isOfPair } from '../pair/policy.ts'
import type { PairDocument } from '../pair/collection.ts'

/**
 * For so long after a talk its section stays in that talk's invite, milliseconds: when the talk is finished by then,
 * the next section takes its place; when it is not, this one goes on to the next invite.
 */
export const stayAfter = 4 * 60 * 60_000

const day = 24 * 60 * 60_000
/** How far ahead the next meeting is looked for: once in eight weeks, and then some later. */
const horizon = 100 * day
/** How far back it is looked up what became of an invite in which the section stands. */
const lookBack = 30 * day

/** The invite in which a conversation's section stands, if it does. */
export const carrying = ({ publication }: ConversationDocument) =>
  publication?.state === 'published' ? publication.target : null

/** Every invite in which a section stands or may stand. */
export const placesOf = ({ places, target }: Pick<PublicationDocument, 'places' | 'target'>): Target[] =>
  places ?? (target ? [target] : [])

/** The stretch of a calendar in which the invite for a conversation's section is looked for. */
export function stretchFor({ publication }: ConversationDocument, now: Date): [from: Date, to: Date] {
  const begun = publication?.target?.start.getTime() ?? now.getTime()
  const from = Math.max(Math.min(now.getTime(), begun), now.getTime() - lookBack)
  return [new Date(from), new Date(now.getTime() + horizon)]
}

/** The invite that carries a conversation's section, or will: see `nextMeeting`. */
export function inviteFor(
  conversation: ConversationDocument,
  pair: Pick<PairDocument, 'members'>,
  meetings: OneOnOne[],
  now: Date,
): OneOnOne | null {
  const { iCalUId, publication, meeting } = conversation
  const held = { iCalUId, heldAt: publication?.heldAt ?? meeting.start }
  const theirs = meetings.filter((one) => isOfPair(pair, one))
  return nextMeeting(theirs, held, now, carrying(conversation)?.iCalUId)
}

/**
 * The invite that carries the section: the pair's first 1-on-1 after this conversation that has not begun yet
 * (design, "Writing the invite"). The one that carries it now may have begun: two people in a talk look at that
 * invite.
 * @param meetings of the pair
 * @param carries the iCalUId of the invite in which the section stands
 */
export function nextMeeting(
  meetings: OneOnOne[],
  conversation: { iCalUId: string; heldAt: Date },
  now: Date,
  carries: string | null = null,
): OneOnOne | null {
  const after = new Date(Math.max(conversation.heldAt.getTime(), now.getTime()))
  const isNext = (one: OneOnOne) =>
    one.start > after || (one.iCalUId === carries && one.end.getTime() + stayAfter > now.getTime())
  const candidates = meetings.filter((one) => one.iCalUId !== conversation.iCalUId && isNext(one))
  return candidates.sort(byStart)[0] ?? null
}

/** Two at one moment are in the same order on every server and in either mailbox. */
const byStart = (a: OneOnOne, b: OneOnOne) =>
  a.start.getTime() - b.start.getTime() || (a.iCalUId < b.iCalUId ? -1 : 1)

/** Did writing keep the meeting joinable? Checked on what the service answered, not on what we sent. */
export const keptJoinUrl = (before: EventBody, after: EventBody): boolean => before.joinUrl === after.joinUrl
