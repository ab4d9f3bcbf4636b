import { generateKeyPairSync } from 'node:crypto'
import { importJWK, jwtVerify, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose'
import type { SigningKey } from './model.ts'
import type { Store } from './store.ts'

export type Claims = JWTPayload & Record<string, unknown>

export function newKey(kid: string): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return {
    kid,
    privateKey: privateKey.export({ format: 'jwk' }) as JsonWebKey,
    publicKey: publicKey.export({ format: 'jwk' }) as JsonWebKey,
  }
}

const current = (store: Store): SigningKey => {
  const [key] = store.state.keys
  if (!key) throw new Error('The sandbox has no signing key.')
  return key
}

/** Ways in which a signature can be wrong, for tests of whoever verifies it. */
export type Forgery = 'foreign-key' | 'HS256' | 'none'

export async function sign(store: Store, claims: JWTPayload, forgery?: Forgery): Promise<string> {
  const { kid, privateKey, publicKey } =
    forgery === 'foreign-key' ? newKey(current(store).kid) : current(store)
  if (forgery === 'none') return new UnsecuredJWT(claims).encode()
  // The classic confusion: our public key, known to all, used as a shared secret.
  const [alg, key] =
    forgery === 'HS256'
      ? (['HS256', new TextEncoder().encode(JSON.stringify(publicKey))] as const)
      : (['RS256', await importJWK({ ...privateKey, kty: 'RSA' }, 'RS256')] as const)
  return new SignJWT(claims).setProtectedHeader({ alg, typ: 'JWT', kid }).sign(key)
}

/** Claims that a key signed, by token: the product shows the same one with each of its calls. */
const signed = new WeakMap<SigningKey, Map<string, Claims>>()

/** The claims of a token that the sandbox signed, whatever they say; null for another's. */
export async function claimsOf(store: Store, token: string): Promise<Claims | null> {
  const key = current(store)
  const known = signed.get(key) ?? new Map<string, Claims>()
  signed.set(key, known)
  const claims = known.get(token) ?? (await verified(key, token))
  if (claims) known.set(token, claims)
  return claims
}

async function verified({ publicKey }: SigningKey, token: string): Promise<Claims | null> {
  try {
    const key = await importJWK({ ...publicKey, kty: 'RSA' }, 'RS256')
    // Time is judged by whoever asks: the refusals differ.
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['RS256'],
      currentDate: new Date(0),
      clockTolerance: 1e11,
    })
    return payload
  } catch {
    return null
  }
}
