import { MongoClient } from 'mongodb'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Settings } from '../../infra/local/launch.ts'

/** Copies of what a product keeps that does not run: as a backup has them, the keys apart from the data. */
type Copy = { restore(): Promise<void> }

async function ofFiles(folder: string, isIn: (name: string) => boolean): Promise<Copy> {
  const names = () => readdirSync(folder).filter(isIn)
  const files = names().map((name) => ({ name, bytes: readFileSync(join(folder, name)) }))
  return {
    async restore() {
      for (const name of names()) rmSync(join(folder, name))
      for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes, { mode: 0o600 })
    },
  }
}

async function ofServer(uri: string, isIn: (name: string) => boolean): Promise<Copy> {
  async function inDatabase<T>(work: (db: ReturnType<MongoClient['db']>) => Promise<T>): Promise<T> {
    const client = await MongoClient.connect(uri)
    return work(client.db()).finally(() => client.close())
  }
  const names = async (db: ReturnType<MongoClient['db']>) =>
    (await db.listCollections().toArray()).map(({ name }) => name).filter(isIn)
  const kept = await inDatabase(async (db) =>
    Promise.all(
      (await names(db)).map(async (name) => ({ name, all: await db.collection(name).find().toArray() })),
    ),
  )
  return {
    restore: () =>
      inDatabase(async (db) => {
        for (const name of await names(db)) await db.collection(name).deleteMany({})
        for (const { name, all } of kept) if (all.length > 0) await db.collection(name).insertMany(all)
      }),
  }
}

/** @param settings the product's (`launched.settings`); it is stopped meanwhile, and while one is restored */
export async function backUp({ MONGODB_URI: uri, DATA_DIR: folder = '' }: Settings) {
  const isKeys = (name: string) => (uri ? name.endsWith('Keys') : name.startsWith('keys.db'))
  const copy = (isIn: (name: string) => boolean) => (uri ? ofServer(uri, isIn) : ofFiles(folder, isIn))
  return { data: await copy((name) => !isKeys(name)), keys: await copy(isKeys) }
}
