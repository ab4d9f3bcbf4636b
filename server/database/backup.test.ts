import { execFile, fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import * as fs from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { until } from '../../tests/support/until.ts'
import { backUp } from './backup.ts'
import { openEmbedded } from './embedded.ts'
import { restore, type Files } from './restore.ts'
import { schemaSpec } from './schema.ts'

type Thing = { _id: string; name: string }
const spec = { name: 'things', scope: { of: 'other' as const }, indexes: [{ name: 1 as const }] }
const now = new Date('2026-11-30T12:00:00Z')

let folder: string
let writers: ChildProcess[] = []
const here = (...path: string[]) => join(folder, ...path)
const data = () => here('data')
const file = () => here('file.backup')
beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'groei-backup-'))
})
afterEach(() => {
  for (const one of writers) one.kill('SIGKILL')
  writers = []
  fs.rmSync(folder, { recursive: true })
})

async function holding(name: string, dir = data()): Promise<void> {
  const database = await openEmbedded(dir)
  await (await database.collection<Thing>(spec)).updateOne({ _id: 'a' }, { $set: { name } }, { upsert: true })
  await database.close()
}
async function nameIn(dir = data()): Promise<string | undefined> {
  const database = await openEmbedded(dir)
  const found = await (await database.collection<Thing>(spec)).findOne({ _id: 'a' })
  await database.close()
  return found?.name
}
const restoreHere = (files?: Files) => restore(data(), file(), { now, known: 0, ...(files ? { files } : {}) })
const outcome = (work: () => unknown): string => {
  try {
    work()
    return 'done'
  } catch (error) {
    return (error as Error).message
  }
}
/** Every file of the data by its name, but the lock, in which nothing ever is. */
const lying = () =>
  fs
    .readdirSync(data())
    .filter((name) => !name.startsWith('groei.lock'))
    .sort()
    .map((name) => [name, fs.readFileSync(join(data(), name), 'latin1')])

