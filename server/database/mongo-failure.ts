import {
  MongoClientClosedError,
  MongoExpiredSessionError,
  MongoNetworkError,
  MongoNotConnectedError,
  MongoOperationTimeoutError,
  MongoServerClosedError,
  MongoServerError,
  MongoServerSelectionError,
  MongoStalePrimaryError,
  MongoTopologyClosedError,
  MongoWriteConcernError,
} from 'mongodb'

/** Server errors that say that nobody can answer now (MongoDB, error_codes.yml). */
const unavailable = new Set([
  6, // HostUnreachable
  7, // HostNotFound
  24, // LockTimeout
  43, // CursorNotFound, after all that was tried again, and so are the next ones
  50, // MaxTimeMSExpired
  64, // WriteConcernTimeout: stored, and not yet on most servers
  89, // NetworkTimeout
  91, // ShutdownInProgress
  100, // UnsatisfiableWriteConcern
  112, // WriteConflict
  133, // FailedToSatisfyReadPreference: there is no primary
  134, // ReadConcernMajorityNotAvailableYet
  175, // QueryPlanKilled
  189, // PrimarySteppedDown
  237, // CursorKilled
  262, // ExceededTimeLimit
  462, // IngressRequestRateLimitExceeded
  9001, // SocketException
  10058, // LegacyNotPrimary
  10107, // NotWritablePrimary
  11600, // InterruptedAtShutdown
  11601, // Interrupted
  11602, // InterruptedDueToReplStateChange
  13435, // NotPrimaryNoSecondaryOk
  13436, // NotPrimaryOrSecondary
  16500, // Azure: too many requests
])

/** Errors of the driver's own that are no fault of who asked. Those of its pool it does not export. */
const driversOwn = [
  MongoClientClosedError,
  MongoExpiredSessionError,
  MongoNetworkError,
  MongoNotConnectedError,
  MongoOperationTimeoutError,
  MongoServerClosedError,
  MongoServerSelectionError,
  MongoStalePrimaryError,
  MongoTopologyClosedError,
  MongoWriteConcernError,
]
const ofThePool = new Set(['MongoWaitQueueTimeoutError', 'MongoPoolClosedError'])

/** Is it the database that does not answer, rather than a mistake of ours? It may do so later. */
export const isUnavailable = (error: unknown): boolean =>
  driversOwn.some((kind) => error instanceof kind) ||
  (error instanceof Error && ofThePool.has(error.name)) ||
  (error instanceof MongoServerError && typeof error.code === 'number' && unavailable.has(error.code))
