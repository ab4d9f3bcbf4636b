import type { Filter, OptionalUnlessRequiredId, UpdateFilter, WithId } from 'mongodb'

export type Document = { _id: string }
export type Sort = Record<string, 1 | -1>

/**
 * The same order with nothing left open: what is equal in all of its fields comes by `_id`. Without it DocumentDB gives
 * equal ones in another order from one call to the next.
 */
export function decided(sort: Sort): Sort {
  const last = Object.values(sort).at(-1)
  return last === undefined || '_id' in sort ? sort : { ...sort, _id: last }
}

/** Fields, by path, that are not wanted; who asks so must not read them. */
export type Without = Record<string, 0>

/**
 * The part of the driver's `Collection` that Groei uses; `mongodb`'s own Collection fits it as it is.
 * Every filter and sort must be served by a declared index (`indexes.ts`); the embedded engine refuses others.
 */
export interface Collection<T extends Document> {
  findOne(filter: Filter<T>, options?: { sort?: Sort }): Promise<WithId<T> | null>
  find(
    filter: Filter<T>,
    options?: { sort?: Sort; limit?: number; projection?: Without },
  ): { toArray(): Promise<WithId<T>[]> }
  countDocuments(filter: Filter<T>): Promise<number>
  /** @throws MongoServerError with code 11000 when a unique index has it already */
  insertOne(document: OptionalUnlessRequiredId<T>): Promise<unknown>
  updateOne(
    filter: Filter<T>,
    update: UpdateFilter<T>,
    options?: { upsert?: boolean },
  ): Promise<{ matchedCount: number; modifiedCount: number; upsertedCount: number }>
  findOneAndUpdate(
    filter: Filter<T>,
    update: UpdateFilter<T>,
    options: { upsert?: boolean; returnDocument: 'before' | 'after'; sort?: Sort },
  ): Promise<WithId<T> | null>
  /** Each document by itself: a kill comes between two of them. */
  updateMany(filter: Filter<T>, update: UpdateFilter<T>): Promise<{ matchedCount: number }>
  /**
   * Also where there is one at most: DocumentDB's `deleteOne` and `findOneAndDelete` delete nothing while somebody
   * updates that document, and answer 0 as if there were none.
   */
  deleteMany(filter: Filter<T>): Promise<{ deletedCount: number }>
}

/** Fields in order, most telling first; `unique` prevents a race where a prior read cannot. */
export type Index = { fields: Sort; unique?: true }

/** What a collection is named and which indexes it has. One declaration a collection, in its feature. */
export type CollectionSpec<T extends Document> = { name: string; indexes: Index[]; _document?: T }

export interface Database {
  /** `mongodb` or `embedded`, for the log and the tests' report. */
  engine: string
  collection<T extends Document>(spec: CollectionSpec<T>): Promise<Collection<T>>
  /** Can it be read and written now? For /readyz. */
  ping(): Promise<void>
  close(): Promise<void>
}
