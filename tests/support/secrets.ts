import { openCollections } from '../../server/collections.ts'
import type { Database } from '../../server/database/collection.ts'
import type { KeyWrapping } from '../../server/secrets/key-wrapping.ts'
import { openKeys } from '../../server/secrets/keys.ts'
import { ownerSealing } from '../../server/secrets/owner-sealing.ts'

/** A server's keys and sealing, with its own memory, on a database that it shares with others. */
export async function secretsOn(database: Database, master: KeyWrapping, now: () => Date) {
  const { collections, departures, sealWith } = await openCollections(database, [])
  const keys = openKeys(collections, master, now)
  const forgotten: string[] = []
  const sealing = ownerSealing(keys, (ring) => forgotten.push(ring))
  await sealWith(sealing, () => undefined)
  return { collections, departures, keys, sealing, forgotten }
}
