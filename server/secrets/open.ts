import type { Config } from '../config.ts'
import type { Database } from '../database/collection.ts'
import { applicationTokens } from '../graph/application.ts'
import { authorities } from '../graph/authority.ts'
import type { TokenVault } from '../graph/tokens.ts'
import type { SealedPlace, Sealing } from '../plugins/sealing.ts'
import { dataKeys, dataKeySpec, type DataKeys } from './data-keys.ts'
import { ownKeyWrapping, wrappingOf, type KeyWrapping } from './key-wrapping.ts'
import { keyVaultWrapping, vaultScope } from './key-vault.ts'
import { masterKeys } from './master-key.ts'
import { tenantSealing } from './tenant-sealing.ts'
import { tokenVault } from './token-vault.ts'

export type Secrets = {
  sealing: Sealing
  keys: DataKeys
  vault: TokenVault
  /** The first of the places where sealed texts stand. */
  sealedPlaces: SealedPlace[]
  /** There are master keys besides the present one. */
  hasEarlier: boolean
}

/** All that seals, out of the master keys that the configuration names. */
export async function openSecrets(config: Config, database: Database, now: () => Date): Promise<Secrets> {
  const { keyVault } = config
  const own = await masterKeys({ ...config.masterKey, make: !keyVault }, config.database.dir)
  const token = applicationTokens(config.app, authorities(config.cloud))
  const [first, ...earlier]: KeyWrapping[] = [
    ...(keyVault ? [keyVaultWrapping(keyVault.key, () => token(vaultScope, keyVault.tenantId))] : []),
    ...own.map(ownKeyWrapping),
  ]
  if (!first) throw new Error('There is no master key.')
  const keys = dataKeys(await database.collection(dataKeySpec), wrappingOf([first, ...earlier]), now)
  const sealing = tenantSealing(keys, own)
  const { vault, place } = await tokenVault(database, sealing)
  return { sealing, keys, vault, sealedPlaces: [place], hasEarlier: earlier.length > 0 }
}
