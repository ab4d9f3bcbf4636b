import { personId, type PersonKey } from '../contract/person-key.ts'
import type { ReminderSettings } from '../contract/person.ts'
import type { Collection } from '../database/collection.ts'
import type { PersonDocument } from './collection.ts'
import { usualHours } from './working-time.ts'

export const personData = (people: Collection<PersonDocument>) => ({
  find: (person: PersonKey) => people.findOne({ _id: personId(person) }),
  /** When each of these may be disturbed. */
  async hoursOfAll(persons: PersonKey[]): Promise<(person: PersonKey) => ReminderSettings> {
    const ids = [...new Set(persons.map(personId))]
    const found = ids.length > 0 ? await people.find({ _id: { $in: ids } }).toArray() : []
    const known = new Map(found.map((one) => [one._id, one]))
    return (person) => hoursOf(known.get(personId(person)) ?? null)
  },
})
export type PersonData = ReturnType<typeof personData>

/** When somebody may be disturbed: what they chose, else what their mailbox says, else what is usual where their browser is. */
export const hoursOf = (person: PersonDocument | null): ReminderSettings =>
  person?.reminders ?? person?.mailbox ?? usualHours(person?.timeZone ?? '')
