import { BSON } from 'mongodb'
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import type { Change, Collection, Document } from './collection.ts'

/** Changes that one command makes at most: the embedded engine holds up everybody while it makes them. */
const most = 16

/** How many times as long as a command took of this process others have their turn. */
const turns = 4

type Waiting<T extends Document> = {
  change: Change<T>
  done: (matched: number) => void
  failed: (error: unknown) => void
}

/**
 * A collection whose `updateOne` goes together with those of the same moment, in one command. A change names its document by
 * `_id`, sets whole fields, and makes no document. One command at a time, and for several times as long as this process was busy
 * meanwhile others have their turn: the busier it is, the less often a document is written that is changed all the time.
 */
export function batched<T extends Document>(collection: Collection<T>): Collection<T> {
  const waiting: Waiting<T>[] = []
  let sending: Promise<void> | null = null

  async function send(): Promise<void> {
    // All that is asked in this turn goes with it.
    await pause(0)
    while (waiting.length > 0) {
      const batch = waiting.splice(0, most)
      const before = performance.eventLoopUtilization()
      await together(batch)
      const { active } = performance.eventLoopUtilization(before)
      if (active >= 1) await pause(turns * active)
    }
    sending = null
  }

  async function together(batch: Waiting<T>[]): Promise<void> {
    try {
      const [only] = batch
      if (only && batch.length === 1) {
        const { filter, update } = only.change.updateOne
        return only.done((await collection.updateOne(filter, update)).matchedCount)
      }
      const { matchedCount } = await collection.bulkWrite(batch.map(({ change }) => change))
      const made = matchedCount === batch.length ? null : await madeOf(batch)
      for (const one of batch) one.done(Number(made?.has(one) ?? true))
    } catch (error) {
      for (const { failed } of batch) failed(error)
    }
  }

  /** The command says how many found their document, and not which: those whose document reads as they set it. */
  async function madeOf(batch: Waiting<T>[]): Promise<Set<Waiting<T>>> {
    const ids = batch.map(({ change }) => change.updateOne.filter._id as string)
    const found = await collection.find({ _id: { $in: ids } } as never).toArray()
    const now = new Map(found.map((one) => [one._id as string, one as Record<string, unknown>]))
    const reads = ({ change: { updateOne } }: Waiting<T>) => {
      const there = now.get(updateOne.filter._id as string)
      const set = Object.entries(updateOne.update.$set ?? {})
      return there !== undefined && set.every(([field, value]) => isSame(there[field], value))
    }
    return new Set(batch.filter(reads))
  }

  return {
    ...collection,
    async updateOne(filter, update) {
      const matchedCount = await new Promise<number>((done, failed) => {
        waiting.push({ change: { updateOne: { filter, update } }, done, failed })
        sending ??= send()
      })
      return { matchedCount, modifiedCount: matchedCount, upsertedCount: 0 }
    },
  }
}

const isSame = (a: unknown, b: unknown): boolean =>
  Buffer.from(BSON.serialize({ a })).equals(Buffer.from(BSON.serialize({ a: b })))
