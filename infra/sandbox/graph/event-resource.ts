import type { Event, NullableOption, ResponseType } from '@microsoft/microsoft-graph-types'
import { eventId } from '../calendar/ids.ts'
import { plannedAt, type Held } from '../calendar/mailbox.ts'
import { languageOf } from '../calendar/new-item.ts'
import { dayOfWeek, instantOf, minutesLater, windowsOf } from '../calendar/time.ts'
import type { Person } from '../model.ts'
import type { Store } from '../store.ts'
import { previewOf } from './exchange-html.ts'
import { oddly } from './oddities.ts'
import { dateTime, type Prefer } from './prefer.ts'

export type EventResource = Event & { '@odata.etag': string }

const never = '0001-01-01T00:00:00Z'

/** An event as this mailbox holds it, in the words of Graph v1.0. */
export function eventResource(store: Store, person: Person, event: Held, prefer: Prefer): EventResource {
  const { item, index } = event
  const organiser = store.directory.person(item.organiser)
  const mine = event.attendees.find((one) => one.address === person.mail)
  const isSeries = item.everyWeeks !== null
  const cancelled = organiser && languageOf(organiser) === 'en' ? 'Canceled' : 'Geannuleerd'
  const response = (one: ResponseType) => ({
    response: one,
    time: one === 'accepted' || one === 'declined' ? item.createdAt : never,
  })
  const answer = (one: 'none' | 'accepted' | 'declined') => response(one === 'none' ? 'notResponded' : one)
  // A whole day is one wherever it is read: midnight in the zone that was asked for.
  const [start, end] = item.isAllDay
    ? [event.start, minutesLater(event.start, event.minutes)].map((wall) => ({
        dateTime: `${wall}.0000000`,
        timeZone: prefer.named,
      }))
    : [dateTime(event.begins, prefer), dateTime(event.ends, prefer)]
  const resource: EventResource = {
    '@odata.etag': `W/"${event.changeKey}"`,
    id: eventId(person, event.key, prefer.immutable),
    createdDateTime: item.createdAt,
    lastModifiedDateTime: event.changedAt,
    changeKey: event.changeKey,
    categories: event.categories,
    transactionId: event.isOrganiser ? item.transactionId : null,
    originalStartTimeZone: windowsOf(item.timeZone),
    originalEndTimeZone: windowsOf(item.timeZone),
    iCalUId: event.iCalUId,
    reminderMinutesBeforeStart: event.reminderMinutesBeforeStart,
    isReminderOn: event.isReminderOn,
    hasAttachments: false,
    subject: event.isCancelled ? `${cancelled}: ${event.subject}` : event.subject,
    // A getter: the body is parsed for it, and seldom is it selected.
    get bodyPreview() {
      return previewOf(event.body)
    },
    importance: event.importance,
    sensitivity: event.sensitivity,
    isAllDay: item.isAllDay,
    isCancelled: event.isCancelled,
    isOrganizer: event.isOrganiser,
    responseRequested: true,
    seriesMasterId: isSeries && index !== null ? eventId(person, item.id, prefer.immutable) : null,
    showAs: event.isCancelled ? 'free' : event.showAs,
    type: typeOf(event),
    webLink: `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(eventId(person, event.key, false))}&exvsurl=1&path=/calendar/item`,
    onlineMeetingUrl: null,
    isOnlineMeeting: event.online !== null,
    onlineMeetingProvider: event.online ? 'teamsForBusiness' : 'unknown',
    allowNewTimeProposals: true,
    isDraft: false,
    hideAttendees: false,
    responseStatus: event.isOrganiser ? response('organizer') : answer(mine?.response ?? 'none'),
    body: { contentType: 'html', content: event.body },
    start,
    end,
    location: location(event),
    locations: event.location ? [location(event)] : [],
    recurrence: isSeries && index === null ? recurrence(event) : null,
    attendees: event.attendees.map((one) => ({
      type: one.type,
      status: one.response === 'none' ? response('none') : answer(one.response),
      emailAddress: { name: one.name, address: one.address },
    })),
    organizer: { emailAddress: { name: organiser?.name ?? '', address: organiser?.mail ?? '' } },
    onlineMeeting: event.online ? { joinUrl: event.online.joinUrl } : null,
  }
  // Assigned, for the preview is a getter.
  return Object.assign(resource, oddly(store, event, resource))
}

/** Properties that Graph returns only when they are selected. */
export const rareEventProperties = ({ item, index }: Held) => ({
  originalStart:
    item.everyWeeks !== null && index !== null
      ? instantOf(plannedAt(item, index), item.timeZone).toISOString()
      : null,
  cancelledOccurrences: [],
})

function typeOf({ item, index, isException }: Held): NonNullable<Event['type']> {
  if (item.everyWeeks === null) return 'singleInstance'
  if (index === null) return 'seriesMaster'
  return isException ? 'exception' : 'occurrence'
}

const location = ({ location: name, attendees }: Held): NonNullable<Event['location']> => {
  const room = attendees.find((one) => one.type === 'resource' && one.name === name)
  return {
    displayName: name,
    locationType: room ? 'conferenceRoom' : 'default',
    ...(room ? { locationEmailAddress: room.address } : {}),
    ...(name
      ? { uniqueId: room?.address ?? name, uniqueIdType: room ? 'directory' : 'private' }
      : { uniqueIdType: 'unknown' }),
  }
}

function recurrence({ item }: Held): NullableOption<NonNullable<Event['recurrence']>> {
  const day = dayOfWeek(item.start)
  return {
    pattern: {
      type: 'weekly',
      interval: item.everyWeeks ?? 1,
      month: 0,
      dayOfMonth: 0,
      daysOfWeek: day ? [day] : [],
      firstDayOfWeek: 'monday',
      index: 'first',
    },
    range: {
      type: item.endDate !== null ? 'endDate' : item.count === null ? 'noEnd' : 'numbered',
      startDate: item.start.slice(0, 10),
      endDate: item.endDate ?? '0001-01-01',
      recurrenceTimeZone: windowsOf(item.timeZone),
      numberOfOccurrences: item.count ?? 0,
    },
  }
}
