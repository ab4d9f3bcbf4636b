import type { Db } from 'mongodb'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { collectionsIn, documentsIn, schemaIn } from './backup-file.ts'
import type { Index } from './collection.ts'
import { lockData } from './data-lock.ts'
import { MoveError } from './errors.ts'
import { bytesOf, exactly, fromStored } from './exact.ts'
import { connect } from './mongo.ts'
import { despiteConflicts } from './mongo-conflict.ts'
import { ensureIndexes, missingIndexes } from './mongo-indexes.ts'
import { claimTarget, isMoved, markThrough } from './move-target.ts'
import { refuseNewerSchema } from './schema.ts'
import { openAllForReading, pathIn } from './sqlite-file.ts'

/** One command carries so many documents at most, and about so many bytes. */
const batch = { documents: 500, bytes: 8 * 2 ** 20 }

type Stored = { id: string; bson: Uint8Array }
type Given = {
  /** The collections of the product, whose indexes are made. */
  specs: { name: string; indexes: Index[] }[]
  /** The newest migration that this code knows. */
  known: number
  now: () => Date
  onCollection: (name: string, documents: number) => void
}

/**
 * Copies all that the embedded engine in a folder holds into a MongoDB database, compares every document, and leaves the
 * folder as it is. It can be killed at any moment and run again.
 * @returns how many documents there are, the SHA-256 of them as both sides have them, and when an earlier run had moved them
 * (null: this one did)
 * @throws DatabaseOpenError while a server runs on that data, or when the target cannot be reached; MoveError
 */
export async function move(
  dir: string,
  uri: string,
  given: Given,
): Promise<{ documents: number; digest: string; earlier: Date | null }> {
  if (!existsSync(pathIn(dir))) throw new MoveError(`There is no database in ${dir}: set DATA_DIR.`)
  const lock = lockData(dir)
  try {
    const file = openAllForReading(dir)
    try {
      refuseNewerSchema(schemaIn(file), given.known, dir)
      // A write is there when most of the servers have it, whatever the URI says.
      const { client, database } = await connect(uri, {
        writeConcern: { w: 'majority' },
        socketTimeoutMS: 60_000,
      })
      try {
        return await moveInto(database, file, given)
      } finally {
        await client.close()
      }
    } finally {
      file.close()
    }
  } finally {
    lock.release()
  }
}

async function moveInto(target: Db, file: DatabaseSync, given: Given) {
  const earlier = await claimTarget(target, sourceOf(file), given.now())
  const collections = collectionsIn(file).filter(isMoved)
  if (!earlier) {
    for (const name of collections) await copy(target, file, name)
    for (const spec of given.specs)
      if ((await missingIndexes(target, spec)).length > 0) await ensureIndexes(target, spec)
  }
  let documents = 0
  const hash = createHash('sha256')
  for (const name of collections) {
    const count = await compared(target, file, name, (bytes) => hash.update(bytes), earlier)
    given.onCollection(name, count)
    documents += count
  }
  if (!earlier) await markThrough(target, given.now())
  return { documents, digest: hash.digest('hex'), earlier }
}

/** The id key was made by chance, once: no two installations have the same. */
function sourceOf(file: DatabaseSync): string {
  const hash = createHash('sha256')
  if (collectionsIn(file).includes('installation'))
    for (const { bson } of documentsIn(file, 'installation')) hash.update(bson)
  return hash.digest('hex')
}

function* batches(file: DatabaseSync, name: string): Generator<Stored[]> {
  let some: Stored[] = []
  let bytes = 0
  for (const one of documentsIn(file, name)) {
    if (some.length === batch.documents || (some.length > 0 && bytes + one.bson.length > batch.bytes)) {
      yield some
      some = []
      bytes = 0
    }
    some.push(one)
    bytes += one.bson.length
  }
  if (some.length > 0) yield some
}

/** Whatever an earlier run left is written over, and what the source has no more is taken out. */
async function copy(target: Db, file: DatabaseSync, name: string): Promise<void> {
  const collection = target.collection<{ _id: string }>(name)
  let count = 0
  for (const some of batches(file, name)) {
    const writes = some.map(({ id, bson }) => ({
      replaceOne: { filter: { _id: id }, replacement: fromStored(bson), upsert: true },
    }))
    await despiteConflicts(() => collection.bulkWrite(writes, { ordered: false }))
    count += some.length
  }
  if ((await collection.countDocuments()) === count) return
  const ids = new Set<string>()
  for (const { id } of documentsIn(file, name)) ids.add(id)
  for await (const { _id } of collection.find({}, { projection: { _id: 1 } }))
    if (!ids.has(_id)) await collection.deleteMany({ _id })
}

/**
 * Compares every document of a collection, value by value and type by type.
 * @throws MoveError when one is missing, differs, or is there beside them
 */
async function compared(
  target: Db,
  file: DatabaseSync,
  name: string,
  onEqual: (bytes: Buffer) => void,
  earlier: Date | null,
): Promise<number> {
  const collection = target.collection<{ _id: string }>(name)
  let count = 0
  for (const some of batches(file, name)) {
    const there = new Map<string, Buffer>()
    const asked = { _id: { $in: some.map(({ id }) => id) } }
    for await (const one of collection.find(asked, exactly)) there.set(one._id, bytesOf(one))
    for (const { id, bson } of some) {
      const bytes = bytesOf(fromStored(bson))
      if (!there.get(id)?.equals(bytes)) throw unequal(name, earlier)
      onEqual(bytes)
    }
    count += some.length
  }
  if ((await collection.countDocuments()) !== count) throw unequal(name, earlier)
  return count
}

const unequal = (name: string, earlier: Date | null) =>
  new MoveError(
    earlier
      ? `This data was moved there on ${earlier.toISOString()}, and one of the two changed since (${name}). Nothing was written.`
      : `The two sides differ in ${name}. No server starts on that database. Run it again; the data here is as it was.`,
  )
