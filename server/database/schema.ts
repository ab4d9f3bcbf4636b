import type { CollectionSpec, Database } from './collection.ts'
import { isUsed } from './derived-id.ts'
import { DatabaseOpenError, isInserted } from './errors.ts'

/**
 * How far a database's documents are migrated. `version`: the migration that is through, and all before it. `readableFrom`:
 * the oldest version of the code that reads them; it is lower where migrations only added.
 */
export type Schema = { version: number; readableFrom: number }

export const schemaId = 'schema'
export const schemaSpec: CollectionSpec<SchemaDocument> = {
  name: 'schema',
  scope: { of: 'other' },
  indexes: [],
}

export type SchemaDocument = { _id: string } & Schema

/** Documents of before there were versions. */
export const unversioned: Schema = { version: 0, readableFrom: 0 }

/**
 * @param known the newest migration that this code knows
 * @throws DatabaseOpenError `newer-version`
 */
export function refuseNewerSchema({ version, readableFrom }: Schema, known: number, what: string): void {
  if (readableFrom <= known) return
  throw new DatabaseOpenError(
    'newer-version',
    `${what} is of a newer version of Groei (schema ${version}, to be read from ${readableFrom} on; this one knows ` +
      `${known}). Start that version.`,
  )
}

/**
 * Looks whether this code can read what the database holds, before anything else is written to it. A new database is as the
 * newest migration leaves one.
 * @param known the newest migration that this code knows
 * @throws DatabaseOpenError `newer-version`
 */
export async function openSchema(database: Database, known: number): Promise<Schema> {
  const schemas = await database.collection(schemaSpec)
  const read = () => schemas.findOne({ _id: schemaId })
  const found = (await read()) ?? (await begun())
  refuseNewerSchema(found, known, 'The database')
  return found

  async function begun(): Promise<Schema> {
    const isNew = !(await isUsed(database))
    const made = { _id: schemaId, ...(isNew ? { version: known, readableFrom: 0 } : unversioned) }
    if (await isInserted(schemas.insertOne(made))) return made
    return (await read()) ?? made
  }
}
