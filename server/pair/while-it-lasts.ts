import type { Filter, UpdateFilter } from 'mongodb'
import type { Collection, CollectionSpec, Database, Document } from '../database/collection.ts'
import { isDuplicateKey } from '../database/errors.ts'
import { Refused } from '../plugins/problems.ts'
import { pairSpec } from './collection.ts'
import { isOver } from './policy.ts'

/** What a pair has. Its end leaves the mark on each document, and no write of a person passes that mark. */
export type OfPair = Document & { pairId: string; pairEnded?: true | null }

/**
 * What pairs have, as people write it: only as long as their pair lasts. That it did when a request was let in says
 * nothing of the moment of the write, and a write is atomic in one document only. So a change finds no document that
 * bears the mark; and what is new, which the end cannot have marked before it was there, is taken back unless the pair
 * still lasts or the end found it. What a request was told that it wrote was written before the end.
 * @throws Refused `pair-ended`, from each of its writes
 */
export async function whileItLasts<T extends OfPair>(
  database: Database,
  spec: CollectionSpec<T>,
): Promise<Collection<T>> {
  const collection = await database.collection(spec)
  const pairs = await database.collection(pairSpec)
  const unmarked = (filter: Filter<T>) => ({ ...filter, pairEnded: null }) as Filter<T>

  /** Nothing fitted: for no other reason than the mark? */
  async function refuseIfMarked(filter: Filter<T>): Promise<void> {
    if (await collection.findOne({ ...filter, pairEnded: true } as Filter<T>)) throw new Refused('pair-ended')
  }

  async function keepIfItLasts(made: { _id: string; pairId: string }): Promise<void> {
    const pair = await pairs.findOne({ _id: made.pairId })
    if (pair && !isOver(pair)) return
    const { deletedCount } = await collection.deleteMany(unmarked({ _id: made._id } as Filter<T>))
    if (deletedCount > 0 || !pair) throw new Refused('pair-ended')
  }

  /** Of an upsert, which makes what bears the mark anew and finds its place taken. */
  const refusingTaken = <R>(filter: Filter<T>, work: () => Promise<R>): Promise<R> =>
    work().catch(async (error: unknown) => {
      if (isDuplicateKey(error)) await refuseIfMarked(filter)
      throw error
    })

  return {
    ...collection,
    async insertOne(document) {
      const done = await collection.insertOne(document)
      await keepIfItLasts(document as OfPair)
      return done
    },
    async updateOne(filter, update, options) {
      const done = await refusingTaken(filter, () => collection.updateOne(unmarked(filter), update, options))
      if (done.upsertedCount > 0) await keepIfItLasts({ ...onInsert(update), ...(filter as OfPair) })
      else if (done.matchedCount === 0) await refuseIfMarked(filter)
      return done
    },
    async findOneAndUpdate(filter, update, options) {
      const found = await refusingTaken(filter, () =>
        collection.findOneAndUpdate(unmarked(filter), update, options),
      )
      if (!found) await refuseIfMarked(filter)
      else if (onInsert(update)._id === found._id) await keepIfItLasts(found)
      return found
    },
    async deleteMany(filter) {
      const done = await collection.deleteMany(unmarked(filter))
      if (done.deletedCount === 0) await refuseIfMarked(filter)
      return done
    },
  }
}

const onInsert = <T extends OfPair>(update: UpdateFilter<T>): OfPair =>
  (update.$setOnInsert ?? {}) as unknown as OfPair
