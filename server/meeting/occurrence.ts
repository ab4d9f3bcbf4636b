import type { Event } from '@microsoft/microsoft-graph-types'
import { addressOf } from '../graph/addresses.ts'
import { meetingKey } from './join-url.ts'

/** How Exchange's own ids begin; the day of the occurrence follows, in hexadecimal: year, month, day ([MS-OXOCAL], PidLidGlobalObjectId). */
const exchangeId = /^040000008200E00074C5B7101A82E008([0-9A-F]{4})([0-9A-F]{2})([0-9A-F]{2})/i
const hour = 60 * 60 * 1000

const millis = (dateTime: string | null | undefined): number =>
  Date.parse(`${(dateTime ?? '').replace(/Z$/, '')}Z`)

/**
 * The id of an occurrence, the same in both mailboxes and another for each: `iCalUId`, as long as that names the
 * occurrence's own day or there is no series. Made by other calendars it is that of the series; then the original start
 * tells them apart, which stays when an occurrence is moved. Without it the meeting's thread, or its organiser and start,
 * stand in. Null: it cannot be told.
 */
export function occurrenceId(event: Event): string | null {
  const { iCalUId, type, organizer, onlineMeeting } = event
  // One that was not moved begins when it was planned.
  const planned = millis(event.originalStart ?? (type === 'occurrence' ? event.start?.dateTime : null))
  if (iCalUId) {
    const isOfSeries = (type === 'occurrence' || type === 'exception') && !Number.isNaN(planned)
    return isOfSeries && !namesDay(iCalUId, planned) ? `${iCalUId}~${stamp(planned)}` : iCalUId
  }
  const start = Number.isNaN(planned) ? millis(event.start?.dateTime) : planned
  const organiser = addressOf(organizer?.emailAddress?.address)
  if (Number.isNaN(start) || !(onlineMeeting?.joinUrl || organiser)) return null
  const isSingle = type !== 'occurrence' && type !== 'exception'
  const thread = onlineMeeting?.joinUrl ? meetingKey(onlineMeeting.joinUrl) : null
  return thread && isSingle
    ? thread.slice(0, longest)
    : `${(thread ?? organiser).slice(0, longest)}~${stamp(start)}`
}

/** An id stays one that links can carry. */
const longest = 300

const stamp = (at: number): string => new Date(at).toISOString().slice(0, 16)

/** The day is that of the organiser's zone: up to 14 hours before or 12 after that of UTC. */
function namesDay(iCalUId: string, planned: number): boolean {
  const [, year, month, date] = (exchangeId.exec(iCalUId) ?? []).map((part) => parseInt(part, 16))
  const into = planned - Date.UTC(year ?? 0, (month ?? 0) - 1, date)
  return into >= -14 * hour && into < 36 * hour
}

/** Is this id, from a link or of a conversation, that of an occurrence or of its whole series? */
export const mayBe = (event: Event, id: string): boolean => {
  const own = occurrenceId(event)
  return own !== null && (own === id || own.startsWith(`${id}~`))
}
