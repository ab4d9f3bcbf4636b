import { existsSync, statfsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import type { CollectionSpec, Document } from './collection.ts'
import { isLocked } from './data-lock.ts'
import { connect } from './mongo.ts'
import type { Connected } from './mongo-connection.ts'
import { missingIndexes } from './mongo-indexes.ts'
import { codeOf, pathIn, resultCodes } from './sqlite-file.ts'

/** Looks at a database of MongoDB's protocol without changing it, and lets go. @throws DatabaseOpenError */
export async function withMongo<T>(uri: string, look: (connected: Connected) => Promise<T>): Promise<T> {
  const connected = await connect(uri)
  try {
    return await look(connected)
  } finally {
    await connected.client.close()
  }
}

export type MongoFacts = {
  version: string
  /** The name of the replica set, or what else keeps copies; null: one server by itself. */
  copies: string | null
  /** How many servers acknowledge a write. */
  writes: unknown
  /** Collections that lack an index. */
  unindexed: string[]
  /** The median of some reads of one document, in milliseconds. */
  latency: number
}

/** Reads by which the latency is measured. */
const reads = 21

/** @throws DatabaseOpenError */
export const inspectMongo = (uri: string, specs: CollectionSpec<Document>[]): Promise<MongoFacts> =>
  withMongo(uri, async ({ client, database }) => {
    const [build, hello] = await Promise.all([
      database.command({ buildInfo: 1 }),
      database.command({ hello: 1 }),
    ])
    const lacking = await Promise.all(specs.map((spec) => missingIndexes(database, spec)))
    const times: number[] = []
    for (let at = 0; at < reads; at += 1) {
      const began = performance.now()
      await database.collection<Document>('locks').findOne({ _id: 'ready' })
      times.push(performance.now() - began)
    }
    const isManaged = client.options.hosts.some(({ host }) => host?.endsWith('.azure.com'))
    const copies = hello['setName'] ?? (hello['msg'] === 'isdbgrid' ? 'a sharded cluster' : null)
    return {
      version: String(build['version']),
      copies: copies ?? (isManaged ? 'a service of Azure' : null),
      writes: client.options.writeConcern?.w ?? 1,
      unindexed: specs.filter((_spec, at) => lacking[at]?.length).map(({ name }) => name),
      latency: times.sort((a, b) => a - b)[Math.floor(reads / 2)] ?? 0,
    }
  })

export type EmbeddedFacts = {
  /** `in-use`: a server has it, as it should. */
  state: 'none' | 'in-use' | 'free' | 'damaged'
  /** Bytes left on its disk. */
  left: number
}

/** Looks at the file of the embedded engine without changing it. */
export function inspectEmbedded(dir: string): EmbeddedFacts {
  const path = pathIn(dir)
  if (!existsSync(path)) return { state: 'none', left: 0 }
  const { bavail, bsize } = statfsSync(dir)
  return { state: isLocked(dir) ? 'in-use' : stateOf(path), left: bavail * bsize }
}

function stateOf(path: string): EmbeddedFacts['state'] {
  let file: DatabaseSync | undefined
  try {
    file = new DatabaseSync(path, { readOnly: true })
    return file.prepare('PRAGMA quick_check(1)').get()?.['quick_check'] === 'ok' ? 'free' : 'damaged'
  } catch (error) {
    // A version of Groei that has no lock beside the file keeps everybody out of it.
    return codeOf(error) === resultCodes.busy ? 'in-use' : 'damaged'
  } finally {
    file?.close()
  }
}
