import { changeCopy, countOf, type Held } from '../calendar/mailbox.ts'
import type { Fields, Item } from '../model.ts'
import type { Store } from '../store.ts'
import type { EventInput } from './event-input.ts'
import { readRecurrence, type Recurrence } from './read-recurrence.ts'
import { badRequest } from './refusal.ts'

/**
 * The new recurrence of a series, when a request gives one.
 * @throws GraphRefusal 400 for anything but a master, and when somebody else than its organiser moves a series
 */
export function recurrenceOf(
  event: Held,
  { recurrence }: EventInput,
  changes: Partial<Fields>,
): Partial<Recurrence> {
  const whole = event.item.everyWeeks !== null && event.index === null
  if (whole && !event.isOrganiser && (changes.start ?? changes.minutes) !== undefined)
    throw badRequest('ErrorInvalidRequest', 'The sandbox moves a whole series for its organizer only.')
  if (!recurrence) return {}
  if (!whole)
    throw badRequest('ErrorInvalidRequest', 'The sandbox sets the recurrence of a series master only.')
  if (!event.isOrganiser)
    throw badRequest('ErrorInvalidRequest', 'Only the organizer can set the recurrence of a meeting.')
  return readRecurrence(recurrence, changes.start ?? event.item.start)
}

/**
 * Changes a series as a whole. When it comes at other times, what was otherwise in single occurrences is lost, in
 * every mailbox (MS-OXOCAL 3.1.4.7.3.5); when it only ends sooner or later, what still takes place stays as it was.
 */
export function writeSeries(store: Store, item: Item, changes: Partial<Item>): void {
  const before = pattern(item)
  Object.assign(item, changes)
  const moved = pattern(item) !== before
  const count = countOf(item)
  const lost = Object.keys(item.exceptions).filter((index) => moved || Number(index) >= count)
  for (const index of lost) delete item.exceptions[Number(index)]
  if (!moved) return
  for (const person of store.directory.concernedBy(item))
    for (const key of store.directory.copiedKeys(person, item))
      changeCopy(store, person, key, () => ({ own: {}, removed: false }))
}

const pattern = ({ start, minutes, everyWeeks }: Item) => `${start} ${minutes} ${everyWeeks}`
