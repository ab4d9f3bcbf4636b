import type { Collection, CollectionSpec, DocumentOfPerson } from '../database/collection.ts'
import type { TokenVault } from '../graph/tokens.ts'
import { personId, type PersonKey } from '../contract/person-key.ts'
import { KeysUnavailable, type Sealed, type Sealing } from '../sealing/sealed-field.ts'

/** `retainFrom`: when it was last written, or seen to be kept for longer. */
export type TokenCache = DocumentOfPerson & Sealed

export const tokenCacheSpec: CollectionSpec<TokenCache> = {
  name: 'tokenCaches',
  scope: { of: 'person', exportedAs: null },
  sealed: [{ field: '', boundTo: ({ _id }) => _id }],
  indexes: [
    { tenantId: 1, keyVersion: 1 },
    { tenantId: 1, retainFrom: 1 },
  ],
}

/** People's token caches, sealed with a key of their tenant: a database dump gives nobody a calendar. */
export function tokenVault(caches: Collection<TokenCache>, sealing: Sealing, now: () => Date): TokenVault {
  return {
    async load(person) {
      const found = await caches.findOne({ _id: personId(person) })
      const opened = found && (await sealing.open(person.tenantId, personId(person), found.sealed))
      // One that cannot be read is as good as none: its owner signs in again by opening Groei.
      return opened?.ok ? opened.text : null
    },
    save: (person, cache) => keep(person, cache, true),
    renew: (person, cache) => keep(person, cache, false),
    async forget(person) {
      await caches.deleteMany({ _id: personId(person) })
    },
  }

  async function keep(person: PersonKey, cache: string, upsert: boolean): Promise<boolean> {
    const sealed = await sealing.seal(person.tenantId, personId(person), cache).catch((error: unknown) => {
      if (error instanceof KeysUnavailable) return null
      throw error
    })
    // Without a key nothing is kept: who is here works on, and the next visit leaves it.
    if (!sealed) return true
    const kept = await caches.updateOne(
      { _id: personId(person) },
      { $set: { ...sealed, tenantId: person.tenantId, oid: person.oid, retainFrom: now() } },
      { upsert },
    )
    return kept.matchedCount + kept.upsertedCount > 0
  }
}
