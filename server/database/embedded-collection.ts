import { BSON } from 'mongodb'
import { copy, fitting, query, updated, upserted } from './apply.ts'
import {
  decided,
  type Collection,
  type CollectionSpec,
  type Document,
  type Projection,
  type Sort,
} from './collection.ts'
import { plan } from './plan.ts'
import type { Table } from './table.ts'

type Fields = Record<string, unknown>

/**
 * A collection of the embedded engine: filters and updates mean what mingo, after MongoDB, says they mean.
 * @param onDisk resolves once all that was written before is on the disk: no write is acknowledged earlier
 */
export function embeddedCollection<T extends Document>(
  spec: CollectionSpec<T>,
  rows: Table,
  onDisk: () => Promise<void>,
  afterDeletion = () => undefined as void,
): Collection<T> {
  function search(filter: Fields, sort: Sort = {}, limit = Infinity): T[] {
    const chosen = plan(spec, filter, sort)
    const fits = fitting(filter)
    const directions = new Set(Object.values(sort))
    const inOrder = directions.size < 2
    const found = new Map<string, T>()
    const ranges = rows.ranges(chosen, inOrder && directions.has(-1))
    for (const range of ranges) {
      let fitting = 0
      for (const document of range as Iterable<T>) {
        if (!fits(document)) continue
        found.set(document._id, document)
        fitting += 1
        // The rest of this range sorts after these, so it is not in the result.
        if (inOrder && fitting >= limit) break
      }
    }
    const all = [...found.values()]
    const isSorted = directions.size === 0 || (inOrder && ranges.length === 1)
    return isSorted ? all.slice(0, limit) : query({}).find<T>(all).sort(decided(sort)).limit(limit).all()
  }

  /** One atomic change: nothing else runs between the search and the write. */
  function change(filter: Fields, update: Fields, upsert: boolean, sort?: Sort) {
    const [before] = search(filter, sort, 1)
    if (before) {
      const { $setOnInsert: _onInsert, ...rest } = update
      const after = updated(before, rest)
      const modified = !same(before, after)
      if (modified) rows.write(before, after)
      return { before, after, modified, upserted: false }
    }
    if (!upsert) return { before: null, after: null, modified: false, upserted: false }
    const inserted = upserted<T>(filter, update)
    rows.write(null, inserted)
    return { before: null, after: inserted, modified: false, upserted: true }
  }

  return {
    async findOne(filter, options) {
      const found = search(filter as Fields, options?.sort, 1)
      return (project(found, options?.projection)[0] ?? null) as never
    },
    find: (filter, options) => ({
      toArray: async () => {
        const found = search(filter as Fields, options?.sort, options?.limit)
        return project(found, options?.projection) as never
      },
    }),
    async countDocuments(filter) {
      return search(filter as Fields).length
    },
    async insertOne(document) {
      rows.write(null, copy(document as unknown as T))
      await onDisk()
    },
    async insertNew(documents) {
      rows.insertNew(documents.map((one) => copy(one as unknown as T)))
      await onDisk()
    },
    async updateOne(filter, update, options) {
      const done = change(filter as Fields, update as Fields, options?.upsert === true)
      await onDisk()
      return {
        matchedCount: Number(done.before !== null),
        modifiedCount: Number(done.modified),
        upsertedCount: Number(done.upserted),
      }
    },
    async bulkWrite(changes) {
      const done = { matchedCount: 0, insertedCount: 0 }
      rows.transaction(() => {
        for (const one of changes) {
          if ('updateOne' in one) {
            const { filter, update } = one.updateOne
            if (change(filter as Fields, update as Fields, false).before) done.matchedCount += 1
            continue
          }
          const document = one.insertOne.document as unknown as T
          if (search({ _id: document._id }).length > 0) continue
          rows.write(null, copy(document))
          done.insertedCount += 1
        }
      })
      await onDisk()
      return done
    },
    async findOneAndUpdate(filter, update, options) {
      const done = change(filter as Fields, update as Fields, options?.upsert === true, options?.sort)
      await onDisk()
      return done.after as never
    },
    async updateMany(filter, update) {
      const found = search(filter as Fields)
      for (const one of found) rows.write(one, updated(one, update as Fields))
      await onDisk()
      return { matchedCount: found.length }
    },
    async deleteMany(filter) {
      const found = search(filter as Fields)
      for (const one of found) rows.remove(one)
      if (found.length > 0) afterDeletion()
      await onDisk()
      return { deletedCount: found.length }
    },
  }
}

const project = <T extends Document>(found: T[], projection: Projection | undefined): T[] =>
  projection
    ? query({})
        .find<T>(found, projection as object)
        .all()
    : found

const same = (a: Document, b: Document): boolean =>
  Buffer.from(BSON.serialize(a)).equals(Buffer.from(BSON.serialize(b, { ignoreUndefined: true })))
