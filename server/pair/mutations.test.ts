import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../database/collection.ts'
import { derivedIds } from '../database/derived-id.ts'
import { openDatabase } from '../database/open.ts'
import type { OneOnOne } from '../meeting/one-on-one.ts'
import { ownDatabase } from '../../tests/support/database-uri.ts'
import { pairSpec, type PairDocument } from './collection.ts'
import { pairMutations } from './mutations.ts'

const dir = mkdtempSync(join(tmpdir(), 'groei-pair-'))
let database: Database
beforeAll(async () => {
  database = await openDatabase({ uri: ownDatabase(), dir })
})
afterAll(async () => {
  await database.close()
  rmSync(dir, { recursive: true, force: true })
})

const at = new Date('2026-06-02T08:00:00Z')
/** A pair whose second place is taken by `oid`, or free. */
async function pairWith(oid: string | null) {
  const pairs = await database.collection(pairSpec)
  const pair: PairDocument = {
    _id: crypto.randomUUID(),
    tenantId: 't',
    key: crypto.randomUUID(),
    members: [
      { address: 'coach@x.example', name: 'Coach', oid: 'coach', role: 'coach' },
      { address: 'shared@x.example', name: 'Employee', oid, role: 'employee' },
    ],
    createdAt: at,
  }
  await pairs.insertOne(pair)
  const bind = (who: string) =>
    pairMutations(pairs).bind(pair, { tenantId: 't', oid: who }, pair.members[1], {
      addresses: ['shared@x.example'],
      at,
    })
  return { pairs, pair, bind }
}

describe('tying a place in a pair to a person', () => {
  test('a free place goes to the first who has its address', async () => {
    const { bind } = await pairWith(null)
    expect((await bind('first'))?.members[1].oid).toBe('first')
    expect((await bind('second'))?.members[1].oid).toBe('first')
  })

  test('a place that is taken stays with its person when another gets that address later', async () => {
    const { bind, pairs, pair } = await pairWith('earlier')
    expect((await bind('later'))?.members.map((one) => one.oid)).toEqual(['coach', 'earlier'])
    expect(await pairs.findOne({ _id: pair._id })).toEqual(pair)
  })

  test('of twenty who want it at once, one has it', async () => {
    const { bind } = await pairWith(null)
    const bound = await Promise.all(Array.from({ length: 20 }, (_one, n) => bind(`p${n}`)))
    expect(new Set(bound.map((pair) => pair?.members[1].oid)).size).toBe(1)
  })
})

describe('making the pair of a meeting', () => {
  const deriveId = derivedIds(Buffer.alloc(32))
  const between = (organiser: string, attendee: string): OneOnOne =>
    ({
      organiser: { address: organiser, name: organiser },
      attendee: { address: attendee, name: attendee },
      isOrganiser: true,
    }) as OneOnOne
  async function makes(organiser: string, attendee: string) {
    const pairs = pairMutations(await database.collection(pairSpec))
    const meeting = between(organiser, attendee)
    const made = { deriveId, hash: async (key: string) => key, at, addresses: [organiser] }
    const one = () => pairs.make({ tenantId: 't', oid: organiser }, meeting, 'coach', made)
    return { pairs, one, twenty: () => Promise.all(Array.from({ length: 20 }, one)) }
  }
  const ids = (made: { pair: PairDocument }[]) => new Set(made.map(({ pair }) => pair._id))

  test('of twenty who answer at once, one makes it and all get it', async () => {
    const { twenty } = await makes('a@x.example', 'b@x.example')
    const made = await twenty()
    expect(ids(made).size).toBe(1)
    expect(made.filter(({ isNew }) => isNew)).toHaveLength(1)
  })

  test('after their pair ended, was emptied, or both, the two get a new one, again one of twenty', async () => {
    const { pairs, one, twenty } = await makes('c@x.example', 'd@x.example')
    const seen = new Set<string>()
    for (let round = 0; round < 3; round += 1) {
      const made = await twenty()
      expect(ids(made).size).toBe(1)
      const { pair } = await one()
      expect(seen.has(pair._id)).toBe(false)
      seen.add(pair._id)
      await pairs.end(pair, 'coach', at)
      if (round === 1) await pairs.empty({ ...pair, deletion: { askedBy: ['coach'], due: at, next: at } }, at)
    }
  })
})
