import type { Collection, DocumentOfPerson } from '../database/collection.ts'
import type { TokenVault } from '../graph/tokens.ts'
import { personId, type PersonKey } from '../contract/person-key.ts'
import { clear } from '../sealing/clear.ts'
import type { SealedSpec } from '../sealing/declaration.ts'
import { KeysUnavailable, Unreadable } from '../sealing/sealing.ts'

/** `retainFrom`: when it was last written, or seen to be kept for longer. */
export type TokenCache = DocumentOfPerson & { cache: string }

export const tokenCacheSpec: SealedSpec<TokenCache> = {
  name: 'tokenCaches',
  scope: { of: 'person', exportedAs: null },
  earlier: [{ at: '', place: ({ _id }: TokenCache) => _id, read: (cache) => ({ cache }) }],
  fields: { tenantId: clear.id, oid: clear.id, retainFrom: clear.date, cache: 'content' },
  indexes: [{ tenantId: 1, retainFrom: 1 }],
}

/** People's token caches. They lie sealed: a database dump gives nobody a calendar. */
export function tokenVault(caches: Collection<TokenCache>, now: () => Date): TokenVault {
  return {
    async load(person) {
      const found = await caches.findOne({ _id: personId(person) }).catch((error: unknown) => {
        // One that cannot be read is as good as none: its owner signs in again by opening Groei.
        if (error instanceof Unreadable || error instanceof KeysUnavailable) return null
        throw error
      })
      return found?.cache ?? null
    },
    save: (person, cache) => keep(person, cache, true),
    renew: (person, cache) => keep(person, cache, false),
    async forget(person) {
      await caches.deleteMany({ _id: personId(person) })
    },
  }

  async function keep(person: PersonKey, cache: string, upsert: boolean): Promise<boolean> {
    const { tenantId, oid } = person
    try {
      const kept = await caches.updateOne(
        { _id: personId(person) },
        { $set: { cache, tenantId, oid, retainFrom: now() } },
        { upsert },
      )
      return kept.matchedCount + kept.upsertedCount > 0
    } catch (error) {
      // Without a key nothing is kept: who is here works on, and the next visit leaves it.
      if (error instanceof KeysUnavailable) return true
      throw error
    }
  }
}
