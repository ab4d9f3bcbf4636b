import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Binary } from 'mongodb'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ownDatabase } from '../../tests/support/database-uri.ts'
import { keysInMemory } from '../../tests/support/keys-in-memory.ts'
import { letter, letterSpec, type Letter } from '../../tests/support/letters.ts'
import { fewer } from '../../tests/support/logged-commands.ts'
import type { Collection, Database } from '../database/collection.ts'
import { openEmbedded } from '../database/embedded.ts'
import { openMongo } from '../database/mongo.ts'
import { UndeclaredField, type SealedSpec } from './declaration.ts'
import { resealing } from './reseal-job.ts'
import { sealedCollection, unopened } from './sealed-collection.ts'
import { KeysUnavailable, OwnerGone, Unreadable } from './sealing.ts'
import { storedSpec } from './stored-spec.ts'

const uri = ownDatabase()
const dir = mkdtempSync(join(tmpdir(), 'groei-sealed-'))
const engines: [string, () => Promise<Database>][] = [['embedded', () => openEmbedded(dir)]]
if (uri) engines.push(['mongodb', () => openMongo(uri)])

describe.each(engines)('sealed collection on %s', (_engine, open) => {
  let database: Database
  let stored: Collection<Letter>
  let letters: Collection<Letter>
  let commands: string[]
  let keys: ReturnType<typeof keysInMemory>
  const left: string[] = []
  const raw = async (_id: string) => JSON.stringify(await stored.findOne({ _id }))
  beforeAll(async () => {
    database = await open()
  })
  beforeEach(async () => {
    commands = []
    left.length = 0
    keys = keysInMemory()
    const spec = { ...letterSpec, name: `letters-${crypto.randomUUID()}` }
    stored = await database.collection(storedSpec(spec))
    letters = sealedCollection(fewer(stored, commands), spec, keys.sealing, (_name, id) => left.push(id))
  })
  afterAll(async () => {
    await database.close()
    rmSync(dir, { recursive: true, force: true })
  })

  test('what is written reads the same, and no word of it lies in the database', async () => {
    const one = letter('a', {
      at: new Date(0),
      lines: [{ step: 's1' }, { step: 's2', text: 'Zephyr zei' }],
      body: { words: { goal: 'Zephyr' }, revision: 1, bytes: new Binary(Buffer.from('Zephyr')) },
      draft: { text: 'Zephyr concept', revision: 1 },
    })
    await letters.insertOne(one)
    const found = (await letters.findOne({ _id: 'a' }))!
    expect({ ...found, body: { ...found.body, bytes: null } }).toEqual({
      ...one,
      body: { ...one.body, bytes: null },
    })
    expect(Buffer.from(found.body.bytes!.buffer).toString()).toBe('Zephyr')
    expect(await raw('a')).not.toMatch(/zephyr|Wnlwa|5a65706879/i)
    expect(await raw('a')).toContain('"step":"s2"')
  })

  test('it is found by hashes, in its own tenant only', async () => {
    await letters.insertOne(letter('a'))
    await letters.insertOne(letter('b', { tenantId: 'other' }))
    const by = async (filter: object) => (await letters.find(filter).toArray()).map(({ _id }) => _id)
    expect(await by({ tenantId: 't', to: 'sanne@zephyr.example' })).toEqual(['a'])
    expect(await by({ tenantId: 't', 'people.address': { $in: ['x', 'milan@zephyr.example'] } })).toEqual([
      'a',
    ])
    expect(await by({ tenantId: 't', to: { $in: ['milan@zephyr.example'] } })).toEqual([])
    await letters.updateOne({ _id: 'a' }, { $set: { to: 'new@zephyr.example' } })
    expect(await by({ tenantId: 't', to: 'sanne@zephyr.example' })).toEqual([])
    expect(await by({ tenantId: 't', to: 'new@zephyr.example' })).toEqual(['a'])
    await expect(by({ to: 'sanne@zephyr.example' })).rejects.toThrow('names no tenant')
  })

  test('a change of clear fields, and one that replaces a part whole, is one command', async () => {
    await letters.insertOne(letter('a'))
    commands.length = 0
    await letters.updateOne(
      { _id: 'a' },
      { $set: { size: 2, 'people.0.oid': 's' }, $inc: { 'body.revision': 1 } },
    )
    await letters.updateOne(
      { _id: 'a', size: 2 },
      { $set: { body: { words: { goal: 'anders' }, revision: 7 }, size: 3 } },
    )
    await letters.findOneAndUpdate({ _id: 'a' }, { $set: { draft: { text: 'los', revision: 1 } } })
    await letters.updateOne({ _id: 'a' }, { $push: { lines: { step: 's9' } } })
    await letters.bulkWrite([
      { updateOne: { filter: { _id: 'a' }, update: { $set: { draft: { text: 'vast', revision: 2 } } } } },
    ])
    expect(commands).toEqual(['updateOne', 'updateOne', 'findOneAndUpdate', 'updateOne', 'bulkWrite'])
    expect(await letters.findOne({ _id: 'a' })).toMatchObject({
      size: 3,
      people: [{ oid: 's', name: 'Sanne Zephyr' }, {}],
      body: { words: { goal: 'anders' }, revision: 7 },
      draft: { text: 'vast', revision: 2 },
      lines: [{ step: 's9' }],
    })
    expect(await raw('a')).not.toMatch(/anders|vast|los/)
  })

  test('what is inserted together with changes is sealed too', async () => {
    await letters.insertOne(letter('a', { draft: { text: 'Zephyr', revision: 1 } }))
    commands.length = 0
    const done = await letters.bulkWrite([
      { updateOne: { filter: { _id: 'a' }, update: { $set: { draft: { text: 'vast', revision: 2 } } } } },
      { insertOne: { document: letter('b', { draft: { text: 'Zephyr nieuw', revision: 1 } }) } },
    ])
    expect([done.matchedCount, done.insertedCount, ...commands]).toEqual([1, 1, 'bulkWrite'])
    expect((await letters.findOne({ _id: 'b' }))?.draft).toEqual({ text: 'Zephyr nieuw', revision: 1 })
    expect(await raw('b')).not.toMatch(/Zephyr|nieuw/)
  })

  test('other changes are made over what was read: none of many at once is lost', async () => {
    await letters.insertOne(letter('a', { lines: [] }))
    const line = (at: number) => ({ step: `s${at}`, text: `regel ${at}` })
    await Promise.all(
      Array.from({ length: 8 }, (_, at) => letters.updateOne({ _id: 'a' }, { $push: { lines: line(at) } })),
    )
    await Promise.all([
      letters.updateOne({ _id: 'a' }, { $set: { 'people.1.name': 'Milan Nieuw' } }),
      letters.updateOne({ _id: 'a' }, { $set: { 'people.1.oid': 'n' } }),
      letters.updateOne({ _id: 'a' }, { $set: { 'body.words.reality': 'echt' } }),
      letters.updateOne({ _id: 'a' }, { $pull: { lines: { text: 'regel 3' } } }),
    ])
    const found = (await letters.findOne({ _id: 'a' }))!
    expect(found.lines!.map(({ text }) => text).sort()).toEqual(
      [0, 1, 2, 4, 5, 6, 7].map((at) => `regel ${at}`),
    )
    expect(found.people[1]).toEqual({ address: 'milan@zephyr.example', name: 'Milan Nieuw', oid: 'n' })
    expect(found.body.words).toEqual({ goal: 'Zephyr wil stoppen', reality: 'echt' })
    expect(await raw('a')).not.toMatch(/regel|Nieuw|echt/)
  })

  test('a filter on content is tested on what was opened, and a write by it meets no other', async () => {
    await letters.insertOne(letter('a'))
    const free = { people: { $elemMatch: { address: 'sanne@zephyr.example', oid: { $in: [null, 's'] } } } }
    const bind = (oid: string) =>
      letters.findOneAndUpdate({ _id: 'a', ...free }, { $set: { 'people.0.oid': oid } })
    expect((await bind('s'))?.people[0]?.oid).toBe('s')
    await letters.updateOne({ _id: 'a' }, { $set: { 'people.0.oid': 'x' } })
    expect(await bind('s')).toBeNull()
    expect(await letters.countDocuments({ _id: 'a', draft: null })).toBe(1)
    expect(await letters.countDocuments({ _id: 'a', 'body.words.goal': 'Zephyr wil stoppen' })).toBe(1)
  })

  test('an upsert makes one document and changes it afterwards, as sealed as others', async () => {
    const { _id: _name, ...made } = letter('a')
    const put = (text: string) =>
      letters.updateOne(
        { _id: 'a' },
        { $set: { draft: { text, revision: 1 } }, $setOnInsert: made as never },
        { upsert: true },
      )
    expect(await put('Zephyr een')).toMatchObject({ upsertedCount: 1 })
    expect(await put('Zephyr twee')).toMatchObject({ matchedCount: 1, upsertedCount: 0 })
    expect(await letters.findOne({ _id: 'a' })).toMatchObject({
      draft: { text: 'Zephyr twee' },
      to: 'sanne@zephyr.example',
    })
    expect(await letters.find({ tenantId: 't', to: 'sanne@zephyr.example' }).toArray()).toHaveLength(1)
    expect(await raw('a')).not.toMatch(/zephyr/i)
  })

  test('what is not declared is refused, and nothing is written', async () => {
    const wrong = { ...letter('a'), people: [{ address: '', name: '', oid: null, phone: '06' }] }
    await expect(letters.insertOne(wrong)).rejects.toThrow(UndeclaredField)
    await letters.insertOne(letter('a'))
    await expect(letters.updateOne({ _id: 'a' }, { $set: { phone: '06' } as never })).rejects.toThrow(
      UndeclaredField,
    )
    await expect(letters.updateOne({ _id: 'a' }, { $set: { 'body.note': '06' } as never })).rejects.toThrow(
      UndeclaredField,
    )
    expect(await raw('a')).not.toContain('phone')
  })

  test('a document whose key is lost is left out of lists, says so by itself, and can be counted and deleted', async () => {
    await letters.insertOne(letter('a', { pairId: 'p', size: 1 }))
    await letters.insertOne(letter('b', { pairId: 'p', size: 2 }))
    const there = (await stored.findOne({ _id: 'b' }))!
    await stored.updateOne({ _id: 'a' }, { $set: { content: (there as never)['content'] } as never })
    expect((await letters.find({ pairId: 'p' }).toArray()).map(({ _id }) => _id)).toEqual(['b'])
    expect(left).toEqual(['a'])
    await expect(letters.findOne({ _id: 'a' })).rejects.toThrow(Unreadable)
    await expect(letters.updateOne({ _id: 'a' }, { $set: { 'people.0.name': 'X' } })).rejects.toThrow(
      Unreadable,
    )
    expect((await letters.find({ pairId: 'p' }, { projection: unopened }).toArray())[0]).toMatchObject({
      size: 1,
    })
    await letters.updateOne({ _id: 'a' }, { $set: { size: 9 } })
    expect((await letters.deleteMany({ _id: 'a' })).deletedCount).toBe(1)
  })

  test('a marked part that cannot be opened reads as lost, beside the rest, until it is written anew', async () => {
    await letters.insertOne(letter('a', { draft: { text: 'concept', revision: 4 } }))
    await stored.updateOne({ _id: 'a' }, { $set: { 'content_draft.sealed': '1.AAAA.AAAA.AAAA' } as never })
    expect(await letters.findOne({ _id: 'a' })).toMatchObject({
      to: 'sanne@zephyr.example',
      draft: { lost: true, revision: 4 },
    })
    await letters.updateOne({ _id: 'a' }, { $set: { draft: { text: 'anew', revision: 5 } } })
    expect((await letters.findOne({ _id: 'a' }))!.draft).toEqual({ text: 'anew', revision: 5 })
  })

  test('while keys are away reads and writes say so, and what is clear goes on', async () => {
    await letters.insertOne(letter('a', { pairId: 'p' }))
    keys.state.away = true
    await expect(letters.findOne({ _id: 'a' })).rejects.toThrow(KeysUnavailable)
    await expect(letters.find({ pairId: 'p' }).toArray()).rejects.toThrow(KeysUnavailable)
    await expect(letters.insertOne(letter('b'))).rejects.toThrow(KeysUnavailable)
    expect(await letters.updateOne({ _id: 'a' }, { $set: { size: 5 } })).toMatchObject({ matchedCount: 1 })
    expect(await letters.countDocuments({ pairId: 'p' })).toBe(1)
  })

  test('sealed text opens neither in another document nor where it stood before', async () => {
    await letters.insertOne(letter('a'))
    const before = (await stored.findOne({ _id: 'a' })) as never
    await letters.updateOne({ _id: 'a' }, { $set: { 'people.0.name': 'Na' } })
    await stored.updateOne({ _id: 'a' }, { $set: { 'content.sealed': before['content']['sealed'] } as never })
    await expect(letters.findOne({ _id: 'a' })).rejects.toThrow(Unreadable)
  })

  test('what a feature once sealed by itself is read, and sealed with the rest', async () => {
    const place = 'draft p a 3'
    const owner = { tenantId: 't', of: 'pair', id: 'pair a' } as const
    const spec: SealedSpec<Letter> = {
      ...letterSpec,
      name: `by-hand-${crypto.randomUUID()}`,
      earlier: [{ at: 'draft', place: () => place, read: (text) => ({ text }) }],
    }
    const old = await database.collection(storedSpec(spec))
    const now = sealedCollection(old, spec, keys.sealing)
    const { first } = resealing(old, spec, keys.sealing)
    const draft = { ...(await keys.sealing.seal(owner, place, 'met de hand')), revision: 3 }
    await old.insertOne({ ...letter('a'), draft } as never)
    expect((await now.findOne({ _id: 'a' }))?.draft).toEqual({ text: 'met de hand', revision: 3 })
    expect(await first()).toBe(1)
    expect((await old.findOne({ _id: 'a' }))?.draft).toEqual({ revision: 3 })
    expect((await now.findOne({ _id: 'a' }))?.draft).toEqual({ text: 'met de hand', revision: 3 })
  })

  test('what belonged to somebody who is gone is left, and holds up nothing else', async () => {
    const spec = { ...letterSpec, name: `gone-${crypto.randomUUID()}` }
    const stored = await database.collection(storedSpec(spec))
    const now = sealedCollection(stored, spec, keys.sealing)
    for (const _id of ['a', 'b']) await now.insertOne(letter(_id))
    const { anew } = resealing(stored, spec, {
      ...keys.sealing,
      async seal(owner, place, text, before) {
        if (before && place.includes('"a"')) throw new OwnerGone('owner-gone')
        return keys.sealing.seal(owner, place, text)
      },
    })
    const before = await stored.findOne({ _id: 'a' })
    keys.state.version = 2
    expect(await anew('t', 1)).toBe(2)
    expect(await stored.findOne({ _id: 'a' })).toEqual(before)
    expect(await stored.findOne({ _id: 'b' })).toMatchObject({ content: { keyVersion: 2 } })
  })

  test('what lies unsealed is read, changed and sealed, at once or by and by', async () => {
    const spec = { ...letterSpec, name: `old-${crypto.randomUUID()}` }
    const old = await database.collection(storedSpec(spec))
    const now = sealedCollection(old, spec, keys.sealing)
    const { first, anew } = resealing(old, spec, keys.sealing)
    for (const _id of ['a', 'b', 'c'])
      await old.insertOne(letter(_id, { draft: { text: 'oud concept', revision: 1 } }))
    expect((await now.findOne({ _id: 'a' }))?.people[0]?.name).toBe('Sanne Zephyr')
    await now.updateOne({ _id: 'a' }, { $set: { body: { words: { goal: 'nieuw' } }, size: 4 } })
    expect(JSON.stringify(await old.findOne({ _id: 'a' }))).not.toMatch(/zephyr|nieuw|concept/i)
    expect(await first()).toBe(2)
    expect(await first()).toBe(0)
    const all = await old.find({ _id: { $in: ['a', 'b', 'c'] } }).toArray()
    expect(JSON.stringify(all)).not.toMatch(/zephyr|nieuw|concept/i)
    expect(await now.findOne({ _id: 'b' })).toEqual(
      letter('b', { draft: { text: 'oud concept', revision: 1 } }),
    )
    expect(
      await now.find({ tenantId: 't', 'people.address': 'milan@zephyr.example' }).toArray(),
    ).toHaveLength(3)
    expect(await now.findOne({ _id: 'a' })).toMatchObject({ body: { words: { goal: 'nieuw' } }, size: 4 })
    keys.state.version = 2
    let count = 0
    for (let done = 1; done > 0; count += done) done = await anew('t', 1)
    expect(count).toBe(9)
    expect(await anew('t', 1)).toBe(0)
    for (const name of keys.keys.keys()) if (name.endsWith(' 1')) keys.keys.delete(name)
    expect(await now.findOne({ _id: 'b' })).toEqual(
      letter('b', { draft: { text: 'oud concept', revision: 1 } }),
    )
  })
})
