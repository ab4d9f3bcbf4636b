import { HocuspocusProvider } from '@hocuspocus/provider'
import { describe, expect, vi } from 'vitest'
import { auditSpec } from '../../server/audit/collection.ts'
import { commitmentSpec } from '../../server/commitment/collection.ts'
import type { Conversation } from '../../server/contract/conversation.ts'
import type { MyData } from '../../server/contract/my-data.ts'
import { retentionGraceDays } from '../../server/contract/tenant-settings.ts'
import type { Pair } from '../../server/contract/pair.ts'
import type { PersonSettings } from '../../server/contract/person.ts'
import type { Collection, CollectionSpec, Database, Document } from '../../server/database/collection.ts'
import { pairSpec } from '../../server/pair/collection.ts'
import { guideSpec } from '../../server/guide/collection.ts'
import { mailboxSpec } from '../../server/mailbox/collection.ts'
import { personSpec } from '../../server/person/collection.ts'
import { savedQuestionsSpec } from '../../server/saved-questions/collection.ts'
import { tenantKeySpec } from '../../server/secrets/collection.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

vi.setConfig({ testTimeout: 180_000 })

const test = testIn({ ownProcess: true })
let tenant: Tenant
let conversation: Conversation
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
  const [meeting] = await tenant.meetings('sanne', 'Milan')
  conversation = await tenant.conversation('sanne', 'milan', meeting!)
  for (const user of ['sanne', 'milan'])
    await tenant.as(user)('PUT', '/api/me', { timeZone: 'Europe/Amsterdam' })
})

const later = async (days: number) =>
  tenant.moveTo(new Date(Date.parse(await tenant.now()) + days * 86_400_000).toISOString())
const pairsOf = async (user: string) =>
  (await tenant.as(user)<Pair[]>('GET', '/api/pairs')).body.map(({ id }) => id)

/** Whether the hours of their mailbox are kept; else they have the usual ones. */
async function isKnown(user: string): Promise<boolean> {
  const { body } = await tenant.as(user)<PersonSettings>('GET', '/api/settings')
  return body.reminders.timeZone === 'Europe/Berlin'
}

/** How many documents of the pair are left, and whether it still names somebody. */
const left = (database: Database) =>
  Promise.all([
    database
      .collection(pairSpec)
      .then((all) => all.findOne({ _id: conversation.pair.id }))
      .then((pair) => Number(JSON.stringify(pair).includes('@'))),
    database.collection(commitmentSpec).then((all) => all.countDocuments({ pairId: conversation.pair.id })),
    database.collection(auditSpec).then((all) => all.countDocuments({ pairId: conversation.pair.id })),
  ])

