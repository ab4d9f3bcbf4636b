import { openCollections } from '../../server/collections.ts'
import { readConfig } from '../../server/config.ts'
import { migrations } from '../../server/migrations.ts'
import type { Database } from '../../server/database/collection.ts'
import type { SealedSpec } from '../../server/sealing/declaration.ts'
import { sealedCollection } from '../../server/sealing/sealed-collection.ts'
import type { Sealing } from '../../server/sealing/sealing.ts'
import { storedSpec } from '../../server/sealing/stored-spec.ts'
import { openSecrets } from '../../server/secrets/open.ts'

/** A product's database as its features have it: what is sealed is opened as it is read, and sealed as it is written. */
export const openedWith = (database: Database, sealing: () => Promise<Sealing>): Database => ({
  ...database,
  async collection(spec) {
    if (!('fields' in spec)) return database.collection(spec)
    const sealed = spec as unknown as SealedSpec<never>
    const stored = await database.collection(storedSpec(sealed))
    return sealedCollection(stored, sealed, await sealing()) as never
  },
})

/** The same, of a product that does not run and had these settings. */
export function opened(database: Database, settings: Record<string, string | undefined>): Database {
  let sealing: Promise<Sealing> | undefined
  const open = async () => {
    const { collections, sealWith } = await openCollections(database, migrations)
    const secrets = await openSecrets(readConfig(settings), collections, () => new Date())
    await sealWith(secrets.sealing, () => undefined)
    return secrets.sealing
  }
  return openedWith(database, () => (sealing ??= open()))
}
