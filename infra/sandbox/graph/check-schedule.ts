import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { ianaOf, instantOf } from '../calendar/time.ts'
import { badRequest } from './refusal.ts'

const Moment = Type.Object({
  dateTime: Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z?$' }),
  timeZone: Type.String(),
})
const ScheduleRequest = Type.Object({
  schedules: Type.Array(Type.String()),
  startTime: Moment,
  endTime: Moment,
  availabilityViewInterval: Type.Optional(Type.Integer()),
})

export type AskedSchedule = { schedules: string[]; from: Date; to: Date; minutes: number }

const day = 24 * 60 * 60 * 1000
const longest = 62
const most = 20

/**
 * Checks the body of getSchedule. Codes and limits as seen of the real service: the window of 62 days
 * (microsoft-graph-docs 19703), the interval (6450); 20 schedules are the documented limit.
 * @throws GraphRefusal 400
 */
export function checkSchedule(body: unknown): AskedSchedule {
  // Properties of an action are read whatever the case of their first letter, as the documentation's examples show.
  const named = Object.fromEntries(
    Object.entries(body ?? {}).map(([name, value]) => [name[0]?.toLowerCase() + name.slice(1), value]),
  )
  if (!Value.Check(ScheduleRequest, named)) {
    const [first] = Value.Errors(ScheduleRequest, named)
    throw badRequest(
      'RequestBodyRead',
      `The value at '${first?.instancePath ?? ''}' cannot be read: ${first?.message ?? ''}.`,
    )
  }
  const { schedules, startTime, endTime, availabilityViewInterval: minutes = 30 } = named
  const [from, to] = [instant(startTime), instant(endTime)]
  if (schedules.length === 0) throw badRequest('ErrorInvalidParameter', 'There is no schedule to look up.')
  if (schedules.length > most) {
    throw badRequest(
      'ErrorMailboxDataArrayTooBig',
      `There are too many target users in the EmailAddress array. The allowed size = ${most}; the actual size = ${schedules.length}.`,
    )
  }
  const length = to.getTime() - from.getTime()
  if (length <= 0) {
    throw badRequest(
      'ErrorInvalidTimeInterval',
      'The time duration specified for FreeBusyViewOptions.TimeWindow is invalid.',
    )
  }
  if (length > longest * day) {
    throw badRequest(
      'ErrorTimeIntervalTooBig',
      `The requested time duration specified for FreeBusyViewOptions.TimeWindow is too long. The allowed limit = ${longest} days; the actual limit = ${Math.ceil(length / day)} days.`,
    )
  }
  if (minutes < 5 || minutes > 1440 || minutes * 60_000 > length) {
    throw badRequest(
      'ErrorInvalidMergedFreeBusyInterval',
      'The specified merged free/busy interval is not valid. Specify an interval that is less than the free/busy time window and between 5 and 1440 minutes.',
    )
  }
  return { schedules, from, to, minutes }
}

function instant({ dateTime, timeZone }: Static<typeof Moment>): Date {
  const zone = ianaOf(timeZone)
  if (!zone)
    throw badRequest('TimeZoneNotSupportedException', `The time zone '${timeZone}' is not supported.`)
  try {
    return instantOf(dateTime.replace(/Z$/, ''), dateTime.endsWith('Z') ? 'UTC' : zone)
  } catch {
    throw badRequest('ErrorInvalidParameter', `'${dateTime}' is not a date and time.`)
  }
}
