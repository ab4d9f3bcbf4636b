import { chmodSync, closeSync, existsSync, fdatasync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'
import { DatabaseOpenError } from './errors.ts'

/** Goes up when the layout of the file changes; a file with a higher one is from a newer Groei. */
const layoutVersion = 1

/** SQLite's result codes (sqlite.org/rescode.html) that we tell apart. */
export const resultCodes = { busy: 5 } as const
export const codeOf = (error: unknown): number => Number((error as { errcode?: number }).errcode ?? 0) & 0xff

/** How long opening the file waits for another process that opens or closes it in this moment; milliseconds. */
const patience = 5000

/** The folder of the data, which nobody but its owner enters. */
export function privateFolder(dir: string): void {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  chmodSync(dir, 0o700)
}

/** The two files of the embedded engine: a backup of one can be kept without the other. */
export const fileNames = ['groei.db', 'keys.db'] as const
export type FileName = (typeof fileNames)[number]

/**
 * Opens the file of the embedded engine; looks before it writes. A process that serves people holds the folder's lock
 * (`data-lock.ts`): only a backup reads beside it.
 * @throws DatabaseOpenError: in use, corrupt, or of a newer version; the file is then as it was
 */
export function openFile(dir: string, name: FileName): DatabaseSync {
  privateFolder(dir)
  const path = pathIn(dir, name)
  // SQLite gives its other files the mode of this one.
  closeSync(openSync(path, 'a', 0o600))
  chmodSync(path, 0o600)
  const file = new DatabaseSync(path, { timeout: patience })
  try {
    refuseNewerLayout(file, path)
    const check = file.prepare('PRAGMA quick_check(1)').get()?.['quick_check']
    if (check !== 'ok') throw corrupt(path)
    // A commit does not wait for the disk: whoever acknowledges one does (`flushes`).
    file.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
    // Deleted content is overwritten, so that a copy of the file does not hold it.
    file.exec('PRAGMA secure_delete = ON')
    file.exec(`PRAGMA user_version = ${layoutVersion}`)
    // From now on nobody waits: a server that did would serve nobody meanwhile.
    file.exec('PRAGMA busy_timeout = 0')
    // The log of an earlier process is written into the file and emptied.
    checkpoint(file)
    return file
  } catch (error) {
    file.close()
    throw openingFailure(error, path)
  }
}

/**
 * Opens the file to read it as it is at one moment, also while a server writes into it.
 * @throws DatabaseOpenError
 */
export function openForReading(dir: string, name: FileName = 'groei.db'): DatabaseSync {
  const path = pathIn(dir, name)
  const file = new DatabaseSync(path, { timeout: patience })
  try {
    refuseNewerLayout(file, path)
    return file
  } catch (error) {
    file.close()
    throw openingFailure(error, path)
  }
}

/**
 * The same of both files as one: what the keys' file holds is attached.
 * @throws DatabaseOpenError
 */
export function openAllForReading(dir: string): DatabaseSync {
  const file = openForReading(dir)
  const keys = pathIn(dir, 'keys.db')
  if (existsSync(keys)) file.prepare('ATTACH DATABASE ? AS keys').run(keys)
  return file
}

export const layoutOf = (file: DatabaseSync): number =>
  Number(file.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0)

/** @throws DatabaseOpenError `newer-version` */
export function refuseNewerLayout(file: DatabaseSync, path: string): void {
  const layout = layoutOf(file)
  if (layout <= layoutVersion) return
  throw new DatabaseOpenError(
    'newer-version',
    `${path} was written by a newer version of Groei (layout ${layout}, this one knows ${layoutVersion}). ` +
      'Start that version, or choose another DATA_DIR.',
  )
}

/** A backup that is being put back. One that was killed leaves it: all that somebody may have deleted since. */
export const stagedIn = (dir: string): string => join(dir, 'restoring.db')

export const pathIn = (dir: string, name: FileName = 'groei.db') => join(dir, name)

function openingFailure(error: unknown, path: string): DatabaseOpenError {
  if (error instanceof DatabaseOpenError) return error
  return codeOf(error) === resultCodes.busy ? inUse(path) : corrupt(path)
}

export const inUse = (path: string) =>
  new DatabaseOpenError(
    'in-use',
    `${path} is in use by another Groei. Stop that one first, or choose another DATA_DIR.`,
  )

export const corrupt = (path: string) =>
  new DatabaseOpenError('corrupt', `${path} is damaged or is no Groei database. Put a backup in its place.`)

/**
 * Empties the write-ahead log into the file. The log keeps every earlier version of a page: what was deleted or written
 * over is gone from the disk only after this (SQLite, "Write-Ahead Logging", Checkpointing). While somebody reads the file
 * it empties nothing, and says so by no error.
 */
export const checkpoint = (file: DatabaseSync): void => file.exec('PRAGMA wal_checkpoint(TRUNCATE)')

/**
 * Brings commits to the disk without holding up the process, and many with one flush. In the log each commit lies behind
 * those before it, so a flush that began after one holds all that it builds on.
 * @param file opened by `openFile` in `dir` under this name
 */
export function flushes(dir: string, name: FileName, file: DatabaseSync) {
  const log = openSync(join(dir, `${name}-wal`), 'r+')
  const flush = promisify(fdatasync)
  let last = Promise.resolve()
  let next: Promise<void> | null = null
  async function begin(): Promise<void> {
    next = null
    try {
      await flush(log)
    } catch {
      // A flush that failed cannot be done again: all of the log goes into the file, or nobody is told that it did.
      const [done] = file.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all()
      if (done?.['busy'] !== 0) throw new Error('The disk takes nothing, and somebody reads the file.')
    }
  }
  return {
    /** Resolves once all that was committed until now is on the disk. */
    onDisk(): Promise<void> {
      if (next) return next
      const one = last.then(begin)
      next = one
      last = one.catch(() => undefined)
      return one
    },
    close: () => closeSync(log),
  }
}
