import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { backUp } from './backup.ts'
import { openEmbedded } from './embedded.ts'
import { restore } from './restore.ts'

type Thing = { _id: string; name: string }
const data = { name: 'things', scope: { of: 'other' as const }, indexes: [] }
const keys = { ...data, name: 'thingKeys', apart: true as const }
const now = new Date('2026-11-30T12:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'groei-backup-keys-'))
afterAll(() => rmSync(folder, { recursive: true }))
const dir = join(folder, 'data')
const file = join(folder, 'file')

/** Writes these names, and tells what is there. */
async function holding(name?: string, key?: string): Promise<(string | undefined)[]> {
  const database = await openEmbedded(dir)
  const [things, their] = [await database.collection<Thing>(data), await database.collection<Thing>(keys)]
  if (name) await things.updateOne({ _id: 'a' }, { $set: { name } }, { upsert: true })
  if (key) await their.updateOne({ _id: 'a' }, { $set: { name: key } }, { upsert: true })
  const found = [await things.findOne({ _id: 'a' }), await their.findOne({ _id: 'a' })]
  await database.close()
  return found.map((one) => one?.name)
}

describe('backup of the keys', () => {
  test('keys lie in a backup of their own, stay when the data is restored, and are restored by themselves', async () => {
    await holding('old', 'Kwartelkoning')
    backUp(dir, file, now, false)
    const texts = [file, `${file}.keys`].map((name) => readFileSync(name, 'latin1'))
    expect(texts.map((text) => text.includes('Kwartelkoning'))).toEqual([false, true])
    await holding('newer', 'newer key')
    const { former } = restore(dir, file, { now, known: 0 })
    expect(former).toBe(join(dir, 'groei-before-20261130T120000Z.db'))
    expect(await holding()).toEqual(['old', 'newer key'])
    await holding('newer')
    expect(restore(dir, `${file}.keys`, { now, known: 0 })).toMatchObject({
      note: { of: 'keys.db', documents: 1 },
      former: join(dir, 'keys-before-20261130T120000Z.db'),
    })
    expect(await holding()).toEqual(['newer', 'Kwartelkoning'])
  })

  test('data that is restored where nothing was brings no keys along, and keys that are there are not written over', () => {
    const other = join(folder, 'other')
    restore(other, file, { now, known: 0 })
    expect(existsSync(join(other, 'keys.db'))).toBe(false)
    expect(() => backUp(dir, join(folder, 'new'), now, false)).not.toThrow()
    rmSync(join(folder, 'new'))
    expect(() => backUp(dir, join(folder, 'new'), now, false)).toThrow('new.keys is there already')
    expect(existsSync(join(folder, 'new'))).toBe(false)
  })
})

describe('a backup that was killed', () => {
  test('what it left goes with the next one, and one that is being written stays', async () => {
    await holding('old', 'old')
    const { pid } = spawnSync(process.execPath, ['-e', ''])
    const target = join(folder, 'again')
    const [left, going] = [`${target}.unfinished-${pid}`, `${target}.unfinished-${process.ppid}`]
    for (const path of [left, going]) writeFileSync(path, 'all of it')
    backUp(dir, target, now, false)
    expect([left, going].map((path) => existsSync(path))).toEqual([false, true])
  })
})
