import type { ReminderSettings } from '../contract/person.ts'
import type { MailboxHours } from '../graph/schedule.ts'
import { ianaZone } from '../meeting/zones.ts'

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** `8:00:00` is eight o'clock, and a day ends at 24 as at 0. */
function clockOf(time: string): string {
  const [hour = '', minute = ''] = time.trim().split(':')
  return `${hour === '24' ? '00' : hour.padStart(2, '0')}:${minute.slice(0, 2)}`
}

/**
 * Working hours of a mailbox in our terms; null where they make no sense to us. They may go on past midnight.
 * @param otherwise also the zone where that of the mailbox is a customised one, or has no name
 */
export function hoursFromMailbox(hours: MailboxHours, otherwise: ReminderSettings): ReminderSettings | null {
  const timeZone = ianaZone(hours.timeZone) ?? otherwise.timeZone
  const named = hours.daysOfWeek.map((name) => name.toLowerCase())
  const workingDays = days.flatMap((name, at) => (named.includes(name) ? [at + 1] : []))
  const [from, until] = [clockOf(hours.startTime), clockOf(hours.endTime)]
  const clock = /^([01]\d|2[0-3]):[0-5]\d$/
  if (workingDays.length === 0 || !clock.test(from) || !clock.test(until) || from === until) return null
  return { ...otherwise, timeZone, workingDays, from, until }
}
