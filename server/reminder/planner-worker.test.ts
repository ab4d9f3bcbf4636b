import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { commitmentSpec, type CommitmentDocument } from '../commitment/collection.ts'
import { conversationSpec } from '../conversation/collection.ts'
import type { Database } from '../database/collection.ts'
import { openEmbedded } from '../database/embedded.ts'
import { pairSpec, type PairDocument } from '../pair/collection.ts'
import { pairMutations } from '../pair/mutations.ts'
import { personSpec } from '../person/collection.ts'
import { personData } from '../person/data.ts'
import { sealedCollection } from '../sealing/sealed-collection.ts'
import { storedSpec } from '../sealing/stored-spec.ts'
import { keysInMemory } from '../../tests/support/keys-in-memory.ts'
import { reminderSpec } from './collection.ts'
import { reminderPlanner } from './planner-worker.ts'
import { reminderResolver } from './resolve-data.ts'

const monday = new Date('2026-06-08T08:00:00Z')
let dir: string
let database: Database
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'groei-planner-'))
  database = await openEmbedded(dir)
})
afterEach(async () => {
  await database.close()
  rmSync(dir, { recursive: true, force: true })
})

const commitment = (id: string, due: string, unplannedSince: Date): CommitmentDocument => ({
  _id: id,
  tenantId: 't',
  pairId: 'p',
  conversationId: id,
  slot: 0,
  owner: 'employee',
  what: 'x',
  firstStep: 'x',
  due,
  criterion: 'x',
  ifThen: 'x',
  status: 'open',
  followUps: [],
  unplannedSince,
  shownIn: [],
  revision: 1,
  createdAt: monday,
})

