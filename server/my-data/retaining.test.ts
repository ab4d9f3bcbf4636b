import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../database/open.ts'
import { personId, personSpec } from '../person/collection.ts'
import { personMutations } from '../person/mutations.ts'
import { retaining } from './retaining.ts'

const dir = mkdtempSync(join(tmpdir(), 'groei-retaining-'))
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
    const look = await retaining(
      database,
      async ({ oid }) => {
        if (dying) throw new Error('killed')
        forgotten.push(oid)
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
