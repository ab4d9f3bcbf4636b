import type { Event } from '@microsoft/microsoft-graph-types'
import type { Eligibility } from '../contract/conversation.ts'
import type { ListedConversation } from '../conversation/collection.ts'
import { oneOnOne, type OneOnOne } from '../meeting/one-on-one.ts'
import type { PairDocument } from '../pair/collection.ts'
import { addressesOf, isOfPair, mayTellOf } from '../pair/policy.ts'
import { invitesOf } from '../publication/next-invite-data.ts'

type Two = Pick<PairDocument, '_id' | 'members'>
export type Known = {
  /** The person's pairs. */
  pairs: Two[]
  /** Conversations of these pairs whose conversations are not long over. */
  conversations: ListedConversation[]
  /** Those whose section stands in an invite, or waits for one. */
  active: ListedConversation[]
}

export type Effects = {
  /** Conversations whose stored meeting differs from the calendar, and that meeting. */
  meetings: { conversationId: string; meeting: OneOnOne }[]
  eligibilities: { conversationId: string; eligibility: Exclude<Eligibility, 'one-on-one'> }[]
  /** Conversations whose meetings are not where they should be. */
  missing: ListedConversation[]
  /** Conversations whose section may belong elsewhere now. */
  recheck: string[]
}

/**
 * The ids of the pairs that the listed changes may concern. An event whose attendee was replaced names the pair no more,
 * so it is also recognised by its conversation's iCalUId. A changed series comes without its occurrences and does not
 * say whose it was before, so any pair may have a conversation in it.
 */
export function touchedBy(events: Event[], { pairs, conversations, active }: Known): string[] {
  const touched = events.flatMap((event) => {
    if (event.type === 'seriesMaster') return pairs.map((pair) => pair._id)
    const named = pairs.filter((pair) => concerns(event, pair)).map((pair) => pair._id)
    const held = conversations.filter((one) => one.iCalUId === event.iCalUId)
    const written = active.filter(({ publication }) =>
      (publication ? invitesOf(publication) : []).some(
        (invite) => invite.iCalUId === event.iCalUId || invite.eventId === event.id,
      ),
    )
    return [...named, ...[...held, ...written].map((one) => one.pairId)]
  })
  return [...new Set(touched)]
}

function concerns(event: Event, { members }: Pick<Two, 'members'>): boolean {
  const people = [event.organizer, ...(event.attendees ?? [])].map((one) =>
    (one?.emailAddress?.address ?? '').toLowerCase(),
  )
  return members.every((member) => addressesOf(member).some((address) => people.includes(address)))
}

/**
 * The effects of a calendar on the conversations that we know. Most changes have none, and our own writes come back as
 * changes too: only a conversation whose section may move is checked again.
 * @param owner of the calendar, by the addresses that pairs know them by
 * @param window what of the calendar was read: what should be in it and is not, is gone
 */
export function effectsOf(
  events: Event[],
  window: [Date, Date],
  owner: string[],
  known: Known,
  now: Date,
): Effects {
  const all = events.map((event) => effectOf(event, owner, known, now))
  const there = new Set(events.map((event) => event.iCalUId))
  // Whoever is invited may take their own copy away; only the organiser's says that there is no conversation.
  const isGone = (iCalUId: string, start: Date, organiser: string | undefined) =>
    !there.has(iCalUId) && start > window[0] && start < window[1] && owner.includes(organiser ?? '')
  const gone = known.conversations.filter(
    ({ iCalUId, meeting, eligibility }) =>
      eligibility !== 'cancelled' && isGone(iCalUId, meeting.start, meeting.organiser),
  )
  const homeless = known.active.filter(({ publication }) => {
    const target = publication?.target
    return target && isGone(target.iCalUId, target.start, target.organiser)
  })
  return {
    meetings: all.flatMap((one) => one.meetings),
    eligibilities: all.flatMap((one) => one.eligibilities),
    missing: gone,
    recheck: [...new Set([...all.flatMap((one) => one.recheck), ...ids(homeless)])],
  }
}

/** The effect of a meeting that was looked up beyond the window; `event` null: there is no such meeting. */
export function effectOfMissing(
  conversation: ListedConversation,
  event: Event | null,
  pairs: Two[],
): Omit<Effects, 'missing' | 'recheck'> {
  const found = event && oneOnOne(event)
  const isTheirs =
    found?.ok && pairs.some((pair) => pair._id === conversation.pairId && isOfPair(pair, found.meeting))
  if (found?.ok && isTheirs)
    return { meetings: [{ conversationId: conversation._id, meeting: found.meeting }], eligibilities: [] }
  const eligibility = !found ? 'cancelled' : found.ok ? 'others-invited' : found.eligibility
  return { meetings: [], eligibilities: [{ conversationId: conversation._id, eligibility }] }
}

function effectOf(
  event: Event,
  owner: string[],
  { pairs, conversations, active }: Known,
  now: Date,
): Effects {
  const found = oneOnOne(event)
  const pair = found.ok ? pairs.find((one) => isOfPair(one, found.meeting)) : undefined
  const conversation = conversations.find((one) => one.iCalUId === event.iCalUId)
  const ofConversation = conversation && pairs.find((one) => one._id === conversation.pairId)
  const mayTell =
    conversation && ofConversation && mayTellOf(ofConversation, conversation.meeting.organiser, owner)
  if (!found.ok || !pair || (conversation && conversation.pairId !== pair._id)) {
    const eligibility = found.ok ? 'others-invited' : found.eligibility
    return {
      ...nothing,
      eligibilities:
        mayTell && conversation.eligibility !== eligibility
          ? [{ conversationId: conversation._id, eligibility }]
          : [],
      recheck: ids(active.filter((one) => one.publication?.target?.iCalUId === event.iCalUId)),
    }
  }
  const { meeting } = found
  return {
    ...nothing,
    meetings:
      mayTell && differs(conversation, meeting) ? [{ conversationId: conversation._id, meeting }] : [],
    recheck: ids(active.filter((one) => one.pairId === pair._id && movesSection(one, meeting, now))),
  }
}

const nothing: Effects = { meetings: [], eligibilities: [], missing: [], recheck: [] }
const ids = (some: ListedConversation[]) => some.map((one) => one._id)

const differs = ({ meeting: known, eligibility }: ListedConversation, meeting: OneOnOne): boolean =>
  eligibility !== undefined ||
  known.subject !== meeting.subject ||
  known.organiser !== meeting.organiser.address ||
  known.start.getTime() !== meeting.start.getTime() ||
  known.end.getTime() !== meeting.end.getTime()

/** May the section of this conversation belong elsewhere, now that this meeting is as it is? */
function movesSection(
  { iCalUId, publication, eligibility }: ListedConversation,
  meeting: OneOnOne,
  now: Date,
): boolean {
  // Its own meeting, in which there were others: what waited for that goes on.
  if (iCalUId === meeting.iCalUId) return eligibility !== undefined && publication?.state === 'waiting'
  const target = publication?.target
  if (!target || publication.state === 'waiting') return meeting.start > now
  return target.iCalUId === meeting.iCalUId
    ? target.start.getTime() !== meeting.start.getTime() || target.end?.getTime() !== meeting.end.getTime()
    : meeting.start > now && meeting.start < target.start
}
