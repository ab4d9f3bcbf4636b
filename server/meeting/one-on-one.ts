import type { Event } from '@microsoft/microsoft-graph-types'
import type { Eligibility } from '../contract/conversation.ts'
import { ianaZone } from './zones.ts'
import { personName, subjectLine } from './person-name.ts'

export type Participant = { name: string; address: string }

/** One occurrence of a 1-on-1, read out of somebody's calendar. Instants are UTC. */
export type OneOnOne = {
  eventId: string
  iCalUId: string
  subject: string
  start: Date
  end: Date
  /** The IANA time zone in which it was planned; a series keeps its time of day there. Null where it is unknown. */
  timeZone: string | null
  joinUrl: string | null
  isRecurring: boolean
  /** The id of the series that it belongs to, if any. */
  seriesId: string | null
  /** Colleagues who may look into the calendar see only that the time is taken. */
  isPrivate: boolean
  /** Is the calendar's owner the organiser? */
  isOrganiser: boolean
  organiser: Participant
  attendee: Participant
}

export type NotOneOnOne = 'not-a-one-on-one' | 'meeting-cancelled'
export type Read =
  | { ok: true; meeting: OneOnOne }
  /** `eligibility`: what it is to a conversation that was a 1-on-1 before. */
  | { ok: false; reason: NotOneOnOne; eligibility: Exclude<Eligibility, 'one-on-one'> }

/** Graph gives `dateTime` without an offset; we always ask for UTC. */
export const instant = (value: string | null | undefined): Date =>
  new Date(`${(value ?? '').replace(/Z$/, '')}Z`)

const participant = (
  email: { name?: string | null; address?: string | null } | null | undefined,
): Participant => ({
  address: (email?.address ?? '').toLowerCase(),
  name: personName(email?.name ?? '') || email?.address || '',
})

/**
 * A 1-on-1 is a timed, uncancelled event with exactly two people: the organiser and one other; rooms and
 * resources do not count (docs/design.md, Who is who). With `hideAttendees` each of many sees only themselves beside
 * the organiser: that is none.
 */
export function oneOnOne(event: Event): Read {
  const organiser = participant(event.organizer?.emailAddress)
  const people = new Map<string, Participant>()
  for (const attendee of event.attendees ?? []) {
    if (attendee.type === 'resource') continue
    const one = participant(attendee.emailAddress)
    if (one.address && one.address !== organiser.address) people.set(one.address, one)
  }
  const [attendee, ...more] = people.values()
  if (more.length > 0) return { ok: false, reason: 'not-a-one-on-one', eligibility: 'others-invited' }
  if (event.isAllDay || event.hideAttendees || !organiser.address || !attendee || !event.iCalUId) {
    return { ok: false, reason: 'not-a-one-on-one', eligibility: 'not-of-two' }
  }
  if (event.isCancelled) return { ok: false, reason: 'meeting-cancelled', eligibility: 'cancelled' }
  return {
    ok: true,
    meeting: {
      eventId: event.id ?? '',
      iCalUId: event.iCalUId,
      subject: subjectLine(event.subject ?? ''),
      start: instant(event.start?.dateTime),
      end: instant(event.end?.dateTime),
      timeZone: ianaZone(event.originalStartTimeZone ?? ''),
      joinUrl: event.onlineMeeting?.joinUrl ?? null,
      isRecurring: event.type === 'occurrence' || event.type === 'exception',
      seriesId: event.seriesMasterId ?? null,
      isPrivate: event.sensitivity === 'private' || event.sensitivity === 'confidential',
      isOrganiser: event.isOrganizer === true,
      organiser,
      attendee,
    },
  }
}

/** The 1-on-1s in a calendar, out of its noise. */
export const oneOnOnes = (events: Event[]): OneOnOne[] =>
  events.flatMap((event) => {
    const found = oneOnOne(event)
    return found.ok ? [found.meeting] : []
  })

export const me = (meeting: OneOnOne): Participant =>
  meeting.isOrganiser ? meeting.organiser : meeting.attendee
export const other = (meeting: OneOnOne): Participant =>
  meeting.isOrganiser ? meeting.attendee : meeting.organiser

/** Two people in one tenant, whoever of them organised: their addresses in order. */
export const pairKey = (meeting: OneOnOne): string =>
  [meeting.organiser.address, meeting.attendee.address].sort().join('|')
