import { MongoServerError, type Db, type IndexDescription } from 'mongodb'
import { setInterval as every, setTimeout as pause } from 'node:timers/promises'
import { decided, type Document, type Index } from './collection.ts'
import { isInserted } from './errors.ts'
import { despiteConflicts } from './mongo-conflict.ts'

type Wanted = { name: string; indexes: Index[] }
type Lock = { _id: string; holder: string; until: Date }

/**
 * A server that builds indexes says so all the time. One that did not for this long is taken for dead, and the next start
 * waits no longer for it; milliseconds.
 */
const lease = 6000
const renewAfter = 1500
const lookAgain = 200

const namespaceNotFound = 26

/** Those of a collection that are not there yet. What a query sorts by ends with `_id`, and so do the indexes that serve it. */
export async function missingIndexes(database: Db, { name, indexes }: Wanted): Promise<IndexDescription[]> {
  if (indexes.length === 0) return []
  const there = await despiteConflicts(() => database.collection<Document>(name).indexes()).catch(
    (error: unknown) => {
      if (error instanceof MongoServerError && error.code === namespaceNotFound) return []
      throw error
    },
  )
  const known = new Set(there.map((one) => JSON.stringify(one.key)))
  return indexes.map((one) => ({ key: decided(one) })).filter(({ key }) => !known.has(JSON.stringify(key)))
}

/**
 * Makes the indexes that a collection lacks, in one command. Of several servers that start at once one makes them, and
 * the others wait: on DocumentDB each command that changes a collection takes seconds, and two at once may deadlock.
 */
export async function ensureIndexes(database: Db, wanted: Wanted): Promise<void> {
  const locks = database.collection<Lock>('locks')
  const lock = { _id: `indexes of ${wanted.name}`, holder: crypto.randomUUID() }
  const until = () => new Date(Date.now() + lease)
  const isOurs = () => isInserted(despiteConflicts(() => locks.insertOne({ ...lock, until: until() })))
  while (!(await isOurs())) {
    await pause(lookAgain)
    if ((await missingIndexes(database, wanted)).length === 0) return
    await despiteConflicts(() => locks.deleteMany({ _id: lock._id, until: { $lt: new Date() } }))
  }
  const ended = new AbortController()
  const renewing = renew(() => locks.updateOne(lock, { $set: { until: until() } }), ended.signal)
  try {
    const missing = await missingIndexes(database, wanted)
    if (missing.length > 0)
      await despiteConflicts(() => database.collection(wanted.name).createIndexes(missing))
  } finally {
    ended.abort()
    await renewing
    // Only ours: another server may have taken it.
    await despiteConflicts(() => locks.deleteMany(lock))
  }
}

async function renew(say: () => Promise<unknown>, ended: AbortSignal): Promise<void> {
  try {
    // One that fails is made up for by the next.
    for await (const _turn of every(renewAfter, null, { signal: ended, ref: false }))
      await say().catch(() => undefined)
  } catch (error) {
    if (!ended.aborted) throw error
  }
}
