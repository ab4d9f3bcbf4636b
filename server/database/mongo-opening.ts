import {
  MongoAPIError,
  MongoError,
  MongoNetworkError,
  MongoParseError,
  MongoServerError,
  MongoServerSelectionError,
  type TopologyDescription,
} from 'mongodb'
import { DatabaseOpenError, type DatabaseOpenReason } from './errors.ts'
import { isUnavailable } from './mongo-failure.ts'

type Cause = Error & { code?: unknown; syscall?: unknown; path?: unknown }

/** An error and all that caused it, the driver's descriptions of its servers included. */
function* causesOf(error: unknown, depth = 0): Generator<Cause> {
  if (!(error instanceof Error) || depth > 8) return
  yield error
  yield* causesOf(error.cause, depth + 1)
  for (const server of topologyOf(error)?.servers.values() ?? []) yield* causesOf(server.error, depth + 1)
}

const topologyOf = (error: unknown): TopologyDescription | undefined =>
  error instanceof MongoServerSelectionError ? error.reason : undefined

/** The words of an error, without the stop at its end. Credentials, which come before an @, are left out. */
const said = (error: unknown): string =>
  error instanceof Error ? error.message.replaceAll(/[^\s/]*@/g, '…@').replace(/\.$/, '') : ''

/** The error for a URI that the driver does not even try. */
export const unusable = (error: unknown): DatabaseOpenError =>
  new DatabaseOpenError('unusable-uri', `MONGODB_URI cannot be used: ${said(error)}.`)

/** Signs by which the cause of a failure is recognised: codes, or words where there is no code. */
type Sign = { codes?: unknown[]; words?: RegExp }
type Failure = Sign & { reason: DatabaseOpenReason; says: string }

const failures: Failure[] = [
  {
    codes: [18, 8000],
    words: /Authentication failed|bad auth|requires authentication/i,
    reason: 'refused',
    says: 'The database refuses the name or the password in MONGODB_URI. Check both, and authSource.',
  },
  {
    codes: [13],
    reason: 'refused',
    says: 'The database lets the name in MONGODB_URI in, but neither read nor write. Give it the role readWrite on this database.',
  },
  {
    codes: ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'],
    reason: 'untrusted',
    says: "The database's certificate is not valid at this time. Renew it, and check the clocks of both machines.",
  },
  {
    codes: ['ERR_TLS_CERT_ALTNAME_INVALID'],
    reason: 'untrusted',
    says: "The database's certificate is for another name than the host in MONGODB_URI. Connect by the name that it is for.",
  },
  {
    codes: [
      'SELF_SIGNED_CERT_IN_CHAIN',
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
      'UNABLE_TO_GET_ISSUER_CERT',
      'CERT_SIGNATURE_FAILURE',
      'CERT_UNTRUSTED',
      'CERT_REJECTED',
      'CERT_REVOKED',
      'INVALID_CA',
      'INVALID_PURPOSE',
    ],
    reason: 'untrusted',
    says: "The database's certificate is not trusted. Give the authority that signed it as tlsCAFile in MONGODB_URI.",
  },
  {
    codes: ['ENOTFOUND', 'EAI_AGAIN', 'ENODATA', 'ESERVFAIL'],
    words: /querySrv|queryTxt|No addresses found at host/i,
    reason: 'unknown-host',
    says: 'A host of MONGODB_URI is not known by that name. Check its spelling and DNS.',
  },
  {
    words: /no start line|bad base64 decode|bad decrypt|key values mismatch/i,
    reason: 'unusable-uri',
    says: 'A certificate or key that MONGODB_URI names cannot be used. Check tlsCAFile, tlsCertificateKeyFile and its password.',
  },
  {
    words: /SSL alert number|tlsv1\d? alert|sslv3 alert/i,
    reason: 'tls',
    says: 'The database refuses the TLS connection. It may not admit this machine (the network access list of Atlas), or ask for a certificate: tlsCertificateKeyFile in MONGODB_URI.',
  },
  {
    codes: ['ERR_SSL_WRONG_VERSION_NUMBER'],
    words: /SSL routines|wrong version number|packet length too long|ssl3_get_record/i,
    reason: 'tls',
    says: 'The database speaks no TLS at this port. Take tls=true out of MONGODB_URI, or ask there for TLS.',
  },
  {
    words: /disconnected before secure TLS connection/i,
    reason: 'tls',
    says: 'The database closes the connection while TLS is agreed on. It may speak no TLS at this port: take tls=true out of MONGODB_URI, or ask there for TLS.',
  },
  {
    codes: ['ECONNRESET', 'EPIPE'],
    words: /connection \d+ to .* closed|connection <monitor> to .* closed/i,
    reason: 'tls',
    says: 'The database closes the connection at once. It may want TLS: add tls=true to MONGODB_URI.',
  },
]

/**
 * Why no connection came about, in words that say what to change. The URI is not quoted: it holds a password.
 */
export function openingFailure(error: unknown): DatabaseOpenError {
  const causes = [...causesOf(error)]
  const file = causes.find(({ code, syscall }) => syscall !== 'connect' && isFileCode(code))
  if (file) return unusable(new Error(`the file ${String(file.path)} cannot be read`))
  const shows = ({ codes = [], words }: Sign) =>
    causes.some(({ code, message }) => codes.includes(code) || words?.test(message))
  const known = failures.find(shows)
  if (known) return new DatabaseOpenError(known.reason, known.says)
  const answer = causes.find((one) => one instanceof MongoServerError)
  if (answer)
    return new DatabaseOpenError(
      isUnavailable(answer) ? 'unreachable' : 'refused',
      `The database answers with an error: ${said(answer)}.`,
    )
  const ofUse = causes.find((one) => one instanceof MongoAPIError || one instanceof MongoParseError)
  if (ofUse && !isUnavailable(ofUse)) return unusable(ofUse)
  return new DatabaseOpenError('unreachable', unreachable(topologyOf(error)))
}

const isFileCode = (code: unknown) => ['ENOENT', 'EACCES', 'EISDIR'].includes(String(code))

/** Words for what is known of the servers when none of them can be used. */
function unreachable(known: TopologyDescription | undefined): string {
  const servers = [...(known?.servers.values() ?? [])]
  if (known?.setName && servers.length === 0)
    return 'No server at MONGODB_URI is of the replica set that it names. Check replicaSet.'
  if (servers.some(({ type }) => type !== 'Unknown'))
    return 'The database has no primary server now. Wait until its servers have chosen one, or see to them.'
  return 'No database answers at MONGODB_URI. Check the address and the network.'
}

/** An error while a server starts, whose connection had come about: in words where the database is why. */
export function inWords(error: unknown): unknown {
  if (error instanceof MongoNetworkError)
    return new DatabaseOpenError(
      'unreachable',
      'The connection to the database was lost during the start. Check the network, and start again.',
    )
  return error instanceof MongoError ? openingFailure(error) : error
}
