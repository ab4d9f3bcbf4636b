import { Binary, Double, Int32, Long, MongoClient } from 'mongodb'
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { playThisWeek } from '../../infra/local/this-week.ts'
import { DatabaseOpenError } from '../../server/database/errors.ts'
import { openEmbedded } from '../../server/database/embedded.ts'
import { exactly } from '../../server/database/exact.ts'
import { openMongo } from '../../server/database/mongo.ts'
import { openSchema } from '../../server/database/schema.ts'
import { known } from '../../server/migrations.ts'
import { ownDatabase } from '../support/database-uri.ts'
import { startTenant, type Tenant } from '../support/tenant.ts'
import { until } from '../support/until.ts'
import { startWireProxy } from '../support/wire-proxy.ts'

const server = ownDatabase()
const folders: string[] = []
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'groei-move-'))
  folders.push(folder)
  return folder
}

/** Runs the command as an operator does. */
function move(dir: string, args: string[]) {
  const child = execFile(process.execPath, ['--no-warnings', 'server/move.ts', ...args], {
    cwd: join(import.meta.dirname, '../..'),
    env: { PATH: process.env['PATH'], DATA_DIR: dir },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: string) => (output += text))
  return { child, ended: once(child, 'close').then(([code]) => ({ code: Number(code), output })) }
}

/** Fields that tell of the asking. */
const ofThisMoment = ['now', 'instance', 'otherReadsUntil']
/** The addresses that want to be asked for something. */
const asked: Record<string, string> = {
  '/api/templates': '?scope=organisation',
  '/api/conversations/{conversationId}/summary': '?scope=summary-and-commitments',
  '/api/conversations/{conversationId}/questions': '?step=goal',
}

