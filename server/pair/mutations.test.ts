import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../database/collection.ts'
import { openDatabase } from '../database/open.ts'
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
