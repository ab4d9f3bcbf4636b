import { decodeJwt, decodeProtectedHeader, errors, type JWTPayload } from 'jose'

export const algorithms = ['RS256']

/**
 * Errors that mean that a token is wrong. Other errors mean that Microsoft's keys cannot be fetched or read, and then
 * nobody is signed out.
 */
const ofToken = [
  errors.JWTInvalid,
  errors.JWTExpired,
  errors.JWTClaimValidationFailed,
  errors.JWSInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
]

/** A token that is refused; `message` says why, and holds nothing out of the token. */
export class TokenRefused extends Error {
  override name = 'TokenRefused'
  /** Its signature was checked and is wrong, which costs more than any other refusal. */
  readonly isForged: boolean
  constructor(why: string, isForged = false) {
    super(why)
    this.isForged = isForged
  }
}

/** Throws for an error of verifying a signature. @throws TokenRefused; the error itself when it is not the token's */
export function refusedByKey(error: unknown): never {
  if (!ofToken.some((kind) => error instanceof kind)) throw error
  throw new TokenRefused(
    (error as errors.JOSEError).code,
    error instanceof errors.JWSSignatureVerificationFailed,
  )
}

/** The claims of a token that may be one of ours. They prove nothing yet. @throws TokenRefused */
export function readToken(token: string): JWTPayload {
  try {
    const { alg, kid } = decodeProtectedHeader(token)
    if (algorithms.includes(alg ?? '') && typeof kid === 'string') return decodeJwt(token)
  } catch {
    // It is no token at all.
  }
  throw new TokenRefused('not a token')
}

/** Refuses what can be refused whatever the signature is: no key is asked for and nothing computed. @throws TokenRefused */
export function checkClaims(
  { aud, iss, nbf, exp }: JWTPayload,
  expected: { audience: string; issuer: string; at: Date; tolerance: number },
): void {
  const seconds = expected.at.getTime() / 1000
  if (aud !== expected.audience) throw new TokenRefused('audience')
  if (iss !== expected.issuer) throw new TokenRefused('issuer')
  if (typeof nbf !== 'number' || nbf > seconds + expected.tolerance) throw new TokenRefused('not yet valid')
  if (typeof exp !== 'number' || exp <= seconds - expected.tolerance) throw new TokenRefused('expired')
}
