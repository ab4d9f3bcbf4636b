import type { Role } from '../contract/pair.ts'
import type { PairScoped } from '../plugins/context.ts'

/** How many documents are deleted in one step: a server can be killed between any two. */
const batch = 25

/** Everything that is kept of a pair, besides the pair itself: what each collection says of its scope. */
export function erasePair(pairScoped: PairScoped[]) {
  /** @returns whether there was something */
  async function removeSome(
    { collection }: PairScoped,
    filter: { pairId: string; oid?: string; role?: Role },
  ): Promise<boolean> {
    const some = await collection.find(filter, { limit: batch, projection: { _id: 1 } }).toArray()
    for (const { _id } of some) await collection.deleteMany({ _id })
    return some.length > 0
  }
  return {
    /** Some of what is one member's alone. @returns whether there was something */
    async own({ pairId, oid, role }: { pairId: string; oid: string; role: Role }): Promise<boolean> {
      for (const one of pairScoped) {
        if (!one.own) continue
        if (await removeSome(one, { pairId, ...(one.own === 'oid' ? { oid } : { role }) })) return true
      }
      return false
    },
    /** Some of all that is the pair's. @returns whether there was something */
    async all(pairId: string): Promise<boolean> {
      for (const one of pairScoped) if (await removeSome(one, { pairId })) return true
      return false
    },
  }
}
