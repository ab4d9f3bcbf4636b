import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownDatabase } from '../../tests/support/database-uri.ts'
import type { Database } from '../database/collection.ts'
import { openDatabase } from '../database/open.ts'
import type { Wording } from './agreed.ts'
import { commitmentSpec } from './collection.ts'
import { commitmentMaking } from './making-mutations.ts'
import type { CommitmentScope } from './mutations.ts'
import { commitmentSlots, slotSpec } from './slot-mutations.ts'

const dir = mkdtempSync(join(tmpdir(), 'groei-commitments-'))
let database: Database
beforeAll(async () => {
  database = await openDatabase({ uri: ownDatabase(), dir })
})
afterAll(async () => {
  await database.close()
  rmSync(dir, { recursive: true, force: true })
})

const at = new Date('2026-06-02T08:00:00Z')
const later = (seconds: number) => new Date(at.getTime() + seconds * 1000)
const input: Wording = { owner: 'coach', what: 'Bellen', firstStep: '', due: null, criterion: '', ifThen: '' }
const id = () => crypto.randomUUID()
const limit = 2

/** A conversation without commitments. */
async function conversation() {
  const commitments = await database.collection(commitmentSpec)
  const slots = await database.collection(slotSpec)
  const conversationId = id()
  const scope: CommitmentScope = { tenantId: 't', pairId: id(), conversationId, start: at, at, by: 'coach' }
  const { make, remove } = commitmentMaking(commitments, commitmentSlots(slots, commitments))
  return {
    commitments,
    slots,
    scope,
    make: async (_id = id(), when = at) =>
      (await make(_id, input, { ...scope, at: when }, limit)) !== 'no-place',
    remove: async (_id: string) => {
      const found = await commitments.findOne({ _id })
      return found !== null && (await remove(found))
    },
    made: () => commitments.find({ conversationId }, { sort: { slot: 1 } }).toArray(),
  }
}

describe('the places for commitments in a conversation', () => {
  test('of twenty that are made at once, as many are made as there are places', async () => {
    const { make, made } = await conversation()
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => make()))
    expect(outcomes.filter(Boolean)).toHaveLength(limit)
    expect((await made()).map(({ slot }) => slot)).toEqual([0, 1])
  })

  test('the same request twenty times at once makes one, and leaves the other scope free', async () => {
    const { make, made } = await conversation()
    const mine = id()
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => make(mine)))
    expect(outcomes.every(Boolean)).toBe(true)
    expect((await made()).map(({ _id }) => _id)).toEqual([mine])
    expect(await make()).toBe(true)
  })

  test('a scope is free again when its commitment is removed, and the same request finds it', async () => {
    const { make, remove, made } = await conversation()
    const [first, second] = [id(), id()]
    await make(first)
    await make(second)
    expect(await make()).toBe(false)
    expect(await remove(first)).toBe(true)
    expect(await remove(first)).toBe(false)
    expect(await make()).toBe(true)
    expect(await make(second)).toBe(true)
    expect((await made()).map(({ slot }) => slot)).toEqual([0, 1])
  })

  test('a scope that a server took and died is given away after a minute, not before', async () => {
    const { make, slots, scope, made } = await conversation()
    for (const slot of [0, 1])
      await slots.insertOne({
        _id: `${scope.conversationId}.${slot}`,
        tenantId: 't',
        pairId: scope.pairId,
        commitmentId: id(),
        at,
      })
    expect(await make(id(), later(59))).toBe(false)
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => make(id(), later(61))))
    expect(outcomes.filter(Boolean)).toHaveLength(limit)
    expect((await made()).map(({ slot }) => slot)).toEqual([0, 1])
  })

  test('a scope that a commitment took besides its own is given away after a minute', async () => {
    const { make, slots, scope, made } = await conversation()
    const mine = id()
    expect(await make(mine)).toBe(true)
    const { tenantId, pairId, conversationId } = scope
    await slots.insertOne({ _id: `${conversationId}.1`, tenantId, pairId, commitmentId: mine, at })
    expect(await make(id(), later(59))).toBe(false)
    expect(await make(id(), later(61))).toBe(true)
    expect((await made()).map(({ slot }) => slot)).toEqual([0, 1])
  })
})
