import { MongoBulkWriteError, MongoServerError } from 'mongodb'

const duplicateKey = 11000

/** The driver's own error, so that features handle one engine and get both. */
export const duplicateKeyError = (index: string): MongoServerError =>
  new MongoServerError({ code: duplicateKey, message: `E11000 duplicate key error: ${index}` })

export const isDuplicateKey = (error: unknown): boolean =>
  error instanceof MongoServerError && error.code === duplicateKey

/**
 * Two upserts of one new document at once: the loser of the race tries again and finds what the winner made
 * (MongoDB manual, "Upsert with Unique Index").
 */
export const onceMoreOnDuplicate = <T>(work: () => Promise<T>): Promise<T> =>
  work().catch((error: unknown) => {
    if (isDuplicateKey(error)) return work()
    throw error
  })

/** Waits for an insert. @returns false when there is a document with its `_id` already: somebody else was first */
export const isInserted = (insert: Promise<unknown>): Promise<boolean> =>
  insert.then(
    () => true,
    (error: unknown) => {
      if (isDuplicateKey(error)) return false
      throw error
    },
  )

/** `insertNew` of a collection that looks at each insert by itself. */
export const insertedOneByOne =
  <T>(insertOne: (document: T) => Promise<unknown>) =>
  async (documents: T[]): Promise<void> => {
    for (const one of documents) await isInserted(insertOne(one))
  }

/** Why some of many writes failed other than for their `_id`; null: for nothing else. */
export function notDuplicate(error: unknown): unknown {
  if (!(error instanceof MongoBulkWriteError)) return error
  const all = [error.writeErrors].flat()
  // Not as durable as was asked for, whatever else it says.
  if (all.length === 0 || error.result.getWriteConcernError()) return error
  const other = all.find(({ code }) => code !== duplicateKey)
  return other ? new MongoServerError({ code: other.code, message: other.errmsg ?? error.message }) : null
}

/** A query that no declared index serves; a mistake of ours, never of a request. */
export class UnservedQueryError extends Error {
  override name = 'UnservedQueryError'
}

export type DatabaseOpenReason =
  | 'newer-version'
  | 'half-moved'
  | 'corrupt'
  | 'in-use'
  | 'unusable-uri'
  | 'refused'
  | 'untrusted'
  | 'unknown-host'
  | 'tls'
  | 'unreachable'

/** The database cannot be used; the message says what to do. Nothing was written. */
export class DatabaseOpenError extends Error {
  override name = 'DatabaseOpenError'
  readonly reason: DatabaseOpenReason
  constructor(reason: DatabaseOpenReason, message: string) {
    super(message)
    this.reason = reason
  }
}

/** A backup cannot be made, or restored; the message says why, and nothing was changed. */
export class BackupError extends Error {
  override name = 'BackupError'
}

/** The data cannot be moved; the message says why, and what was written. */
export class MoveError extends Error {
  override name = 'MoveError'
}
