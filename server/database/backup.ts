import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, writeNote, type BackupNote } from './backup-file.ts'
import { BackupError } from './errors.ts'
import { fileNames, openForReading, pathIn, type FileName } from './sqlite-file.ts'

/** The backup of the keys lies beside that of the data, to be kept elsewhere. */
export const targetOf = (target: string, of: FileName): string =>
  of === 'keys.db' ? `${target}.keys` : target

export type Written = BackupNote & { path: string; bytes: number }

/**
 * Writes all that the embedded engine holds into two files, the data and then its keys, also while a server writes on. Each is
 * of one moment, and everything is in it that was acknowledged before. A file gets its name when it is whole and on the disk.
 * @param overwrite takes the place of files that are there
 * @throws BackupError, DatabaseOpenError
 */
export function backUp(dir: string, target: string, now: Date, overwrite: boolean): Written[] {
  if (!existsSync(pathIn(dir))) throw new BackupError(`There is no database in ${dir}: set DATA_DIR.`)
  const names = fileNames.filter((of) => existsSync(pathIn(dir, of)))
  const refuseExisting = () => {
    for (const path of names.map((of) => targetOf(target, of))) {
      if (names.some((of) => resolve(path) === resolve(pathIn(dir, of))))
        throw new BackupError('That is the database itself: name another file.')
      if (!overwrite && existsSync(path))
        throw new BackupError(`${path} is there already. Name another file, or add --overwrite.`)
    }
  }
  refuseExisting()
  // The data first: whatever is in it, its key is in what is read after it.
  return names.map((of) => written(dir, of, targetOf(target, of), now))
}

/** Removes what backups that were killed left: all of the data, in files that nobody looks for. */
function removeUnfinished(path: string): void {
  const begin = `${basename(path)}.unfinished-`
  for (const name of readdirSync(dirname(path))) {
    const writer = name.startsWith(begin) ? /^\d+/.exec(name.slice(begin.length))?.[0] : undefined
    if (writer !== undefined && !isRunning(Number(writer))) rmSync(join(dirname(path), name), { force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function written(dir: string, of: FileName, target: string, now: Date): Written {
  const path = resolve(target)
  const unfinished = `${path}.unfinished-${process.pid}`
  const source = openForReading(dir, of)
  try {
    // SQLite writes into a file that is empty; nobody but its owner reads this one.
    rmSync(unfinished, { force: true })
    removeUnfinished(path)
    closeSync(openSync(unfinished, 'wx', 0o600))
    // One statement reads the state of one moment, and leaves out what was deleted before.
    source.prepare('VACUUM INTO ?').run(unfinished)
    const note = described(unfinished, of, now)
    synced(unfinished)
    renameSync(unfinished, path)
    synced(dirname(path))
    return { ...note, path: target, bytes: statSync(path).size }
  } finally {
    source.close()
    rmSync(unfinished, { force: true })
  }
}

function described(path: string, of: FileName, now: Date): BackupNote {
  const file = new DatabaseSync(path)
  try {
    const note = describe(file, of, now)
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
