import { calendarView } from '../calendar/mailbox.ts'
import type { Person } from '../model.ts'
import type { Store } from '../store.ts'

const reach = 60 * 24 * 60 * 60 * 1000

/** The online meetings around now in this person's mailbox; the host page offers to join them. */
export function meetingsOf(store: Store, person: Person) {
  const now = store.now().getTime()
  return calendarView(store, person, new Date(now - reach), new Date(now + reach)).flatMap((event) => {
    const organiser = store.directory.person(event.item.organiser)
    if (!event.online || !organiser) return []
    return [
      {
        iCalUId: event.iCalUId,
        subject: event.subject,
        chatId: event.online.chatId,
        joinUrl: event.online.joinUrl,
        start: event.begins.toISOString(),
        end: event.ends.toISOString(),
        organizer: { oid: organiser.oid, upn: organiser.upn, name: organiser.name },
        attendees: event.attendees.map(({ address, name, type }) => ({ upn: address, name, type })),
        isCancelled: event.isCancelled,
      },
    ]
  })
}
