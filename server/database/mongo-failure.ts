import {
  MongoNetworkError,
  MongoNotConnectedError,
  MongoOperationTimeoutError,
  MongoServerError,
  MongoServerSelectionError,
  MongoTopologyClosedError,
} from 'mongodb'
import { DatabaseOpenError } from './errors.ts'

/** Server errors that say that nobody can answer now (MongoDB, error_codes.yml). */
const unavailable = new Set([
  50, // MaxTimeMSExpired
  89, // NetworkTimeout
  91, // ShutdownInProgress
  112, // WriteConflict, after all that was tried again
  189, // PrimarySteppedDown
  6, // HostUnreachable
  7, // HostNotFound
  9001, // SocketException
  10107, // NotWritablePrimary
  11600, // InterruptedAtShutdown
  11602, // InterruptedDueToReplStateChange
  13435, // NotPrimaryNoSecondaryOk
  13436, // NotPrimaryOrSecondary
])

/** Is it the database that does not answer, rather than a mistake of ours? It may do so later. */
export const isUnavailable = (error: unknown): boolean =>
  error instanceof MongoNetworkError ||
  error instanceof MongoServerSelectionError ||
  error instanceof MongoOperationTimeoutError ||
  error instanceof MongoNotConnectedError ||
  error instanceof MongoTopologyClosedError ||
  (error instanceof MongoServerError && typeof error.code === 'number' && unavailable.has(error.code))

/** An error and all that caused it, the driver's descriptions of its servers included. */
function* causesOf(error: unknown, depth = 0): Generator<Error & { code?: unknown }> {
  if (!(error instanceof Error) || depth > 8) return
  yield error
  yield* causesOf(error.cause, depth + 1)
  const { servers } = ((error as { reason?: unknown }).reason ?? {}) as {
    servers?: Map<string, { error: unknown }>
  }
  for (const server of servers?.values() ?? []) yield* causesOf(server.error, depth + 1)
}

/** The error for a URI that the driver does not even try. Credentials, which come before an @, are left out. */
export const unusable = (error: unknown): DatabaseOpenError =>
  new DatabaseOpenError(
    'unusable-uri',
    `MONGODB_URI cannot be used: ${error instanceof Error ? error.message.replaceAll(/[^\s/]*@/g, '…@') : ''}.`,
  )

const authenticationFailed = 18

/**
 * Why no connection came about, in words that say what to change. The URI is not quoted: it holds a password.
 */
export function openingFailure(error: unknown): DatabaseOpenError {
  const causes = [...causesOf(error)]
  const has = (...codes: unknown[]) => causes.some((one) => codes.includes(one.code))
  const says = (pattern: RegExp) => causes.some((one) => pattern.test(one.message))
  if (has(authenticationFailed, 8000) || says(/Authentication failed|bad auth|requires authentication/i))
    return new DatabaseOpenError(
      'refused',
      'The database refuses the name or the password in MONGODB_URI. Check both, and authSource.',
    )
  if (
    has('SELF_SIGNED_CERT_IN_CHAIN', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE') ||
    has('UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'UNABLE_TO_GET_ISSUER_CERT', 'CERT_HAS_EXPIRED') ||
    has('ERR_TLS_CERT_ALTNAME_INVALID', 'CERT_NOT_YET_VALID')
  )
    return new DatabaseOpenError(
      'untrusted',
      "The database's certificate is not trusted. Give the authority that signed it as tlsCAFile in MONGODB_URI.",
    )
  if (
    has('ENOTFOUND', 'EAI_AGAIN', 'ENODATA', 'ESERVFAIL') ||
    says(/querySrv|queryTxt|No addresses found at host/i)
  )
    return new DatabaseOpenError(
      'unknown-host',
      'No host of MONGODB_URI is known by that name. Check its spelling and DNS.',
    )
  if (
    says(/SSL routines|wrong version number|packet length too long|ssl3_get_record/i) ||
    has('ERR_SSL_WRONG_VERSION_NUMBER')
  )
    return new DatabaseOpenError(
      'tls',
      'The database speaks no TLS at this port. Take tls=true out of MONGODB_URI, or ask there for TLS.',
    )
  if (has('ECONNRESET', 'EPIPE') || says(/connection \d+ to .* closed|connection <monitor> to .* closed/i))
    return new DatabaseOpenError(
      'tls',
      'The database closes the connection at once. It may want TLS: add tls=true to MONGODB_URI.',
    )
  return new DatabaseOpenError(
    'unreachable',
    'No database answers at MONGODB_URI. Check the address and the network.',
  )
}
