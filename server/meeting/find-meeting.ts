import type { Event } from '@microsoft/microsoft-graph-types'
import type { MeetingReference } from '../contract/meeting.ts'
import type { Calendar } from '../graph/calendar.ts'
import { sameMeeting } from './join-url.ts'
import { oneOnOne, type NotOneOnOne, type OneOnOne } from './one-on-one.ts'

const day = 24 * 60 * 60 * 1000

export type FoundMeeting =
  | { ok: true; meeting: OneOnOne }
  /** `iCalUId`: there is such a meeting, and it is not one of two people. */
  | { ok: false; reason: NotOneOnOne | 'meeting-not-found'; iCalUId: string | null }

/**
 * Maps what the host knows of its meeting to the occurrence in this person's calendar: the window around the
 * start, compared by join URL, chosen by start (platform facts, "From the side panel to the event").
 * An event id of that very mailbox needs no search. At most two Graph calls.
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
  const reach = reference.start ? 1 : 14
  const events = await calendar.view(
    new Date(around.getTime() - reach * day),
    new Date(around.getTime() + reach * day),
  )
  const event = nearest(
    events.filter((one) =>
      reference.iCalUId
        ? one.iCalUId === reference.iCalUId
        : Boolean(joinUrl && one.onlineMeeting?.joinUrl && sameMeeting(one.onlineMeeting.joinUrl, joinUrl)),
    ),
    around,
  )
  return asFound(event ?? null)
}

function asFound(event: Event | null): FoundMeeting {
  if (!event) return { ok: false, reason: 'meeting-not-found', iCalUId: null }
  const found = oneOnOne(event)
  return found.ok ? found : { ...found, iCalUId: event.iCalUId ?? null }
}

function nearest(events: Event[], to: Date): Event | undefined {
  const distance = (event: Event) =>
    Math.abs(new Date(`${(event.start?.dateTime ?? '').replace(/Z$/, '')}Z`).getTime() - to.getTime())
  return [...events].sort((a, b) => distance(a) - distance(b))[0]
}
