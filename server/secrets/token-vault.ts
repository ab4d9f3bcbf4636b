import { hkdfSync } from 'node:crypto'
import type { Collection, Database } from '../database/collection.ts'
import type { TokenVault } from '../graph/tokens.ts'
import { seal, unseal } from './seal.ts'

type TokenCache = { _id: string; tenantId: string; oid: string; sealed: string }

/** People's token caches, sealed with a key of their tenant: a database dump gives nobody a calendar. */
export async function tokenVault(database: Database, master: Buffer): Promise<TokenVault> {
  const caches: Collection<TokenCache> = await database.collection({ name: 'tokenCaches', indexes: [] })
  const keyOf = (tenantId: string) =>
    Buffer.from(hkdfSync('sha256', master, tenantId, 'groei token cache', 32))
  const idOf = ({ tenantId, oid }: { tenantId: string; oid: string }) => `${tenantId}.${oid}`
  return {
    async load(person) {
      const found = await caches.findOne({ _id: idOf(person) })
      return found && unseal(keyOf(person.tenantId), found.sealed, idOf(person))
    },
    async save(person, cache) {
      const sealed = seal(keyOf(person.tenantId), cache, idOf(person))
      await caches.updateOne(
        { _id: idOf(person) },
        { $set: { sealed, tenantId: person.tenantId, oid: person.oid } },
        { upsert: true },
      )
    },
  }
}
