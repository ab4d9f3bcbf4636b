import {
  MongoClient,
  type MongoBulkWriteError,
  type Collection as DriverCollection,
  type Db,
  type MongoClientOptions,
} from 'mongodb'
import { setTimeout as pause } from 'node:timers/promises'
import {
  decided,
  type Collection,
  type CollectionSpec,
  type Database,
  type Document,
  type Sort,
} from './collection.ts'
import { openBriefly, openConnection, type Connected, type Connection } from './mongo-connection.ts'
import { despiteConflicts } from './mongo-conflict.ts'
import { notDuplicate } from './errors.ts'
import { ensureIndexes, missingIndexes } from './mongo-indexes.ts'
import { openingFailure, unusable } from './mongo-opening.ts'
import { plan } from './plan.ts'
import { databaseCommands, type DatabaseCommand } from '../signals/channels.ts'

/** No command takes longer; milliseconds. */
const patience = 10_000
const readyWithin = 3000

/** Defaults for options that the URI leaves open, by the option's name in a URI. */
const usual: [name: string, options: MongoClientOptions][] = [
  // The driver's own retries need sessions, which not every server has. All that we write may be written again:
  // claims, revisions and derived ids see to that. Atlas and DocumentDB say in their URIs what suits them.
  ['retrywrites', { retryWrites: false }],
  // An acknowledged write outlives the loss of one server.
  ['w', { writeConcern: { w: 'majority' } }],
  ['serverselectiontimeoutms', { serverSelectionTimeoutMS: 5000 }],
  ['connecttimeoutms', { connectTimeoutMS: 5000 }],
  ['sockettimeoutms', { socketTimeoutMS: patience }],
  ['waitqueuetimeoutms', { waitQueueTimeoutMS: patience }],
]

/** The options of a client: those that the URI gives, and ours. */
export function optionsFor(uri: string): MongoClientOptions {
  const [, query = ''] = uri.split('?')
  const given = new Set(query.split('&').map((one) => one.split('=')[0]?.toLowerCase()))
  const ours = usual.filter(([name]) => !given.has(name)).map(([, options]) => options)
  // Whoever wrote reads it next, and others by it: a secondary may not have it yet, whatever the URI prefers.
  return Object.assign({ ignoreUndefined: true, readPreference: 'primary' }, ...ours) as MongoClientOptions
}

/**
 * MongoDB, Atlas, Azure DocumentDB, or whatever speaks their protocol, through the official driver, without sessions or
 * transactions.
 * @throws DatabaseOpenError that says why, in words
 */
export async function openMongo(uri: string): Promise<Database> {
  const connection = await openConnection(() => connect(uri))
  // A large collection is indexed for minutes: on a connection that waits for as long as it takes.
  const builder = openBriefly(() => connect(uri, { socketTimeoutMS: 0 }))
  const opened = new Map<string, Promise<Collection<never>>>()
  async function open<T extends Document>(spec: CollectionSpec<T>): Promise<Collection<never>> {
    const lacking = await missingIndexes(connection.database(), spec)
    if (lacking.length > 0) await builder.use((database) => ensureIndexes(database, spec))
    return served(spec, connection) as unknown as Collection<never>
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
      const read = connection.use((database) =>
        database.collection<Document>('locks').findOne({ _id: 'ready' }),
      )
      const late = pause(readyWithin, null, { ref: false }).then(() => {
        throw new Error('late')
      })
      await Promise.race([read, late])
    },
    async close() {
      await Promise.all([builder.close(), connection.close()])
    },
  }
}

/** @throws DatabaseOpenError that says why not, in words */
export async function connect(uri: string, more: MongoClientOptions = {}): Promise<Connected> {
  let client: MongoClient
  let database: Db
  try {
    const monitorCommands = databaseCommands.hasSubscribers
    client = new MongoClient(uri, { ...optionsFor(uri), ...more, monitorCommands })
    database = databaseOf(client, uri)
    if (client.options.writeConcern?.w === 0)
      throw new Error('with w=0 nobody knows whether a write was stored')
    if (monitorCommands) tellOf(client)
  } catch (error) {
    throw unusable(error)
  }
  try {
    await client.connect()
  } catch (error) {
    await client.close()
    throw openingFailure(error)
  }
  return { client, database }
}

