import { randomBytes } from 'node:crypto'
import { DatabaseOpenError } from '../database/errors.ts'
import { withMongo } from '../database/inspect.ts'
import { KeysUnavailable } from '../sealing/sealing.ts'
import { tenantKeySpec, type KeyRing } from '../secrets/collection.ts'
import { closedTenantKeys } from '../secrets/key-ring.ts'
import { keyVaultWrapping, vaultScope } from '../secrets/key-vault.ts'
import { ownKeyWrapping, wrappingOf, type KeyWrapping } from '../secrets/key-wrapping.ts'
import { masterKeys } from '../secrets/master-key.ts'
import type { Check, Parts } from './check.ts'
import { tokenResult } from './entra-code.ts'
import { of, ok, unknown, wrong, type Result } from './finding.ts'

/** The master key: is it there, does it wrap and open, and does it open what the database holds? */
export const keys: Check = {
  name: 'keys',
  async run(parts) {
    const { masterKey, keyVault } = parts.config
    let own: Buffer[]
    try {
      own = await masterKeys(masterKey, 'elsewhere')
    } catch {
      return wrong(
        'MASTER_KEY_FILE does not hold a key, or cannot be read',
        'Put the key back from where you keep it.',
      )
    }
    const [first, ...earlier] = [...(keyVault ? [vaultOf(parts, keyVault)] : []), ...own.map(ownKeyWrapping)]
    if (!first)
      return wrong(
        'There is no master key yet',
        'Start the server once. If there was one: put it back from where you keep it.',
      )
    const trial = keyVault ? await vaultResult(parts, first, keyVault) : await wrapResult(first)
    if (trial.state !== 'ok') return of('master key', trial)
    return [
      of('master key', trial),
      of('keys of tenants', await tenantKeysResult(parts, wrappingOf([first, ...earlier]))),
    ]
  },
}

type Vault = NonNullable<Parts['config']['keyVault']>
const vaultOf = ({ tokenOf }: Parts, { key, tenantId }: Vault) =>
  keyVaultWrapping(key, () => tokenOf(vaultScope, tenantId))

async function vaultResult(parts: Parts, wrapping: KeyWrapping, { tenantId }: Vault): Promise<Result> {
  try {
    await parts.tokenOf(vaultScope, tenantId)
  } catch (error) {
    return tokenResult(error, tenantId, vaultScope)
  }
  return wrapResult(wrapping)
}

/** Wraps a key that nobody has, and opens it again. */
async function wrapResult(wrapping: KeyWrapping): Promise<Result> {
  const key = randomBytes(32)
  try {
    const opened = await wrapping.unwrap(await wrapping.wrap(key, 'doctor'), 'doctor')
    return opened?.equals(key)
      ? ok('It wraps a key and opens it again')
      : wrong(
          'What it wraps it does not open',
          'Look whether somebody changed the key just now, and ask again.',
        )
  } catch (error) {
    if (!(error instanceof KeysUnavailable)) throw error
    const isNetwork = /^(TypeError|TimeoutError|AbortError)$/.test(error.message)
    return isNetwork
      ? wrong('Key Vault does not answer', 'Let this machine reach the host of KEY_VAULT_KEY.')
      : wrong(
          `Key Vault refuses: ${error.message}`,
          'Enable the key, and give the app the role Key Vault Crypto Service Encryption User on it.',
        )
  }
}

async function tenantKeysResult({ config }: Parts, wrapping: KeyWrapping): Promise<Result> {
  const { uri } = config.database
  if (!uri) return ok('The embedded engine’s are the running server’s alone, and are not looked at')
  let found: KeyRing[]
  try {
    found = await withMongo(uri, ({ database }) =>
      database
        .collection<KeyRing>(tenantKeySpec.name)
        .find({ tenantId: { $in: config.app.tenantIds } })
        .toArray(),
    )
  } catch (error) {
    if (error instanceof DatabaseOpenError) return unknown('The database cannot be read', 'See "database".')
    throw error
  }
  const { all, closed } = await closedTenantKeys(found, wrapping)
  return closed === 0
    ? ok(`All ${all} open`)
    : wrong(
        `${closed} of ${all} are opened by no master key: what lies under them cannot be read`,
        'Put the master key back that sealed them, in MASTER_KEY_PREVIOUS where there is a newer one.',
      )
}
