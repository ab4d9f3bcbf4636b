import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ownDatabase } from '../../tests/support/database-uri.ts'
import { migrator } from '../queue/migrator.ts'
import type { Change, Collection, Database, Document } from './collection.ts'
import { asMigrated, migration, newestOf, type Migration } from './migration.ts'
import { openDatabase } from './open.ts'
import { openSchema, schemaId, schemaSpec } from './schema.ts'

type Thing = { _id: string; name?: string; parts: { length?: number; text: string } }
const spec = { name: 'things', scope: { of: 'other' as const }, indexes: [] }
const lengths = migration<Thing>(spec, {
  version: 1,
  name: 'things know their length',
  readableFrom: 0,
  changes: ({ parts }) => (parts.length === undefined ? { 'parts.length': parts.text.length } : null),
})
const names = migration<Thing>(spec, {
  version: 2,
  name: 'names are there',
  readableFrom: 2,
  changes: ({ name }) => (name === undefined ? { name: 'none' } : null),
})
const idOf = (n: number) => String(n).padStart(4, '0')
const made = (n: number): Thing => ({ _id: idOf(n), parts: { text: 'x'.repeat(n % 7) } })

let dir: string
let database: Database
let time: number
const now = () => new Date(time)
const later = (ms: number) => void (time += ms)
let things: Collection<Thing>
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'groei-migration-'))
  database = await openDatabase({ uri: ownDatabase(), dir })
  things = await database.collection<Thing>(spec)
  time = Date.UTC(2026, 10, 30)
})
afterEach(() => database.close())
afterEach(() => rmSync(dir, { recursive: true }))

/** A database of before there were versions, with this many things. */
async function older(count: number): Promise<void> {
  const installation = await database.collection({
    name: 'installation',
    scope: { of: 'other' },
    indexes: [],
  })
  await installation.insertOne({ _id: 'derived ids', key: 'k' } as Document)
  await things.insertNew(Array.from({ length: count }, (_, n) => made(n)))
}

/** A server of a version that knows these migrations. */
async function server(migrations: Migration[], collection = things as unknown as Collection<Document>) {
  const id = crypto.randomUUID()
  const schemas = await openSchema(database, { id, known: newestOf(migrations) }, now)
  const said: string[] = []
  const step = migrator({
    migrations,
    schemas,
    stored: () => collection,
    now,
    newId: () => crypto.randomUUID(),
    log: (what, words) => said.push(`${words} ${JSON.stringify(what)}`),
  })
  return {
    said,
    step,
    end: () => schemas.here.end(),
    async rest() {
      while (await step());
    },
  }
}
const schema = async () => (await database.collection(schemaSpec)).findOne({ _id: schemaId })
const all = () => things.find({ _id: { $gte: '' } }, { sort: { _id: 1 } }).toArray()

/** The same collection, with every change counted by its document. */
function counting() {
  const changed: string[] = []
  const collection = {
    ...(things as unknown as Collection<Document>),
    async bulkWrite(changes: Change<Document>[]) {
      const done = await (things as unknown as Collection<Document>).bulkWrite(changes)
      if (done.matchedCount === changes.length)
        changed.push(...changes.map(({ updateOne }) => String(updateOne.filter._id)))
      return done
    },
  }
  return { collection, changed }
}

