import type { Event } from '@microsoft/microsoft-graph-types'
import type { Eligibility } from '../contract/conversation.ts'
import { occurrenceId } from './occurrence.ts'
import { subjectLine } from '../contract/person-name.ts'
import { whoIsIn, type Participant, type People } from './who.ts'
import { ianaZone } from './zones.ts'

export type { Participant }

/** One occurrence of a 1-on-1, read out of somebody's calendar. Instants are UTC. */
export type OneOnOne = {
  eventId: string
  /** The id of this occurrence alone, see `occurrenceId`. */
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
  /** People besides the two who declined: the invite is in their mailbox too. Absent: nobody. */
  declined?: Participant[]
  /** Perhaps services that take notes: the two are asked. Absent: none. */
  noteTakers?: Participant[]
}

export type NotOneOnOne = 'not-a-one-on-one' | 'meeting-cancelled' | 'microsoft-unavailable'
export type Read =
  | { ok: true; meeting: OneOnOne }
  /** `eligibility`: what it is to a conversation that was a 1-on-1 before; null: nothing is known of that. */
  | { ok: false; reason: NotOneOnOne; eligibility: Exclude<Eligibility, 'one-on-one'> | null }

/** Graph gives `dateTime` without an offset; we always ask for UTC. */
export const instant = (value: string | null | undefined): Date =>
  new Date(`${(value ?? '').replace(/Z$/, '')}Z`)

/**
 * A 1-on-1 is a timed, uncancelled event with exactly two people who did not decline: the organiser and one other; rooms
 * and resources do not count (docs/design.md, Who is who). With `hideAttendees` each of many sees only themselves
 * beside the organiser: that is none. An answer that does not say who is in it says nothing.
 * @param people whose addresses are known, the calendar's owner first
 */
export function oneOnOne(event: Event, people: People = []): Read {
  const who = whoIsIn(event, people)
  if (!who) return { ok: false, reason: 'microsoft-unavailable', eligibility: null }
  const { organiser, others, declined, noteTakers } = who
  const [attendee, ...more] = others
  if (more.length > 0) return { ok: false, reason: 'not-a-one-on-one', eligibility: 'others-invited' }
  const iCalUId = occurrenceId(event)
  if (event.isAllDay || event.hideAttendees || !organiser.address || !attendee || !iCalUId) {
    return { ok: false, reason: 'not-a-one-on-one', eligibility: 'not-of-two' }
  }
  if (event.isCancelled) return { ok: false, reason: 'meeting-cancelled', eligibility: 'cancelled' }
  return {
    ok: true,
    meeting: {
      eventId: event.id ?? '',
      iCalUId,
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
      ...(declined.length > 0 ? { declined } : {}),
      ...(noteTakers.length > 0 ? { noteTakers } : {}),
    },
  }
}

/** The 1-on-1s in a calendar, out of its noise. */
export const oneOnOnes = (events: Event[], people: People = []): OneOnOne[] =>
  events.flatMap((event) => {
    const found = oneOnOne(event, people)
    return found.ok ? [found.meeting] : []
  })

export const me = (meeting: OneOnOne): Participant =>
  meeting.isOrganiser ? meeting.organiser : meeting.attendee
export const other = (meeting: OneOnOne): Participant =>
  meeting.isOrganiser ? meeting.attendee : meeting.organiser

/** Two people in one tenant, whoever of them organised: their addresses in order. */
export const pairKey = (meeting: OneOnOne): string =>
  [meeting.organiser.address, meeting.attendee.address].sort().join('|')
