import type { Event, ScheduleInformation } from '@microsoft/microsoft-graph-types'
import type { GraphClient } from './client.ts'

/** Working hours as the mailbox has them; the zone by its Windows or its IANA name, or `Customized Time Zone`, or none. */
export type MailboxHours = { daysOfWeek: string[]; startTime: string; endTime: string; timeZone: string }

/**
 * Somebody's free/busy: taken stretches, in milliseconds since 1970, to the quarter of an hour. Null where the
 * address is nobody's here, or their calendar cannot be read.
 */
export type FreeBusy = { busy: { start: number; end: number }[]; hours: MailboxHours | null } | null

const minutes = 15
const quarter = minutes * 60_000
/** Free, and working elsewhere (scheduleInformation, availabilityView). Tentative may still become a meeting. */
const free = '04'

/** Planning: when people can, and a meeting at that time. Both are within `Calendars.ReadWrite`. */
export const scheduleCalls = ({ post }: GraphClient) => ({
  /**
   * Free/busy of up to 20 addresses, in their order; at most 62 days. Only the merged view is read: when, and not
   * what.
   */
  async freeBusy(addresses: string[], from: Date, to: Date): Promise<FreeBusy[]> {
    const start = new Date(Math.floor(from.getTime() / quarter) * quarter)
    const { value } = await post<{ value: ScheduleInformation[] }>('/me/calendar/getSchedule', {
      schedules: addresses,
      startTime: utc(start),
      endTime: utc(to),
      availabilityViewInterval: minutes,
    })
    return addresses.map((address) => {
      const found = value.find((one) => one.scheduleId?.toLowerCase() === address.toLowerCase())
      if (!found?.availabilityView || found.error) return null
      return { busy: busyIn(found.availabilityView, start.getTime()), hours: hoursIn(found) }
    })
  },

  /** Makes an event, once for each `transactionId`: the same again answers with what it made. */
  create: (event: Event): Promise<Event> => post('/me/events', event),
})

const utc = (at: Date) => ({ dateTime: at.toISOString().slice(0, 19), timeZone: 'UTC' })

function busyIn(view: string, from: number): { start: number; end: number }[] {
  const taken = new RegExp(`[^${free}]+`, 'g')
  return [...view.matchAll(taken)].map(({ 0: slots, index }) => ({
    start: from + index * quarter,
    end: from + (index + slots.length) * quarter,
  }))
}

export function hoursIn({ workingHours }: Pick<ScheduleInformation, 'workingHours'>): MailboxHours | null {
  const { daysOfWeek, startTime, endTime, timeZone } = workingHours ?? {}
  if (!daysOfWeek || !startTime || !endTime) return null
  return { daysOfWeek, startTime, endTime, timeZone: timeZone?.name ?? '' }
}
