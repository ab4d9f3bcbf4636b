import { MongoClient } from 'mongodb'
import { existsSync, rmSync } from 'node:fs'
import { databaseOf } from '../../server/database/mongo.ts'

/** The product's data: in its folder, and on a MongoDB server where one is named. */
export function productData(dir: string, uri: string | undefined) {
  async function withServer<T>(uri: string, work: (database: ReturnType<typeof databaseOf>) => Promise<T>) {
    const client = new MongoClient(uri, { serverSelectionTimeoutMS: 5000 })
    try {
      return await work(databaseOf(client, uri))
    } finally {
      await client.close()
    }
  }
  return {
    async isThere(): Promise<boolean> {
      if (!uri) return existsSync(dir)
      return withServer(uri, async (database) => (await database.listCollections().toArray()).length > 0)
    },
    async remove(): Promise<void> {
      rmSync(dir, { recursive: true, force: true })
      if (uri) await withServer(uri, (database) => database.dropDatabase())
    },
  }
}
