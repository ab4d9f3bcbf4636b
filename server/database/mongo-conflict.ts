import { MongoServerError } from 'mongodb'
import { setTimeout as pause } from 'node:timers/promises'

/** Errors of a command that met something else and left nothing behind: it is done again (MongoDB, error_codes.yml). */
const conflicts = new Set<unknown>([
  24, // LockTimeout
  43, // CursorNotFound: a list was half read when the server that read it went
  50, // MaxTimeMSExpired: one waited too long for another
  112, // WriteConflict: two writes met (DocumentDB answers so to two inserts of one key at once, after a second)
  175, // QueryPlanKilled: an index was made or removed meanwhile
  237, // CursorKilled
])

/** Milliseconds before each further attempt. */
const pauses = [20, 60, 180, 500, 1000]
/** Somebody waits for it: after so long it is not begun again; milliseconds. */
const patience = 10_000

/**
 * Does it again when it met another write, with growing pauses.
 * @throws the last error, when all attempts met one
 */
export async function despiteConflicts<T>(
  work: () => Promise<T>,
  random: () => number = Math.random,
  now: () => number = () => performance.now(),
): Promise<T> {
  const began = now()
  for (const wait of pauses) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof MongoServerError) || !conflicts.has(error.code)) throw error
      if (now() - began >= patience) throw error
      await pause(wait * (0.5 + random()))
    }
  }
  return work()
}
