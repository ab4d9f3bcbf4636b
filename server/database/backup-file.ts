import { BSON } from 'mongodb'
import { createHash } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import { BackupError } from './errors.ts'
import { refuseNewerSchema, schemaId, schemaSpec, unversioned, type Schema } from './schema.ts'
import { refuseNewerLayout, type FileName } from './sqlite-file.ts'

/** A backup's description of itself, kept in it. `of`: the file that it is of. `digest`: the SHA-256 of all its documents. */
export type BackupNote = {
  of: FileName
  takenAt: Date
  schema: Schema
  collections: number
  documents: number
  digest: string
}

const prefix = 'documents '

/** The names of the collections in a file of the embedded engine, and in those that are attached to it, in order. */
export const collectionsIn = (file: DatabaseSync): string[] =>
  file
    .prepare('PRAGMA database_list')
    .all()
    .flatMap(({ name: schema }) =>
      file
        .prepare(`SELECT name FROM "${String(schema)}".sqlite_schema WHERE type = 'table' AND name LIKE ?`)
        .all(`${prefix}%`),
    )
    .map(({ name }) => String(name).slice(prefix.length))
    .sort()

export const countIn = (file: DatabaseSync, collection: string): number =>
  Number(file.prepare(`SELECT count(*) AS count FROM "${prefix}${collection}"`).get()?.['count'])

/** Every document of a collection as it is stored (BSON), by its id. */
export function* documentsIn(
  file: DatabaseSync,
  collection: string,
): Generator<{ id: string; bson: Uint8Array }> {
  const rows = file.prepare(`SELECT id, bson FROM "${prefix}${collection}" ORDER BY id`)
  for (const { id, bson } of rows.iterate()) yield { id: String(id), bson: bson as Uint8Array }
}

/** The schema version of what a file of the embedded engine holds. */
export function schemaIn(file: DatabaseSync): Schema {
  if (!collectionsIn(file).includes(schemaSpec.name)) return unversioned
  const row = file.prepare(`SELECT bson FROM "${prefix}${schemaSpec.name}" WHERE id = ?`).get(schemaId)
  if (!row) return unversioned
  const { version, readableFrom } = BSON.deserialize(row['bson'] as Uint8Array) as Schema
  return { version, readableFrom }
}

/** Reads every document and describes them. */
export function describe(file: DatabaseSync, of: FileName, takenAt: Date): BackupNote {
  const hash = createHash('sha256')
  const collections = collectionsIn(file)
  let documents = 0
  for (const collection of collections) {
    hash.update(`collection ${collection}\0`)
    for (const { bson } of documentsIn(file, collection)) {
      hash.update(bson)
      documents += 1
    }
  }
  const schema = schemaIn(file)
  return { of, takenAt, schema, collections: collections.length, documents, digest: hash.digest('hex') }
}

export function writeNote(file: DatabaseSync, note: BackupNote): void {
  file.exec('CREATE TABLE backup (note BLOB NOT NULL)')
  file.prepare('INSERT INTO backup (note) VALUES (?)').run(BSON.serialize(note))
}

/** A file that was restored is a backup no more. */
export const removeNote = (file: DatabaseSync): void => file.exec('DROP TABLE backup')

/**
 * Looks whether a file is a backup that this code can restore, and is as it was written.
 * @param known the newest migration that this code knows
 * @param name the file as a person knows it
 * @throws BackupError, DatabaseOpenError that say why not
 */
export function checkBackup(path: string, known: number, name = path): BackupNote {
  let file: DatabaseSync | undefined
  try {
    file = new DatabaseSync(path, { readOnly: true })
    const note = noteIn(file)
    if (!note) throw new BackupError(`${name} is no backup that Groei made. Nothing was changed.`)
    refuseNewerLayout(file, name)
    refuseNewerSchema(note.schema, known, name)
    const [check] = file.prepare('PRAGMA integrity_check(1)').all()
    if (check?.['integrity_check'] !== 'ok' || describe(file, note.of, note.takenAt).digest !== note.digest)
      throw damaged(name)
    return note
  } catch (error) {
    // Every other error is SQLite's about a file that it cannot read to its end.
    if (error instanceof Error && 'errcode' in error) throw damaged(name)
    throw error
  } finally {
    file?.close()
  }
}

function noteIn(file: DatabaseSync): BackupNote | null {
  if (!file.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'backup'").get()) return null
  const row = file.prepare('SELECT note FROM backup').get()
  return row ? (BSON.deserialize(row['note'] as Uint8Array) as BackupNote) : null
}

const damaged = (name: string) =>
  new BackupError(`${name} is damaged or no backup of Groei: take another one. Nothing was changed.`)
