import type { Item, Person } from '../model.ts'
import type { Change, Store } from '../store.ts'
import { held, keyOf } from './mailbox.ts'

/** How many changes of a mailbox are remembered; who follows it and is further behind starts over. */
const remembered = 500

/**
 * Makes a change to an item or one occurrence of it, saves it, and tells of it for every mailbox that it reached.
 * For an occurrence the notification says that its series was updated, as Graph's does (seen in microsoft-graph-docs
 * issues 5520 and 5951), except to a person who is invited to that occurrence only.
 */
export function changing(
  store: Store,
  { item, index }: { item: Item; index: number | null },
  change: () => void,
): void {
  const base = item.everyWeeks === null ? 0 : null
  const see = (person: Person) => ({
    base: held(store, person, item, base)?.changeKey,
    one: held(store, person, item, index)?.changeKey,
  })
  const known = store.directory.item(item.id) ? [...store.directory.concernedBy(item)] : []
  const before = new Map(known.map((one) => [one, see(one)]))
  change()
  store.directory.add(item)

  const changes: Change[] = []
  for (const person of new Set([...before.keys(), ...store.directory.concernedBy(item)])) {
    const [old, now] = [before.get(person), see(person)]
    const [key, was, is] =
      old?.base || now.base
        ? [keyOf(item, base), old?.base, now.base]
        : [keyOf(item, index), old?.one, now.one]
    if (was === is && old?.one === now.one) continue
    changes.push({
      person,
      key,
      type: !was ? 'created' : !is ? 'deleted' : 'updated',
      changeKey: is ?? was ?? '',
    })
    note(store, person, item)
  }
  store.save()
  store.onChange(changes)
}

function note({ state }: Store, { oid }: Person, item: Item): void {
  const log = (state.changes[oid] ??= { first: 0, items: [] })
  log.items.push(item.id)
  if (log.items.length <= remembered) return
  log.items.shift()
  log.first += 1
}