/** A process that writes one thing after the other, and says of each when it was acknowledged. */
async function writer() {
  const script = here('writer.mjs')
  fs.writeFileSync(
    script,
    `import { openEmbedded } from '${join(import.meta.dirname, 'embedded.ts')}'
     const database = await openEmbedded(${JSON.stringify(data())})
     const things = await database.collection(${JSON.stringify(spec)})
     for (let n = 0; ; n += 1) {
       await things.insertOne({ _id: String(n).padStart(6, '0'), name: 'n'.repeat(n % 3000) })
       await new Promise((sent) => process.send(n, sent))
     }`,
  )
  const child = fork(script, { execArgv: ['--disable-warning=ExperimentalWarning'] })
  writers.push(child)
  let acknowledged = -1
  child.on('message', (n: number) => (acknowledged = n))
  const past = (n: number) => until(async () => (acknowledged > n ? true : null))
  await past(50)
  return {
    acknowledged: () => acknowledged,
    past,
    async kill() {
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

/** Runs a command as an operator does. */
const command = (name: string, args: string[], env: Record<string, string> = {}) =>
  promisify(execFile)(process.execPath, ['--no-warnings', `server/${name}.ts`, ...args], {
    cwd: join(import.meta.dirname, '../..'),
    env: { PATH: process.env['PATH'], DATA_DIR: data(), ...env },
  }).then(
    ({ stdout }) => stdout,
    ({ stderr }: { stderr: string }) => `refused: ${stderr}`,
  )

describe('backup of the embedded engine', () => {
  test('a backup that is made while a server writes holds all that was acknowledged before, and no gap', async () => {
    const one = await writer()
    const before = one.acknowledged()
    expect(await command('backup', [file()])).toMatch(
      /all data that .* held at .*\n.* documents in 1 collection\n/,
    )
    await one.past(one.acknowledged() + 50)
    await one.kill()
    restore(here('other'), file(), { now, known: 0 })
    const database = await openEmbedded(here('other'))
    const things = await (await database.collection<Thing>(spec)).find({ name: { $gte: '' } }).toArray()
    await database.close()
    expect(things.length).toBeGreaterThan(before)
    expect(things.map(({ _id }) => Number(_id)).sort((a, b) => a - b)).toEqual(things.map((_, n) => n))
    expect(things.every(({ _id, name }) => name.length === Number(_id) % 3000)).toBe(true)
  })

  test('a file that is there is left as it is until one says so, and nobody else reads a backup', async () => {
    await holding('new')
    fs.writeFileSync(file(), 'mine')
    expect(await command('backup', [file()])).toMatch(/^refused: .* is there already\..*--overwrite/)
    expect(fs.readFileSync(file(), 'utf8')).toBe('mine')
    expect(await command('backup', [file(), '--overwrite'])).toContain(
      `The master key is in neither. Keep ${join(data(), 'master.key')}`,
    )
    expect(fs.statSync(file()).mode & 0o777).toBe(0o600)
    expect(fs.readdirSync(folder).sort()).toEqual(['data', 'file.backup', 'file.backup.keys'])
    restore(here('other'), file(), { now, known: 0 })
    expect(await nameIn(here('other'))).toBe('new')
  })

  test('it is said where there is nothing to back up, and where the data is elsewhere', async () => {
    expect(outcome(() => backUp(here('none'), file(), now, false))).toMatch(/There is no database in/)
    await holding('new')
    expect(outcome(() => backUp(data(), join(data(), 'groei.db'), now, true))).toMatch(/the database itself/)
    const elsewhere = { MONGODB_URI: 'mongodb://localhost' }
    expect(await command('backup', [file()], elsewhere)).toMatch(/^refused: MONGODB_URI is set/)
    expect(await command('restore', [file()], elsewhere)).toMatch(/^refused: MONGODB_URI is set/)
    expect(await command('backup', [])).toBe('refused: npm run backup -- FILE [--overwrite]\n')
    expect(fs.existsSync(file())).toBe(false)
  })

  test('what was deleted before is not in a backup', async () => {
    await holding('Zandhagedis')
    await holding('Kwartelkoning')
    backUp(data(), file(), now, false)
    const text = fs.readFileSync(file(), 'latin1')
    expect([text.includes('Kwartelkoning'), text.includes('Zandhagedis')]).toEqual([true, false])
  })
})

describe('restore of the embedded engine', () => {
  test('the backup is there, and the former data beside it', async () => {
    await holding('old')
    backUp(data(), file(), now, false)
    await holding('newer')
    const said = await command('restore', [file()])
    expect(said).toMatch(/holds what it held at 2026-11-30T12:00:00.000Z: 1 document\./)
    const [, former = ''] = /kept as (\S+)\. Delete/.exec(said) ?? []
    expect(await nameIn()).toBe('old')
    fs.renameSync(former, join(data(), 'groei.db'))
    expect(await nameIn()).toBe('newer')
  })

  test('while a server runs on that data nothing is restored, and the server goes on', async () => {
    await holding('old')
    backUp(data(), file(), now, false)
    const one = await writer()
    expect(await command('restore', [file()])).toMatch(
      /^refused: .* is in use by another Groei\. Stop that one/,
    )
    await one.past(one.acknowledged() + 10)
    expect(fs.readdirSync(data()).filter((name) => !/^(groei|keys)\.(db|lock)(-\w+)?$/.test(name))).toEqual(
      [],
    )
  })

  const newerFile = (change: (file: DatabaseSync) => void) => () => {
    const opened = new DatabaseSync(file())
    change(opened)
    opened.close()
  }
  const spoil = (change: (bytes: Buffer) => Buffer) => () =>
    fs.writeFileSync(file(), change(fs.readFileSync(file())))
  test.each([
    ['truncated', /damaged/, spoil((bytes) => bytes.subarray(0, bytes.length / 2))],
    ['empty', /no backup that Groei made/, spoil(() => Buffer.alloc(0))],
    ['text', /damaged or no backup/, spoil(() => Buffer.from('dear diary '.repeat(1000)))],
    [
      'changed in one letter',
      /damaged/,
      spoil((bytes) => Buffer.from(bytes.toString('latin1').replace('kept word', 'kept worm'), 'latin1')),
    ],
    [
      'a plain copy of a database',
      /no backup that Groei made/,
      newerFile((one) => one.exec('DROP TABLE backup')),
    ],
    ['of a newer layout', /newer version of Groei/, newerFile((one) => one.exec('PRAGMA user_version = 99'))],
  ])('a file that is %s is refused, and nothing changed', async (_name, words, change) => {
    await holding('kept word')
    backUp(data(), file(), now, false)
    await holding('there')
    change()
    const before = lying()
    expect(outcome(() => restoreHere())).toMatch(words)
    expect(lying()).toEqual(before)
  })

  test('a backup of a newer schema is refused, and one that this code can read is not', async () => {
    await holding('there')
    const database = await openEmbedded(data())
    const schemas = await database.collection(schemaSpec)
    await schemas.insertOne({ _id: 'schema', version: 7, readableFrom: 6, dueAt: now })
    await database.close()
    backUp(data(), file(), now, false)
    const before = lying()
    const trying = (known: number) => outcome(() => restore(data(), file(), { now, known }))
    expect(trying(5)).toMatch(/newer version of Groei \(schema 7, to be read from 6 on; this one knows 5\)/)
    expect(lying()).toEqual(before)
    expect(trying(6)).toBe('done')
  })

  test('a damaged database is replaced, and kept', async () => {
    await holding('good')
    backUp(data(), file(), now, false)
    fs.writeFileSync(join(data(), 'groei.db'), 'x'.repeat(9000))
    const { former } = restoreHere()
    expect(await nameIn()).toBe('good')
    expect(fs.readFileSync(former ?? '', 'utf8')).toBe('x'.repeat(9000))
  })

  /** File functions of which the first so many work: then the process is as good as dead. */
  function endingAfter(calls: number): Files & { died: () => boolean } {
    let left = calls
    const guard =
      <A extends unknown[], R>(work: (...args: A) => R) =>
      (...args: A): R => {
        left -= 1
        if (left < 0) throw new Error('killed')
        return work(...args)
      }
    const names = 'copyFileSync existsSync linkSync readdirSync renameSync rmSync statSync'.split(' ')
    const files = Object.fromEntries(
      names.map((name) => [name, guard(fs[name as keyof Files] as (...args: unknown[]) => unknown)]),
    )
    return { ...(files as Files), died: () => left < 0 }
  }

  test('a restore that is killed at any step leaves the old data or the new, and is done again', async () => {
    await holding('new')
    backUp(data(), file(), now, false)
    const seen: (string | undefined)[] = []
    for (let calls = 0; ; calls += 1) {
      await holding('old')
      const files = endingAfter(calls)
      outcome(() => restoreHere(files))
      if (!files.died()) break
      seen.push(await nameIn())
      const later = new Date(now.getTime() + 1000)
      expect(outcome(() => restore(data(), file(), { now: later, known: 0 }))).toBe('done')
      expect(await nameIn()).toBe('new')
      // One file of the former data, and one of what the killed one had put in its place.
      const former = [...(seen.at(-1) === 'new' ? [now] : []), later].map((at) =>
        at.toISOString().replaceAll(/[-:]|\.000/g, ''),
      )
      const left = fs.readdirSync(data()).filter((name) => !name.startsWith('groei.lock'))
      expect(left.sort()).toEqual([...former.map((at) => `groei-before-${at}.db`), 'groei.db', 'keys.db'])
      for (const name of left) if (name.includes('before')) fs.rmSync(join(data(), name))
    }
    expect(seen.length).toBeGreaterThan(6)
    expect([...new Set(seen)]).toEqual(['old', 'new'])
    expect(seen.lastIndexOf('old')).toBeLessThan(seen.indexOf('new'))
  })

  test('killed outright while it copies, it leaves the old data', async () => {
    await holding('new')
    backUp(data(), file(), now, false)
    await holding('old')
    const script = here('restorer.mjs')
    fs.writeFileSync(
      script,
      `import * as fs from 'node:fs'
       import { restore } from '${join(import.meta.dirname, 'restore.ts')}'
       const files = { ...fs, linkSync: () => process.kill(process.pid, 'SIGKILL') }
       restore(${JSON.stringify(data())}, ${JSON.stringify(file())}, { now: new Date(), known: 0, files })`,
    )
    const child = fork(script, { execArgv: ['--disable-warning=ExperimentalWarning'] })
    expect(await once(child, 'exit')).toEqual([null, 'SIGKILL'])
    expect(fs.readdirSync(data())).toContain('restoring.db')
    expect(await nameIn()).toBe('old')
    expect(fs.readdirSync(data())).not.toContain('restoring.db')
    restoreHere()
    expect(await nameIn()).toBe('new')
  })
})
