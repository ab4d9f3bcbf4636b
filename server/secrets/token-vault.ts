import type { CollectionSpec, Database } from '../database/collection.ts'
import type { PersonKey, TokenVault } from '../graph/tokens.ts'
import { KeysUnavailable, resealed, type SealedPlace, type Sealing } from '../plugins/sealing.ts'

type TokenCache = { _id: string; tenantId: string; oid: string; sealed: string; keyVersion?: number }

const spec: CollectionSpec<TokenCache> = {
  name: 'tokenCaches',
  indexes: [{ fields: { tenantId: 1, keyVersion: 1 } }],
}
/** So many are sealed anew in one go. */
const batch = 20

/** People's token caches, sealed with a key of their tenant: a database dump gives nobody a calendar. */
export async function tokenVault(
  database: Database,
  sealing: Sealing,
): Promise<{ vault: TokenVault; place: SealedPlace }> {
  const caches = await database.collection(spec)
  const idOf = ({ tenantId, oid }: PersonKey) => `${tenantId}.${oid}`
  const vault: TokenVault = {
    async load(person) {
      const found = await caches.findOne({ _id: idOf(person) })
      const opened = found && (await sealing.open(person.tenantId, idOf(person), found.sealed))
      // One that cannot be read is as good as none: its owner signs in again by opening Groei.
      return opened?.ok ? opened.text : null
    },
    async save(person, cache) {
      const sealed = await sealing.seal(person.tenantId, idOf(person), cache).catch((error: unknown) => {
        if (error instanceof KeysUnavailable) return null
        throw error
      })
      // Without a key nothing is kept: who is here works on, and the next visit leaves it.
      if (!sealed) return
      await caches.updateOne(
        { _id: idOf(person) },
        { $set: { ...sealed, tenantId: person.tenantId, oid: person.oid } },
        { upsert: true },
      )
    },
    async forget(person) {
      await caches.deleteOne({ _id: idOf(person) })
    },
  }
  const place: SealedPlace = {
    name: 'token caches',
    async reseal(tenantId, keyVersion) {
      const some = await caches.find({ tenantId, keyVersion }, { limit: batch }).toArray()
      for (const { _id, sealed } of some) {
        const anew = await resealed(sealing, tenantId, _id, sealed)
        await caches.updateOne({ _id, sealed }, { $set: anew })
      }
      return some.length
    },
  }
  return { vault, place }
}
