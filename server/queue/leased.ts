import type { Filter, UpdateFilter } from 'mongodb'
import type { Collection, Document } from '../database/collection.ts'
import { Unreadable } from '../sealing/sealing.ts'

/**
 * A queue in the documents that the work is about: `dueAt` says when a worker may take one, `lease` which claim took it
 * last. A claim moves `dueAt` forward by the life of the lease, so that one worker has it, and another can take it when
 * that one died. Both fields are at `path`, or in the document itself where the path is empty.
 * @param life longer than the slowest piece of work, in milliseconds
 * @param count a field in which each claim is counted, before any work: whoever ends the work orderly sets it back, so that
 * it says how often in a row a worker died of it
 */
export function leased<T extends Document>(
  collection: Collection<T>,
  path: string,
  life: number,
  count?: string,
) {
  const at = (field: string) => (path ? `${path}.${field}` : field)
  return {
    /** Takes what is due longest. @param among only of these */
    async claim(claim: string, now: Date, until = now, among: Filter<T> = {}): Promise<T | null> {
      for (;;) {
        try {
          return (await collection.findOneAndUpdate(
            { ...among, [at('dueAt')]: { $lte: until } } as Filter<T>,
            {
              $set: { [at('dueAt')]: new Date(now.getTime() + life), [at('lease')]: claim },
              ...(count ? { $inc: { [at(count)]: 1 } } : {}),
            } as unknown as UpdateFilter<T>,
            { sort: { [at('dueAt')]: 1 } },
          )) as T | null
        } catch (error) {
          // It is claimed, and nobody can do anything about it: the next one must not wait for it.
          if (!(error instanceof Unreadable)) throw error
        }
      }
    },
    /** A filter for writes of the holder of a claim: after a lost lease it finds nothing. */
    held: (_id: string, claim: string | undefined) => ({ _id, [at('lease')]: claim }) as unknown as Filter<T>,
    /** Nobody has it. */
    free: { [at('lease')]: { $exists: false } } as Filter<T>,
  }
}
