import { changing } from '../calendar/changes.ts'
import { held, type Held } from '../calendar/mailbox.ts'
import { newItem } from '../calendar/new-item.ts'
import { ianaOf } from '../calendar/time.ts'
import type { Person } from '../model.ts'
import type { Store } from '../store.ts'
import { mangled } from './exchange-html.ts'
import type { EventInput } from './event-input.ts'
import { readRecurrence } from './read-recurrence.ts'
import { readFields } from './read-fields.ts'
import { badRequest, itemNotFound } from './refusal.ts'

/** POST of an event, by its organiser. The same `transactionId` again answers with what it made before. */
export function createEvent(store: Store, person: Person, input: EventInput): Held {
  const { start, end, recurrence, transactionId = null } = input
  const before = store.state.items.find(
    (one) => transactionId !== null && one.transactionId === transactionId && one.organiser === person.oid,
  )
  if (!start || !end) {
    throw badRequest('ErrorInvalidRequest', "The 'start' and 'end' properties are required for an event.")
  }
  const timeZone = ianaOf(start.timeZone ?? 'UTC') ?? 'UTC'
  const none = { begins: new Date(0), ends: new Date(0), attendees: [] }
  const { body = mangled(''), ...fields } = readFields(input, timeZone, none)
  const item =
    before ??
    newItem({
      subject: '',
      ...fields,
      start: fields.start ?? '',
      id: crypto.randomUUID(),
      by: person,
      html: body,
      teams: input.isOnlineMeeting === true,
      timeZone,
      isAllDay: input.isAllDay === true,
      ...(recurrence ? readRecurrence(recurrence, fields.start ?? '') : {}),
      createdAt: store.now().toISOString(),
      transactionId,
    })
  if (!before) {
    changing(store, { item, index: item.everyWeeks === null ? 0 : null }, () => store.state.items.push(item))
  }
  const made = held(store, person, item, item.everyWeeks === null ? 0 : null)
  if (!made) throw itemNotFound()
  return made
}
