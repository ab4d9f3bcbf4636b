import type { Event } from '@microsoft/microsoft-graph-types'
import { changeKey, copyOf, eventId, type Occurrence } from '../occurrences.ts'
import type { Person, Store } from '../store.ts'
import { previewOf } from './exchange-html.ts'
import { dateTime, type Prefer } from './prefer.ts'

export type EventResource = Event & { '@odata.etag': string }

/** An occurrence as this mailbox holds it, in the words of Graph v1.0. */
export function eventResource(store: Store, person: Person, one: Occurrence, prefer: Prefer): EventResource {
  const { item, exception } = one
  const organiser = store.state.people.find((other) => other.oid === item.organiser)
  const copy = copyOf(store, person, one.key)
  const key = changeKey(store, person, one.key)
  const content = copy.body ?? exception.body ?? item.body
  const online = exception.offline ? null : item.online
  const isSeries = item.everyWeeks !== null
  const touched = Object.keys(exception).length > 0
  return {
    '@odata.etag': `W/"${key}"`,
    id: eventId(person, one.key, prefer.immutable),
    changeKey: key,
    iCalUId: one.iCalUId,
    subject: exception.subject ?? item.subject,
    body: { contentType: 'html', content },
    bodyPreview: previewOf(content),
    start: dateTime(one.start, prefer),
    end: dateTime(one.end, prefer),
    isAllDay: item.isAllDay,
    isCancelled: exception.cancelled === true,
    isOrganizer: item.organiser === person.oid,
    isDraft: false,
    organizer: { emailAddress: { name: organiser?.name ?? '', address: organiser?.mail ?? '' } },
    attendees: one.attendees.map(({ address, name, type }) => ({
      type,
      status: { response: 'accepted', time: '0001-01-01T00:00:00Z' },
      emailAddress: { name, address },
    })),
    isOnlineMeeting: online !== null,
    onlineMeetingProvider: online ? 'teamsForBusiness' : 'unknown',
    onlineMeeting: online ? { joinUrl: online.joinUrl } : null,
    sensitivity: item.sensitivity,
    showAs: 'busy',
    type: isSeries ? (touched ? 'exception' : 'occurrence') : 'singleInstance',
    seriesMasterId: isSeries ? eventId(person, item.id, prefer.immutable) : null,
    originalStartTimeZone: 'W. Europe Standard Time',
    originalEndTimeZone: 'W. Europe Standard Time',
    webLink: `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(eventId(person, one.key, false))}`,
    transactionId: null,
    importance: 'normal',
    hasAttachments: false,
  }
}
