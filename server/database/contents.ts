import { BSON, type Document } from 'mongodb'
import { existsSync } from 'node:fs'
import { collectionsIn, countIn, documentsIn, schemaIn } from './backup-file.ts'
import { DatabaseOpenError } from './errors.ts'
import { connect } from './mongo.ts'
import { schemaId, schemaSpec, unversioned, type Schema, type SchemaDocument } from './schema.ts'
import { openAllForReading, pathIn } from './sqlite-file.ts'

/** The contents of a database: its collections that hold something, and all documents of one of them. */
export type Contents = { name: string; schema: Schema; counts: Map<string, number>; listed: Document[] }

/**
 * Looks at a database, of either engine, without writing anything to it. A server may run on it.
 * @param listed the collection of which the documents are wanted
 * @throws DatabaseOpenError
 */
export const contentsOf = ({ uri, dir }: { uri: string | undefined; dir: string }, listed: string) =>
  uri ? onMongo(uri, listed) : inFile(dir, listed)

async function onMongo(uri: string, listed: string): Promise<Contents> {
  const { client, database } = await connect(uri)
  try {
    const counts = new Map<string, number>()
    const names = (await database.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name)
    for (const name of names.sort()) {
      const count = name.startsWith('system.') ? 0 : await database.collection(name).countDocuments()
      if (count > 0) counts.set(name, count)
    }
    const schema = await database.collection<SchemaDocument>(schemaSpec.name).findOne({ _id: schemaId })
    return {
      name: `The MongoDB database ${database.databaseName}`,
      schema: schema ?? unversioned,
      counts,
      listed: await database.collection(listed).find().toArray(),
    }
  } finally {
    await client.close()
  }
}

async function inFile(dir: string, listed: string): Promise<Contents> {
  if (!existsSync(pathIn(dir)))
    throw new DatabaseOpenError('unreachable', `There is no database in ${dir}: set DATA_DIR.`)
  const file = openAllForReading(dir)
  try {
    const all = collectionsIn(file).map((name) => [name, countIn(file, name)] as const)
    return {
      name: `The data in ${dir}`,
      schema: schemaIn(file),
      counts: new Map(all.filter(([, count]) => count > 0)),
      listed: collectionsIn(file).includes(listed)
        ? [...documentsIn(file, listed)].map(({ bson }) => BSON.deserialize(bson))
        : [],
    }
  } finally {
    file.close()
  }
}
