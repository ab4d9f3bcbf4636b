import type { Attendee, Copy, Fields, Item, Person } from '../model.ts'
import type { Store } from '../store.ts'
import { changeKeyOf, iCalUIdOf, keyOfId } from './ids.ts'
import { instantOf, weeksLater } from './time.ts'

/** An event as one mailbox holds it: a single one, an occurrence, or with index null a series' master. */
export type Held = Fields & {
  item: Item
  index: number | null
  key: string
  iCalUId: string
  changeKey: string
  changedAt: string
  begins: Date
  ends: Date
  /** Differs from its series in this mailbox. */
  isException: boolean
  isCancelled: boolean
  isOrganiser: boolean
}

const week = 7 * 24 * 60 * 60 * 1000

/** Exchange knows an occurrence by its series and the day on which it was planned (MS-OXOCAL 2.2.1.27). */
export const keyOf = (item: Item, index: number | null): string => {
  if (index === null) return item.id
  return `${item.id}#${item.everyWeeks === null ? 0 : plannedAt(item, index).slice(0, 10)}`
}

/** How many occurrences a series has; a single event is its own only one. */
export function countOf({ everyWeeks, count, endDate, start }: Item): number {
  if (everyWeeks === null) return 1
  if (endDate === null) return count ?? Infinity
  const weeks = (Date.parse(endDate) - Date.parse(start.slice(0, 10))) / week
  return Math.max(0, Math.floor(weeks / everyWeeks) + 1)
}

/** The wall clock at which an occurrence was planned, wherever it was moved. */
export const plannedAt = (item: Item, index: number): string =>
  weeksLater(item.start, (item.everyWeeks ?? 0) * index)

/** Which occurrence a key is of, when the series has one on that day. */
function indexOf(item: Item, key: string): number | null {
  const day = key.slice(item.id.length + 1)
  if (item.everyWeeks === null) return day === '0' ? 0 : null
  const weeks = (Date.parse(day) - Date.parse(item.start.slice(0, 10))) / week
  const index = weeks / item.everyWeeks
  return Number.isInteger(index) && index >= 0 ? index : null
}

const copyKey = (person: Person, key: string) => `${person.oid} ${key}`
export const copyOf = (store: Store, person: Person, key: string): Copy =>
  store.state.copies[copyKey(person, key)] ?? { version: 0, changedAt: null, own: {}, removed: false }

/** Changes a mailbox's copy; each change gives it a new change key. */
export function changeCopy(
  store: Store,
  person: Person,
  key: string,
  change: (copy: Copy) => Partial<Copy>,
): void {
  const copy = copyOf(store, person, key)
  store.state.copies[copyKey(person, key)] = {
    ...copy,
    ...change(copy),
    version: copy.version + 1,
    changedAt: store.now().toISOString(),
  }
  store.directory.addCopy(person.oid, key)
}

/** Is the person invited by any of their addresses, or as a member of an invited group? */
export function isInvited(store: Store, person: Person, attendees: Attendee[]): boolean {
  return attendees.some(({ address }) => store.directory.at(address).includes(person))
}

/** An item or occurrence as this mailbox holds it; null when it does not. */
export function held(store: Store, person: Person, item: Item, index: number | null): Held | null {
  if (index !== null && index >= countOf(item)) return null
  const key = keyOf(item, index)
  const { cancelled, ...exception } = (index === null ? undefined : item.exceptions[index]) ?? {}
  const isCancelled = item.cancelled || cancelled === true
  const isOrganiser = item.organiser === person.oid
  // Cancelling moves the organiser's own event to Deleted Items; the others keep it, marked (event: cancel).
  if (isOrganiser ? isCancelled : !isInvited(store, person, exception.attendees ?? item.attendees))
    return null
  const series = copyOf(store, person, item.id)
  const copy = index === null ? series : copyOf(store, person, key)
  if (series.removed || copy.removed) return null

  const fields: Fields = { ...item, ...series.own, ...exception, ...copy.own }
  const start = copy.own.start ?? exception.start ?? plannedAt(item, index ?? 0)
  const begins = instantOf(start, item.timeZone)
  const version = 1 + copy.version + (index === null ? 0 : series.version)
  return {
    ...fields,
    start,
    item,
    index,
    key,
    iCalUId: iCalUIdOf(key),
    changeKey: changeKeyOf(person, key, version),
    changedAt: [copy.changedAt, series.changedAt].sort().at(-1) ?? item.createdAt,
    begins,
    ends: new Date(begins.getTime() + fields.minutes * 60_000),
    isException: Object.keys(exception).length > 0 || (index !== null && Object.keys(copy.own).length > 0),
    isCancelled,
    isOrganiser,
  }
}

/** The occurrences of a series, or the single event, that overlap the window in this mailbox. */
export function occurrences(store: Store, person: Person, item: Item, from: Date, to: Date): Held[] {
  const indices = new Set<number>()
  if (item.everyWeeks === null) indices.add(0)
  else {
    const first = instantOf(item.start, item.timeZone).getTime()
    const step = item.everyWeeks * week
    const last = Math.min(Math.ceil((to.getTime() - first) / step) + 1, countOf(item) - 1)
    const length = item.minutes * 60_000
    for (
      let index = Math.max(0, Math.floor((from.getTime() - length - first) / step) - 1);
      index <= last;
      index += 1
    )
      indices.add(index)
    // Those that were moved into the window from elsewhere.
    for (const index of Object.keys(item.exceptions)) indices.add(Number(index))
    for (const key of store.directory.copiedKeys(person, item)) {
      const index = indexOf(item, key)
      if (index !== null) indices.add(index)
    }
  }
  return [...indices].flatMap((index) => {
    const one = held(store, person, item, index)
    return one && one.ends > from && one.begins < to ? [one] : []
  })
}

/** Everything in a mailbox that touches the window, by start. */
export const calendarView = (store: Store, person: Person, from: Date, to: Date): Held[] =>
  [...store.directory.itemsOf(person)]
    .flatMap((item) => occurrences(store, person, item, from, to))
    .sort(byStart)

export const byStart = (a: Held, b: Held) =>
  a.begins.getTime() - b.begins.getTime() || a.key.localeCompare(b.key)

export function findByKey(store: Store, person: Person, key: string): Held | null {
  const [id = '', day] = key.split('#')
  const item = store.directory.item(id)
  if (!item) return null
  if (day === undefined) return item.everyWeeks === null ? null : held(store, person, item, null)
  const index = indexOf(item, key)
  return index === null ? null : held(store, person, item, index)
}

export function findById(store: Store, person: Person, id: string): Held | null {
  const key = keyOfId(person, id)
  return key === null ? null : findByKey(store, person, key)
}
