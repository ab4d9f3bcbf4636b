import type { Collection, Database } from '../database/collection.ts'
import type { TokenVault } from '../graph/tokens.ts'
import { tenantSealing } from './tenant-sealing.ts'

type TokenCache = { _id: string; tenantId: string; oid: string; sealed: string }

/** People's token caches, sealed with a key of their tenant: a database dump gives nobody a calendar. */
export async function tokenVault(database: Database, master: Buffer): Promise<TokenVault> {
  const caches: Collection<TokenCache> = await database.collection({ name: 'tokenCaches', indexes: [] })
  const sealing = tenantSealing(master, 'groei token cache')
  const idOf = ({ tenantId, oid }: { tenantId: string; oid: string }) => `${tenantId}.${oid}`
  return {
    async load(person) {
      const found = await caches.findOne({ _id: idOf(person) })
      return found && sealing.unseal(person.tenantId, idOf(person), found.sealed)
    },
    async save(person, cache) {
      const sealed = sealing.seal(person.tenantId, idOf(person), cache)
      await caches.updateOne(
        { _id: idOf(person) },
        { $set: { sealed, tenantId: person.tenantId, oid: person.oid } },
        { upsert: true },
      )
    },
  }
}
