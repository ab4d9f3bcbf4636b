import Fastify from 'fastify'
import fp from 'fastify-plugin'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { openCollections, type AllCollections } from '../collections.ts'
import type { Database } from '../database/collection.ts'
import { openEmbedded } from '../database/embedded.ts'
import { backlogOf } from './backlog-data.ts'
import { backlogWatch } from './watch-worker.ts'

const minute = 60_000
const now = new Date('2026-06-02T08:00:00Z')
const ago = (minutes: number) => new Date(now.getTime() - minutes * minute)
const folder = mkdtempSync(join(tmpdir(), 'groei-backlog-'))
let database: Database
let collections: AllCollections
beforeAll(async () => {
  database = await openEmbedded(folder)
  collections = (await openCollections(database, [])).collections
})
afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

let behind = { dataKeys: 0, since: ago(4000) }
const parts = () => ({
  collections,
  settings: { app: { tenantIds: ['t'] } } as never,
  keysWaiting: async () => behind as never,
  now: () => now,
})
const backlog = () => backlogOf(parts())

describe('backlog', () => {
  test('of nothing is nothing', async () => {
    expect(await backlog()).toEqual({
      publications: { waiting: 0, oldest: 0 },
      reminders: { late: 0, oldest: 0 },
      subscriptions: { lost: 0, missing: 0 },
      sealing: { behind: 0, oldest: 0 },
    })
  })

  test('counts what waits, and tells the age of what nobody takes', async () => {
    const conversation = (_id: string, state: string, dueAt?: Date) =>
      ({ _id, tenantId: 't', pairId: 'p', publication: { state, ...(dueAt ? { dueAt } : {}) } }) as never
    const reminder = (_id: string, dueAt?: Date) =>
      ({ _id, tenantId: 't', ...(dueAt ? { dueAt } : {}) }) as never
    const mailbox = (oid: string, dueAt: Date, until?: Date) =>
      ({
        _id: `t.${oid}`,
        tenantId: 't',
        oid,
        dueAt,
        ...(until ? { subscription: { id: oid, until } } : {}),
      }) as never
    await collections.conversations.insertNew([
      conversation('late', 'waiting', ago(20)),
      conversation('later', 'waiting', ago(-60)),
      conversation('for a person', 'waiting'),
      conversation('looked at again', 'published', ago(-60)),
    ])
    await collections.reminders.insertNew([
      reminder('late', ago(30)),
      reminder('due', ago(5)),
      reminder('ahead', ago(-5)),
      reminder('done'),
    ])
    for (const one of [
      mailbox('in step', ago(-3000), ago(-9000)),
      mailbox('tried again', ago(-30), ago(1)),
      mailbox('new', ago(1)),
      mailbox('never followed', ago(30)),
    ])
      await collections.mailboxes.insertOne(one)
    // Nobody looks after a tenant that was taken out of TENANT_IDS.
    const unlisted = (one: never) =>
      ({ ...(one as object), _id: `u.${(one as { _id: string })._id}`, tenantId: 'u' }) as never
    await collections.conversations.insertOne(unlisted(conversation('late', 'waiting', ago(90))))
    await collections.reminders.insertOne(unlisted(reminder('late', ago(90))))
    for (const until of [ago(1), undefined])
      await collections.mailboxes.insertOne(unlisted(mailbox(`${until}`, ago(90), until)))
    behind = { dataKeys: 1, since: ago(4000) }
    expect(await backlog()).toEqual({
      publications: { waiting: 2, oldest: 20 * minute },
      reminders: { late: 1, oldest: 30 * minute },
      subscriptions: { lost: 1, missing: 1 },
      sealing: { behind: 1, oldest: 4000 * minute },
    })
  })

  test('is looked at every few minutes, and what is late is said in the log without whom it is about', async () => {
    const lines: Record<string, unknown>[] = []
    const app = Fastify({
      logger: { stream: { write: (line: string) => void lines.push(JSON.parse(line)) } },
    })
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    onTestFinished(() => void vi.useRealTimers())
    await app.register(fp(async () => undefined, { name: 'context' }))
    for (const [name, part] of Object.entries(parts())) app.decorate(name, part as never)
    await app.register(backlogWatch)
    await app.ready()
    vi.advanceTimersByTime(5 * minute)
    await app.close()
    const said = lines.filter(({ level }) => level === 40).map(({ msg }) => msg)
    expect(said).toEqual(['publications late', 'reminders late', 'subscriptions lost', 'sealing behind'])
    expect(lines.find(({ msg }) => msg === 'publications late')).toMatchObject({ waiting: 2, seconds: 1200 })
  })
})
