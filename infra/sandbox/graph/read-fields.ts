import { instantOf, ianaOf, wallOf } from '../calendar/time.ts'
import type { Attendee, Fields } from '../model.ts'
import type { EventInput } from './event-input.ts'
import { mangled, textAsHtml } from './exchange-html.ts'
import { badRequest } from './refusal.ts'

type Moment = NonNullable<EventInput['start']>

function instant({ dateTime, timeZone = 'UTC' }: Moment): Date {
  const zone = ianaOf(timeZone)
  if (!zone)
    throw badRequest('TimeZoneNotSupportedException', `The time zone '${timeZone}' is not supported.`)
  try {
    return instantOf(dateTime.replace(/Z$/, ''), dateTime.endsWith('Z') ? 'UTC' : zone)
  } catch {
    throw badRequest('ErrorInvalidParameter', `'${dateTime}' is not a date and time.`)
  }
}

/** The properties that a request sets, as fields of the store. `before`: the times and attendees of the event now. */
export function readFields(
  input: EventInput,
  timeZone: string,
  before: { begins: Date; ends: Date; attendees: Attendee[] },
): Partial<Fields> {
  const { subject, body, start, end, attendees, location } = input
  const { sensitivity, importance, showAs, categories, isReminderOn, reminderMinutesBeforeStart } = input
  const fields: Partial<Fields> = {
    subject,
    sensitivity,
    importance,
    showAs,
    categories,
    isReminderOn,
    reminderMinutesBeforeStart,
    ...(body
      ? { body: /text/i.test(body.contentType ?? 'html') ? textAsHtml(body.content) : mangled(body.content) }
      : {}),
    ...(location ? { location: location.displayName ?? '' } : {}),
    ...(attendees ? { attendees: attendees.map((one) => attendee(one, before.attendees)) } : {}),
    ...(start || end ? times(start, end, timeZone, before) : {}),
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

function times(
  start: Moment | undefined,
  end: Moment | undefined,
  timeZone: string,
  before: { begins: Date; ends: Date },
) {
  const begins = start ? instant(start) : before.begins
  const ends = end ? instant(end) : before.ends
  const minutes = Math.round((ends.getTime() - begins.getTime()) / 60_000)
  if (minutes < 0)
    throw badRequest(
      'ErrorPropertyValidationFailure',
      'At least one property failed validation: the end is before the start.',
    )
  return { start: wallOf(begins, timeZone), minutes }
}

/** A person who was invited already keeps their response. */
function attendee(
  { type = 'required', emailAddress }: NonNullable<EventInput['attendees']>[number],
  before: Attendee[],
): Attendee {
  const { address, name = address } = emailAddress
  const known = before.find((one) => one.address.toLowerCase() === address.toLowerCase())
  return { type, address, name, response: known?.response ?? 'none' }
}
