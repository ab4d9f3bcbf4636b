import { chmodSync, closeSync, fdatasync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'
import { DatabaseOpenError } from './errors.ts'

/** Goes up when the layout of the file changes; a file with a higher one is from a newer Groei. */
const layoutVersion = 1

/** SQLite's result codes (sqlite.org/rescode.html) that we tell apart. */
const busy = 5
const code = (error: unknown): number => Number((error as { errcode?: number }).errcode ?? 0) & 0xff

/**
 * Opens the file of the embedded engine for this process alone; looks before it writes.
 * @throws DatabaseOpenError: in use, corrupt, or of a newer version; the file is then as it was
 */
export function openFile(dir: string): DatabaseSync {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  chmodSync(dir, 0o700)
  const path = pathIn(dir)
  // SQLite gives its other files the mode of this one.
  closeSync(openSync(path, 'a', 0o600))
  chmodSync(path, 0o600)
  const file = new DatabaseSync(path)
  try {
    file.exec('PRAGMA locking_mode = EXCLUSIVE')
    const version = Number(file.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0)
    if (version > layoutVersion) {
      throw new DatabaseOpenError(
        'newer-version',
        `${path} was written by a newer version of Groei (layout ${version}, this one knows ${layoutVersion}). ` +
          'Start that version, or choose another DATA_DIR.',
      )
    }
    const check = file.prepare('PRAGMA quick_check(1)').get()?.['quick_check']
    if (check !== 'ok') throw corrupt(path)
    // In exclusive mode the lock stays with this process until it ends, however it ends.
    file.exec('BEGIN EXCLUSIVE; COMMIT')
    // A commit does not wait for the disk: whoever acknowledges one does (`flushes`).
    file.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
    // Deleted content is overwritten, so that a copy of the file does not hold it.
    file.exec('PRAGMA secure_delete = ON')
    file.exec(`PRAGMA user_version = ${layoutVersion}`)
    // The log of an earlier process is written into the file and emptied.
    checkpoint(file)
    return file
  } catch (error) {
    file.close()
    if (error instanceof DatabaseOpenError) throw error
    if (code(error) === busy) {
      throw new DatabaseOpenError(
        'in-use',
        `${path} is in use by another Groei. Stop that one first, or choose another DATA_DIR.`,
      )
    }
    throw corrupt(path)
  }
}

export const pathIn = (dir: string) => join(dir, 'groei.db')

const corrupt = (path: string) =>
  new DatabaseOpenError('corrupt', `${path} is damaged or is no Groei database. Put a backup in its place.`)

/**
 * Empties the write-ahead log into the file. The log keeps every earlier version of a page: what was deleted or written
 * over is gone from the disk only after this (SQLite, "Write-Ahead Logging", Checkpointing).
 */
export const checkpoint = (file: DatabaseSync): void => file.exec('PRAGMA wal_checkpoint(TRUNCATE)')

/**
 * Brings commits to the disk without holding up the process, and many with one flush. In the log each commit lies behind
 * those before it, so a flush that began after one holds all that it builds on.
 * @param file opened by `openFile` in `dir`
 */
export function flushes(dir: string, file: DatabaseSync) {
  const log = openSync(`${pathIn(dir)}-wal`, 'r+')
  const flush = promisify(fdatasync)
  let last = Promise.resolve()
  let next: Promise<void> | null = null
  async function begin(): Promise<void> {
    next = null
    try {
      await flush(log)
    } catch {
      // A flush that failed cannot be done again: all of the log goes into the file, or nobody is told that it did.
      checkpoint(file)
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
