import { VaultRefusal } from './refusal.ts'

/** The one algorithm that is simulated, and the longest that 2048 bits of RSA take with it, in bytes. */
const algorithm = 'RSA-OAEP-256'
const longest = { wrapkey: 190, unwrapkey: 256 }

/** @returns the bytes to wrap or unwrap; @throws VaultRefusal 400 */
export function checkOperation(operation: 'wrapkey' | 'unwrapkey', body: unknown): Buffer {
  const { alg, value } = (body ?? {}) as { alg?: unknown; value?: unknown }
  if (alg !== algorithm)
    throw new VaultRefusal(
      400,
      'BadParameter',
      `Key and Algorithm combination is not supported: ${String(alg)}.`,
    )
  if (typeof value !== 'string' || !/^[A-Za-z0-9_-]+$/.test(value))
    throw new VaultRefusal(400, 'BadParameter', 'Property value is not base64url.')
  const bytes = Buffer.from(value, 'base64url')
  if (bytes.length > longest[operation])
    throw new VaultRefusal(400, 'BadParameter', 'The parameter is incorrect.')
  return bytes
}
