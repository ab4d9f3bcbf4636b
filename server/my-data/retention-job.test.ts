import { mkdtempSync, rmSync } from 'node:fs'
import { personId } from '../contract/person-key.ts'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { auditSpec } from '../audit/collection.ts'
import { openCollections } from '../collections.ts'
import { observed } from '../../tests/support/count-commands.ts'
import { openDatabase } from '../database/open.ts'
import { personSpec } from '../person/collection.ts'
import { personMutations } from '../person/mutations.ts'
import { retentionJob } from './retention-job.ts'

const dir = mkdtempSync(join(tmpdir(), 'groei-retentionJob-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const person = { tenantId: 't', oid: 'tom' }
const later = new Date('2028-07-01T00:00:00Z')

describe('retention of persons', () => {
  test('a person who is half forgotten when the server dies is forgotten completely by the next retention pass', async () => {
    const database = await openDatabase({ uri: undefined, dir })
    const people = await database.collection(personSpec)
    await personMutations(people).seen(person, 'nl', 'Europe/Amsterdam', new Date('2026-06-02T00:00:00Z'))
    const forgotten: string[] = []
    let dying = true
    const look = retentionJob(
      await openCollections(database, []),
      {
        tokens: async ({ oid }) => {
          if (dying) throw new Error('killed')
          forgotten.push(oid)
        },
        key: async () => undefined,
      },
      () => undefined,
    )
    await expect(look('t', later)).rejects.toThrow('killed')
    dying = false
    expect(await look('t', later)).toBe(true)
    expect([forgotten, await people.findOne({ _id: personId(person) })]).toEqual([['tom'], null])
    expect(await look('t', later)).toBe(false)
    await database.close()
  })
})

describe('counting from when things were made', () => {
  test('what was made of many people since the last look costs as few commands as of one', async () => {
    const database = await openDatabase({ uri: undefined, dir })
    const commands: string[] = []
    const look = retentionJob(
      await openCollections(
        observed(database, (name) => commands.push(name)),
        [],
      ),
      { tokens: async () => undefined, key: async () => undefined },
      () => undefined,
    )
    const people = await database.collection(personSpec)
    const looked = async (count: number, at: Date) => {
      for (let n = 0; n < count; n += 1) {
        const oid = crypto.randomUUID()
        await people.insertOne({ _id: personId({ tenantId: 'many', oid }), tenantId: 'many', oid } as never)
      }
      commands.length = 0
      while (await look('many', at));
      expect(await people.countDocuments({ tenantId: 'many', retainFrom: at })).toBe(count)
      return commands.length
    }
    const ofOne = await looked(1, new Date('2026-06-02T00:00:00Z'))
    expect(await looked(150, new Date('2026-06-03T00:00:00Z'))).toBe(ofOne)
    await database.close()
  })
})

describe('retention of the audit log', () => {
  test('events older than the retention period go, also of pairs that go on, and no others', async () => {
    const database = await openDatabase({ uri: undefined, dir })
    const log = await database.collection(auditSpec)
    const days = (ago: number) => new Date(later.getTime() - ago * 24 * 60 * 60_000)
    const events = Array.from({ length: 500 }, (_, n) => ({ _id: `old ${n}`, tenantId: 't', at: days(731) }))
    events.push({ _id: 'young', tenantId: 't', at: days(729) })
    events.push({ _id: 'of another tenant', tenantId: 'u', at: days(731) })
    for (const event of events) await log.insertOne(event as never)
    const look = retentionJob(
      await openCollections(database, []),
      { tokens: async () => undefined, key: async () => undefined },
      () => undefined,
    )
    let steps = 0
    while (await look('t', later)) steps += 1
    expect(steps).toBe(3)
    expect(await log.countDocuments({ tenantId: 't', at: { $gte: new Date(0) } })).toBe(1)
    expect(await log.countDocuments({ tenantId: 'u', at: { $gte: new Date(0) } })).toBe(1)
    await database.close()
  })
})
