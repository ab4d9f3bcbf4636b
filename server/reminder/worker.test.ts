import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Collection, Database } from '../database/collection.ts'
import { openEmbedded } from '../database/embedded.ts'
import { personSpec } from '../person/collection.ts'
import { personData } from '../person/data.ts'
import { personMutations } from '../person/mutations.ts'
import { reminderSpec, type ReminderDocument, type ReminderKind } from './collection.ts'
import { attemptLimit, type Sending } from './delivery.ts'
import type { Item } from './resolve-data.ts'
import { reminderWorker, type WorkerParts } from './worker.ts'

const monday = new Date('2026-06-08T08:00:00Z')
const person = { tenantId: 't', oid: 'o' }
let dir: string
let database: Database
let reminders: Collection<ReminderDocument>
let clock: Date
/** Messages that were sent, and the next answers of the service. */
let sent: { oid: string; items: Item[] }[]
let answers: Sending[]
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'groei-worker-'))
  database = await openEmbedded(dir)
  reminders = await database.collection(reminderSpec)
  clock = monday
  sent = []
  answers = []
  await people().then((one) =>
    one.chat(person, 'installed', { conversationId: 'c', serviceUrl: 'https://s', userId: 'u' }),
  )
})
afterEach(async () => {
  await database.close()
  rmSync(dir, { recursive: true, force: true })
})
const people = async () => {
  const collection = await database.collection(personSpec)
  return { ...personData(collection), ...personMutations(collection) }
}
const item: Item = { kind: 'publication', iCalUId: 'i', other: 'x', reason: 'no-next-meeting' }
const parts = async (more: Partial<WorkerParts> = {}): Promise<WorkerParts> => ({
  reminders,
  people: await people(),
  resolve: async () => ({ ok: true, item }),
  areOff: async () => false,
  inConversationUntil: async () => null,
  send: async ({ oid }, items) => {
    sent.push({ oid, items })
    return answers.shift() ?? { ok: true, activityId: `a${sent.length}` }
  },
  now: () => clock,
  newId: () => crypto.randomUUID(),
  random: () => 1,
  ...more,
})
const due = (dueAt: Date, more: { oid?: string; kind?: ReminderKind } = {}) =>
  reminders.insertOne({
    _id: crypto.randomUUID(),
    ...person,
    kind: 'publication',
    subject: crypto.randomUUID(),
    pairId: 'p',
    basis: 'b',
    dueAt,
    attempts: 0,
    ended: null,
    ...more,
  })
const all = async () => reminders.find({ tenantId: 't', oid: 'o', kind: 'publication' }).toArray()
const minutes = (count: number) => new Date(monday.getTime() + count * 60_000)

