import type { Collections } from '../plugins/context.ts'
import type { Config } from '../config.ts'
import { applicationTokens } from '../graph/application.ts'
import { authorities } from '../graph/authority.ts'
import { dataKeys } from './data-keys.ts'
import { ownKeyWrapping, wrappingOf, type KeyWrapping } from './key-wrapping.ts'
import { keyVaultWrapping, vaultScope } from './key-vault.ts'
import { masterKeys } from './master-key.ts'
import { tenantSealing } from './tenant-sealing.ts'
import { tokenVault } from './token-vault.ts'

/**
 * All that seals, out of the master keys that the configuration names.
 * @returns also whether there are master keys besides the present one
 */
export async function openSecrets(config: Config, collections: Collections, now: () => Date) {
  const { keyVault } = config
  const own = await masterKeys(config.masterKey, !keyVault)
  const token = applicationTokens(config.app, authorities(config.cloud))
  const [first, ...earlier]: KeyWrapping[] = [
    ...(keyVault ? [keyVaultWrapping(keyVault.key, () => token(vaultScope, keyVault.tenantId))] : []),
    ...own.map(ownKeyWrapping),
  ]
  if (!first) throw new Error('There is no master key.')
  const keys = dataKeys(collections.dataKeys, wrappingOf([first, ...earlier]), now)
  const sealing = tenantSealing(keys)
  const vault = tokenVault(collections.tokenCaches, now)
  return { sealing, keys, vault, hasEarlier: earlier.length > 0 }
}
