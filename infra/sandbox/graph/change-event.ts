import { changing } from '../calendar/changes.ts'
import { changeCopy, held, type Held } from '../calendar/mailbox.ts'
import { holdsBlob } from '../calendar/meeting-blob.ts'
import { withBlob } from '../calendar/new-item.ts'
import { onlineMeeting } from '../calendar/online-meeting.ts'
import type { Exception, Fields, Person } from '../model.ts'
import type { Store } from '../store.ts'
import { recurrenceOf, writeSeries } from './change-series.ts'
import { checkBoundary } from './check-boundary.ts'
import type { EventInput } from './event-input.ts'
import { readFields } from './read-fields.ts'

/** Properties that everybody sets for their own copy. */
const personal = new Set(['showAs', 'categories', 'isReminderOn', 'reminderMinutesBeforeStart'])

/**
 * PATCH of an event. The organiser's change reaches every mailbox; an attendee's stays in their own copy, as does
 * what it breaks (what it does elsewhere is undocumented; docs/platform-facts.md, Event bodies).
 */
export function changeEvent(store: Store, person: Person, event: Held, input: EventInput): void {
  const { item, key } = event
  const fields = readFields(input, item.timeZone, event)
  // An occurrence has the sensitivity of its series: what is set on it is not used (MS-OXOCAL 2.2.10.2).
  if (item.everyWeeks !== null && event.index !== null) delete fields.sensitivity
  const recurrence = recurrenceOf(event, input, fields)
  const changes = { ...online(person, event, input, fields), ...recurrence }
  if (changes.start) checkBoundary(event, changes.start)
  if (!event.isOrganiser) {
    changing(store, event, () =>
      changeCopy(store, person, key, (copy) => ({ own: { ...copy.own, ...changes } })),
    )
    return
  }

  const entries = Object.entries(changes)
  const shared = Object.fromEntries(entries.filter(([name]) => !personal.has(name))) as Exception
  const mine = Object.fromEntries(entries.filter(([name]) => personal.has(name))) as Partial<Fields>
  changing(store, event, () => {
    changeCopy(store, person, key, (copy) => ({ own: { ...copy.own, ...mine } }))
    if (Object.keys(shared).length > 0) publish(store, person, event, shared)
  })
}

/** Sends the organiser's version to whoever is or was invited. */
function publish(store: Store, organiser: Person, event: Held, shared: Exception): void {
  const invited = [...event.attendees, ...(shared.attendees ?? [])]
  const others = new Set(invited.flatMap(({ address }) => store.directory.at(address)))
  others.delete(organiser)
  write(store, event, shared)
  for (const other of others) {
    // The update overwrites what an attendee made of the same property.
    changeCopy(store, other, event.key, ({ own }) => ({
      own: Object.fromEntries(Object.entries(own).filter(([name]) => !(name in shared))),
    }))
  }
}

/** Where the organiser's version stands: in the item, or for one occurrence of a series beside it. */
function write(store: Store, { item, index }: Held, shared: Exception): void {
  if (item.everyWeeks === null) Object.assign(item, shared)
  else if (index === null) writeSeries(store, item, shared)
  else item.exceptions[index] = { ...item.exceptions[index], ...shared }
}

/**
 * A body without the meeting blob turns the online meeting off; asking for one again mints another, with
 * another join URL (docs/platform-facts.md, Event bodies).
 */
function online(person: Person, event: Held, input: EventInput, changes: Partial<Fields>): Partial<Fields> {
  const lost = changes.body !== undefined && event.online && !holdsBlob(changes.body, event.online.joinUrl)
  const after = lost ? null : event.online
  if (input.isOnlineMeeting && !after && event.isOrganiser) {
    const minted = onlineMeeting(crypto.randomUUID(), person)
    return {
      ...changes,
      online: minted,
      body: withBlob(changes.body ?? event.body, { online: minted }, person),
    }
  }
  return lost ? { ...changes, online: null } : changes
}

/** Cancels or deletes: the organiser's own is gone, the attendees keep it, marked; an attendee's is just gone. */
export function removeEvent(store: Store, person: Person, event: Held): void {
  changing(store, event, () => {
    if (event.isOrganiser) {
      write(store, event, { cancelled: true })
      for (const other of store.directory.concernedBy(event.item)) {
        if (other !== person && held(store, other, event.item, event.index)) {
          changeCopy(store, other, event.key, () => ({}))
        }
      }
    }
    changeCopy(store, person, event.key, () => ({ removed: true }))
  })
}

/** The organiser sees who declined; the attendee's own copy goes to Deleted Items. */
export function decline(store: Store, person: Person, event: Held): void {
  const attendees = event.attendees.map((one) =>
    store.directory.at(one.address).includes(person) ? { ...one, response: 'declined' as const } : one,
  )
  const organiser = store.directory.person(event.item.organiser)
  changing(store, event, () => {
    write(store, event, { attendees })
    if (organiser) changeCopy(store, organiser, event.key, () => ({}))
    changeCopy(store, person, event.key, () => ({ removed: true }))
  })
}
