import type { VaultKey } from '../model.ts'
import type { Store } from '../store.ts'
import { VaultRefusal } from './refusal.ts'

/** The one key of this vault. */
export const keyName = 'groei'

/**
 * A version of the key, the newest when none is named, that may be used.
 * @throws VaultRefusal 404 when there is none, 403 when it is disabled
 */
export function checkKey(
  store: Store,
  name: string,
  version: string | undefined,
  operation: string,
): VaultKey {
  const versions = name === keyName ? (store.state.vaultKeys ?? []) : []
  const found = version === undefined ? versions.at(-1) : versions.find((one) => one.version === version)
  if (!found)
    throw new VaultRefusal(
      404,
      'KeyNotFound',
      `A key with (name/id) ${name} was not found in this key vault.`,
    )
  if (!found.enabled)
    throw new VaultRefusal(
      403,
      'Forbidden',
      `Operation ${operation} is not allowed on a disabled key.`,
      'KeyDisabled',
    )
  return found
}
