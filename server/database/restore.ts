import * as fs from 'node:fs'
import { join, parse } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { checkBackup, removeNote, type BackupNote } from './backup-file.ts'
import { synced } from './backup.ts'
import { lockData } from './data-lock.ts'
import { BackupError, DatabaseOpenError } from './errors.ts'
import { openFile, pathIn, stagedIn, type FileName } from './sqlite-file.ts'

/** The functions of files that a restore calls; an argument, so that a test can end at each of them. */
export type Files = Pick<
  typeof fs,
  'copyFileSync' | 'existsSync' | 'linkSync' | 'readdirSync' | 'renameSync' | 'rmSync' | 'statSync'
>

type Given = { now: Date; known: number; files: Files }

const formerName = (of: FileName, at: Date) =>
  `${parse(of).name}-before-${at.toISOString().replaceAll(/[-:]|\.\d+/g, '')}.db`
const isFormer = (name: string) => /^\w+-before-\w+\.db$/.test(name)

/**
 * Puts a backup, of the data or of the keys, in the place of what the embedded engine holds. One rename does it: whenever this ends before, what was there
 * is there, and afterwards the backup is.
 * @param known the newest migration that this code knows
 * @returns what was restored, and where the former data lies (null: there was none)
 * @throws DatabaseOpenError while a server runs on that data; BackupError when the file is none that can be restored
 */
export function restore(
  dir: string,
  backup: string,
  { now, known, files = fs }: Partial<Given> & Omit<Given, 'files'>,
): { note: BackupNote; former: string | null } {
  if (!files.existsSync(backup)) throw new BackupError(`There is no ${backup}.`)
  const lock = lockData(dir)
  try {
    return replace(dir, backup, { now, known, files })
  } finally {
    lock.release()
  }
}

function replace(dir: string, backup: string, { now, known, files }: Given) {
  const staged = stagedIn(dir)
  try {
    files.rmSync(staged, { force: true })
    files.copyFileSync(backup, staged, fs.constants.COPYFILE_FICLONE)
    // The copy is what people will work on, so the copy is checked.
    const note = checkBackup(staged, known, backup)
    prepared(staged)
    const path = pathIn(dir, note.of)
    const former = files.existsSync(path) ? keepFormer(dir, note.of, formerName(note.of, now), files) : null
    files.renameSync(staged, path)
    synced(dir)
    return { note, former }
  } finally {
    files.rmSync(staged, { force: true })
  }
}

/** As the engine opens it (`openFile`), and on the disk. */
function prepared(path: string): void {
  fs.chmodSync(path, 0o600)
  const file = new DatabaseSync(path)
  removeNote(file)
  file.exec('PRAGMA journal_mode = WAL')
  file.close()
  synced(path)
}

/**
 * Gives the former data a second name. Its log goes into it first: beside another database SQLite would read that log into
 * it. One that is too damaged to be opened is kept as it is.
 */
function keepFormer(dir: string, of: FileName, name: string, files: Files): string {
  const path = pathIn(dir, of)
  const former = join(dir, name)
  const inode = files.statSync(path).ino
  // A restore that was killed here left a second name that is not another file.
  for (const name of files.readdirSync(dir).filter(isFormer))
    if (files.statSync(join(dir, name)).ino === inode) files.rmSync(join(dir, name))
  try {
    // The last to close empties the log and removes it.
    openFile(dir, of).close()
  } catch (error) {
    const isKnown = error instanceof DatabaseOpenError && error.reason !== 'in-use'
    if (!isKnown) throw error
  }
  if (files.existsSync(`${path}-wal`))
    throw new BackupError(
      `${path}-wal cannot be written into ${path}. Move both elsewhere, and restore again. Nothing was changed.`,
    )
  files.linkSync(path, former)
  return former
}
