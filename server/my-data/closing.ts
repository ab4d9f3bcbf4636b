import type { Filter, UpdateFilter } from 'mongodb'
import { balanceSpec } from '../balance/collection.ts'
import { commitmentSpec } from '../commitment/collection.ts'
import { conversationSpec } from '../conversation/collection.ts'
import type { CollectionSpec, Database } from '../database/collection.ts'
import { pairSpec } from '../pair/collection.ts'
import type { OfPair } from '../pair/while-it-lasts.ts'
import { privateNoteSpec } from '../private-note/collection.ts'
import { reviewSpec } from '../review/collection.ts'
import { scaleSpec } from '../scale/collection.ts'

async function marking<T extends OfPair>(database: Database, spec: CollectionSpec<T>) {
  const collection = await database.collection(spec)
  return (pairId: string) =>
    collection.updateMany(
      { pairId, pairEnded: null } as Filter<T>,
      { $set: { pairEnded: true } } as unknown as UpdateFilter<T>,
    )
}

/**
 * What follows from the end of a pair: all that people write in it bears the mark, which their writes look for
 * (`whileItLasts`). It can be repeated; a worker finishes what a server that died began. A feature in which people
 * write more adds a line.
 */
export async function closing(database: Database) {
  const pairs = await database.collection(pairSpec)
  const marks = [
    await marking(database, conversationSpec),
    await marking(database, commitmentSpec),
    await marking(database, privateNoteSpec),
    await marking(database, scaleSpec),
    await marking(database, balanceSpec),
    await marking(database, reviewSpec),
  ]
  async function close(pairId: string): Promise<void> {
    for (const mark of marks) await mark(pairId)
    await pairs.updateOne({ _id: pairId }, { $unset: { closing: '' } })
  }
  return {
    close,
    /** @returns whether there was one that a server left so */
    async closeOne(before: Date): Promise<boolean> {
      const pair = await pairs.findOne({ closing: { $lte: before } })
      if (pair) await close(pair._id)
      return pair !== null
    },
  }
}
