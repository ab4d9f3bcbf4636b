import type { CollectionSpec, Database } from '../database/collection.ts'
import type { PersonKey, TokenVault } from '../graph/tokens.ts'
import { KeysUnavailable, sealedField, type SealedPlace, type Sealing } from '../plugins/sealing.ts'

type TokenCache = { _id: string; tenantId: string; oid: string; sealed: string; keyVersion?: number }

const spec: CollectionSpec<TokenCache> = {
  name: 'tokenCaches',
  indexes: [{ fields: { tenantId: 1, keyVersion: 1 } }],
}

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
      await caches.deleteMany({ _id: idOf(person) })
    },
  }
  return { vault, place: sealedField(sealing, caches, '', ({ _id }) => _id) }
}
