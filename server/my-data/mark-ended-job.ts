import type { Kept } from '../plugins/context.ts'
import { unopened } from '../sealing/sealed-collection.ts'

/**
 * Marks all documents of an ended pair that people write in; their writes look for the mark (`activeOnly`). It can be
 * repeated: a worker finishes it after a server died.
 */
export function markEnded({ collections: { pairs }, pairScoped }: Kept) {
  const marked = pairScoped.filter(({ marked }) => marked)
  async function close(pairId: string): Promise<void> {
    for (const { collection } of marked)
      await collection.updateMany({ pairId, pairEnded: null }, { $set: { pairEnded: true } })
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
