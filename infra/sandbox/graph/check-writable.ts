import { badRequest } from './refusal.ts'

const writable = new Set([
  'subject',
  'body',
  'start',
  'end',
  'attendees',
  'location',
  'sensitivity',
  'importance',
  'showAs',
  'categories',
  'isReminderOn',
  'reminderMinutesBeforeStart',
  'isOnlineMeeting',
  'onlineMeetingProvider',
  'recurrence',
])

const readOnly = new Set([
  'id',
  'changeKey',
  'iCalUId',
  'bodyPreview',
  'createdDateTime',
  'lastModifiedDateTime',
  'hasAttachments',
  'isCancelled',
  'isDraft',
  'isOrganizer',
  'onlineMeeting',
  'onlineMeetingUrl',
  'organizer',
  'originalEndTimeZone',
  'originalStart',
  'originalStartTimeZone',
  'responseStatus',
  'seriesMasterId',
  'transactionId',
  'type',
  'webLink',
])

/** Only properties that an update may carry; the sandbox says so where it simulates less than Graph does. */
export function checkWritable(names: string[]): void {
  for (const name of names) {
    if (writable.has(name) || name.startsWith('@odata.')) continue
    if (readOnly.has(name)) {
      throw badRequest('ErrorInvalidPropertySet', `Property '${name}' is read-only and cannot be set.`)
    }
    throw badRequest(
      'RequestBodyRead',
      `The property '${name}' does not exist on type 'microsoft.graph.event', or the sandbox does not change it.`,
    )
  }
}
