import type { Event } from '@microsoft/microsoft-graph-types'
import type { WaitingReason } from '../contract/publication.ts'
import type { ListedConversation, PublicationDocument } from '../conversation/collection.ts'
import type { Calendar } from '../graph/calendar.ts'
import type { Bodies } from '../invite/thread.ts'
import { GraphFailure } from '../graph/failure.ts'
import { occurrenceId } from '../meeting/occurrence.ts'
import { oneOnOnes, type OneOnOne } from '../meeting/one-on-one.ts'
import { whoIsIn } from '../meeting/who.ts'
import { isNoMailbox, isSignedOut } from '../mailbox/session.ts'
import type { Member, PairDocument } from '../pair/collection.ts'
import { addressesOf, isOfPair, memberAt } from '../pair/policy.ts'

/**
 * How long a section stays in the invite of its own conversation, in milliseconds: when it is finished by then,
 * the next section replaces it; when it is not, this one goes on to the next invite.
 */
export const stayAfter = 4 * 60 * 60_000

const day = 24 * 60 * 60_000
/** How far ahead the next invite is searched for: once in eight weeks, and then some later. */
const horizon = 100 * day
/** How far back it is looked up what became of an invite in which the section stands. */
const lookBack = 30 * day

/** The invite in which a conversation's section stands, if it does. */
export const carrying = ({ publication }: ListedConversation) =>
  publication?.state === 'published' ? publication.target : null

/** The stretch of a calendar in which the invite for a conversation's section is looked for. */
export function stretchFor({ publication }: ListedConversation, now: Date): [from: Date, to: Date] {
  const begun = publication?.target?.start.getTime() ?? now.getTime()
  const from = Math.max(Math.min(now.getTime(), begun), now.getTime() - lookBack)
  return [new Date(from), new Date(now.getTime() + horizon)]
}

/** The next invite of a conversation among the meetings of one calendar: see `nextInvite`. */
export function nextInviteFor(
  conversation: ListedConversation,
  pair: Pick<PairDocument, 'members' | 'noteTakers'>,
  meetings: OneOnOne[],
  now: Date,
): OneOnOne | null {
  const { iCalUId, publication, meeting } = conversation
  const held = { iCalUId, heldAt: publication?.heldAt ?? meeting.start }
  const theirs = meetings.filter((one) => isOfPair(pair, one))
  return nextInvite(theirs, held, now, carrying(conversation)?.iCalUId)
}

/**
 * The next invite carries the section: it is that of the pair's first 1-on-1 after this conversation that has not begun yet
 * (docs/design.md, Writing the invite). The one that carries it now may have begun: two people in a conversation look at that
 * invite.
 * @param meetings of the pair
 * @param carries the iCalUId of the invite in which the section stands
 */
export function nextInvite(
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

/** All that publishing one section needs. */
export type Work = {
  conversation: ListedConversation
  publication: PublicationDocument
  pair: PairDocument
  /** The pair's other conversations whose sections stand somewhere or wait; read while this worker has the mailbox. */
  others: () => Promise<ListedConversation[]>
  /** The calendar of a member; null for one who has never been here. @throws MailboxBusy */
  calendarOf: (member: Member) => Promise<Calendar | null>
  /** The time zone of a member, as far as is known of them. */
  zoneOf: (member: Member) => Promise<string | null>
  /** The thread that reads bodies of invites. */
  bodies: Bodies
  now: Date
}

/** Why a calendar cannot be read: its owner has to sign in, or it is not in Microsoft 365. */
export type Closed = Extract<WaitingReason, 'organiser-sign-in' | 'no-mailbox'>

type Seen = { next: OneOnOne | null; isLost: boolean }
/** `calendar`: the one in which `next` is written; null when it is `closed`. */
export type FoundNext = Seen & ({ calendar: Calendar; closed: null } | { calendar: null; closed: Closed })

/** The next invite as its organiser's calendar has it; why not, when neither of the two calendars can be read. */
export async function findNextInvite(work: Work): Promise<FoundNext | Closed> {
  const { conversation, pair } = work
  const organiser = memberAt(pair, conversation.meeting.organiser)
  // Both calendars hold the same meetings; the organiser's is the likelier one to be written to.
  const inOrder = [...pair.members].sort((a, b) => Number(b === organiser) - Number(a === organiser))
  let none: FoundNext | null = null
  let unread: Closed | null = null
  for (const member of inOrder) {
    const read = await look(member, work)
    if (typeof read === 'string') {
      // That of the likelier one counts.
      unread ??= read
      continue
    }
    const { next, isLost } = read
    // Whoever is invited may have taken their own copy away: there is none when neither calendar has one.
    if (!next) {
      none ??= { ...read, closed: null }
      continue
    }
    if (next.isOrganiser) return { ...read, closed: null }
    const theirs = memberAt(pair, next.organiser.address)
    const same = theirs && theirs !== member ? await look(theirs, work) : 'organiser-sign-in'
    if (typeof same === 'string') return { next, isLost, calendar: null, closed: same }
    return same.next?.isOrganiser
      ? { next: same.next, isLost, calendar: same.calendar, closed: null }
      : { next, isLost, calendar: null, closed: 'organiser-sign-in' }
  }
  return none ?? unread ?? 'organiser-sign-in'
}

/** The pair's next 1-on-1 by the calendar of one of them. @returns why, when it cannot be read */
async function look(member: Member, work: Work): Promise<(Seen & { calendar: Calendar }) | Closed> {
  const calendar = await work.calendarOf(member)
  if (!calendar) return 'organiser-sign-in'
  try {
    return { ...(await nextIn(calendar, member, work)), calendar }
  } catch (error) {
    if (isNoMailbox(error)) return 'no-mailbox'
    if (isSignedOut(error)) return 'organiser-sign-in'
    throw error
  }
}

async function nextIn(
  calendar: Calendar,
  owner: Member,
  { conversation, publication, pair, now }: Work,
): Promise<Seen> {
  const [from, to] = stretchFor(conversation, now)
  const events = await calendar.view(from, to)
  const people = [owner, ...pair.members].map(addressesOf)
  const stands = publication.invites.map((one) => one.iCalUId)
  const isUnclear = (event: Event) =>
    whoIsIn(event, people) === null && (saysNobody(event) || stands.includes(occurrenceId(event) ?? ''))
  // The question is not answered: nothing follows, and it is asked again.
  if (events.some(isUnclear)) throw new GraphFailure('unavailable', 'attendees without addresses')
  const meetings = oneOnOnes(events, people).filter((one) => isOfPair(pair, one))
  const target = conversation.publication?.target
  // Before what was looked at nothing is known.
  const isSeen = target != null && target.start >= from
  return {
    next: nextInviteFor(conversation, pair, meetings, now),
    isLost: isSeen && !meetings.some((one) => one.iCalUId === target.iCalUId),
  }
}

/** There are attendees, and of none a name or an address: so Graph answered for an afternoon (microsoft-graph-docs 4477). */
const saysNobody = ({ attendees }: Event): boolean =>
  attendees?.every((one) => !one.emailAddress?.address && !one.emailAddress?.name) === true
