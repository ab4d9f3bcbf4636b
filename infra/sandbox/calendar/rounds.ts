import type { Item, Person, Round } from '../model.ts'
import type { Store } from '../store.ts'
import { calendarView, findByKey, held, keyOf, occurrences, type Held } from './mailbox.ts'

/** How many rounds of a mailbox are kept. A delta link of an older one has to start over: Exchange keeps few too. */
const kept = 8

const itemIdOf = (key: string) => key.split('#')[0] ?? key

function begin(store: Store, person: Person, round: Omit<Round, 'id' | 'seen'>): Round {
  const log = store.state.changes[person.oid]
  const made = { id: crypto.randomUUID(), seen: log ? log.first + log.items.length : 0, ...round }
  store.state.rounds[person.oid] = [...(store.state.rounds[person.oid] ?? []), made].slice(-kept)
  store.save()
  return made
}

export const roundOf = (store: Store, person: Person, id: string): Round | null =>
  store.state.rounds[person.oid]?.find((one) => one.id === id) ?? null

/** The first round lists all that is in the window, each series by its master first. */
export function firstRound(store: Store, person: Person, from: Date, to: Date): Round {
  const events = calendarView(store, person, from, to)
  const rows = [...Map.groupBy(events, ({ item }) => item)].flatMap(([item, found]) =>
    rowsOf(store, person, item, found),
  )
  const known = events.map(({ key }) => key)
  return begin(store, person, { from: from.toISOString(), to: to.toISOString(), rows, known })
}

/**
 * The next round lists what changed: a series whole, as Exchange does, what is gone, and also what changed outside
 * the window (Graph, event: delta). Null when the changes since are forgotten.
 */
export function nextRound(store: Store, person: Person, last: Round): Round | null {
  const log = store.state.changes[person.oid] ?? { first: 0, items: [] }
  if (last.seen < log.first) return null
  const changed = new Set(log.items.slice(last.seen - log.first))
  const [from, to] = [new Date(last.from), new Date(last.to)]
  const rows: string[] = []
  const known = last.known.filter((key) => !changed.has(itemIdOf(key)))
  for (const item of [...changed].flatMap((id) => store.directory.item(id) ?? [])) {
    const now = occurrences(store, person, item, from, to)
    const keys = now.map(({ key }) => key)
    const gone = last.known.filter((key) => itemIdOf(key) === item.id && !keys.includes(key))
    const goesOn = item.everyWeeks !== null && held(store, person, item, null) !== null
    rows.push(...rowsOf(store, person, item, now))
    if (!goesOn || store.goneOccurrences === 'listed') rows.push(...gone.filter((key) => !rows.includes(key)))
    known.push(...keys)
  }
  return begin(store, person, { from: last.from, to: last.to, rows, known })
}

/** The keys under which an item is listed. A series that somebody is in for one occurrence only has no master there. */
function rowsOf(store: Store, person: Person, item: Item, found: Held[]): string[] {
  const keys = found.map(({ key }) => key)
  if (item.everyWeeks === null) return [keyOf(item, 0)]
  const lone = keys.length > 0 && !held(store, person, item, null)
  return lone ? keys : [keyOf(item, null), ...keys]
}

/** The event of a row, as it is now; null when it is not in the window (any more). */
export function eventOfRow(store: Store, person: Person, { from, to }: Round, key: string): Held | null {
  const event = findByKey(store, person, key)
  if (!event) return null
  const [begin, end] = [new Date(from), new Date(to)]
  const inside =
    event.index === null
      ? occurrences(store, person, event.item, begin, end).length > 0
      : event.ends > begin && event.begins < end
  return inside ? event : null
}