/** All that these two read of the product: every address that asks for something, of everything that they have. */
async function readAll(tenant: Tenant): Promise<Map<string, unknown>> {
  const { body } = await tenant.request<{ paths: Record<string, { get?: object }> }>('/api/openapi.json')
  const answers = new Map<string, unknown>()
  for (const who of ['sanne', 'milan']) {
    const pairs = await tenant.call<{ id: string }[]>(who, 'GET', '/api/pairs')
    const ids = { pairId: pairs.map(({ id }) => id), conversationId: [] as string[], templateId: ['grow'] }
    for (const pairId of ids.pairId) {
      const past = await tenant.as(who)('GET', `/api/pairs/${pairId}/page`)
      ids.conversationId.push(...new Set(JSON.stringify(past.body).match(/"conversationId":"[^"]+"/g) ?? []))
    }
    ids.conversationId = ids.conversationId.map((found) => found.slice('"conversationId":"'.length, -1))
    for (const [path, { get }] of Object.entries(body.paths)) {
      // Each reading is an entry of its own in the audit log.
      if (!get || /audit|me\/data|proposals/.test(path)) continue
      const [, name] = /\{(\w+)\}/.exec(path) ?? []
      for (const id of name ? (ids[name as keyof typeof ids] ?? ['none']) : ['']) {
        const url = path.replace(/\{\w+\}/, id).replace(/\{\w+\}/, 'energy') + (asked[path] ?? '')
        const answer = await tenant.as(who)('GET', url)
        const text = JSON.stringify(answer.body, (key, value: unknown) =>
          ofThisMoment.includes(key) ? null : value,
        )
        answers.set(`${who} ${url}`, { status: answer.status, body: JSON.parse(text) as unknown })
      }
    }
  }
  return answers
}

describe.skipIf(!server)('npm run move', () => {
  let tenant: Tenant
  let dir: string
  beforeAll(async () => {
    tenant = await startTenant({ play: playThisWeek, settings: () => ({ MONGODB_URI: undefined }) })
    dir = tenant.launched.settings['DATA_DIR'] ?? ''
  })
  afterAll(async () => {
    await tenant.close()
    for (const folder of folders) rmSync(folder, { recursive: true })
  })

  test('the whole history of a tenant reads the same on MongoDB, also after a move that was killed in the middle', async () => {
    const before = await readAll(tenant)
    const read = [...before.values()].filter((one) => (one as { status: number }).status === 200)
    expect(read.length).toBeGreaterThan(40)
    const text = JSON.stringify([...before])
    for (const word of [
      'Twee dagdelen per week blokkeren',
      'ongestoord ontwerp',
      'Feedback op het nieuwe ontwerp',
    ])
      expect(text).toContain(word)
    expect([...before.keys()].filter((path) => /conversations\/[\w-]{36}\/summary/.test(path))).toHaveLength(
      4,
    )
    const proxy = await startWireProxy(ownDatabase() ?? '')
    const running = await move(dir, ['--to', proxy.uri]).ended
    expect(running).toMatchObject({
      code: 1,
      output: expect.stringMatching(/in use by another Groei/) as string,
    })
    await tenant.launched.stop()
    const file = readFileSync(join(dir, 'groei.db'))

    const killed = move(dir, ['--to', proxy.uri])
    let writes = 0
    proxy.judge = ({ name }) => {
      if (name !== 'update') return null
      writes += 1
      if (writes > 4) killed.child.kill('SIGKILL')
      return writes > 4 ? 'cut' : null
    }
    await killed.ended
    expect(writes).toBe(5)
    proxy.judge = () => null
    const onTarget = { MONGODB_URI: proxy.uri }
    const half = await until(async () => {
      const refused = await tenant.launched.startProduct(onTarget).catch((error: unknown) => error)
      // A busy machine may answer late.
      return (refused as DatabaseOpenError).reason === 'unreachable' ? null : refused
    })
    expect(half).toBeInstanceOf(DatabaseOpenError)
    expect((half as Error).message).toMatch(/A move into this database has not ended/)

    const { code, output } = await move(dir, ['--to', proxy.uri]).ended
    expect({ code, output }).toMatchObject({ code: 0 })
    expect(output).toMatch(/\n {2}conversations: 2 documents\n/)
    expect(output).toMatch(
      /documents, each the same on both sides; SHA-256 of all of them [0-9a-f]{64}\nSet MONGODB_URI/,
    )
    expect(output).toContain(`The data in ${dir} is as it was.`)
    expect(readFileSync(join(dir, 'groei.db')).equals(file)).toBe(true)
    const again = await move(dir, ['--to', proxy.uri]).ended
    expect(again).toMatchObject({ code: 0, output: expect.stringMatching(/They were moved on 20/) as string })

    proxy.commands.length = 0
    await tenant.launched.startProduct(onTarget)
    // All indexes are there already.
    expect(proxy.commands.filter(({ name }) => name === 'createIndexes')).toEqual([])
    const after = await readAll(tenant)
    expect([...after.keys()]).toEqual([...before.keys()])
    for (const [path, answer] of before) expect(after.get(path), path).toEqual(answer)
    // Once people have written there, another move changes nothing.
    const late = await move(dir, ['--to', proxy.uri]).ended
    expect(late).toMatchObject({
      code: 1,
      output: expect.stringMatching(/and one of the two changed since/) as string,
    })
    await tenant.launched.stop()
    await proxy.close()
  })

  const odd = {
    none: null,
    zero: -0,
    half: 1.5,
    int: new Int32(7),
    long: Long.fromString('9007199254740993'),
    whole: new Double(3),
    large: 2 ** 40,
    at: new Date(-1),
    bytes: new Binary(Buffer.from([0, 255, 7])),
    text: 'é\0\u{1f600}',
    list: [1, null, { deep: [] }],
    empty: {},
    'a key': { 'with.dots': true },
  }
  async function oddData(key = 'k') {
    const folder = newFolder()
    const database = await openEmbedded(folder)
    const other = { of: 'other' as const }
    const installation = await database.collection({ name: 'installation', scope: other, indexes: [] })
    await installation.insertOne({ _id: 'derived ids', key } as never)
    const things = await database.collection({ name: 'things', scope: other, indexes: [] })
    await things.insertNew(
      Array.from({ length: 1200 }, (_, n) => ({
        _id: `t${n}`,
        ...(n === 0 ? odd : { text: 'x'.repeat(n) }),
      })),
    )
    await database.close()
    return folder
  }

  test('every value keeps its type, and what is null stays apart from what is absent', async () => {
    const folder = await oddData()
    const uri = ownDatabase() ?? ''
    const secret = join(folder, 'uri')
    writeFileSync(secret, `${uri}\n`)
    const { code, output } = await move(folder, ['--to-file', secret]).ended
    expect({ code, output }).toMatchObject({ code: 0 })
    expect(output).toContain('  things: 1,200 documents\n')
    const client = await MongoClient.connect(uri)
    const things = client.db().collection<{ _id: string }>('things')
    const found = (await things.findOne({ _id: 't0' }, exactly)) as Record<string, unknown> | null
    expect(Object.keys(found ?? {})).toEqual(['_id', ...Object.keys(odd)])
    expect(found?.['long']).toEqual(odd.long)
    expect(found?.['whole']).toEqual(odd.whole)
    expect(found?.['int']).toEqual(odd.int)
    expect(Object.is((found?.['zero'] as Double).value, -0)).toBe(true)
    expect(found).toMatchObject({ none: null, at: odd.at, bytes: odd.bytes, text: odd.text, empty: {} })
    await client.close()
  })

  test('a target that has something else is refused, and nothing is written', async () => {
    const uri = ownDatabase() ?? ''
    const client = await MongoClient.connect(uri)
    await client.db().collection('things').insertOne({ theirs: true })
    const folder = await oddData()
    const { code, output } = await move(folder, ['--to', uri]).ended
    expect({ code, output }).toMatchObject({
      code: 1,
      output: expect.stringMatching(/has data already \(things\)/) as string,
    })
    expect(await client.db().listCollections().toArray()).toHaveLength(1)
    await client.close()

    const other = ownDatabase() ?? ''
    expect(await move(folder, ['--to', other]).ended).toMatchObject({ code: 0 })
    const strange = await move(await oddData('another'), ['--to', other]).ended
    expect(strange).toMatchObject({
      code: 1,
      output: expect.stringMatching(/another installation/) as string,
    })
  })

  test('what an earlier run brought and is there no more is taken out', async () => {
    const folder = await oddData()
    const proxy = await startWireProxy(ownDatabase() ?? '')
    const killed = move(folder, ['--to', proxy.uri])
    let verified = false
    proxy.judge = ({ name, collection }) => {
      if (name !== 'find' || collection !== 'things') return null
      verified = true
      killed.child.kill('SIGKILL')
      return 'cut'
    }
    await killed.ended
    expect(verified).toBe(true)
    proxy.judge = () => null
    const database = await openEmbedded(folder)
    const things = await database.collection({ name: 'things', scope: { of: 'other' }, indexes: [] })
    await things.deleteMany({ _id: 't7' })
    await database.close()
    const { code, output } = await move(folder, ['--to', proxy.uri]).ended
    expect({ code, output }).toMatchObject({ code: 0 })
    expect(output).toContain('  things: 1,199 documents\n')
    const target = await openMongo(proxy.uri)
    await openSchema(target, { id: 's', known }, () => new Date())
    await target.close()
    await proxy.close()
  })

  test('what it cannot go by is answered with how it is called', async () => {
    const wrong = [[], ['--to', 'mongodb://a', '--to-file', 'b'], ['--to', 'postgres://a'], ['--into', 'x']]
    const ended = await Promise.all(wrong.map((args) => move(newFolder(), args).ended))
    for (const { code, output } of ended)
      expect({ code, output }).toMatchObject({
        code: 1,
        output: expect.stringMatching(/^npm run move -- --to URI/) as string,
      })
    const nothing = await move(newFolder(), ['--to', server ?? '']).ended
    expect(nothing.output).toMatch(/^There is no database in /)
  })
})
