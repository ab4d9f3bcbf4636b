import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto'

const algorithm = 'aes-256-gcm'
/** Without it Node takes tags of four bytes too, which can be guessed. */
const options = { authTagLength: 16 }

/**
 * AES-256-GCM: 12 bytes of nonce, 16 of tag, then the text; `context` must be the same to open it.
 * @param key not as bytes: Node takes ten times as long to begin a cipher with those
 */
export function seal(key: KeyObject, text: string, context: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv(algorithm, key, nonce, options).setAAD(Buffer.from(context))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')
}

/** @throws Error when the key or the context is another one, or a byte was changed */
export function unseal(key: KeyObject, sealed: string, context: string): string {
  const bytes = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, 12), options)
    .setAAD(Buffer.from(context))
    .setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
}
