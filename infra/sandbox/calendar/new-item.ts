import type { Item, Person } from '../model.ts'
import { meetingBlob } from './meeting-blob.ts'
import { onlineMeeting } from './online-meeting.ts'

export const languageOf = (person: Person): 'nl' | 'en' => (person.locale === 'en-us' ? 'en' : 'nl')

/** As Exchange frames every body. */
export const framed = (inner: string): string =>
  `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body>${inner}</body></html>`

/** With the block of its online meeting at the end of the body, where Teams puts it. */
export function withBlob(html: string, item: Pick<Item, 'online'>, organiser: Person): string {
  if (!item.online) return html
  const end = html.lastIndexOf('</body>')
  return `${html.slice(0, end)}<br>${meetingBlob(item.online, languageOf(organiser))}${html.slice(end)}`
}

export type NewItem = Pick<Item, 'id' | 'subject' | 'start' | 'createdAt'> &
  Partial<Item> & { by: Person; html?: string; teams?: boolean }

/** An event or a series that `by` organises, with what Outlook takes when nothing is said. */
export function newItem({ by, html = framed(''), teams = true, ...plan }: NewItem): Item {
  const online = teams ? onlineMeeting(plan.id, by) : null
  return {
    organiser: by.oid,
    body: withBlob(html, { online }, by),
    minutes: 30,
    timeZone: by.timeZone,
    isAllDay: false,
    everyWeeks: null,
    count: null,
    endDate: null,
    attendees: [],
    location: '',
    sensitivity: 'normal',
    importance: 'normal',
    showAs: 'busy',
    categories: [],
    isReminderOn: true,
    reminderMinutesBeforeStart: 15,
    online,
    transactionId: null,
    cancelled: false,
    exceptions: {},
    ...plan,
  }
}
