import { exchangeNames, mailAddresses } from './mail-addresses.ts'
import type { Event, MailboxSettings } from '@microsoft/microsoft-graph-types'
import type { GraphClient } from './client.ts'
import { GraphFailure } from './failure.ts'
import { hoursIn, scheduleCalls, type MailboxHours } from './schedule.ts'
import { segment } from './segment.ts'

/** `onlineMeeting` is null unless `isOnlineMeeting` is selected too (docs/platform-facts.md, Events and their ids). */
const listed =
  'id,iCalUId,subject,start,end,originalStartTimeZone,originalStart,isAllDay,isCancelled,isOrganizer,organizer,' +
  'attendees,hideAttendees,location,locations,isOnlineMeeting,onlineMeeting,type,seriesMasterId,sensitivity'

const day = 24 * 60 * 60 * 1000
/** How far ahead the next of a series is looked for, in days: a conversation each quarter still has one. */
const seriesReach = 100

const pageSize = 200
/** More events in a day than this, taken over the window, is no calendar of a person; it bounds a request. */
const busiest = 60
/** A short window may hold a very full day. */
const leastPages = 10

type Chat = { onlineMeetingInfo?: { joinWebUrl?: string | null } | null }
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
  const { get, patch } = graph
  return {
    ...scheduleCalls(graph),

    /** Events that touch the window, by start; occurrences of series expanded. */
    async view(from: Date, to: Date): Promise<Event[]> {
      const query = new URLSearchParams({
        startDateTime: from.toISOString(),
        endDateTime: to.toISOString(),
        $select: listed,
        $orderby: 'start/dateTime',
        $top: String(pageSize),
      })
      const days = (to.getTime() - from.getTime()) / day
      const pageLimit = Math.max(leastPages, Math.ceil((days * busiest) / pageSize))
      const events: Event[] = []
      let url: string | undefined = `/me/calendarView?${query}`
      for (let page = 0; url && page < pageLimit; page += 1) {
        const answer: { value: Event[]; '@odata.nextLink'?: string } = await get(url)
        events.push(...answer.value)
        url = answer['@odata.nextLink']
      }
      // A part of the events is no answer: the others would be taken for cancelled.
      if (url) throw new GraphFailure('unavailable', 'more events than can be read')
      return events
    },

    /**
     * One event by the id that its mailbox gives it. Of a series (its master), the occurrence that begins at `start`:
     * classic Outlook gives the series' id for it (docs/platform-facts.md, Events and their ids). Without one, what is on
     * or comes next.
     */
    async event(id: string, now: Date, start: Date | null = null): Promise<Event | null> {
      const path = `/me/events/${segment(id)}`
      const event = await get<Event>(path, { $select: listed })
      if (event.type !== 'seriesMaster') return event
      const instances = async (from: number, to: number) => {
        const window = new URLSearchParams({
          startDateTime: new Date(from).toISOString(),
          endDateTime: new Date(to).toISOString(),
          $select: listed,
          $top: '50',
        })
        return (await get<{ value: Event[] }>(`${path}/instances?${window}`)).value
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
    },

    /** The event with its body: GET before every PATCH. */
    async read(id: string): Promise<EventBody> {
      const $select = 'id,changeKey,body,isOnlineMeeting,onlineMeeting'
      return eventBody(await get(`/me/events/${segment(id)}`, { $select }))
    },

    /** Writes the whole body back; refused as `stale` when the event has changed since `etag`. */
    writeBody: async (id: string, etag: string, body: EventBody['body']): Promise<EventBody> =>
      eventBody(await patch(`/me/events/${segment(id)}`, { body }, { 'If-Match': etag })),

    /**
     * Hides what stands in an event from colleagues who may look into the calendar. Of a series, give its master:
     * one occurrence cannot differ from its series in this ([MS-OXOCAL], exceptions).
     */
    async makePrivate(id: string): Promise<void> {
      await patch(`/me/events/${segment(id)}`, { sensitivity: 'private' })
    },

    /** The join URL of the meeting that a chat belongs to; Graph answers only to its members. */
    async joinUrlOfChat(chatId: string): Promise<string | null> {
      const chat = await get<Chat>(`/chats/${segment(chatId)}`, { $select: 'onlineMeetingInfo' })
      return chat.onlineMeetingInfo?.joinWebUrl ?? null
    },

    /** Every address that mail to the person can have, then the names that Exchange has for them. */
    async profile(): Promise<{ addresses: string[] }> {
      const me = await get<Parameters<typeof mailAddresses>[0]>('/me', {
        $select: 'mail,userPrincipalName,proxyAddresses',
      })
      return { addresses: [...mailAddresses(me), ...exchangeNames(me)] }
    },
  }
}
export type Calendar = ReturnType<typeof calendarOf>

/** @throws GraphFailure, also where the person has not consented to it */
export const mailboxHours = async ({ get }: GraphClient): Promise<MailboxHours | null> =>
  hoursIn(await get<MailboxSettings>('/me/mailboxSettings'))

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
