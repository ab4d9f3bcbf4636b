import type { Collection, CollectionSpec, Database } from './collection.ts'
import { isUsed } from './derived-id.ts'
import { DatabaseOpenError, isInserted } from './errors.ts'
import { refuseHalfMoved } from './move-target.ts'

/**
 * How far a database's documents are migrated. `version`: the migration that is through, and all before it. `readableFrom`:
 * the oldest schema version that code must know to read them; it is lower where migrations only added.
 */
export type Schema = { version: number; readableFrom: number }

/** One walk of a migration through its collection. `after`: the id of the last document that was looked at. */
export type Pass = {
  to: number
  after: string
  /** How many documents were looked at, and how many were changed. */
  seen: number
  changed: number
  /** It began when no server wrote the shape of before any more; else another follows once that is so. */
  isLast: boolean
  isEnded?: boolean
}

/** There is one of each database. A worker that migrates has its lease (`server/queue/leased.ts`). */
export type SchemaDocument = Schema & { _id: string; pass?: Pass; dueAt: Date; lease?: string }

/** A server that runs, by the id that it chose at its start, and the newest migration that it knows. */
export type ServerDocument = { _id: string; knows: number; until: Date }

export const schemaId = 'schema'
export const schemaSpec: CollectionSpec<SchemaDocument> = {
  name: 'schema',
  scope: { of: 'other' },
  indexes: [],
}
export const serverSpec: CollectionSpec<ServerDocument> = {
  name: 'servers',
  scope: { of: 'other' },
  indexes: [{ until: 1 }],
}

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

/** How long a server counts as running after it last said so; milliseconds. */
const presence = 150_000

export type Schemas = Awaited<ReturnType<typeof openSchema>>

/**
 * Looks whether this code can read what the database holds, before anything else is written to it. A new database is as the
 * newest migration leaves one.
 * @param me this server's id, and the newest migration that it knows
 * @throws DatabaseOpenError `newer-version`, `half-moved`
 */
export async function openSchema(database: Database, me: { id: string; known: number }, now: () => Date) {
  await refuseHalfMoved(database)
  const schemas = await database.collection(schemaSpec)
  const servers = await database.collection(serverSpec)
  const read = () => schemas.findOne({ _id: schemaId })
  const here = presenceIn(servers, me, now)
  // Before it looks: a server that raises what is readable then sees this one, or this one sees that.
  await here.say()
  try {
    const found = (await read()) ?? (await begun()) ?? unversioned
    refuseNewerSchema(found, me.known, 'The database')
  } catch (error) {
    await here.end()
    throw error
  }
  return { schemas, known: me.known, here }

  async function begun(): Promise<Schema | null> {
    const schema = (await isUsed(database)) ? unversioned : { version: me.known, readableFrom: 0 }
    const made = { _id: schemaId, ...schema, dueAt: new Date(0) }
    return (await isInserted(schemas.insertOne(made))) ? made : read()
  }
}

function presenceIn(
  servers: Collection<ServerDocument>,
  { id, known }: { id: string; known: number },
  now: () => Date,
) {
  return {
    /** Says that this server runs, for a while. */
    async say(): Promise<void> {
      const until = new Date(now().getTime() + presence)
      await servers.updateOne({ _id: id }, { $set: { knows: known, until } }, { upsert: true })
    },
    async end(): Promise<void> {
      // Those that were killed go with it.
      await servers.deleteMany({ until: { $lt: now() } })
      await servers.deleteMany({ _id: id })
    },
    /** Does a server run that knows no migration as new as this one? */
    async isOlderThere(version: number): Promise<boolean> {
      return (await servers.findOne({ until: { $gte: now() }, knows: { $lt: version } })) !== null
    },
  }
}
