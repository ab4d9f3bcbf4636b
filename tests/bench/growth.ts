import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { auditSpec, type AuditDocument } from '../../server/audit/collection.ts'
import { auditData } from '../../server/audit/data.ts'
import { conversationSpec, type ConversationDocument } from '../../server/conversation/collection.ts'
import { conversationData } from '../../server/conversation/data.ts'
import type { Collection, CollectionSpec, Document } from '../../server/database/collection.ts'
import { embeddedCollection } from '../../server/database/embedded-collection.ts'
import { openFile } from '../../server/database/sqlite-file.ts'
import { table, type Table } from '../../server/database/table.ts'
import { activeOf } from '../../server/publication/data.ts'
import { publicationMutations } from '../../server/publication/mutations.ts'
import { reminderId, reminderSpec, type ReminderDocument } from '../../server/reminder/collection.ts'

/** Of each pair, however many pairs there are. */
const perPair = { conversations: 20, reminders: 20, events: 100 }
const day = 24 * 60 * 60_000
const now = new Date('2026-06-08T09:00:00Z')
const ago = (days: number) => new Date(now.getTime() - days * day)

/** One database with so many conversations and reminders, and five times as many audit events. */
function fill(pairs: number) {
  const dir = mkdtempSync(join(tmpdir(), 'groei-growth-'))
  const file = openFile(dir, 'groei.db')
  file.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -262144')
  let examined = 0
  /** The engine's own, counting each document that it reads. */
  function counted<T extends Document>(spec: CollectionSpec<T>): Collection<T> {
    const rows = table(file, spec)
    function* counting(range: Iterable<T>): Generator<T> {
      for (const document of range) {
        examined += 1
        yield document
      }
    }
    const ranges: Table['ranges'] = (plan, backwards) =>
      rows.ranges(plan, backwards).map((one) => counting(one as Iterable<T>))
    return embeddedCollection(spec, { ...rows, ranges } as Table, async () => undefined)
  }
  const conversations = counted(conversationSpec)
  const reminders = counted(reminderSpec)
  const events = counted(auditSpec)

  async function addPair(at: number): Promise<void> {
    const pairId = `p${at}`
    for (let n = 0; n < perPair.conversations; n += 1) {
      const start = ago(7 * (perPair.conversations - n) + (at % 7))
      await conversations.insertOne({
        ...conversationOf(pairId, n, start),
        publication: {
          revision: 1,
          state: n === perPair.conversations - 1 ? 'published' : 'superseded',
        } as ConversationDocument['publication'],
      })
    }
    for (let n = 0; n < perPair.reminders; n += 1) await reminders.insertOne(reminderOf(pairId, n))
    // Some are due: thousands, where there are many.
    await reminders.updateOne(
      { _id: reminderOf(pairId, 0)._id },
      { $set: { dueAt: ago(1 + (at % 5)), ended: null } },
    )
    for (let n = 0; n < perPair.events; n += 1) {
      const when = ago(n % 90)
      await events.insertOne({
        _id: `${pairId} e${n}`,
        tenantId: 't',
        pairId,
        at: when,
        who: 'coach',
        what: 'opened',
        conversation: null,
        order: `${when.toISOString()} ${n}`,
      } as AuditDocument)
    }
  }
  return {
    conversations,
    reminders,
    events,
    async fillUp() {
      for (let at = 0; at < pairs; at += 1) await addPair(at)
    },
    /** Documents read since it was asked last. */
    examined() {
      const before = examined
      examined = 0
      return before
    },
    close() {
      file.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
type Filled = ReturnType<typeof fill>

const conversationOf = (pairId: string, n: number, start: Date): ConversationDocument => ({
  _id: `${pairId} c${n}`,
  tenantId: 't',
  pairId,
  iCalUId: `${pairId} i${n}`,
  meeting: {
    subject: 'Bijpraten',
    start,
    end: new Date(start.getTime() + day / 48),
    organiser: 'a@x.example',
  },
  template: { id: 'grow', version: 1 },
  state: 'finished',
  notes: { texts: { goal: 'Minder avonden werken', options: 'Samen plannen' }, revision: 3 },
  written: true,
  publication: null,
  createdAt: start,
  finishedAt: start,
})
const reminderOf = (pairId: string, n: number): ReminderDocument => {
  const key = { tenantId: 't', oid: `o ${pairId}`, kind: 'due' as const, subject: `${pairId} s${n}` }
  return { _id: reminderId(key), ...key, pairId, basis: '2026-01-01', attempts: 0, ended: 'sent' }
}

/** What is asked of a database all day; each by what the product itself asks it with. */
function queriesOf({ conversations, reminders, events }: Filled, pairId: string) {
  const read = conversationData(conversations)
  const pair = { _id: pairId, tenantId: 't', createdAt: ago(900) }
  const last = conversationOf(pairId, perPair.conversations - 1, ago(7))
  let made = 0
  return {
    'a conversation by its id': () => read.byId(`${pairId} c3`, 't'),
    'the conversation of an occurrence': () => read.ofMeeting('t', [pairId], `${pairId} i3`),
    'the latest twelve of a pair': () => read.ofPair(pairId, 12),
    'ten before a moment': () => read.before(pairId, ago(30), 10),
    'those of half a year': () => read.between(pairId, ago(182), now),
    'has a later one begun': () => read.isPast(last, now),
    'sections that stand in invites': () => activeOf(conversations, [pairId]),
    'a publication to claim': () => publicationMutations(conversations).claim('claim', now),
    'conversations to plan reminders of': () =>
      conversations
        .find({ unplannedSince: { $lte: now } }, { sort: { unplannedSince: 1 }, limit: 50 })
        .toArray(),
    'a conversation changed': () =>
      conversations.updateOne({ _id: `${pairId} c3` }, { $set: { createdAt: ago(made++ % 50) } }),
    'a conversation made and removed': async () => {
      await conversations.insertOne(conversationOf(pairId, 1000, now))
      await conversations.deleteMany({ _id: `${pairId} c1000` })
    },
    'a reminder to claim, one of each pair being due': () =>
      reminders.findOneAndUpdate({ dueAt: { $lte: now } }, { $set: { lease: 'x' } }, { sort: { dueAt: 1 } }),
    'a reminder planned again': () =>
      reminders.updateOne(
        { _id: reminderOf(pairId, 3)._id, basis: { $ne: '2026-01-01' } },
        { $set: { attempts: 0 } },
      ),
    'the reminders of a pair and person': () => reminders.find({ pairId, oid: `o ${pairId}` }).toArray(),
    'a page of the audit log': () => auditData(events).page(pair, undefined),
    'an event logged': () =>
      events.insertOne({
        _id: `new ${made}`,
        tenantId: 't',
        pairId: 'new',
        at: now,
        who: 'coach',
        what: 'opened',
        conversation: null,
        order: `${now.toISOString()} ${made++}`,
      } as AuditDocument),
    'events past their retention': () =>
      events.find({ tenantId: 't', at: { $lt: ago(730) } }, { limit: 200, projection: { _id: 1 } }).toArray(),
  }
}

const repetitions = 400
const median = (values: number[]): number =>
  values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

/** What each query costs beside 1,000 conversations, and beside as many as asked for (1,000,000), turn by turn. */
export async function measureGrowth(size = 1_000_000): Promise<string[]> {
  const [few, many] = [fill(1000 / perPair.conversations), fill(size / perPair.conversations)]
  await few.fillUp()
  await many.fillUp()
  const [small, large] = [
    queriesOf(few, 'p7'),
    queriesOf(many, `p${Math.floor(size / perPair.conversations / 2)}`),
  ]
  const lines: string[] = []
  for (const name of Object.keys(small) as (keyof typeof small)[]) {
    const times: [number[], number[]] = [[], []]
    const read: number[] = []
    for (let turn = 0; turn < repetitions; turn += 1) {
      for (const [at, one, filled] of [
        [0, small, few],
        [1, large, many],
      ] as const) {
        filled.examined()
        const began = performance.now()
        await one[name]()
        // The first ones warm up.
        if (turn >= 50) times[at].push((performance.now() - began) * 1000)
        read[at] = filled.examined()
      }
    }
    const [a, b] = times.map(median) as [number, number]
    lines.push(
      `${name}: ${read[0]} and ${read[1]} documents read, ${a.toFixed(0)} and ${b.toFixed(0)} µs; ratio ${(b / a).toFixed(2)} (at most 1.2)`,
    )
  }
  few.close()
  many.close()
  return lines
}
