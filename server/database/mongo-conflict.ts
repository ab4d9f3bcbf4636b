import { MongoServerError } from 'mongodb'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * WriteConflict: two writes met, and this one was taken back whole (DocumentDB answers so to two inserts of one key at
 * once, after a second); MaxTimeMSExpired: one waited too long for another.
 */
const conflicts = new Set<unknown>([112, 50])

/** Milliseconds before each further attempt. */
const pauses = [20, 60, 180, 500, 1000]

/**
 * Does it again when it met another write, with growing pauses.
 * @throws the last error, when all attempts met one
 */
export async function despiteConflicts<T>(
  work: () => Promise<T>,
  random: () => number = Math.random,
): Promise<T> {
  for (const wait of pauses) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof MongoServerError) || !conflicts.has(error.code)) throw error
      await pause(wait * (0.5 + random()))
    }
  }
  return work()
}
