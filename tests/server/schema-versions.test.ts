import { afterEach, describe, expect, test } from 'vitest'
import { join } from 'node:path'
import { forked } from '../../infra/local/forked.ts'
import { playHistory } from '../../infra/local/history.ts'
import type { Runner, Settings } from '../../infra/local/launch.ts'
import type { Conversation } from '../../server/contract/conversation.ts'
import { conversationSpec, type ConversationDocument } from '../../server/conversation/collection.ts'
import type { Database } from '../../server/database/collection.ts'
import { newestOf, type Migration } from '../../server/database/migration.ts'
import { openDatabase } from '../../server/database/open.ts'
import { schemaId, schemaSpec } from '../../server/database/schema.ts'
import { known } from '../../server/migrations.ts'
import { ownDatabase } from '../support/database-uri.ts'
import { inProcess } from '../support/in-process.ts'
import { opened } from '../support/opened-database.ts'
import { nextMigrations } from '../support/next-migration.ts'
import { startTenant, type Tenant } from '../support/tenant.ts'
import { typist } from '../support/typist.ts'
import { until } from '../support/until.ts'

const older = 300
const nextScript = join(import.meta.dirname, '../support/next-version.ts')

/** A tenant whose servers start in another way from one time to the next. */
async function versioned(servers: number) {
  const uri = ownDatabase()
  const versions = new Map<number, Migration[]>()
  const here = inProcess(
    (database) => database,
    (port) => versions.get(port),
  )
  let output = ''
  let how: Runner = here.run
  const tenant = await startTenant({
    servers,
    play: playHistory,
    ...(uri ? { mongodbUri: uri } : {}),
    run: (settings, given) => how(settings, given),
  })
  const conversations = async (database: Database) => database.collection(conversationSpec)
  return {
    uri,
    tenant,
    here,
    versions,
    output: () => output,
    startAs(runner: Runner) {
      how = runner
    },
    /** Processes of the next version, which log. */
    next: forked((text) => (output += text), nextScript),
    /** Looks at the database while no server has it. */
    async whileStopped<T>(work: (database: Database) => Promise<T>): Promise<T> {
      await tenant.launched.stop()
      const database = await openDatabase({ uri, dir: tenant.launched.settings['DATA_DIR'] ?? '' })
      const done = await work(opened(database, tenant.launched.settings))
      await database.close()
      return done
    },
    conversations,
    /** Many conversations that nobody comes upon, by the first server, which runs in this process. */
    async seed(): Promise<ConversationDocument> {
      const [app] = here.apps.values()
      const { conversations, pairs } = app!.collections
      const [pair] = await pairs
        .find({ tenantId: tenant.launched.sandbox.tenantId, key: { $gte: '' } })
        .toArray()
      const [held] = await conversations
        .find({ pairId: pair!._id, 'meeting.start': { $gt: new Date(0) } })
        .toArray()
      const { unplannedSince: _done, shown: _shown, ...rest } = held!
      const copies = Array.from({ length: older }, (_, n) => ({
        ...rest,
        ...{ _id: crypto.randomUUID(), pairId: 'elsewhere', iCalUId: `other-${n}`, publication: null },
      }))
      await conversations.insertNew(copies)
      return held!
    },
  }
}

let one: Awaited<ReturnType<typeof versioned>>
let tenant: Tenant
const begin = async (servers: number) => ({ tenant } = one = await versioned(servers))
afterEach(() => tenant.close())
const passMinute = async () => tenant.moveTo(new Date(Date.parse(await tenant.now()) + 60_000).toISOString())