describe('reminder worker', () => {
  test('reminders due within half an hour go in one message, and later ones wait', async () => {
    for (const at of [-60, 0, 29, 31]) await due(minutes(at))
    const work = await reminderWorker(await parts())
    expect(await work()).toBe(3)
    expect(sent.map(({ items }) => items.length)).toEqual([3])
    expect(await work()).toBe(0)
    expect((await all()).filter((one) => one.ended === 'sent')).toHaveLength(3)
  })

  test('several workers share the reminders and send none of them twice', async () => {
    for (let count = 0; count < 40; count += 1) {
      const oid = `o${count}`
      await (
        await people()
      ).chat({ tenantId: 't', oid }, 'installed', { conversationId: oid, serviceUrl: 's', userId: 'u' })
      await due(monday, { oid })
    }
    const workers = await Promise.all([1, 2, 3].map(async () => reminderWorker(await parts())))
    await Promise.all(
      workers.map(async (work) => {
        while ((await work()) > 0);
      }),
    )
    expect(sent.map(({ oid }) => oid).sort()).toEqual(
      Array.from({ length: 40 }, (_one, at) => `o${at}`).sort(),
    )
  })

  test('a reminder of a worker that died is sent by another one after the lease expires', async () => {
    await due(monday)
    const dies = reminderWorker(await parts({ send: () => new Promise(() => undefined) }))
    void dies()
    const work = reminderWorker(await parts())
    await new Promise((resolve) => setImmediate(resolve))
    expect(await work()).toBe(0)
    clock = new Date(monday.getTime() + 61_000)
    expect(await work()).toBe(1)
    expect(sent).toHaveLength(1)
  })

  test('a reminder waits during a meeting and outside working hours', async () => {
    await due(monday)
    const until = minutes(45)
    const work = reminderWorker(
      await parts({ inConversationUntil: async () => (clock < until ? until : null) }),
    )
    await work()
    expect((await all())[0]?.dueAt).toEqual(until)
    clock = new Date('2026-06-08T20:00:00Z')
    await work()
    expect((await all())[0]?.dueAt?.toISOString()).toBe('2026-06-09T07:00:00.000Z')
    expect(sent).toEqual([])
  })

  test('a reminder that keeps failing is set aside with its reason, and the next one is sent', async () => {
    await due(monday)
    answers = Array.from({ length: attemptLimit }, () => ({ ok: false, kind: 'again', code: '503' }) as const)
    const work = reminderWorker(await parts())
    for (let count = 0; count < attemptLimit; count += 1) {
      await work()
      clock = new Date((await all())[0]?.dueAt?.getTime() ?? clock.getTime())
    }
    expect(await all()).toMatchObject([{ ended: 'parked', reason: '503', attempts: attemptLimit }])
    await due(clock)
    await work()
    expect(sent).toHaveLength(attemptLimit + 1)
  })

  test('a reminder that cannot be resolved is tried up to the limit and then set aside', async () => {
    await due(monday)
    let calls = 0
    const work = reminderWorker(
      await parts({
        resolve: async () => {
          calls += 1
          throw new TypeError('poison')
        },
      }),
    )
    for (let count = 0; count < attemptLimit; count += 1) {
      await work()
      clock = new Date((await all())[0]?.dueAt?.getTime() ?? clock.getTime())
    }
    expect(calls).toBe(attemptLimit)
    expect(await all()).toMatchObject([{ ended: 'parked', reason: 'TypeError' }])
  })

  test.each([
    ['blocked', 'blocked', 'unreachable'],
    ['absent', 'absent', 'unreachable'],
    ['refused', 'installed', 'parked'],
  ] as const)('a reminder that was answered with %s is not tried again', async (kind, chatState, ended) => {
    await due(monday)
    answers = [{ ok: false, kind, code: 'why' }]
    const work = reminderWorker(await parts())
    await work()
    expect(await all()).toMatchObject([{ ended, reason: 'why' }])
    expect((await (await people()).find(person))?.chatState).toBe(chatState)
    expect(await work()).toBe(0)
  })

  test('a muted reminder and a reminder to a person without a chat are not sent', async () => {
    const hours = {
      timeZone: 'Europe/Amsterdam',
      workingDays: [1, 2, 3, 4, 5],
      from: '09:00',
      until: '17:00',
      awayUntil: null,
    }
    await (await people()).choose(person, { ...hours, silenced: ['publication'] })
    await due(monday)
    await due(monday, { oid: 'stranger' })
    const work = reminderWorker(await parts())
    while ((await work()) > 0);
    expect(sent).toEqual([])
    expect((await all()).map((one) => one.ended)).toEqual(['silenced'])
  })

  test('a reminder that is rescheduled while it is being sent keeps its new time', async () => {
    await due(monday)
    const [one] = await all()
    const later = minutes(600)
    const work = reminderWorker(
      await parts({
        send: async () => {
          await reminders.updateOne(
            { _id: one!._id },
            { $set: { basis: 'new', dueAt: later }, $unset: { lease: '' } },
          )
          return { ok: true, activityId: 'a' }
        },
      }),
    )
    await work()
    expect(await all()).toMatchObject([{ basis: 'new', dueAt: later, ended: null }])
  })
})
