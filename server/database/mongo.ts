import { MongoClient, type Collection as DriverCollection, type Db, type MongoClientOptions } from 'mongodb'
import { setTimeout as pause } from 'node:timers/promises'
import {
  decided,
  type Collection,
  type CollectionSpec,
  type Database,
  type Document,
  type Sort,
} from './collection.ts'
import { despiteConflicts } from './mongo-conflict.ts'
import { openingFailure, unusable } from './mongo-failure.ts'
import { ensureIndexes, missingIndexes } from './mongo-indexes.ts'
import { plan } from './plan.ts'

/** No command takes longer; milliseconds. */
const patience = 10_000
const readyWithin = 3000

/** What we choose where the URI says nothing, by the option's name as the URI would have it. */
const usual: [name: string, options: MongoClientOptions][] = [
  // The driver's own retries need sessions, which not every server has. All that we write may be written again:
  // claims, revisions and derived ids see to that. Atlas and DocumentDB say in their URIs what suits them.
  ['retrywrites', { retryWrites: false }],
  // What was acknowledged outlives the loss of one server.
  ['w', { writeConcern: { w: 'majority' } }],
  ['serverselectiontimeoutms', { serverSelectionTimeoutMS: 5000 }],
  ['connecttimeoutms', { connectTimeoutMS: 5000 }],
  ['sockettimeoutms', { socketTimeoutMS: patience }],
  ['waitqueuetimeoutms', { waitQueueTimeoutMS: patience }],
]

function optionsFor(uri: string): MongoClientOptions {
  const [, query = ''] = uri.split('?')
  const given = new Set(query.split('&').map((one) => one.split('=')[0]?.toLowerCase()))
  const ours = usual.filter(([name]) => !given.has(name)).map(([, options]) => options)
  return Object.assign({ ignoreUndefined: true }, ...ours) as MongoClientOptions
}

/**
 * MongoDB, Atlas, Azure DocumentDB, or whatever speaks their protocol, through the official driver, without sessions or
 * transactions.
 * @throws DatabaseOpenError that says why, in words
 */
export async function openMongo(uri: string): Promise<Database> {
  const { client, database } = await connect(uri)
  const opened = new Map<string, Promise<Collection<never>>>()
  async function open<T extends Document>(spec: CollectionSpec<T>): Promise<Collection<never>> {
    const lacking = await missingIndexes(database, spec)
    if (lacking.length > 0) {
      // A large collection is indexed for minutes: on a connection that waits for as long as it takes.
      const builder = await connect(uri, { socketTimeoutMS: 0 })
      await ensureIndexes(builder.database, spec).finally(() => builder.client.close())
    }
    return served(spec, database.collection<T>(spec.name)) as unknown as Collection<never>
  }
  return {
    engine: 'mongodb',
    async collection<T extends Document>(spec: CollectionSpec<T>) {
      const found = opened.get(spec.name) ?? open(spec)
      opened.set(spec.name, found)
      // A failure is not kept: who asks again looks again.
      found.catch(() => opened.delete(spec.name))
      return (await found) as unknown as Collection<T>
    },
    async ping() {
      // A document and not `ping`, which a gateway answers while the storage behind it is gone.
      const read = database.collection<Document>('locks').findOne({ _id: 'ready' })
      const late = pause(readyWithin, null, { ref: false }).then(() => {
        throw new Error('late')
      })
      await Promise.race([read, late])
    },
    async close() {
      await client.close()
    },
  }
}

async function connect(
  uri: string,
  more: MongoClientOptions = {},
): Promise<{ client: MongoClient; database: Db }> {
  let client: MongoClient
  try {
    client = new MongoClient(uri, { ...optionsFor(uri), ...more })
  } catch (error) {
    throw unusable(error)
  }
  try {
    await client.connect()
  } catch (error) {
    await client.close()
    throw openingFailure(error)
  }
  return { client, database: databaseOf(client, uri) }
}

/** The one that the URI names, or our own: the driver would take one called `test`. */
export function databaseOf(client: MongoClient, uri: string): Db {
  const isNamed = /^[^:]+:\/\/[^/?]+\/[^?]/.test(uri)
  return client.db(isNamed ? undefined : 'groei')
}

/** The driver's collection, behind the same rule as the embedded engine: no index, no query. */
function served<T extends Document>(spec: CollectionSpec<T>, collection: DriverCollection<T>): Collection<T> {
  const check = (filter: unknown, sort?: Sort) => void plan(spec, filter as Record<string, unknown>, sort)
  const sorted = <O extends { sort?: Sort }>(options: O): O =>
    options.sort ? { ...options, sort: decided(options.sort) } : options
  return {
    async findOne(filter, options = {}) {
      check(filter, options.sort)
      return collection.findOne(filter, sorted(options))
    },
    find(filter, options = {}) {
      check(filter, options.sort)
      return collection.find(filter, sorted(options))
    },
    async countDocuments(filter) {
      check(filter)
      return collection.countDocuments(filter)
    },
    insertOne: (document) => despiteConflicts(() => collection.insertOne(document)),
    async updateOne(filter, update, options) {
      check(filter)
      return despiteConflicts(() => collection.updateOne(filter, update, options))
    },
    async findOneAndUpdate(filter, update, options) {
      check(filter, options.sort)
      return despiteConflicts(() => collection.findOneAndUpdate(filter, update, sorted(options)))
    },
    async updateMany(filter, update) {
      check(filter)
      return despiteConflicts(() => collection.updateMany(filter, update))
    },
    async deleteMany(filter) {
      check(filter)
      return despiteConflicts(() => collection.deleteMany(filter))
    },
  }
}