describe('a database whose documents have the shape of before', () => {
  test('is migrated by a server that is ready at once, and by the next one when that is killed in the middle', async () => {
    await begin(1)
    const held = await one.seed()
    expect(held.publication?.invites).toHaveLength(1)
    // As a publication was stored at first.
    const earlier = { 'publication.invites': '', 'publication.heldAt': '' } as never
    const mine = { _id: held._id, tenantId: held.tenantId }
    const kept = () => [...one.here.apps.values()][0]!.collections.conversations
    await kept().updateOne(mine, { $unset: earlier })
    await one.whileStopped(async (database) => {
      const schemas = await database.collection(schemaSpec)
      await schemas.updateOne({ _id: schemaId }, { $set: { version: 0 } })
    })
    one.startAs(one.next)
    const start = (more: Settings = {}) => tenant.launched.startProduct({ LOG_LEVEL: 'info', ...more })
    const isThrough = () => one.output().includes('migration is through: a conversation')
    await start({ DIES_AFTER: String(older / 2) }).catch(() => undefined)
    const isDead = () =>
      tenant.request('/healthz', { at: 0 }).then(
        () => null,
        () => true,
      )
    await until(isDead)
    await tenant.launched.kill()
    expect(one.output()).toContain('migration is through: a publication')
    expect(one.output()).toContain('migration begins: a conversation')
    const before = one.output().length
    await start()
    // As long as the lease of the dead one lasts nobody goes on, and this one is ready all the same.
    expect((await tenant.request('/readyz', { at: 0 })).status).toBe(200)
    expect(isThrough()).toBe(false)
    await passMinute()
    await until(async () => (isThrough() ? true : null))
    expect(one.output().slice(before)).not.toContain('migration begins')

    await one.whileStopped(async (database) => {
      const conversations = await one.conversations(database)
      const all = await conversations.find({ _id: { $gt: '' } }).toArray()
      expect(all.length).toBeGreaterThan(older)
      expect(all.filter(({ shown }) => !shown)).toEqual([])
      const schemas = await database.collection(schemaSpec)
      expect(await schemas.findOne({ _id: schemaId })).toMatchObject({ version: known + 1, readableFrom: 0 })
    })
    expect(one.output()).toMatch(
      /"version":1,"seen":\d+,"changed":1,"msg":"migration is through: a publication/,
    )
    one.startAs(one.here.run)
    await tenant.launched.startProduct()
    const now = await kept().findOne(mine)
    expect(now?.publication?.heldAt).toEqual(held.publication?.heldAt)
    expect(now?.publication?.invites).toEqual(held.publication?.invites)

    await one.whileStopped(async (database) => {
      const schemas = await database.collection(schemaSpec)
      await schemas.updateOne({ _id: schemaId }, { $set: { readableFrom: 99 } })
    })
    one.startAs(one.next)
    await expect(start()).rejects.toThrow()
    expect(one.output()).toMatch(
      /newer version of Groei \(schema 2, to be read from 99 on; this one knows 2\)/,
    )
  })

  test('is migrated by the next version while the version before serves two who type, and whole once that is gone', async () => {
    await begin(2)
    const { uri } = one
    await one.seed()
    const [first = 0, second = 0] = tenant.launched.productPorts
    await one.whileStopped(async () => undefined)
    one.versions.set(second, nextMigrations)
    // Two processes where both reach one database.
    one.startAs(
      uri
        ? (settings, given) =>
            (settings['PORT'] === String(first) ? forked() : forked(undefined, nextScript))(settings, given)
        : one.here.run,
    )
    await tenant.launched.startProduct(undefined, 0)
    const database = uri ? await openDatabase({ uri, dir: '' }) : one.here.database()
    const schema = async () => (await database.collection(schemaSpec)).findOne({ _id: schemaId })
    const [meeting] = await tenant.meetings('sanne', 'Milan')
    const { id } = await tenant.conversation('sanne', 'milan', meeting!)
    const join = (user: string, name: string) =>
      typist({ url: tenant.url, conversationId: id, name, token: () => tenant.token(user) })
    const both = [await join('sanne', 'S'), await join('milan', 'M')]
    for (const person of both) person.begin()
    const goOn = () => {
      const stored = both.map((person) => person.stored().length)
      return until(async () =>
        both.every((person, at) => person.stored().length > stored[at]! + 10) ? true : null,
      )
    }

    await tenant.launched.startProduct(undefined, 1)
    expect((await tenant.request('/readyz', { at: 1 })).status).toBe(200)
    await goOn()
    await until(async () => ((await schema())?.pass?.isEnded ? true : null))
    expect(await schema()).toMatchObject({ version: known, pass: { isLast: false } })
    // Made by the version before, which knows of no such field; both versions read it.
    const [other] = await tenant.meetings('sanne', 'Aylin')
    const late = other && (await tenant.conversation('sanne', 'aylin', other))
    const read = (at: number) =>
      tenant.call<Conversation>('milan', 'GET', `/api/conversations/${id}`, undefined, at)
    const { now: _now, ...answer } = await read(0)
    expect(await read(1)).toMatchObject(answer)
    await goOn()
    tenant.launched.sandbox.setUpstream(tenant.serverUrl(1))
    await tenant.launched.stop(0)
    await passMinute()
    await until(async () => ((await schema())?.version === newestOf(nextMigrations) ? true : null))
    await goOn()
    for (const person of both) person.stop()
    const words = both.flatMap((person) => person.typed())
    await until(async () => {
      const texts = both.map((person) => person.text())
      return texts[0] === texts[1] && words.every((word) => texts[0]?.includes(word)) ? true : null
    })
    for (const { provider } of both) provider.destroy()
    const all = await (await one.conversations(database)).find({ _id: { $gt: '' } }).toArray()
    expect(all.filter(({ shown }) => !shown)).toEqual([])
    expect(all.map(({ _id }) => _id)).toEqual(expect.arrayContaining([id, ...(late ? [late.id] : [])]))
    if (uri) await database.close()
  })
})
