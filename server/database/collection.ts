import type { Filter, OptionalId, OptionalUnlessRequiredId, UpdateFilter, WithId } from 'mongodb'

export type Document = { _id: string }

/** A document of a pair that people write in. `pairEnded`: its pair ended, and nobody writes in it any more. */
export type DocumentOfPair = Document & { tenantId: string; pairId: string; pairEnded?: true | null }

/** A document of one person, named after them. `retainFrom`: retention counts from here; absent: from when it is looked up. */
export type DocumentOfPerson = Document & { tenantId: string; oid: string; retainFrom?: Date | null }

export type Sort = Record<string, 1 | -1>

/**
 * The same order with nothing left open: what is equal in all of its fields comes by `_id`. Without it DocumentDB gives
 * equal ones in another order from one call to the next.
 */
export function decided(sort: Sort): Sort {
  const last = Object.values(sort).at(-1)
  return last === undefined || '_id' in sort ? sort : { ...sort, _id: last }
}

/** Fields, by path, that are not wanted, or that nothing but the id is; who asks so must not read the others. */
export type Projection = Record<string, 0> | { _id: 1 }

/** One of many changes, as the driver has it. */
export type Change<T extends Document> = { updateOne: { filter: Filter<T>; update: UpdateFilter<T> } }
/** One of many documents that are made, unless its `_id` is taken. */
export type Insert<T extends Document> = { insertOne: { document: OptionalId<T> } }

/**
 * The part of the driver's `Collection` that Groei uses, by the same names, and `insertNew`.
 * Every filter and sort must be served by a declared index (`plan.ts`); the embedded engine refuses others.
 */
export interface Collection<T extends Document> {
  findOne(filter: Filter<T>, options?: { sort?: Sort; projection?: Projection }): Promise<WithId<T> | null>
  find(
    filter: Filter<T>,
    options?: { sort?: Sort; limit?: number; projection?: Projection },
  ): { toArray(): Promise<WithId<T>[]> }
  countDocuments(filter: Filter<T>): Promise<number>
  /** @throws MongoServerError with code 11000 when there is one with this `_id` */
  insertOne(document: OptionalUnlessRequiredId<T>): Promise<unknown>
  /** Inserts with one command all whose `_id` is free. One that is there already stays as it is. */
  insertNew(documents: OptionalUnlessRequiredId<T>[]): Promise<void>
  updateOne(
    filter: Filter<T>,
    update: UpdateFilter<T>,
    options?: { upsert?: boolean },
  ): Promise<{ matchedCount: number; modifiedCount: number; upsertedCount: number }>
  /** Makes many changes, each in a document that is there, and inserts others, with one command and in any order. */
  bulkWrite(changes: (Change<T> | Insert<T>)[]): Promise<{ matchedCount: number; insertedCount: number }>
  /** Answers with the document as it is afterwards. */
  findOneAndUpdate(
    filter: Filter<T>,
    update: UpdateFilter<T>,
    options?: { upsert?: boolean; sort?: Sort },
  ): Promise<WithId<T> | null>
  /** Each document by itself: a kill comes between two of them. */
  updateMany(filter: Filter<T>, update: UpdateFilter<T>): Promise<{ matchedCount: number }>
  /**
   * Also where there is one at most: DocumentDB's `deleteOne` and `findOneAndDelete` delete nothing while somebody
   * updates that document, and answer 0 as if there were none.
   */
  deleteMany(filter: Filter<T>): Promise<{ deletedCount: number }>
}

/**
 * Fields in order, most telling first. None is unique but `_id`: what there may be one of has an `_id` that is derived from
 * what makes it one (`derived-id.ts`).
 */
export type Index = Sort

/** The field of a person's export (`server/contract/my-data.ts`) that holds it; null: it has ids and keys alone. */
type Exported = { exportedAs: string | null }

/**
 * The documents have a `pairId` and go with that pair. `marked`: people write in them, and bear the mark of its end
 * (`pairEnded`). `own`: the field by which each is one member's alone; such go as soon as that member asks. `ages`: the
 * field since when each is kept; such go after the tenant's retention, also of a pair that goes on.
 */
export type PairScope = { of: 'pair'; marked?: true; own?: 'oid' | 'role'; ages?: 'at' } & Exported

/** The documents are named `tenantId.oid`; they go when that person leaves. */
type PersonScope = { of: 'person' } & Exported

/** The owner of the documents, which decides when they are deleted and in whose export they are. */
export type Scope = PairScope | PersonScope | ({ of: 'tenant' | 'other' } & Partial<Exported>)

/**
 * The declaration of a collection, in its feature: its name, indexes and owner. Documents that name a pair
 * or a person are theirs: the types allow no other scope.
 */
export type CollectionSpec<T extends Document> = {
  name: string
  indexes: Index[]
  scope: T extends { pairId: string } ? PairScope : T extends { oid: string } ? PersonScope : Scope
  /** Kept in a file of its own where the engine has files: a backup of the rest does not hold it. */
  apart?: true
  _document?: T
}

export interface Database {
  /** `mongodb` or `embedded`, for the log and the tests' report. */
  engine: string
  collection<T extends Document>(spec: CollectionSpec<T>): Promise<Collection<T>>
  /** Can it be read and written now? For /readyz. */
  ping(): Promise<void>
  close(): Promise<void>
}
