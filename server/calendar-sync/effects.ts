import type { Event } from '@microsoft/microsoft-graph-types'
import type { Standing } from '../contract/conversation.ts'
import type { ConversationDocument } from '../conversation/collection.ts'
import { oneOnOne, type OneOnOne } from '../meeting/one-on-one.ts'
import type { PairDocument } from '../pair/collection.ts'
import { addressesOf, isOfPair } from '../pair/policy.ts'
import { placesOf } from '../publication/place.ts'

type Two = Pick<PairDocument, '_id' | 'members'>
export type Known = {
  /** The person's pairs. */
  pairs: Two[]
  /** Conversations of these pairs whose talks are not long over. */
  talks: ConversationDocument[]
  /** Those whose section stands in an invite, or waits for one. */
  active: ConversationDocument[]
}

export type Effects = {
  /** What a conversation has to know of its meeting, where that differs from what it knows. */
  meetings: { conversationId: string; meeting: OneOnOne }[]
  standings: { conversationId: string; standing: Exclude<Standing, 'one-on-one'> }[]
  /** Conversations whose meetings are not where they should be. */
  missing: ConversationDocument[]
  /** Conversations whose section may belong elsewhere now. */
  look: string[]
}

/**
 * The pairs that what a round of changes lists may mean something for, by their ids. A talk whose other was replaced
 * names the pair no more, so it is also told by what we know of it. Occurrences come bare, and of a series that has
 * changed nothing says whose it was before: each pair may have a talk in it.
 */
export function touchedBy(events: Event[], { pairs, talks, active }: Known): string[] {
  const touched = events.flatMap((event) => {
    if (event.type === 'seriesMaster') return pairs.map((pair) => pair._id)
    const named = pairs.filter((pair) => concerns(event, pair)).map((pair) => pair._id)
    const held = talks.filter((one) => one.iCalUId === event.iCalUId)
    const written = active.filter(({ publication }) =>
      (publication ? placesOf(publication) : []).some(
        (place) => place.iCalUId === event.iCalUId || place.eventId === event.id,
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
 * What a calendar means for what we know of it. Most changes mean nothing to us, and what we wrote ourselves comes
 * back as a change too: only what moves a section's place is worth a look.
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
  const all = events.map((event) => effectOf(event, known, now))
  const there = new Set(events.map((event) => event.iCalUId))
  // Whoever is invited may take their own copy away; only the organiser's says that there is no talk.
  const isGone = (iCalUId: string, start: Date, organiser: string | undefined) =>
    !there.has(iCalUId) && start > window[0] && start < window[1] && owner.includes(organiser ?? '')
  const gone = known.talks.filter(
    ({ iCalUId, meeting, standing }) =>
      standing !== 'cancelled' && isGone(iCalUId, meeting.start, meeting.organiser),
  )
  const homeless = known.active.filter(({ publication }) => {
    const target = publication?.target
    return target && isGone(target.iCalUId, target.start, target.organiser)
  })
  return {
    meetings: all.flatMap((one) => one.meetings),
    standings: all.flatMap((one) => one.standings),
    missing: gone,
    look: [...new Set([...all.flatMap((one) => one.look), ...ids(homeless)])],
  }
}

/** What a meeting that was looked up beyond the window means for its conversation; null: there is none. */
export function effectOfMissing(
  talk: ConversationDocument,
  event: Event | null,
  pairs: Two[],
): Omit<Effects, 'missing' | 'look'> {
  const found = event && oneOnOne(event)
  const isTheirs =
    found?.ok && pairs.some((pair) => pair._id === talk.pairId && isOfPair(pair, found.meeting))
  if (found?.ok && isTheirs)
    return { meetings: [{ conversationId: talk._id, meeting: found.meeting }], standings: [] }
  const standing = !found ? 'cancelled' : found.ok ? 'others-invited' : found.standing
  return { meetings: [], standings: [{ conversationId: talk._id, standing }] }
}

function effectOf(event: Event, { pairs, talks, active }: Known, now: Date): Effects {
  const found = oneOnOne(event)
  const pair = found.ok ? pairs.find((one) => isOfPair(one, found.meeting)) : undefined
  const talk = talks.find((one) => one.iCalUId === event.iCalUId)
  if (!found.ok || !pair || (talk && talk.pairId !== pair._id)) {
    const standing = found.ok ? 'others-invited' : found.standing
    return {
      meetings: [],
      missing: [],
      standings: talk && talk.standing !== standing ? [{ conversationId: talk._id, standing }] : [],
      look: ids(active.filter((one) => one.publication?.target?.iCalUId === event.iCalUId)),
    }
  }
  const { meeting } = found
  return {
    meetings: talk && differs(talk, meeting) ? [{ conversationId: talk._id, meeting }] : [],
    standings: [],
    missing: [],
    look: ids(active.filter((one) => one.pairId === pair._id && movesPlace(one, meeting, now))),
  }
}

const ids = (some: ConversationDocument[]) => some.map((one) => one._id)

const differs = ({ meeting: known, standing }: ConversationDocument, meeting: OneOnOne): boolean =>
  standing !== undefined ||
  known.subject !== meeting.subject ||
  known.organiser !== meeting.organiser.address ||
  known.start.getTime() !== meeting.start.getTime() ||
  known.end.getTime() !== meeting.end.getTime()

/** May the section of this conversation belong elsewhere, now that this meeting is as it is? */
function movesPlace(
  { iCalUId, publication, standing }: ConversationDocument,
  meeting: OneOnOne,
  now: Date,
): boolean {
  // Its own meeting, in which there were others: what waited for that goes on.
  if (iCalUId === meeting.iCalUId) return standing !== undefined && publication?.state === 'waiting'
  const target = publication?.target
  if (!target || publication.state === 'waiting') return meeting.start > now
  return target.iCalUId === meeting.iCalUId
    ? target.start.getTime() !== meeting.start.getTime() || target.end?.getTime() !== meeting.end.getTime()
    : meeting.start > now && meeting.start < target.start
}