describe('schema versions', () => {
  test('a new database is as the newest migration leaves one, and nothing is looked at', async () => {
    const one = await server([lengths, names])
    await one.rest()
    expect(await schema()).toMatchObject({ version: 2, readableFrom: 0 })
    expect(one.said).toEqual([])
  })

  test('every document is migrated in steps, the others stay as they are, and what is done is logged', async () => {
    await older(120)
    await things.updateOne({ _id: idOf(7) }, { $set: { 'parts.length': 99 } })
    const one = await server([lengths])
    expect(await schema()).toMatchObject({ version: 0 })
    await one.rest()
    expect(await schema()).toMatchObject({ version: 1, readableFrom: 0 })
    const lengthOf = ({ _id, parts }: Thing) => (_id === idOf(7) ? 99 : parts.text.length)
    expect((await all()).map(({ parts }) => parts.length)).toEqual((await all()).map(lengthOf))
    expect(one.said).toEqual([
      'migration begins: things know their length {"version":1,"isLast":true}',
      'migration is through: things know their length {"version":1,"seen":120,"changed":119}',
    ])
    expect(await one.step()).toBe(false)
  })

  test('one that is killed in the middle is gone on with where it was, and each document is changed once', async () => {
    await older(200)
    const { collection, changed } = counting()
    const first = await server([lengths], collection)
    for (let n = 0; n < 3; n += 1) await first.step()
    expect(changed).toHaveLength(100)
    // It dies with a claim: nobody else may go on before its lease has ended.
    const schemas = await database.collection(schemaSpec)
    await schemas.updateOne({ _id: schemaId }, { $set: { dueAt: new Date(time + 30_000), lease: 'dead' } })
    const second = await server([lengths], collection)
    expect(await second.step()).toBe(false)
    later(31_000)
    await second.rest()
    expect(await schema()).toMatchObject({ version: 1 })
    expect(changed.toSorted()).toEqual(Array.from({ length: 200 }, (_, n) => idOf(n)))
  })

  test('two servers at once change each document once', async () => {
    await older(300)
    const { collection, changed } = counting()
    const both = [await server([lengths], collection), await server([lengths], collection)]
    const working = async (one: (typeof both)[number]) => {
      while ((await schema())?.version === 0) await one.step()
    }
    await Promise.all(both.map(working))
    expect(changed.toSorted()).toEqual(Array.from({ length: 300 }, (_, n) => idOf(n)))
    expect((await schema())?.pass).toMatchObject({ seen: 300, changed: 300 })
  })

  test('a document that somebody changes in the same moment keeps what they wrote', async () => {
    await older(10)
    const collection = {
      ...(things as unknown as Collection<Document>),
      async bulkWrite(changes: Change<Document>[]) {
        await things.updateOne({ _id: idOf(3) }, { $set: { 'parts.length': 42 } })
        return (things as unknown as Collection<Document>).bulkWrite(changes)
      },
    }
    await (await server([lengths], collection)).rest()
    expect((await things.findOne({ _id: idOf(3) }))?.parts.length).toBe(42)
    expect((await schema())?.pass).toMatchObject({ seen: 10, changed: 9 })
  })

  test('what the version before writes meanwhile is migrated once it is gone', async () => {
    await older(60)
    const before = await server([])
    const after = await server([lengths])
    await after.rest()
    expect(await schema()).toMatchObject({ version: 0, pass: { changed: 60, isLast: false, isEnded: true } })
    // Behind the place up to which was looked.
    await things.insertOne({ _id: '0000a', parts: { text: 'late' } })
    later(6000)
    expect(await after.step()).toBe(false)
    await before.end()
    later(6000)
    await after.rest()
    expect(await schema()).toMatchObject({ version: 1 })
    expect((await things.findOne({ _id: '0000a' }))?.parts.length).toBe(4)
  })

  test('a server that was killed is waited for no longer than it takes to say that it runs', async () => {
    await older(5)
    await server([])
    const after = await server([lengths])
    await after.rest()
    later(200_000)
    await after.rest()
    expect(await schema()).toMatchObject({ version: 1 })
  })

  test('a migration that the version before cannot read waits for it, and then keeps it from starting', async () => {
    await older(5)
    const before = await server([lengths])
    await before.rest()
    const after = await server([lengths, names])
    await after.rest()
    expect(await schema()).toMatchObject({ version: 1, readableFrom: 0 })
    expect((await all()).some(({ name }) => name)).toBe(false)
    await before.end()
    later(6000)
    expect(await after.step()).toBe(true)
    await expect(server([lengths])).rejects.toThrow(
      'The database is of a newer version of Groei (schema 1, to be read from 2 on; this one knows 1). Start that version.',
    )
    await after.rest()
    expect(await schema()).toMatchObject({ version: 2, readableFrom: 2 })
    expect((await all()).every(({ name }) => name === 'none')).toBe(true)
  })

  test('a document reads as it will be, before it is written so, and is stored as it is', async () => {
    await older(2)
    const read = asMigrated(things, [lengths as Migration, names])
    const whole = { name: 'none', parts: { length: 1, text: 'x' } }
    expect(await read.findOne({ _id: idOf(1) })).toMatchObject(whole)
    expect((await read.find({ _id: { $gt: idOf(0) } }).toArray())[0]).toMatchObject(whole)
    const update = { $set: { 'parts.text': 'x' } }
    expect(await read.findOneAndUpdate({ _id: idOf(1) }, update)).toMatchObject(whole)
    expect(await things.findOne({ _id: idOf(1) })).toEqual(made(1))
    expect(await read.findOne({ _id: 'none' })).toBeNull()
  })
})
