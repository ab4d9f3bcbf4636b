import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { batched } from './batched.ts'
import type { Collection, Database } from './collection.ts'
import { openEmbedded } from './embedded.ts'

type Note = { _id: string; revision: number; by?: string }

const dir = mkdtempSync(join(tmpdir(), 'groei-batched-'))
let database: Database
let notes: Collection<Note>
/** How many changes each command made. */
let commands: number[]
let fails = false
beforeEach(async () => {
  database = await openEmbedded(dir)
  notes = await database.collection<Note>({ name: 'notes', scope: { of: 'other' }, indexes: [] })
  commands = []
  fails = false
})
afterEach(async () => {
  await database.close()
  rmSync(dir, { recursive: true, force: true })
})

const many = () =>
  batched<Note>({
    ...notes,
    updateOne: async (...asked) => {
      commands.push(1)
      return notes.updateOne(...asked)
    },
    bulkWrite: async (changes) => {
      commands.push(changes.length)
      if (fails) throw new Error('away')
      return notes.bulkWrite(changes)
    },
  })
const fill = (count: number) =>
  notes.insertNew(Array.from({ length: count }, (_one, at) => ({ _id: String(at), revision: 1 })))
const store = (to: Collection<Note>, _id: string, seen = 1) =>
  to.updateOne({ _id, revision: seen }, { $set: { revision: seen + 1, by: 'me' } })

describe('changes that go together', () => {
  test('changes of one moment are made with few commands, and one alone with its own', async () => {
    await fill(120)
    const to = many()
    const done = await Promise.all(Array.from({ length: 120 }, (_one, at) => store(to, String(at))))
    expect(done.every(({ matchedCount }) => matchedCount === 1)).toBe(true)
    expect(commands).toEqual([...Array<number>(7).fill(16), 8])
    await store(to, '7', 2)
    expect(commands.at(-1)).toBe(1)
    expect(await notes.findOne({ _id: '7' })).toMatchObject({ revision: 3 })
  })

  test('who found another’s change in its place hears so, and the others that theirs was made', async () => {
    await fill(3)
    await notes.updateOne({ _id: '1' }, { $set: { revision: 2, by: 'another' } })
    const to = many()
    const done = await Promise.all(['0', '1', '2', 'none'].map((_id) => store(to, _id)))
    expect(done.map(({ matchedCount }) => matchedCount)).toEqual([1, 0, 1, 0])
    expect(await notes.findOne({ _id: '1' })).toMatchObject({ revision: 2, by: 'another' })
  })

  test('a command that fails fails for all that it was to make, and the next ones go on', async () => {
    await fill(3)
    const to = many()
    fails = true
    const failed = await Promise.allSettled(['0', '1'].map((_id) => store(to, _id)))
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    fails = false
    const done = await Promise.all(['0', '1'].map((_id) => store(to, _id)))
    expect(done.map(({ matchedCount }) => matchedCount)).toEqual([1, 1])
  })
})
