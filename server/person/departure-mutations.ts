import { personId, type PersonKey } from '../contract/person-key.ts'
import type { Collection, Document } from '../database/collection.ts'
import { insertedOneByOne } from '../database/errors.ts'
import type { DeriveId } from '../database/derived-id.ts'
import { clear } from '../sealing/clear.ts'
import type { SealedSpec } from '../sealing/declaration.ts'

/** The mark that a person deleted all of theirs. Its id is derived from the person and does not lead back to them. */
export type DepartureDocument = { _id: string; tenantId: string; leftAt: Date }

export const departureSpec: SealedSpec<DepartureDocument> = {
  name: 'departures',
  scope: { of: 'tenant' },
  fields: {
    tenantId: clear.id,
    leftAt: clear.date,
  },
  indexes: [{ tenantId: 1, leftAt: 1 }],
}

/** The people who left and have not begun again. A page or a server that does not know it yet must bring nothing of them back. */
export function departuresIn(departures: Collection<DepartureDocument>, deriveId: DeriveId) {
  const idOf = (name: string) => deriveId('departure', name)
  return {
    async leave(person: PersonKey, leftAt: Date): Promise<void> {
      const { tenantId } = person
      const mark = { $set: { tenantId, leftAt } }
      await departures.updateOne({ _id: idOf(personId(person)) }, mark, { upsert: true })
    },
    async beginAnew(person: PersonKey): Promise<void> {
      await departures.deleteMany({ _id: idOf(personId(person)) })
    },
    /** @param name `personId` of somebody, by which all that is kept of them is named */
    hasLeft: async (name: string): Promise<boolean> =>
      (await departures.findOne({ _id: idOf(name) })) !== null,
  }
}
export type Departures = ReturnType<typeof departuresIn>

/**
 * A collection of documents named after a person, written only as long as they have not left. Leaving makes the mark before
 * it deletes, so a document that is made meanwhile is either deleted by it, or finds the mark here and is deleted again.
 */
export function ofPresent<T extends Document>(
  collection: Collection<T>,
  { hasLeft }: Departures,
): Collection<T> {
  async function isTakenBack(_id: string): Promise<boolean> {
    if (!(await hasLeft(_id))) return false
    await collection.deleteMany({ _id } as Parameters<typeof collection.deleteMany>[0])
    return true
  }
  const insertOne: Collection<T>['insertOne'] = async (document) => {
    const done = await collection.insertOne(document)
    await isTakenBack((document as Document)._id)
    return done
  }
  return {
    ...collection,
    insertOne,
    insertNew: insertedOneByOne(insertOne),
    async updateOne(filter, update, options) {
      const done = await collection.updateOne(filter, update, options)
      if (done.upsertedCount === 0 || !(await isTakenBack((filter as Document)._id))) return done
      return { matchedCount: 0, modifiedCount: 0, upsertedCount: 0 }
    },
    async findOneAndUpdate(filter, update, options) {
      const found = await collection.findOneAndUpdate(filter, update, options)
      if (options?.upsert && found) await isTakenBack(found._id)
      return found
    },
  }
}
