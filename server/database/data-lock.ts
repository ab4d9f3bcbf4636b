import { closeSync, existsSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { codeOf, inUse, pathIn, privateFolder, resultCodes } from './sqlite-file.ts'

/** Locks that are held: SQLite lets go of one that is collected as garbage, whoever still works with the data. */
const held = new Set<DatabaseSync>()

const lockIn = (dir: string) => join(dir, 'groei.lock')

/** Does a server have that folder now? It takes nothing, so a server that starts in this moment is not kept out. */
export function isLocked(dir: string): boolean {
  if (!existsSync(lockIn(dir))) return false
  const lock = new DatabaseSync(lockIn(dir), { readOnly: true })
  try {
    lock.prepare('PRAGMA user_version').get()
    return false
  } catch (error) {
    return codeOf(error) === resultCodes.busy
  } finally {
    lock.close()
  }
}

/**
 * Makes a folder of data this process's alone until it is released, or the process ends in whatever way. It is a lock on a
 * file of its own, so that a backup may read the database meanwhile.
 * @throws DatabaseOpenError `in-use`
 */
export function lockData(dir: string): { release(): void } {
  privateFolder(dir)
  const path = lockIn(dir)
  // Only where there is none: to close a file that is locked would let go of it in this process.
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600))
  const lock = new DatabaseSync(path)
  try {
    // Nothing is ever in it. In exclusive mode SQLite keeps a lock that it once took.
    lock.exec('PRAGMA journal_mode = MEMORY; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT')
  } catch (error) {
    lock.close()
    if (codeOf(error) === resultCodes.busy) throw inUse(pathIn(dir))
    throw error
  }
  held.add(lock)
  return {
    release() {
      held.delete(lock)
      lock.close()
    },
  }
}