describe('reminder planner', () => {
  test('a commitment that cannot be planned is reported and set aside, and delays no other', async () => {
    const commitments = await database.collection(commitmentSpec)
    const pairs = await database.collection(pairSpec)
    const reminders = await database.collection(reminderSpec)
    await pairs.insertOne({
      _id: 'p',
      tenantId: 't',
      key: 'a b',
      members: [
        { address: 'a', name: 'A', oid: 'a', role: 'coach' },
        { address: 'b', name: 'B', oid: 'b', role: 'employee' },
      ],
      createdAt: monday,
    })
    // The API refuses such a day; a restored or hand-mended database may hold one.
    await commitments.insertOne(commitment('broken', 'no day', new Date(monday.getTime() - 1000)))
    await commitments.insertOne(commitment('sound', '2026-06-19', monday))
    const failed: string[] = []
    const { planDue } = reminderPlanner({
      reminders,
      commitments,
      pairs,
      conversations: await database.collection(conversationSpec),
      people: personData(await database.collection(personSpec)),
      onFailure: (_error, subject) => failed.push(subject),
    })

    await planDue(monday)
    expect(failed).toEqual(['broken'])
    expect(await reminders.countDocuments({ tenantId: 't', oid: 'b', subject: 'sound' })).toBeGreaterThan(0)

    await planDue(monday)
    expect(failed).toEqual(['broken'])

    await commitments.updateOne({ _id: 'broken' }, { $set: { due: '2026-06-19' } })
    await planDue(new Date(monday.getTime() + 60 * 60_000))
    expect(failed).toEqual(['broken'])
    expect(await reminders.countDocuments({ tenantId: 't', oid: 'b', subject: 'broken' })).toBeGreaterThan(0)
  })

  test('what belongs to a pair that cannot be opened is set aside, and planned once it can be', async () => {
    const { sealing, keys } = keysInMemory()
    const commitments = await database.collection(commitmentSpec)
    const reminders = await database.collection(reminderSpec)
    const pairs = sealedCollection(await database.collection(storedSpec(pairSpec)), pairSpec, sealing)
    const member = { name: '', oid: 'b', role: 'employee' } as const
    const members: PairDocument['members'] = [
      { ...member, address: 'a', role: 'coach' },
      { ...member, address: 'b' },
    ]
    for (const _id of ['p', 'q'])
      await pairs.insertOne({ _id, tenantId: 't', key: _id, members, createdAt: monday })
    await commitments.insertOne(commitment('closed', '2026-06-19', new Date(monday.getTime() - 1000)))
    await commitments.insertOne({ ...commitment('open', '2026-06-19', monday), pairId: 'q' })
    const { planDue } = reminderPlanner({
      reminders,
      commitments,
      pairs,
      conversations: await database.collection(conversationSpec),
      people: personData(await database.collection(personSpec)),
      onFailure: () => undefined,
    })
    const of = (subject: string) =>
      reminders.countDocuments({ tenantId: 't', oid: 'b', kind: 'due', subject })
    const key = keys.get('t pair p 1')!
    keys.delete('t pair p 1')
    await planDue(monday)
    expect([await of('closed'), await of('open')]).toEqual([0, 1])
    keys.set('t pair p 1', key)
    await planDue(new Date(monday.getTime() + 60 * 60_000))
    expect(await of('closed')).toBe(1)
  })

  test('a pair that has ended gets no reminders, neither planned ones nor new ones', async () => {
    const commitments = await database.collection(commitmentSpec)
    const conversations = await database.collection(conversationSpec)
    const pairs = await database.collection(pairSpec)
    const reminders = await database.collection(reminderSpec)
    await pairs.insertOne({
      _id: 'q',
      tenantId: 't',
      key: 'c d',
      members: [
        { address: 'c', name: 'C', oid: 'c', role: 'coach' },
        { address: 'd', name: 'D', oid: 'd', role: 'employee' },
      ],
      createdAt: monday,
    })
    const of = { pairId: 'q', conversationId: 'q' }
    await commitments.insertOne({ ...commitment('before', '2026-06-19', monday), ...of })
    const parts = { reminders, commitments, conversations, pairs }
    const { planDue } = reminderPlanner({
      ...parts,
      people: personData(await database.collection(personSpec)),
      onFailure: () => undefined,
    })
    await planDue(monday)
    const planned = await reminders.findOne({ tenantId: 't', oid: 'd', kind: 'due', subject: 'before' })
    const resolve = reminderResolver(parts)
    expect(await resolve(planned!, monday, '2026-06-19')).toMatchObject({ ok: true })

    await pairMutations(pairs).end((await pairs.findOne({ _id: 'q' }))!, 'coach', monday)
    expect(await resolve(planned!, monday, '2026-06-19')).toEqual({ ok: false, ended: 'not-needed' })
    await commitments.insertOne({ ...commitment('after', '2026-06-19', monday), ...of, slot: 1 })
    await planDue(monday)
    expect(await reminders.countDocuments({ tenantId: 't', oid: 'd', kind: 'due', subject: 'after' })).toBe(0)
  })

  test('a deletion request of one member is announced once to the other, and not when both asked', async () => {
    const conversations = await database.collection(conversationSpec)
    const commitments = await database.collection(commitmentSpec)
    const pairs = await database.collection(pairSpec)
    const reminders = await database.collection(reminderSpec)
    await pairs.insertOne({
      _id: 'r',
      tenantId: 't',
      key: 'e f',
      members: [
        { address: 'e', name: 'E', oid: 'e', role: 'coach' },
        { address: 'f', name: 'F', oid: 'f', role: 'employee' },
      ],
      createdAt: monday,
    })
    const parts = { reminders, commitments, conversations, pairs }
    const { planDue } = reminderPlanner({
      ...parts,
      people: personData(await database.collection(personSpec)),
      onFailure: () => undefined,
    })
    const resolve = reminderResolver(parts)
    const { end, askDeletion } = pairMutations(pairs)
    await end((await pairs.findOne({ _id: 'r' }))!, 'coach', monday)
    await askDeletion('r', 'coach', monday)
    await askDeletion('r', 'coach', monday)
    await planDue(monday)
    await planDue(monday)
    const planned = await reminders.find({ pairId: 'r' }).toArray()
    expect(planned.map(({ oid, kind }) => [oid, kind])).toEqual([['f', 'deletion']])
    const until = new Date(monday.getTime() + 30 * 86_400_000)
    expect(await resolve(planned[0]!, monday, '2026-06-08')).toEqual({
      ok: true,
      item: { kind: 'deletion', other: 'E', until },
    })
    // A server that was down that long: there is nothing left to take out.
    expect(await resolve(planned[0]!, until, '2026-07-08')).toMatchObject({ ok: false })
    await askDeletion('r', 'employee', monday)
    await planDue(monday)
    expect(await resolve(planned[0]!, monday, '2026-06-08')).toMatchObject({ ok: false })
    expect(await reminders.countDocuments({ pairId: 'r' })).toBe(1)
  })
})
