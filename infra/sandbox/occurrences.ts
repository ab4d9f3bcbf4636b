import { createHash } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import type { Attendee, Exception, Item, Person, Store } from './store.ts'

/** One occurrence of an item, as its organiser holds it. */
export type Occurrence = {
  item: Item
  index: number
  key: string
  iCalUId: string
  exception: Exception
  start: Date
  end: Date
  attendees: Attendee[]
}

const instant = (wall: string, timeZone: string): Date =>
  new Date(Temporal.PlainDateTime.from(wall).toZonedDateTime(timeZone).epochMilliseconds)

const hash = (text: string, encoding: 'hex' | 'base64url') =>
  createHash('sha256').update(text).digest(encoding)

export function occurrence(item: Item, index: number): Occurrence {
  const exception = item.exceptions[index] ?? {}
  const planned = Temporal.PlainDateTime.from(item.start).add({ weeks: (item.everyWeeks ?? 0) * index })
  const start = instant(exception.start ?? planned.toString(), item.timeZone)
  const minutes = exception.minutes ?? item.minutes
  const key = `${item.id}#${index}`
  return {
    item,
    index,
    key,
    iCalUId: `040000008200E00074C5B7101A82E008${hash(key, 'hex').slice(0, 40).toUpperCase()}`,
    exception,
    start,
    end: new Date(start.getTime() + minutes * 60_000),
    attendees: exception.attendees ?? item.attendees,
  }
}

export const allOf = (item: Item): Occurrence[] =>
  Array.from({ length: item.count }, (_, index) => occurrence(item, index)).filter(
    (one) => !one.exception.deleted,
  )

/** Is the occurrence in this person's mailbox? */
export const isIn = (one: Occurrence, person: Person): boolean =>
  one.item.organiser === person.oid || one.attendees.some((attendee) => attendee.address === person.mail)

/** Everything in a person's mailbox that touches the window, by start. */
export function mailbox(store: Store, person: Person, from: Date, to: Date): Occurrence[] {
  return store.state.items
    .flatMap(allOf)
    .filter((one) => isIn(one, person) && one.end > from && one.start < to)
    .sort((a, b) => a.start.getTime() - b.start.getTime() || a.key.localeCompare(b.key))
}

export const copyKey = (person: Person, key: string) => `${person.oid} ${key}`
export const copyOf = (store: Store, person: Person, key: string) =>
  store.state.copies[copyKey(person, key)] ?? { version: 1 }

/** Ids differ by mailbox; immutable ones and ordinary ones differ from each other. */
export const eventId = (person: Person, key: string, immutable: boolean): string =>
  `${immutable ? 'AAkALgAA' : 'AAMkADc0'}${hash(`${person.oid} ${key} ${immutable}`, 'base64url')}=`

export const changeKey = (store: Store, person: Person, key: string): string =>
  Buffer.from(
    `${hash(copyKey(person, key), 'hex').slice(0, 12)}${copyOf(store, person, key).version}`,
  ).toString('base64')

/** A change reaches these mailboxes: each gets a new changeKey. */
export function touch(store: Store, people: Person[], key: string): void {
  for (const person of people) {
    const copy = copyOf(store, person, key)
    store.state.copies[copyKey(person, key)] = { ...copy, version: copy.version + 1 }
  }
}

export function findById(store: Store, person: Person, id: string): Occurrence | null {
  for (const one of store.state.items.flatMap(allOf)) {
    if (
      isIn(one, person) &&
      (eventId(person, one.key, true) === id || eventId(person, one.key, false) === id)
    )
      return one
  }
  return null
}
