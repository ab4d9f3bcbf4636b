import { MongoServerError, type Db, type IndexDescription } from 'mongodb'
import { setTimeout as pause } from 'node:timers/promises'
import { decided, type Document, type Index } from './collection.ts'
import { isInserted } from './errors.ts'

type Wanted = { name: string; indexes: Index[] }
type Lock = { _id: string; until: Date }

/** A server that builds indexes for longer than this is taken for dead; milliseconds. */
const lease = 10 * 60_000
const lookAgain = 200

const namespaceNotFound = 26

/** Those of a collection that are not there yet. What a query sorts by ends with `_id`, and so do the indexes that serve it. */
export async function missingIndexes(database: Db, { name, indexes }: Wanted): Promise<IndexDescription[]> {
  const there = await database
    .collection<Document>(name)
    .indexes()
    .catch((error: unknown) => {
      if (error instanceof MongoServerError && error.code === namespaceNotFound) return []
      throw error
    })
  const known = new Set(there.map((one) => JSON.stringify(one.key)))
  return indexes.map((one) => ({ key: decided(one) })).filter(({ key }) => !known.has(JSON.stringify(key)))
}

/**
 * Makes the indexes that a collection lacks, in one command. Of several servers that start at once one makes them, and
 * the others wait: on DocumentDB each command that changes a collection takes seconds, and two at once may deadlock.
 */
export async function ensureIndexes(database: Db, wanted: Wanted): Promise<void> {
  const locks = database.collection<Lock>('locks')
  const _id = `indexes of ${wanted.name}`
  /** @returns until when it is ours; null while another server has it */
  const take = async (): Promise<Date | null> => {
    const now = new Date()
    const until = new Date(now.getTime() + lease)
    await locks.deleteMany({ _id, until: { $lt: now } })
    return (await isInserted(locks.insertOne({ _id, until }))) ? until : null
  }
  let until = await take()
  while (!until) {
    await pause(lookAgain)
    if ((await missingIndexes(database, wanted)).length === 0) return
    until = await take()
  }
  try {
    const missing = await missingIndexes(database, wanted)
    if (missing.length > 0) await database.collection(wanted.name).createIndexes(missing)
  } finally {
    // Only ours: after its end another server may have taken it.
    await locks.deleteMany({ _id, until })
  }
}
