import type { Event } from '@microsoft/microsoft-graph-types'
import type { Eligibility } from '../contract/conversation.ts'
import type { ListedConversation } from '../conversation/collection.ts'
import { differs } from '../conversation/planned.ts'
import { addressOf } from '../graph/addresses.ts'
import { mayBe, occurrenceId } from '../meeting/occurrence.ts'
import { oneOnOne, type OneOnOne } from '../meeting/one-on-one.ts'
import type { PairDocument } from '../pair/collection.ts'
import { addressesOf, eligibilityOf, isOfTwo, mayTellOf, memberAt } from '../pair/policy.ts'

type Two = Pick<PairDocument, '_id' | 'members' | 'noteTakers'>
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
    const held = conversations.filter((one) => isIdOf(event, one.iCalUId))
    const written = active.filter(({ publication }) =>
      (publication?.invites ?? []).some(
        (invite) => isIdOf(event, invite.iCalUId) || invite.eventId === event.id,
      ),
    )
    return [...named, ...[...held, ...written].map((one) => one.pairId)]
  })
  return [...new Set(touched)]
}

/** Is it the id of this event, or of an occurrence of it? A change does not say of which. */
const isIdOf = (event: Event, id: string): boolean =>
  mayBe(event, id) || (event.iCalUId != null && (id === event.iCalUId || id.startsWith(`${event.iCalUId}~`)))

function concerns(event: Event, pair: Pick<Two, 'members'>): boolean {
  const people = [event.organizer, ...(event.attendees ?? [])].map((one) =>
    memberAt(pair, addressOf(one?.emailAddress?.address)),
  )
  return pair.members.every((member) => people.includes(member))
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
  const there = new Set(events.map(occurrenceId))
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
  const pair = pairs.find((one) => one._id === conversation.pairId)
  // The calendar's owner does not matter here.
  const found = event && oneOnOne(event, [[], ...(pair?.members ?? []).map(addressesOf)])
  const eligibility = !found
    ? 'cancelled'
    : found.ok
      ? pair && isOfTwo(pair, found.meeting)
        ? eligibilityOf(pair, found.meeting)
        : 'others-invited'
      : found.eligibility
  if (found?.ok && (eligibility === 'one-on-one' || eligibility === 'others-declined'))
    return { meetings: [{ conversationId: conversation._id, meeting: found.meeting }], eligibilities: [] }
  if (!eligibility || eligibility === 'one-on-one') return { meetings: [], eligibilities: [] }
  return { meetings: [], eligibilities: [{ conversationId: conversation._id, eligibility }] }
}

function effectOf(
  event: Event,
  owner: string[],
  { pairs, conversations, active }: Known,
  now: Date,
): Effects {
  const id = occurrenceId(event)
  const found = oneOnOne(event, [owner, ...pairs.flatMap(({ members }) => members.map(addressesOf))])
  // The answer does not say who is in it: nothing follows from that.
  if (!found.ok && found.eligibility === null) return nothing
  const pair = found.ok ? pairs.find((one) => isOfTwo(one, found.meeting)) : undefined
  const conversation = conversations.find((one) => one.iCalUId === id)
  const ofConversation = conversation && pairs.find((one) => one._id === conversation.pairId)
  const mayTell =
    conversation && ofConversation && mayTellOf(ofConversation, conversation.meeting.organiser, owner)
  const isTheirs = pair && (!conversation || conversation.pairId === pair._id)
  const eligibility = !found.ok
    ? found.eligibility
    : isTheirs
      ? eligibilityOf(pair, found.meeting)
      : 'others-invited'
  const isWritten = (one: ListedConversation) => one.publication?.target?.iCalUId === id
  if (found.ok && pair && (eligibility === 'one-on-one' || eligibility === 'others-declined')) {
    const { meeting } = found
    const moves = (one: ListedConversation) => one.pairId === pair._id && movesSection(one, meeting, now)
    return {
      ...nothing,
      meetings:
        mayTell && differs(conversation, meeting) ? [{ conversationId: conversation._id, meeting }] : [],
      recheck: ids(active.filter(eligibility === 'one-on-one' ? moves : isWritten)),
    }
  }
  if (!eligibility || eligibility === 'one-on-one') return nothing
  return {
    ...nothing,
    eligibilities:
      mayTell && conversation.eligibility !== eligibility
        ? [{ conversationId: conversation._id, eligibility }]
        : [],
    recheck: ids(active.filter(isWritten)),
  }
}

const nothing: Effects = { meetings: [], eligibilities: [], missing: [], recheck: [] }
const ids = (some: ListedConversation[]) => some.map((one) => one._id)

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
