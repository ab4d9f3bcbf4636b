import type { Kept } from '../plugins/context.ts'
import { unopened } from '../sealing/sealed-collection.ts'

/**
 * Marks all documents of an ended pair that people write in; their writes look for the mark (`activeOnly`). It can be
 * repeated: a worker finishes it after a server died. Each collection is gone through until there was nothing more to mark:
 * a document that is made while another of the pair bears no mark is found by the next time at the latest.
 */
export function markEnded({ collections: { pairs }, pairScoped }: Kept) {
  /** @returns whether there was something to mark */
  async function markIn({ collection }: Kept['pairScoped'][number], pairId: string): Promise<boolean> {
    const done = await collection.updateMany({ pairId, pairEnded: null }, { $set: { pairEnded: true } })
    return done.matchedCount > 0
  }
  const marked = pairScoped.filter(({ marked }) => marked)
  async function close(pairId: string): Promise<void> {
    for (const one of marked) while (await markIn(one, pairId));
    await pairs.updateOne({ _id: pairId }, { $unset: { closing: '' } })
  }
  return {
    close,
    /** @returns whether there was one that a server left so */
    async closeOne(before: Date): Promise<boolean> {
      const pair = await pairs.findOne({ closing: { $lte: before } }, { projection: unopened })
      if (pair) await close(pair._id)
      return pair !== null
    },
  }
}
