import { Context } from 'mingo/core'
import * as operators from 'mingo/operators/query'
import { Query } from 'mingo/query'
import { updateOne as applyUpdate } from 'mingo/updater'
import { BSON } from 'mongodb'
import type { Document } from './collection.ts'

type Fields = Record<string, unknown>

/** The operators of filters alone: mingo copies all that it is given, for each query anew, and has two hundred more to load. */
const ofFilters = { context: Context.init({ query: operators }) }

/** A query in mingo's words, which sorts, limits and projects what it is given. */
export const query = (filter: Fields): Query => new Query(filter, ofFilters)

/** A test of documents by a filter, which means what mingo, after MongoDB, says it means. */
export function fitting(filter: Fields): (document: object) => boolean {
  const one = query(filter)
  return (document) => one.test(document as Fields)
}

/** A copy of what the caller passed: a later change of it by the caller is not stored. */
export const copy = <T extends object>(document: T): T =>
  BSON.deserialize(BSON.serialize(document, { ignoreUndefined: true })) as T

/** The document as an update leaves it; operators of an insert are not for it. */
export function updated<T extends Document>(document: T, update: Fields): T {
  const given = Object.entries(update).filter(([, fields]) => Object.keys(fields as Fields).length > 0)
  const [[operator, set] = [], ...more] = given as [string, Fields][]
  // So live notes are stored, many in a second: the rest stays the very same, which spares its index keys (`table.ts`).
  if (operator === '$set' && set && more.length === 0 && !Object.keys(set).some((one) => one.includes('.')))
    return { ...document, ...copy(set) }
  const [after] = [copy(document)]
  if (given.length > 0) applyUpdate([after], {}, copy(Object.fromEntries(given)))
  return after
}

/** The document that an upsert makes when nothing fits its filter. */
export function upserted<T extends Document>(filter: Fields, update: Fields): T {
  const { $setOnInsert, ...rest } = update as { $setOnInsert?: Fields }
  const { _id = crypto.randomUUID(), ...onInsert } = { ...fixedBy(filter), ...$setOnInsert }
  const $set = { ...onInsert, ...(rest as { $set?: Fields }).$set }
  return updated({ _id } as T, { ...rest, $set })
}

/** An upsert begins with the fields that its filter fixes to a value (manual, "db.collection.updateOne"). */
export function fixedBy(filter: Fields): Fields {
  return Object.fromEntries(
    Object.entries(filter).filter(
      ([field, value]) =>
        !field.startsWith('$') &&
        !field.includes('.') &&
        (value === null || typeof value !== 'object' || value instanceof Date),
    ),
  )
}
