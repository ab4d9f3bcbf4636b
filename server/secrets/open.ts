import { EventEmitter } from 'node:events'
import type { Config } from '../config.ts'
import { applicationTokens } from '../graph/application.ts'
import { authorities } from '../graph/authority.ts'
import type { Collections } from '../plugins/context.ts'
import { openKeys } from './keys.ts'
import { ownKeyWrapping, wrappingOf, type KeyWrapping } from './key-wrapping.ts'
import { keyVaultWrapping, vaultScope } from './key-vault.ts'
import { masterKeys } from './master-key.ts'
import { ownerSealing } from './owner-sealing.ts'
import { tokenVault } from './token-vault.ts'

/**
 * All that seals, out of the master keys that the configuration names.
 * @returns also whether there are master keys besides the present one; `changes`: the name of a key that was deleted
 * @throws MasterKeyMissing
 */
export async function openSecrets(config: Config, collections: Collections, now: () => Date) {
  const { keyVault } = config
  const some = { tenantId: { $gt: '' } }
  const wrapped = (await collections.tenantKeys.findOne(some)) ?? (await collections.dataKeys.findOne(some))
  const own = await masterKeys(config.masterKey, keyVault ? 'elsewhere' : wrapped ? 'needed' : 'to-make')
  const token = applicationTokens(config.app, authorities(config.cloud))
  const [first, ...earlier]: KeyWrapping[] = [
    ...(keyVault ? [keyVaultWrapping(keyVault.key, () => token(vaultScope, keyVault.tenantId))] : []),
    ...own.map(ownKeyWrapping),
  ]
  if (!first) throw new Error('There is no master key.')
  const keys = openKeys(collections, wrappingOf([first, ...earlier]), now)
  const changes = new EventEmitter<{ forgotten: [ring: string] }>()
  const sealing = ownerSealing(keys, (ring) => changes.emit('forgotten', ring))
  const vault = tokenVault(collections.tokenCaches, now)
  return { sealing, keys, vault, changes, hasEarlier: earlier.length > 0 }
}