/** Tells of each command which it was, of which collection, and how long it took: nothing of what is in it. */
function tellOf(client: MongoClient): void {
  const collections = new Map<number, string>()
  const ended =
    (isFailure: boolean) => (event: { requestId: number; commandName: string; duration: number }) => {
      const { requestId, commandName, duration } = event
      const collection = collections.get(requestId)
      collections.delete(requestId)
      if (collection !== undefined)
        databaseCommands.publish({
          command: commandName,
          collection,
          ms: duration,
          isFailure,
        } satisfies DatabaseCommand)
    }
  client.on('commandStarted', ({ requestId, commandName, command }) => {
    const collection: unknown = command[commandName === 'getMore' ? 'collection' : commandName]
    if (typeof collection === 'string') collections.set(requestId, collection)
  })
  client.on('commandSucceeded', ended(false))
  client.on('commandFailed', ended(true))
}

/** The one that the URI names, or our own: the driver would take one called `test`. */
export function databaseOf(client: MongoClient, uri: string): Db {
  const isNamed = /^[^:]+:\/\/[^/?]+\/[^?]/.test(uri)
  return client.db(isNamed ? undefined : 'groei')
}

/** The driver's collection, behind the same rule as the embedded engine: no index, no query. */
function served<T extends Document>(spec: CollectionSpec<T>, connection: Connection): Collection<T> {
  const check = (filter: unknown, sort?: Sort) => void plan(spec, filter as Record<string, unknown>, sort)
  const sorted = <O extends { sort?: Sort }>(options: O): O =>
    options.sort ? { ...options, sort: decided(options.sort) } : options
  const done = <R>(work: (collection: DriverCollection<T>) => Promise<R>): Promise<R> =>
    despiteConflicts(() => connection.use((database) => work(database.collection<T>(spec.name))))
  return {
    async findOne(filter, options = {}) {
      check(filter, options.sort)
      return done((collection) => collection.findOne(filter, sorted(options)))
    },
    find(filter, options = {}) {
      check(filter, options.sort)
      return { toArray: () => done((collection) => collection.find(filter, sorted(options)).toArray()) }
    },
    async countDocuments(filter) {
      check(filter)
      return done((collection) => collection.countDocuments(filter))
    },
    insertOne: (document) => done((collection) => collection.insertOne(document)),
    insertNew: (documents) =>
      done(async (collection) => {
        try {
          await collection.insertMany(documents, { ordered: false })
        } catch (error) {
          const other = notDuplicate(error)
          if (other) throw other
        }
      }),
    async updateOne(filter, update, options) {
      check(filter)
      return done((collection) => collection.updateOne(filter, update, options))
    },
    async bulkWrite(changes) {
      for (const one of changes) if ('updateOne' in one) check(one.updateOne.filter)
      return done(async (collection) => {
        try {
          return await collection.bulkWrite(changes, { ordered: false })
        } catch (error) {
          const other = notDuplicate(error)
          if (other) throw other
          const { matchedCount, writeErrors } = error as MongoBulkWriteError
          const refused = new Set([writeErrors].flat().map(({ index }) => index))
          if (changes.some((one, at) => refused.has(at) && 'updateOne' in one)) throw error
          // Counted by their places: some servers count what they refused among what they inserted.
          const inserted = changes.filter((one, at) => 'insertOne' in one && !refused.has(at))
          return { matchedCount, insertedCount: inserted.length }
        }
      })
    },
    async findOneAndUpdate(filter, update, options = {}) {
      check(filter, options.sort)
      const after = { ...sorted(options), returnDocument: 'after' as const }
      return done((collection) => collection.findOneAndUpdate(filter, update, after))
    },
    async updateMany(filter, update) {
      check(filter)
      return done((collection) => collection.updateMany(filter, update))
    },
    async deleteMany(filter) {
      check(filter)
      return done((collection) => collection.deleteMany(filter))
    },
  }
}
