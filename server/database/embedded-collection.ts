import { Context, Query } from 'mingo'
import * as operators from 'mingo/operators/query'
import { Query as Test } from 'mingo/query'
import { updateOne as applyUpdate } from 'mingo/updater'
import { BSON } from 'mongodb'
import { decided, type Collection, type CollectionSpec, type Document, type Sort } from './collection.ts'
import { plan } from './plan.ts'
import type { Table } from './table.ts'

type Fields = Record<string, unknown>

/** A test needs the operators of filters alone: mingo copies all that it is given, for each test anew. */
const ofFilters = { context: Context.init({ query: operators }) }

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
    const query = new Test(filter, ofFilters)
    const directions = new Set(Object.values(sort))
    const inOrder = directions.size < 2
    const found = new Map<string, T>()
    const ranges = rows.ranges(chosen, inOrder && directions.has(-1))
    for (const range of ranges) {
      let fitting = 0
      for (const document of range as Iterable<T>) {
        if (!query.test(document)) continue
        found.set(document._id, document)
        fitting += 1
        // The rest of this range sorts after these, so it is not in the result.
        if (inOrder && fitting >= limit) break
      }
    }
    const all = [...found.values()]
    const isSorted = directions.size === 0 || (inOrder && ranges.length === 1)
    return isSorted ? all.slice(0, limit) : new Query({}).find<T>(all).sort(decided(sort)).limit(limit).all()
  }

  /** One atomic change: nothing else runs between the search and the write. */
  function change(filter: Fields, update: Fields, upsert: boolean, sort?: Sort) {
    const [before] = search(filter, sort, 1)
    const { $setOnInsert, ...rest } = update as { $setOnInsert?: Fields }
    if (before) {
      const after = updated(before, rest)
      const modified = !same(before, after)
      if (modified) rows.write(before, after)
      return { before, after, modified, upserted: false }
    }
    if (!upsert) return { before: null, after: null, modified: false, upserted: false }
    const { _id = crypto.randomUUID(), ...onInsert } = { ...fixedBy(filter), ...$setOnInsert }
    const $set = { ...onInsert, ...(rest as { $set?: Fields }).$set }
    const inserted = updated({ _id } as T, { ...rest, $set })
    rows.write(null, inserted)
    return { before: null, after: inserted, modified: false, upserted: true }
  }

  return {
    async findOne(filter, options) {
      return (search(filter as Fields, options?.sort, 1)[0] ?? null) as never
    },
    find: (filter, options) => ({
      toArray: async () => {
        const found = search(filter as Fields, options?.sort, options?.limit)
        return (options?.projection ? new Query({}).find(found, options.projection).all() : found) as never
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
      const found = rows.transaction(() =>
        changes.filter(
          ({ updateOne: { filter, update } }) => change(filter as Fields, update as Fields, false).before,
        ),
      )
      await onDisk()
      return { matchedCount: found.length }
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

/** A copy of what the caller passed: a later change of it by the caller is not stored. */
const copy = <T extends object>(document: T): T =>
  BSON.deserialize(BSON.serialize(document, { ignoreUndefined: true })) as T

const same = (a: Document, b: Document): boolean =>
  Buffer.from(BSON.serialize(a)).equals(Buffer.from(BSON.serialize(b, { ignoreUndefined: true })))

function updated<T extends Document>(document: T, update: Fields): T {
  const given = Object.entries(update).filter(([, fields]) => Object.keys(fields as Fields).length > 0)
  const [[operator, set] = [], ...more] = given as [string, Fields][]
  // So live notes are stored, many in a second: the rest stays the very same, which spares its index keys (`table.ts`).
  if (operator === '$set' && set && more.length === 0 && !Object.keys(set).some((one) => one.includes('.')))
    return { ...document, ...copy(set) }
  const [after] = [copy(document)]
  if (given.length > 0) applyUpdate([after], {}, copy(Object.fromEntries(given)))
  return after
}

/** An upsert begins with the fields that its filter fixes to a value (manual, "db.collection.updateOne"). */
function fixedBy(filter: Fields): Fields {
  return Object.fromEntries(
    Object.entries(filter).filter(
      ([field, value]) =>
        !field.startsWith('$') &&
        !field.includes('.') &&
        (value === null || typeof value !== 'object' || value instanceof Date),
    ),
  )
}
