import { mailAddresses } from './mail-addresses.ts'
import type { Event, MailboxSettings } from '@microsoft/microsoft-graph-types'
import type { GraphClient } from './client.ts'
import { GraphFailure } from './failure.ts'
import { hoursIn, scheduleCalls, type MailboxHours } from './schedule.ts'
import { segment } from './segment.ts'

/** `onlineMeeting` is null unless `isOnlineMeeting` is selected too (docs/platform-facts.md, Events and their ids). */
const listed = [
  'id',
  'iCalUId',
  'subject',
  'start',
  'end',
  'originalStartTimeZone',
  'isAllDay',
  'isCancelled',
  'isOrganizer',
  'organizer',
  'attendees',
  'hideAttendees',
  'isOnlineMeeting',
  'onlineMeeting',
  'type',
  'seriesMasterId',
  'sensitivity',
]

const day = 24 * 60 * 60 * 1000
/** How far ahead the next of a series is looked for, in days: a conversation each quarter still has one. */
const seriesReach = 100

/** More pages than this is no calendar of a person; it bounds a request. */
const pageLimit = 10

export type Profile = { displayName: string; addresses: string[] }
export type EventBody = {
  id: string
  etag: string
  changeKey: string
  joinUrl: string | null
  body: { contentType: 'html' | 'text'; content: string }
}

/**
 * The few calls that Groei makes to a person's calendar. Times are UTC, ids immutable.
 * Every method throws GraphFailure.
 */
export function calendarOf(graph: GraphClient) {
  const { client, call, pathOf } = graph
  return {
    ...scheduleCalls(graph),

    /** Events that touch the window, by start; occurrences of series expanded. */
    view: (from: Date, to: Date): Promise<Event[]> =>
      call(async () => {
        const query = new URLSearchParams({
          startDateTime: from.toISOString(),
          endDateTime: to.toISOString(),
          $select: listed.join(','),
          $orderby: 'start/dateTime',
          $top: '200',
        })
        const events: Event[] = []
        let url: string | undefined = `/me/calendarView?${query}`
        for (let page = 0; url && page < pageLimit; page += 1) {
          const answer = (await client.api(pathOf(url)).get()) as {
            value: Event[]
            '@odata.nextLink'?: string
          }
          events.push(...answer.value)
          url = answer['@odata.nextLink']
        }
        // A part of the events is no answer: the others would be taken for cancelled.
        if (url) throw new GraphFailure('unavailable', 'more events than can be read')
        return events
      }),

    /**
     * One event by the id that its mailbox gives it. Of a series (its master), the occurrence that begins at `start`:
     * classic Outlook gives the series' id for it (docs/platform-facts.md, Events and their ids). Without one, what is on
     * or comes next.
     */
    event: (id: string, now: Date, start: Date | null = null): Promise<Event | null> =>
      call(async () => {
        const path = `/me/events/${segment(id)}`
        const select = listed.join(',')
        const event = (await client.api(path).query({ $select: select }).get()) as Event
        if (event.type !== 'seriesMaster') return event
        const instances = async (from: number, to: number) => {
          const window = new URLSearchParams({
            startDateTime: new Date(from).toISOString(),
            endDateTime: new Date(to).toISOString(),
            $select: select,
            $top: '50',
          })
          return ((await client.api(`${path}/instances?${window}`).get()) as { value: Event[] }).value
        }
        const at = (time: Event['start']) => Date.parse(`${(time?.dateTime ?? '').replace(/Z$/, '')}Z`)
        if (start) {
          const opened = start.getTime()
          const far = (one: Event) => Math.abs(at(one.start) - opened)
          const [near] = (await instances(opened - day, opened + day)).sort((a, b) => far(a) - far(b))
          if (near) return near
        }
        const coming = await instances(now.getTime() - day, now.getTime() + seriesReach * day)
        return (
          coming.filter((one) => at(one.end) > now.getTime()).sort((a, b) => at(a.end) - at(b.end))[0] ?? null
        )
      }),

    /** The event with its body: GET before every PATCH. */
    read: (id: string): Promise<EventBody> =>
      call(async () =>
        eventBody(
          (await client
            .api(`/me/events/${segment(id)}`)
            .query({ $select: 'id,changeKey,body,isOnlineMeeting,onlineMeeting' })
            .get()) as Event,
        ),
      ),

    /** Writes the whole body back; refused as `stale` when the event has changed since `etag`. */
    writeBody: (id: string, etag: string, body: EventBody['body']): Promise<EventBody> =>
      call(async () =>
        eventBody(
          (await client
            .api(`/me/events/${segment(id)}`)
            .header('If-Match', etag)
            .patch({ body })) as Event,
        ),
      ),

    /**
     * Hides what stands in an event from colleagues who may look into the calendar. Of a series, give its master:
     * one occurrence cannot differ from its series in this ([MS-OXOCAL], exceptions).
     */
    makePrivate: (id: string): Promise<void> =>
      call(async () => {
        await client.api(`/me/events/${segment(id)}`).patch({ sensitivity: 'private' })
      }),

    /** The join URL of the meeting that a chat belongs to; Graph answers only to its members. */
    joinUrlOfChat: (chatId: string): Promise<string | null> =>
      call(async () => {
        const chat = (await client
          .api(`/chats/${segment(chatId)}`)
          .query({ $select: 'onlineMeetingInfo' })
          .get()) as { onlineMeetingInfo?: { joinWebUrl?: string | null } | null }
        return chat.onlineMeetingInfo?.joinWebUrl ?? null
      }),

    /** The person themselves, with every address that mail to them can have. */
    profile: (): Promise<Profile> =>
      call(async () => {
        const me = (await client
          .api('/me')
          .query({ $select: 'displayName,mail,userPrincipalName,proxyAddresses' })
          .get()) as {
          displayName?: string
          mail?: string
          userPrincipalName?: string
          proxyAddresses?: string[]
        }
        return { displayName: me.displayName ?? '', addresses: mailAddresses(me) }
      }),
  }
}
export type Calendar = ReturnType<typeof calendarOf>

/** @throws GraphFailure, also where the person has not consented to it */
export const mailboxHours = ({ client, call }: GraphClient): Promise<MailboxHours | null> =>
  call(async () => hoursIn((await client.api('/me/mailboxSettings').get()) as MailboxSettings))

function eventBody(event: Event & { '@odata.etag'?: string }): EventBody {
  return {
    id: event.id ?? '',
    etag: event['@odata.etag'] ?? '',
    changeKey: event.changeKey ?? '',
    joinUrl: event.onlineMeeting?.joinUrl ?? null,
    body: {
      contentType: event.body?.contentType === 'text' ? 'text' : 'html',
      content: event.body?.content ?? '',
    },
  }
}
