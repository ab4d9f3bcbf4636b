import type { Filter, UpdateFilter } from 'mongodb'
import type { Collection, DocumentOfPair } from '../database/collection.ts'
import { insertedOneByOne, isDuplicateKey } from '../database/errors.ts'
import { Refused } from '../plugins/problems.ts'
import type { PairDocument } from './collection.ts'
import { isOver } from './policy.ts'

/** A document of a pair. The end of the pair marks each, and no write of a person changes a marked one. */
export type OfPair = DocumentOfPair

/**
 * A collection of documents of pairs that people write only as long as their pair lasts. The pair may end between the
 * check of a request and its write, and a write is atomic in one document only. So a change finds no marked document.
 * A new document, which the end cannot have marked before it was there, is deleted again unless the pair still lasts or
 * the end found it. A write that succeeded was therefore made before the end.
 * @throws Refused `pair-ended`, from each of its writes
 */
export function activeOnly<T extends OfPair>(
  pairs: Collection<PairDocument>,
  collection: Collection<T>,
): Collection<T> {
  /** Nothing fitted: for no other reason than the mark? */
  async function refuseIfMarked(filter: Filter<T>): Promise<void> {
    if (await collection.findOne({ ...filter, pairEnded: true } as Filter<T>)) throw new Refused('pair-ended')
  }

  const keepIfItLasts = (made: OfPair) => keptIfItLasts(pairs, collection, made)

  /** For an upsert, which inserts the marked document again and finds its id taken. */
  const refusingTaken = <R>(filter: Filter<T>, work: () => Promise<R>): Promise<R> =>
    work().catch(async (error: unknown) => {
      if (isDuplicateKey(error)) await refuseIfMarked(filter)
      throw error
    })

  const insertOne: Collection<T>['insertOne'] = async (document) => {
    const done = await collection.insertOne(document)
    await keepIfItLasts(document as OfPair)
    return done
  }
  return {
    ...collection,
    insertOne,
    insertNew: insertedOneByOne(insertOne),
    async updateOne(filter, update, options) {
      const done = await refusingTaken(filter, () => collection.updateOne(unmarked(filter), update, options))
      if (done.upsertedCount > 0) await keepIfItLasts({ ...onInsert(update), ...(filter as OfPair) })
      else if (done.matchedCount === 0) await refuseIfMarked(filter)
      return done
    },
    async findOneAndUpdate(filter, update, options) {
      const found = await collection.findOneAndUpdate(unmarked(filter), update, options)
      if (!found) await refuseIfMarked(filter)
      return found
    },
    async deleteMany(filter) {
      const done = await collection.deleteMany(unmarked(filter))
      if (done.deletedCount === 0) await refuseIfMarked(filter)
      return done
    },
  }
}

const unmarked = <T extends OfPair>(filter: Filter<T>) => ({ ...filter, pairEnded: null }) as Filter<T>

/**
 * Deletes a document again that was made just now, unless its pair lasts or the end found it.
 * @throws Refused `pair-ended` when it is deleted
 */
export async function keptIfItLasts<T extends OfPair>(
  pairs: Collection<PairDocument>,
  collection: Collection<T>,
  { _id, pairId }: Pick<OfPair, '_id' | 'pairId'>,
): Promise<void> {
  const pair = await pairs.findOne({ _id: pairId })
  if (pair && !isOver(pair)) return
  const { deletedCount } = await collection.deleteMany(unmarked<T>({ _id } as Filter<T>))
  if (deletedCount > 0 || !pair) throw new Refused('pair-ended')
}

const onInsert = <T extends OfPair>(update: UpdateFilter<T>): OfPair =>
  (update.$setOnInsert ?? {}) as unknown as OfPair
