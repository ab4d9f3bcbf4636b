import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { productData } from '../../infra/local/product-data.ts'
import type { Conversation } from '../../server/contract/conversation.ts'
import { buildApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { openMongo } from '../../server/database/mongo.ts'
import { inWords } from '../../server/database/mongo-opening.ts'
import { systemClock } from '../../server/plugins/clock.ts'
import { ownDatabase } from '../support/database-uri.ts'
import { commitment, sections, type Meeting } from '../support/conversations.ts'
import { startTenant, type Tenant } from '../support/tenant.ts'
import { until } from '../support/until.ts'
import { startWireProxy, type Command } from '../support/wire-proxy.ts'

const server = ownDatabase()
const writes = ['insert', 'update', 'findAndModify', 'delete']
const reads = ['find', 'aggregate', 'getMore', 'listIndexes', 'createIndexes']
const isRead = ({ name }: Command) => reads.includes(name)
const isWrite = ({ name }: Command) => writes.includes(name)

/** Through the official driver alone: the embedded engine has no connection that could be cut. */
describe.skipIf(!server)('a MongoDB database that answers as hard as real ones do', () => {
  let proxy: Awaited<ReturnType<typeof startWireProxy>>
  let tenant: Tenant
  let meetings: Meeting[]
  const start = async (more: Parameters<typeof startTenant>[0] = {}) => {
    tenant = await startTenant({ mongodbUri: proxy.uri, logLevel: 'silent', ...more })
    meetings = await tenant.meetings('sanne', 'Milan')
  }
  beforeEach(async () => {
    proxy = await startWireProxy(ownDatabase() ?? '')
  })
  afterEach(async () => {
    proxy.away = false
    proxy.judge = () => null
    await tenant.close()
    await proxy.close()
  })
  /** Another server of the product, on this database; it is not to get as far as listening. */
  const productOn = async (uri: string) => {
    const config = readConfig({ ...tenant.launched.settings, MONGODB_URI: uri })
    const ports = { clock: systemClock, newId: () => crypto.randomUUID() }
    await (await buildApp(config, ports)).close()
  }
  const ready = async () => (await tenant.request('/readyz', { at: 0 })).status
  const made = (name: string) => proxy.commands.filter((one) => one.name === name)

  test('a wrong password is said in words at the start, and not quoted', async () => {
    await start()
    proxy.judge = ({ name }) => (name === 'saslStart' ? { error: 18 } : null)
    const failure = await openMongo(proxy.uri.replace('//', '//groei:geheim@')).catch(
      (error: unknown) => error,
    )
    expect(failure).toMatchObject({ name: 'DatabaseOpenError', reason: 'refused' })
    expect((failure as Error).message).toMatch(/password/)
    expect((failure as Error).message).not.toContain('geheim')
  })

  test('what npm start resets is the database that the URI names, and nothing else on that server', async () => {
    await start()
    const { dir, uri } = { dir: mkdtempSync(join(tmpdir(), 'groei-reset-')), uri: ownDatabase() }
    const other = productData(dir, uri)
    expect([await productData(dir, proxy.uri).isThere(), await other.isThere()]).toEqual([true, false])
    await (
      await openMongo(uri ?? '')
    ).collection({ name: 'things', scope: { of: 'other' }, indexes: [{ a: 1 }] })
    expect(await other.isThere()).toBe(true)
    await other.remove()
    expect([await productData(dir, proxy.uri).isThere(), await other.isThere()]).toEqual([true, false])
  })

  test('a start on a database that takes 20 ms a command takes 10 s at most and 60 createIndexes', async () => {
    proxy.delay = 20
    const began = performance.now()
    await start()
    expect(performance.now() - began).toBeLessThan(10_000)
    const first = made('createIndexes')
    expect(first.length).toBeLessThanOrEqual(60)
    expect(new Set(first.map((one) => one.collection)).size).toBe(first.length)
    await tenant.launched.stop()
    proxy.commands.length = 0
    await tenant.launched.startProduct()
    expect(made('createIndexes')).toEqual([])
  })

  test('of two servers that start at once on an empty database one makes each index', async () => {
    const other = startTenant({ mongodbUri: proxy.uri, logLevel: 'silent' })
    await start()
    await (await other).close()
    const collections = made('createIndexes').map((one) => one.collection)
    expect(new Set(collections).size).toBe(collections.length)
  })

  test('a database whose user may do nothing is said in words, and so is one that goes during the start', async () => {
    await start()
    const failure = async () => inWords(await productOn(proxy.uri).catch((error: unknown) => error))
    proxy.judge = ({ name }) => (name === 'find' ? { error: 13 } : null)
    expect(await failure()).toMatchObject({ name: 'DatabaseOpenError', reason: 'refused' })
    proxy.judge = ({ name }) => (name === 'listIndexes' ? 'cut' : null)
    expect(await failure()).toMatchObject({ name: 'DatabaseOpenError', reason: 'unreachable' })
    proxy.judge = () => null
    const other = await openMongo(`${proxy.uri.split('?')[0]}?replicaSet=other&serverSelectionTimeoutMS=300`)
      .then(() => null)
      .catch((error: Error) => error.message)
    expect(other).toContain('replica set')
  })

  test('a server that dies while it makes indexes holds up the next start for seconds, not minutes', async () => {
    const dying = await openMongo(proxy.uri)
    const things = { name: 'things', scope: { of: 'other' as const }, indexes: [{ a: 1 as const }] }
    proxy.judge = ({ name, collection }) =>
      name === 'createIndexes' || (name === 'delete' && collection === 'locks') ? 'cut' : null
    await expect(dying.collection(things)).rejects.toThrow()
    await dying.close()
    proxy.judge = () => null
    const began = performance.now()
    const next = await openMongo(proxy.uri)
    await next.collection(things)
    expect(performance.now() - began).toBeLessThan(10_000)
    expect(made('createIndexes')).toHaveLength(2)
    await next.close()
    await start()
  })

  test.each([112, 50])('every command that meets error %i once is done all the same', async (error) => {
    const met = new Set<string>()
    proxy.judge = (command) => {
      const key = `${command.name} ${command.collection}`
      if (!(isWrite(command) || isRead(command)) || met.has(key)) return null
      met.add(key)
      return { error }
    }
    await start()
    expect([...met].filter((key) => key.startsWith('createIndexes')).length).toBeGreaterThan(10)
    met.clear()
    const conversation = await tenant.conversation('sanne', 'milan', meetings[0]!)
    await tenant.commit('milan', conversation.id, 'Toch bewaard')
    expect((await tenant.finish('sanne', conversation.id)).status).toBe(200)
    await tenant.publication('sanne', conversation.id, (one) => one?.state === 'published')
    expect(sections((await tenant.invite('sanne', meetings[1]!.iCalUId)).content)).toBe(1)
    expect(met.size).toBeGreaterThan(4)
  })

  test('no delete names a single document, which DocumentDB may silently leave', async () => {
    await start()
    const conversation = await tenant.conversation('sanne', 'milan', meetings[0]!)
    const path = `/api/conversations/${conversation.id}`
    const id = await tenant.commit('milan', conversation.id, 'Weg')
    await tenant.call('sanne', 'PUT', `${path}/private-note`, { text: 'Weg', revision: 0 })
    proxy.judge = ({ name, body }) =>
      name === 'delete' && (body['deletes'] as { limit: number }[]).some(({ limit }) => limit === 1)
        ? 'miss'
        : null
    await tenant.call('sanne', 'DELETE', `${path}/private-note`)
    await tenant.call('milan', 'DELETE', `${path}/commitments/${id}`)
    expect((await tenant.call<{ text: string }>('sanne', 'GET', `${path}/private-note`)).text).toBe('')
    expect((await tenant.call<Conversation>('milan', 'GET', path)).commitments).toEqual([])
    expect(made('delete').every(({ body }) => body['deletes'][0].limit === 0)).toBe(true)
  })

  test.each([91, 189, 10107, 11602, 13435])(
    'error %i is a 503 in words, and the next request is served',
    async (error) => {
      await start()
      const conversation = await tenant.conversation('sanne', 'milan', meetings[0]!)
      const path = `/api/conversations/${conversation.id}/commitments/${crypto.randomUUID()}`
      proxy.judge = (command) => (command.collection === 'commitments' && isWrite(command) ? { error } : null)
      const refused = await tenant.as('milan')('PUT', path, commitment())
      expect(refused).toMatchObject({ status: 503, body: { type: 'urn:groei:problem:database-unavailable' } })
      proxy.judge = (command) => (isRead(command) ? { error } : null)
      const unread = await tenant.as('milan')('GET', '/api/one-on-ones')
      expect(unread).toMatchObject({ status: 503, body: { type: 'urn:groei:problem:database-unavailable' } })
      expect(await ready()).toBe(503)
      proxy.judge = () => null
      expect((await tenant.as('milan')('PUT', path, commitment())).status).toBe(200)
    },
  )

  test('a write whose answer is lost is neither lost nor doubled when the page sends it again', async () => {
    await start()
    const conversation = await tenant.conversation('sanne', 'milan', meetings[0]!)
    const path = `/api/conversations/${conversation.id}/commitments/${crypto.randomUUID()}`
    let lost = 0
    proxy.judge = ({ name, collection }) => {
      if (name !== 'insert' || collection !== 'commitments' || lost > 0) return null
      lost += 1
      return 'lose the answer'
    }
    expect((await tenant.as('milan')('PUT', path, commitment())).status).toBe(503)
    expect((await tenant.as('milan')('PUT', path, commitment())).status).toBe(200)
    const read = await tenant.call<Conversation>('milan', 'GET', `/api/conversations/${conversation.id}`)
    expect(read.commitments).toHaveLength(1)
  })

  test('gone and back: readiness says so, the workers go on by themselves, and nothing acknowledged is lost', async () => {
    await start()
    const conversation = await tenant.conversation('sanne', 'milan', meetings[0]!)
    const milan = await tenant.join(0, 'milan', conversation.id)
    milan.text.insert(0, 'voor de storing ')
    const id = await tenant.commit('milan', conversation.id, 'Bewaard')
    expect((await tenant.finish('sanne', conversation.id)).status).toBe(200)
    proxy.away = true
    proxy.cut()
    await until(async () => ((await ready()) === 503 ? true : null))
    milan.text.insert(0, 'tijdens de storing ')
    const during = await tenant.as('milan')('GET', `/api/conversations/${conversation.id}`)
    expect(during).toMatchObject({ status: 503, body: { type: 'urn:groei:problem:database-unavailable' } })
    proxy.away = false
    await until(async () => ((await ready()) === 200 ? true : null))
    // What a worker was at when the database went is taken up again when its lease has ended.
    await tenant.moveTo(new Date(Date.parse(await tenant.now()) + 10 * 60_000).toISOString())
    await tenant.publication('sanne', conversation.id, (one) => one?.state === 'published')
    await until(async () => (milan.provider.hasUnsyncedChanges ? null : true))
    const { commitments } = await tenant.call<Conversation>(
      'milan',
      'GET',
      `/api/conversations/${conversation.id}`,
    )
    expect(commitments.map((one) => one.id)).toEqual([id])
    expect(sections((await tenant.invite('sanne', meetings[1]!.iCalUId)).content)).toBe(1)
    await tenant.leave()
  })
})
