import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, writeNote, type BackupNote } from './backup-file.ts'
import { BackupError } from './errors.ts'
import { openForReading, pathIn } from './sqlite-file.ts'

/**
 * Writes all that the embedded engine holds at one moment into one file, also while a server writes on. Everything is in it
 * that was acknowledged before. The file gets its name when it is whole and on the disk.
 * @param overwrite takes the place of a file that is there
 * @throws BackupError, DatabaseOpenError; there is then no file, or the one that was there
 */
export function backUp(
  dir: string,
  target: string,
  now: Date,
  overwrite: boolean,
): BackupNote & { bytes: number } {
  const path = resolve(target)
  if (!existsSync(pathIn(dir))) throw new BackupError(`There is no database in ${dir}: set DATA_DIR.`)
  if (path === resolve(pathIn(dir))) throw new BackupError('That is the database itself: name another file.')
  const refuseExisting = () => {
    if (!overwrite && existsSync(path))
      throw new BackupError(`${target} is there already. Name another file, or add --overwrite.`)
  }
  refuseExisting()
  const unfinished = `${path}.unfinished-${process.pid}`
  const source = openForReading(dir)
  try {
    // SQLite writes into a file that is empty; nobody but its owner reads this one.
    rmSync(unfinished, { force: true })
    closeSync(openSync(unfinished, 'wx', 0o600))
    // One statement reads the state of one moment, and leaves out what was deleted before.
    source.prepare('VACUUM INTO ?').run(unfinished)
    const note = described(unfinished, now)
    synced(unfinished)
    refuseExisting()
    renameSync(unfinished, path)
    synced(dirname(path))
    return { ...note, bytes: statSync(path).size }
  } finally {
    source.close()
    rmSync(unfinished, { force: true })
  }
}

function described(path: string, now: Date): BackupNote {
  const file = new DatabaseSync(path)
  try {
    const note = describe(file, now)
    writeNote(file, note)
    return note
  } finally {
    file.close()
  }
}

/** Brings a file, or the names in a folder, to the disk. */
export function synced(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
