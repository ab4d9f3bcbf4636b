import type { Db } from 'mongodb'
import type { CollectionSpec, Database, Document } from './collection.ts'
import { DatabaseOpenError, MoveError } from './errors.ts'

/** The mark of a move into a database. `source`: a hash that tells one installation from another. */
type MoveDocument = Document & { source: string; begunAt: Date; doneAt: Date | null }

const moveSpec: CollectionSpec<MoveDocument> = { name: 'moves', scope: { of: 'other' }, indexes: [] }
const _id = 'from the embedded engine'

/** Collections in which nothing of anybody is, and which belong to one database alone. */
const ofOneDatabase = [moveSpec.name, 'locks', 'servers']
export const isMoved = (collection: string): boolean => !ofOneDatabase.includes(collection)

/**
 * Marks a database as one that is being moved into, which no server starts on until the move is through.
 * @returns when an earlier move from the same source was through, null: it is not yet
 * @throws MoveError when the database holds anything else; nothing was written
 */
export async function claimTarget(target: Db, source: string, now: Date): Promise<Date | null> {
  const moves = target.collection<MoveDocument>(moveSpec.name)
  const before = await moves.findOne({ _id })
  if (before?.source === source) return before.doneAt
  if (before) throw new MoveError('That database has the data of another installation. Nothing was written.')
  for (const { name } of await target.listCollections({}, { nameOnly: true }).toArray()) {
    if (!isMoved(name) || name.startsWith('system.')) continue
    if (await target.collection(name).findOne({}))
      throw new MoveError(`That database has data already (${name}). Name an empty one. Nothing was written.`)
  }
  await moves.insertOne({ _id, source, begunAt: now, doneAt: null })
  return null
}

export async function markThrough(target: Db, now: Date): Promise<void> {
  await target.collection<MoveDocument>(moveSpec.name).updateOne({ _id }, { $set: { doneAt: now } })
}

/**
 * A server on a database that has not everything yet would add to it what is there already elsewhere.
 * @throws DatabaseOpenError `half-moved`
 */
export async function refuseHalfMoved(database: Database): Promise<void> {
  const found = await (await database.collection(moveSpec)).findOne({ _id })
  if (found && !found.doneAt)
    throw new DatabaseOpenError(
      'half-moved',
      'A move into this database has not ended. Run it again: npm run move -- --to URI, with the DATA_DIR of the old data.',
    )
}
