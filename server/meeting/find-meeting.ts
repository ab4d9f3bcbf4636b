import type { Event } from '@microsoft/microsoft-graph-types'
import type { MeetingReference } from '../contract/meeting.ts'
import type { Eligibility } from '../contract/conversation.ts'
import type { Calendar } from '../graph/calendar.ts'
import { sameMeeting } from './join-url.ts'
import { oneOnOne, type NotOneOnOne, type OneOnOne } from './one-on-one.ts'

const day = 24 * 60 * 60 * 1000
/** How far around the start, or around now, is looked, in days: near first, for calendars are full. */
const reaches = { known: [1], unknown: [14, 60] }

export type FoundMeeting =
  | { ok: true; meeting: OneOnOne }
  /** A conversation of the time when it was one may be kept by this iCalUId. */
  | {
      ok: false
      reason: NotOneOnOne
      eligibility: Exclude<Eligibility, 'one-on-one'>
      iCalUId: string | null
    }
  /** `iCalUId`: asked for, and not in this calendar (any more). */
  | { ok: false; reason: 'meeting-not-found'; eligibility: null; iCalUId: string | null }

/**
 * Maps what the host knows of its meeting to the occurrence in this person's calendar: the window around the
 * start, compared by join URL, chosen by start (docs/platform-facts.md, From the side panel to the event).
 * An event id of that very mailbox needs no search. Two Graph calls, and without a start a third when it is none of
 * these weeks: cards and links outlive a conversation by the longest interval that Groei proposes.
 */
export async function findMeeting(
  calendar: Calendar,
  reference: MeetingReference,
  now: Date,
): Promise<FoundMeeting> {
  if (reference.eventId) {
    const event = await calendar.event(reference.eventId, now)
    return asFound(event)
  }
  const joinUrl =
    reference.joinUrl ?? (reference.chatId ? await calendar.joinUrlOfChat(reference.chatId) : null)
  const around = reference.start ? new Date(reference.start) : now
  const isIt = (one: Event) =>
    reference.iCalUId
      ? one.iCalUId === reference.iCalUId
      : Boolean(joinUrl && one.onlineMeeting?.joinUrl && sameMeeting(one.onlineMeeting.joinUrl, joinUrl))
  for (const reach of reference.start ? reaches.known : reaches.unknown) {
    const [from, to] = [-reach, reach].map((days) => new Date(around.getTime() + days * day))
    const event = from && to && nearest((await calendar.view(from, to)).filter(isIt), around)
    if (event) return asFound(event)
  }
  return asFound(null, reference.iCalUId)
}

function asFound(event: Event | null, asked?: string): FoundMeeting {
  if (!event) return { ok: false, reason: 'meeting-not-found', eligibility: null, iCalUId: asked ?? null }
  const found = oneOnOne(event)
  return found.ok ? found : { ...found, iCalUId: event.iCalUId ?? null }
}

function nearest(events: Event[], to: Date): Event | undefined {
  const distance = (event: Event) =>
    Math.abs(new Date(`${(event.start?.dateTime ?? '').replace(/Z$/, '')}Z`).getTime() - to.getTime())
  return [...events].sort((a, b) => distance(a) - distance(b))[0]
}
