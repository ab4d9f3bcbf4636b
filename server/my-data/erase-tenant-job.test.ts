import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openCollections, specs } from '../collections.ts'
import type { Collection, Document } from '../database/collection.ts'
import { openDatabase } from '../database/open.ts'
import { GraphFailure } from '../graph/failure.ts'
import type { SealedSpec } from '../sealing/declaration.ts'
import { storedSpec } from '../sealing/stored-spec.ts'
import { eraseTenant } from './erase-tenant-job.ts'
import { tenantsKept } from './tenants-plugin.ts'

const dir = mkdtempSync(join(tmpdir(), 'groei-erase-tenant-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))
const [gone, stays] = ['11111111-0000-0000-0000-000000000000', '11111111-0000-0000-0000-000000000001']

describe('erasing a tenant', () => {
  test('every collection loses all of that tenant, by field and by name, and nothing of another', async () => {
    const database = await openDatabase({ uri: undefined, dir })
    const { collections } = await openCollections(database, [])
    // As they are stored: what is in them is of no matter here.
    const all: [string, Collection<Document>][] = []
    for (const [name, spec] of Object.entries(specs as Record<string, SealedSpec<Document>>))
      all.push([name, await database.collection(storedSpec(spec))])
    for (const tenantId of [gone, stays])
      for (const [name, collection] of all) {
        const subscription = { id: `of ${tenantId}` }
        await collection.insertOne({ _id: `${name} ${tenantId}`, tenantId, oid: 'o', subscription } as never)
        // Some are named after their tenant, or begin with it, and have no such field.
        await collection.insertOne({ _id: tenantId } as never)
        await collection.insertOne({ _id: `${tenantId}.more` } as never)
      }
    expect([...(await tenantsKept(collections))]).toEqual([gone, stays])

    const asked: string[] = []
    const end = async (_person: unknown, id: string) => {
      asked.push(id)
      throw new GraphFailure('interaction-required', 'no-account')
    }
    const done = await eraseTenant(collections, gone, end)
    expect(asked).toEqual([`of ${gone}`])
    expect(done).toEqual({
      subscriptions: { ended: 0, left: 1 },
      deleted: Object.fromEntries(Object.keys(specs).map((name) => [name, 3])),
    })
    for (const [name, collection] of all) {
      const left = await collection.find({ _id: { $gt: '' } }, { sort: { _id: 1 } }).toArray()
      expect(
        left.map(({ _id }) => _id),
        name,
      ).toEqual([stays, `${stays}.more`, `${name} ${stays}`])
    }
    expect([...(await tenantsKept(collections))]).toEqual([stays])
    // Once more it does no more.
    const again = await eraseTenant(collections, gone, end)
    expect([asked.length, Object.values(again.deleted).every((count) => count === 0)]).toEqual([1, true])
    await database.close()
  })
})
