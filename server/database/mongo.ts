import { MongoClient, type Collection as DriverCollection, type Db } from 'mongodb'
import type { Collection, CollectionSpec, Database, Document, Sort } from './collection.ts'
import { DatabaseOpenError } from './errors.ts'
import { plan } from './plan.ts'

/**
 * MongoDB, Atlas, Azure DocumentDB, or whatever speaks their protocol, through the official driver. No
 * sessions or transactions are used, so retried writes are left to the URI.
 * @throws DatabaseOpenError when no server answers
 */
export async function openMongo(uri: string): Promise<Database> {
  const client = new MongoClient(uri, {
    serverSelectionTimeoutMS: 5000,
    ignoreUndefined: true,
    ...(uri.includes('retryWrites=') ? {} : { retryWrites: false }),
  })
  await client.connect().catch(() => {
    throw new DatabaseOpenError(
      'unreachable',
      'No database answers at MONGODB_URI. Check the address and the network.',
    )
  })
  const database = databaseOf(client, uri)
  return {
    engine: 'mongodb',
    async collection<T extends Document>(spec: CollectionSpec<T>) {
      const collection = database.collection<T>(spec.name)
      for (const { fields, unique } of spec.indexes) {
        await collection.createIndex(fields, unique ? { unique } : {})
      }
      return served(spec, collection)
    },
    async ping() {
      await database.command({ ping: 1 })
    },
    async close() {
      await client.close()
    },
  }
}

/** The one that the URI names, or our own: the driver would take one called `test`. */
export function databaseOf(client: MongoClient, uri: string): Db {
  const isNamed = /^[^:]+:\/\/[^/?]+\/[^?]/.test(uri)
  return client.db(isNamed ? undefined : 'groei')
}

/** The driver's collection, behind the same rule as the embedded engine: no index, no query. */
function served<T extends Document>(spec: CollectionSpec<T>, collection: DriverCollection<T>): Collection<T> {
  const check = (filter: unknown, sort?: Sort) => void plan(spec, filter as Record<string, unknown>, sort)
  return {
    findOne: async (filter, options) => (check(filter, options?.sort), collection.findOne(filter, options)),
    find: (filter, options) => (check(filter, options?.sort), collection.find(filter, options)),
    countDocuments: async (filter) => (check(filter), collection.countDocuments(filter)),
    insertOne: (document) => collection.insertOne(document),
    updateOne: async (filter, update, options) => (
      check(filter),
      collection.updateOne(filter, update, options)
    ),
    findOneAndUpdate: async (filter, update, options) => (
      check(filter, options.sort),
      collection.findOneAndUpdate(filter, update, options)
    ),
    updateMany: async (filter, update) => (check(filter), collection.updateMany(filter, update)),
    deleteMany: async (filter) => (check(filter), collection.deleteMany(filter)),
  }
}
