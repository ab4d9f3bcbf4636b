import { createHmac } from 'node:crypto'
import { KeysUnavailable } from '../sealing/sealing.ts'
import type { KeyWrapping } from './key-wrapping.ts'

/** Data keys are wrapped with an RSA key of the vault that never leaves it. */
const algorithm = 'RSA-OAEP-256'
const version = 'api-version=7.4'
export const vaultScope = 'https://vault.azure.net/.default'

const patience = 10_000
/** Bytes. */
const keyLength = 32
/** How long the answer to "which version is current" holds, in milliseconds. */
const currentFor = 60 * 60_000

type KeyOperation = { kid: string; value: string }

/**
 * A master key in Azure Key Vault, by its REST operations get key, wrap key and unwrap key (Key Vault REST
 * reference 7.4): three calls need no SDK. `by` is the key's identifier with its version, as the vault says it.
 * The application needs the role Key Vault Crypto Service Encryption User on the key.
 * @param keyUrl https://NAME.vault.azure.net/keys/KEY, without a version: the newest wraps
 */
export function keyVaultWrapping(keyUrl: string, token: () => Promise<string>): KeyWrapping {
  let known: { by: string; at: number } | null = null

  async function call<T>(method: 'GET' | 'POST', url: string, body?: object): Promise<T> {
    const response = await fetch(`${url}?${version}`, {
      method,
      signal: AbortSignal.timeout(patience),
      redirect: 'error',
      headers: {
        authorization: `Bearer ${await token().catch(unavailable)}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }).catch(unavailable)
    const answer = (await response.json().catch(() => ({}))) as T & VaultError
    if (!response.ok) throw new KeysUnavailable(codeOf(answer) ?? String(response.status))
    return answer
  }

  return {
    async current() {
      if (!known || Date.now() - known.at > currentFor) {
        const { key } = await call<{ key: { kid: string } }>('GET', keyUrl)
        known = { by: key.kid, at: Date.now() }
      }
      return known.by
    },
    async wrap(key, context) {
      const body = { alg: algorithm, value: Buffer.concat([key, markOf(key, context)]).toString('base64url') }
      const { kid, value } = await call<KeyOperation>('POST', `${keyUrl}/wrapkey`, body)
      return { by: kid, bytes: value }
    },
    async unwrap({ by, bytes }, context) {
      // Where a token may go stands in the configuration; what the database says is only compared with it.
      const [, keyVersion] = by.toLowerCase().split(`${keyUrl.toLowerCase()}/`)
      if (!keyVersion || !/^[0-9a-f]+$/.test(keyVersion)) return null
      const body = { alg: algorithm, value: bytes }
      const { value } = await call<KeyOperation>('POST', `${keyUrl}/${keyVersion}/unwrapkey`, body)
      const opened = Buffer.from(value, 'base64url')
      const key = opened.subarray(0, keyLength)
      return opened.subarray(keyLength).equals(markOf(key, context)) ? key : null
    },
  }
}

/** RSA-OAEP in the vault takes no context, so a mark of whose key it is goes with it. */
const markOf = (key: Buffer, context: string) => createHmac('sha256', key).update(context).digest()

type VaultError = { error?: { code?: string; innererror?: { code?: string } } }
const codeOf = ({ error }: VaultError): string | undefined => error?.innererror?.code ?? error?.code

const unavailable = (error: unknown): never => {
  if (error instanceof KeysUnavailable) throw error
  throw new KeysUnavailable(error instanceof Error ? error.name : 'unknown')
}
