import { execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { openEmbedded } from './embedded.ts'
import { DatabaseOpenError } from './errors.ts'
import { inspectEmbedded } from './inspect.ts'

type Thing = { _id: string; name: string }
const dirs: string[] = []
const newDir = () => {
  const dir = mkdtempSync(join(tmpdir(), 'groei-embedded-'))
  dirs.push(dir)
  return dir
}
afterEach(() => {
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true, force: true })
})
const reasonOf = (dir: string) =>
  openEmbedded(dir).then(
    () => 'opened',
    (error: unknown) => (error instanceof DatabaseOpenError ? error.reason : error),
  )

describe('embedded database', () => {
  test('acknowledged writes survive kill -9', async () => {
    const dir = newDir()
    const script = join(dir, 'writer.mjs')
    writeFileSync(
      script,
      `import { openEmbedded } from '${join(import.meta.dirname, 'embedded.ts')}'
     const database = await openEmbedded(${JSON.stringify(dir)})
     const things = await database.collection({ name: 'things', scope: { of: 'other' }, indexes: [] })
     for (let n = 0; n < 50; n += 1) await things.insertOne({ _id: String(n), name: 'n' })
     process.send('written')
     setInterval(() => {}, 1000)`,
    )
    const child = fork(script, { execArgv: ['--disable-warning=ExperimentalWarning'] })
    await once(child, 'message')
    child.kill('SIGKILL')
    await once(child, 'exit')
    const database = await openEmbedded(dir)
    const things = await database.collection<Thing>({ name: 'things', scope: { of: 'other' }, indexes: [] })
    for (let n = 0; n < 50; n += 1) expect(await things.findOne({ _id: String(n) })).not.toBeNull()
    await database.close()
  })

  test('a second process on the same directory is refused as in use, and the first process goes on', async () => {
    const dir = newDir()
    const database = await openEmbedded(dir)
    const things = await database.collection<Thing>({ name: 'things', scope: { of: 'other' }, indexes: [] })
    const script = join(dir, 'second.mjs')
    writeFileSync(
      script,
      `import { openEmbedded } from '${join(import.meta.dirname, 'embedded.ts')}'
     await openEmbedded(${JSON.stringify(dir)}).then(() => console.log('opened'), (error) => console.log(error.reason))`,
    )
    expect(execFileSync(process.execPath, ['--no-warnings', script]).toString().trim()).toBe('in-use')
    await things.insertOne({ _id: 'a', name: 'still here' })
    await database.close()
    expect(await reasonOf(dir)).toBe('opened')
  })

  test('whoever looks at the folder sees whether a server has it, and takes nothing', async () => {
    const dir = newDir()
    const state = () => inspectEmbedded(dir).state
    expect(state()).toBe('none')
    const database = await openEmbedded(dir)
    expect([state(), state()]).toEqual(['in-use', 'in-use'])
    await database.close()
    expect(state()).toBe('free')
    writeFileSync(join(dir, 'groei.db'), 'x'.repeat(9000))
    expect(state()).toBe('damaged')
  })

  test('a file of a newer version is refused and left unchanged', async () => {
    const dir = newDir()
    await (await openEmbedded(dir)).close()
    const path = join(dir, 'groei.db')
    const file = new DatabaseSync(path)
    file.exec('PRAGMA user_version = 99')
    file.close()
    const before = readFileSync(path)
    expect(await reasonOf(dir)).toBe('newer-version')
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  test.each([
    ['garbage', () => Buffer.from('this is not a database at all '.repeat(400))],
    [
      'a damaged page',
      (good: Buffer) => Buffer.concat([good.subarray(0, 4096), Buffer.alloc(good.length - 4096, 0xab)]),
    ],
  ])('a file with %s is refused as corrupt and left unchanged', async (_name, spoil) => {
    const dir = newDir()
    const database = await openEmbedded(dir)
    const things = await database.collection<Thing>({
      name: 'things',
      scope: { of: 'other' },
      indexes: [{ name: 1 }],
    })
    for (let n = 0; n < 200; n += 1) await things.insertOne({ _id: String(n), name: 'x'.repeat(100) })
    await database.close()
    const path = join(dir, 'groei.db')
    const spoiled = spoil(readFileSync(path))
    writeFileSync(path, spoiled)
    expect(await reasonOf(dir)).toBe('corrupt')
    expect(readFileSync(path).equals(spoiled)).toBe(true)
  })

  test('an index that a new version declares is filled from the existing documents', async () => {
    const dir = newDir()
    const before = await openEmbedded(dir)
    const old = await before.collection<Thing>({ name: 'things', scope: { of: 'other' }, indexes: [] })
    await old.insertOne({ _id: 'a', name: 'found' })
    await before.close()
    const after = await openEmbedded(dir)
    const things = await after.collection<Thing>({
      name: 'things',
      scope: { of: 'other' },
      indexes: [{ name: 1 }],
    })
    expect(await things.findOne({ name: 'found' })).toEqual({ _id: 'a', name: 'found' })
    await after.close()
  })

  test('its folder and files are readable by nobody but their owner', async () => {
    const dir = join(newDir(), 'new')
    const database = await openEmbedded(dir)
    const spec = { name: 'things', scope: { of: 'other' as const }, indexes: [] }
    await (await database.collection<Thing>(spec)).insertOne({ _id: 'a', name: 'x' })
    expect(statSync(dir).mode & 0o777).toBe(0o700)
    const files = readdirSync(dir)
    expect(files).toContain('groei.db-wal')
    for (const file of files) expect(statSync(join(dir, file)).mode & 0o777, file).toBe(0o600)
    await database.close()
  })

  test('what was deleted, and what it was changed from, is in none of its files soon after', async () => {
    const dir = newDir()
    const database = await openEmbedded(dir)
    const spec = {
      name: 'things',
      scope: { of: 'other' as const },
      indexes: [{ name: 1 as const }],
    }
    const things = await database.collection<Thing>(spec)
    await things.insertOne({ _id: 'a', name: 'Zandhagedis' })
    await things.updateOne({ _id: 'a' }, { $set: { name: 'Kwartelkoning' } })
    const onDisk = () =>
      readdirSync(dir)
        .map((file) => readFileSync(join(dir, file), 'latin1'))
        .join('')
    expect(onDisk()).toContain('Zandhagedis')
    await things.deleteMany({ _id: 'a' })
    await vi.waitFor(() => expect(onDisk()).not.toMatch(/Zandhagedis|Kwartelkoning/), 5000)
    await database.close()
  })
})