describe('retention', () => {
  test('everybody reads the retention period, and only an admin may change it', async () => {
    const settings = await tenant.as('milan')('GET', '/api/tenant/settings')
    expect(settings.body).toMatchObject({ retentionDays: 730, language: 'own' })
    for (const user of ['sanne', 'milan']) {
      const changed = await tenant.as(user)('PUT', '/api/tenant/settings', { retentionDays: 30 })
      expect([changed.status, changed.body.type]).toEqual([403, 'urn:groei:problem:forbidden'])
      expect((await tenant.as(user)('POST', '/api/tenant/data-key')).status).toBe(403)
    }
  })

  test('an admin changes the retention period within bounds and asks for a new data key', async () => {
    const admin = tenant.as('noor')
    const changed = await admin('PUT', '/api/tenant/settings', { retentionDays: 365 })
    expect([changed.status, changed.body]).toMatchObject([200, { retentionDays: 365, language: 'own' }])
    expect((await tenant.as('milan')('GET', '/api/tenant/settings')).body).toMatchObject({
      retentionDays: 365,
      language: 'own',
    })
    for (const retentionDays of [29, 3651, 1.5, '365'])
      expect((await admin('PUT', '/api/tenant/settings', { retentionDays })).status).toBe(400)
    expect((await admin('POST', '/api/tenant/data-key')).status).toBe(204)
    const versions = await tenant.whileStopped(async (database) => {
      const { tenantId } = tenant.launched.sandbox
      return (await (await database.collection(tenantKeySpec)).findOne({ _id: tenantId }))?.keys.length
    })
    expect(versions).toBe(2)
    await admin('PUT', '/api/tenant/settings', { retentionDays: 730 })
  })

  test('a deletion killed half-way is finished by the next start and leaves nothing of the people', async () => {
    expect(await Promise.all(['sanne', 'milan'].map(isKnown))).toEqual([true, true])
    await tenant.as('sanne')('PUT', '/api/tips/guide')
    await tenant.as('sanne')('PUT', '/api/questions/goal-scale/favourite')
    await later(729)
    // A conversation was planned since the beginning, so it counts from there.
    expect(await pairsOf('milan')).toHaveLength(1)
    await tenant.whileStopped(async (database) => {
      const [commitments, auditLog] = [
        await database.collection(commitmentSpec),
        await database.collection(auditSpec),
      ]
      await fill(commitments, (at) => ({ conversationId: conversation.id, slot: 10 + at, shownIn: [] }))
      await fill(auditLog, (at) => ({ order: String(at).padStart(5, '0') }))
    })
    await later(40)
    // As soon as it is nobody's any more it is killed, and then again.
    for (let kill = 0; kill < 2; kill += 1) {
      await until(async () => ((await pairsOf('milan')).length === 0 ? true : null))
      await tenant.launched.kill()
      await tenant.launched.startProduct()
    }
    expect((await tenant.as('sanne')<MyData>('GET', '/api/me/data')).body.pairs).toEqual([])
    // Once nothing of the two is kept, all that is left to do is being done: a stop waits for that.
    for (const user of ['sanne', 'milan']) await until(async () => ((await isKnown(user)) ? null : true))
    const { people } = await tenant.sandbox<{ people: { oid: string }[] }>('GET', 'people')
    const { tenantId } = tenant.launched.sandbox
    const [ofPair, kept] = await tenant.whileStopped(async (database) => {
      const specs = [personSpec, guideSpec, savedQuestionsSpec, mailboxSpec] as CollectionSpec<{
        _id: string
      }>[]
      const all = await Promise.all(specs.map((spec) => database.collection(spec)))
      const ids = people.map(({ oid }) => `${tenantId}.${oid}`)
      const ofPeople = all.map((one) => one.countDocuments({ _id: { $in: ids } }))
      return [await left(database), await Promise.all(ofPeople)]
    })
    expect(ofPair).toEqual([0, 0, 0])
    expect(kept).toEqual([0, 0, 0, 0])
  })

  /** Much of it, so that a kill comes in between. */
  async function fill<T extends Document>(collection: Collection<T>, more: (at: number) => object) {
    await Promise.all(
      Array.from({ length: 300 }, (_one, at) =>
        collection.insertOne({
          _id: crypto.randomUUID(),
          tenantId: tenant.launched.sandbox.tenantId,
          pairId: conversation.pair.id,
          ...more(at),
        } as never),
      ),
    )
  }

  test('a shorter retention period holds for pairs that are there already', async () => {
    const meeting = (await tenant.meetings('aylin', 'Aylin'))[0]
    const other = await tenant.conversation('sanne', 'aylin', meeting!)
    await later(60)
    expect(await pairsOf('aylin')).toEqual([other.pair.id])
    await tenant.as('noor')('PUT', '/api/tenant/settings', { retentionDays: 30 })
    // A shorter one waits, so that a mistake deletes nothing.
    await later(retentionGraceDays - 0.01)
    expect(await pairsOf('aylin')).toEqual([other.pair.id])
    const open = new HocuspocusProvider({
      url: tenant.liveUrl,
      name: other.id,
      token: await tenant.token('aylin', 'api'),
    })
    let out = ''
    open.on('close', ({ event }: { event: { reason: string } }) => (out ||= event.reason))
    await new Promise((resolve) => open.on('synced', resolve))
    // What is kept long enough is looked up every ten minutes.
    await later(0.02)
    // Whoever has it open reads it no more either.
    await until(async () => (out === 'forbidden' ? true : null))
    open.destroy()
    await until(async () => ((await pairsOf('aylin')).length === 0 ? true : null))
  })
})
