import Fastify from 'fastify'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { auditSpec } from '../../server/audit/collection.ts'
import { commitmentSpec } from '../../server/commitment/collection.ts'
import type { Conversation } from '../../server/contract/conversation.ts'
import type { MyData } from '../../server/contract/my-data.ts'
import type { Pair } from '../../server/contract/pair.ts'
import type { Collection, Database, Document } from '../../server/database/collection.ts'
import { openDatabase } from '../../server/database/open.ts'
import { pairSpec } from '../../server/pair/collection.ts'
import { personSpec } from '../../server/person/collection.ts'
import { context } from '../../server/plugins/context.ts'
import { problems } from '../../server/plugins/problems.ts'
import { tenantSettingsSpec } from '../../server/tenant-settings/collection.ts'
import { tenantSettingsRoutes } from '../../server/tenant-settings/routes.ts'
import { startTenant, until, type Tenant } from '../support/tenant.ts'

vi.setConfig({ testTimeout: 180_000 })

let tenant: Tenant
let talk: Conversation
beforeAll(async () => {
  tenant = await startTenant()
  const [meeting] = await tenant.meetings('sanne', 'Milan')
  talk = await tenant.talk('sanne', 'milan', meeting!)
  for (const user of ['sanne', 'milan'])
    await tenant.as(user)('PUT', '/api/me', { timeZone: 'Europe/Amsterdam' })
})
afterAll(() => tenant.close())

const later = async (days: number) =>
  tenant.moveTo(new Date(Date.parse(await tenant.now()) + days * 86_400_000).toISOString())
const pairs = async () => (await tenant.as('milan')<Pair[]>('GET', '/api/pairs')).body

/** How many documents of the pair, and of the two people, are left. */
const left = (database: Database) =>
  Promise.all([
    database.collection(pairSpec).then((all) => all.countDocuments({ _id: talk.pair.id })),
    database.collection(commitmentSpec).then((all) => all.countDocuments({ pairId: talk.pair.id })),
    database.collection(auditSpec).then((all) => all.countDocuments({ pairId: talk.pair.id })),
  ])

test('everybody reads for how long things are kept; only an admin may change it', async () => {
  const settings = await tenant.as('milan')('GET', '/api/tenant/settings')
  expect(settings.body).toEqual({ retentionDays: 730 })
  for (const user of ['sanne', 'milan', 'noor']) {
    const changed = await tenant.as(user)('PUT', '/api/tenant/settings', { retentionDays: 30 })
    expect([changed.status, changed.body.type]).toEqual([403, 'urn:groei:problem:forbidden'])
    expect((await tenant.as(user)('POST', '/api/tenant/data-key')).status).toBe(403)
  }
})

test('an admin changes it for their own organisation, and asks for a new data key', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'groei-settings-'))
  const database = await openDatabase({ uri: undefined, dir })
  const app = Fastify({ ajv: { customOptions: { coerceTypes: false } } })
  const surroundings = { now: () => new Date(), newId: () => crypto.randomUUID() }
  await app.register(context, {
    settings: {} as never,
    database,
    surroundings,
    sealing: {
      seal: async () => ({ sealed: '', keyVersion: 1 }),
      open: async () => ({ ok: true, text: '' }),
    },
  })
  await app.register(problems)
  const renewed: string[] = []
  app.decorate('renewDataKey', async (tenantId: string) => void renewed.push(tenantId))
  app.decorateRequest('signedIn', null)
  app.addHook('onRequest', async (request) => {
    const tenantId = String(request.headers['x-tenant'])
    request.signedIn = { tenantId, oid: 'o', name: '', token: '', roles: ['Groei.Admin'] }
  })
  await app.register(tenantSettingsRoutes)
  const ask = async (tenantId: string, method: 'GET' | 'PUT' | 'POST', path: string, payload?: object) =>
    app.inject({
      method,
      url: `/api/tenant/${path}`,
      headers: { 'x-tenant': tenantId },
      ...(payload ? { payload } : {}),
    })
  expect((await ask('a', 'PUT', 'settings', { retentionDays: 365 })).json()).toEqual({ retentionDays: 365 })
  expect((await ask('a', 'GET', 'settings')).json()).toEqual({ retentionDays: 365 })
  expect((await ask('b', 'GET', 'settings')).json()).toEqual({ retentionDays: 730 })
  for (const retentionDays of [29, 3651, 1.5, '365'])
    expect((await ask('a', 'PUT', 'settings', { retentionDays })).statusCode).toBe(400)
  expect((await ask('a', 'POST', 'data-key')).statusCode).toBe(204)
  expect(renewed).toEqual(['a'])
  await app.close()
  await database.close()
  rmSync(dir, { recursive: true, force: true })
})

test('what is used is kept; killed half-way through a deletion the next start finishes it, and nothing of the people is left', async () => {
  await later(729)
  // A talk was planned since the beginning, so it counts from there.
  expect(await pairs()).toHaveLength(1)
  await tenant.whileStopped(async (database) => {
    const [commitments, trail] = [
      await database.collection(commitmentSpec),
      await database.collection(auditSpec),
    ]
    await fill(commitments, (at) => ({ conversationId: talk.id, slot: 10 + at, shownIn: [] }))
    await fill(trail, (at) => ({ order: String(at).padStart(5, '0') }))
  })
  await later(40)
  // As soon as it is nobody's any more it is killed, and then again.
  for (let kill = 0; kill < 2; kill += 1) {
    await until(async () => ((await pairs()).length === 0 ? true : null))
    await tenant.launched.kill()
    await tenant.launched.startProduct()
  }
  expect((await tenant.as('sanne')<MyData>('GET', '/api/me/data')).body.pairs).toEqual([])
  await until(
    async () => {
      const counts = await tenant.whileStopped(left)
      return counts.every((one) => one === 0) ? true : null
    },
    60_000,
    3000,
  )
  const people = await tenant.whileStopped(async (database) => {
    const all = await database.collection(personSpec)
    return Promise.all(
      (await tenant.sandbox<{ people: { oid: string }[] }>('GET', 'people')).people.map(({ oid }) =>
        all.countDocuments({ _id: `${tenant.launched.sandbox.tenantId}.${oid}` }),
      ),
    )
  })
  expect(Math.max(...people)).toBe(0)
})

/** Much of it, so that a kill comes in between. */
async function fill<T extends Document>(collection: Collection<T>, more: (at: number) => object) {
  await Promise.all(
    Array.from({ length: 300 }, (_one, at) =>
      collection.insertOne({ _id: crypto.randomUUID(), pairId: talk.pair.id, ...more(at) } as never),
    ),
  )
}

test('a shorter retention, once chosen, holds for what is there already', async () => {
  const meeting = (await tenant.meetings('aylin', 'Aylin'))[0]
  const other = await tenant.talk('sanne', 'aylin', meeting!)
  await later(60)
  expect((await tenant.as('aylin')<Pair[]>('GET', '/api/pairs')).body.map(({ id }) => id)).toEqual([
    other.pair.id,
  ])
  await tenant.whileStopped(async (database) => {
    const settings = await database.collection(tenantSettingsSpec)
    await settings.updateOne(
      { _id: tenant.launched.sandbox.tenantId },
      { $set: { retentionDays: 30 } },
      { upsert: true },
    )
  })
  await until(async () =>
    (await tenant.as('aylin')<Pair[]>('GET', '/api/pairs')).body.length === 0 ? true : null,
  )
})
