import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ownDatabase } from '../../tests/support/database-uri.ts'
import { secretsOn } from '../../tests/support/secrets.ts'
import type { Database } from '../database/collection.ts'
import { openDatabase } from '../database/open.ts'
import { KeysUnavailable, OwnerGone, type Owner } from '../sealing/sealing.ts'
import type { KeyRing } from './collection.ts'
import { keyRings } from './key-ring.ts'
import { ownKeyWrapping, type KeyWrapping } from './key-wrapping.ts'

const dir = mkdtempSync(join(tmpdir(), 'groei-keys-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

let database: Database
let clock: number
let wrapping: KeyWrapping
beforeEach(async () => {
  database = await openDatabase({ uri: ownDatabase(), dir: mkdtempSync(join(dir, 'data-')) })
  clock = Date.parse('2026-06-02T08:00:00Z')
  wrapping = ownKeyWrapping(randomBytes(32))
})
afterEach(() => database.close())

const now = () => new Date(clock)
const server = (master = wrapping) => secretsOn(database, master, now)
const pair: Owner = { tenantId: 't', of: 'pair', id: 'p' }
const person: Owner = { tenantId: 't', of: 'person', id: 'p' }
const organisation: Owner = { tenantId: 't', of: 'tenant', id: '' }
const unreadable = { ok: false, reason: 'unreadable' }

describe('data keys', () => {
  test.each([pair, person, organisation])(
    'of several servers that need one at once one makes it: %o',
    async (owner) => {
      const servers = await Promise.all(Array.from({ length: 4 }, () => server()))
      const texts = await Promise.all(
        servers.map(({ sealing }, at) => sealing.seal(owner, 'place', `tekst ${at}`)),
      )
      const hashes = await Promise.all(
        servers.map(({ sealing }) => sealing.hash('t', 'pairs.address', 'milan@x')),
      )
      expect(new Set(hashes).size).toBe(1)
      for (const { sealing } of servers)
        for (const [at, { sealed }] of texts.entries())
          expect(await sealing.open(owner, 'place', sealed)).toEqual({ ok: true, text: `tekst ${at}` })
      const rings = await database.collection<KeyRing>({
        name: 'tenantKeys',
        scope: { of: 'tenant' },
        indexes: [],
      })
      expect((await rings.findOne({ _id: 't' }))?.keys).toHaveLength(1)
    },
  )

  test.each([pair, person])(
    'no key is made for whoever was deleted elsewhere between the opening of a text and its sealing: %o',
    async (owner) => {
      const [one, other] = [await server(), await server()]
      const { sealed } = await one.sealing.seal(owner, 'place', 'tekst')
      await other.sealing.forget(owner)
      // A newer one is wanted, as in a rotation, and the text still opens with what the server has in memory.
      await other.keys.owners.tenant.renew({ _id: 't.texts', tenantId: 't' })
      one.keys.drop('t.texts')
      expect(await one.sealing.open(owner, 'place', sealed)).toMatchObject({ ok: true })
      await expect(one.sealing.seal(owner, 'place', 'tekst', sealed)).rejects.toThrow(OwnerGone)
      const { pairKeys, personKeys } = one.collections
      for (const rings of [pairKeys, personKeys])
        expect(await rings.find({ tenantId: 't' }).toArray()).toEqual([])
    },
  )

  test('a text opens for its owner alone, where it was sealed, with its version of the key', async () => {
    const { sealing } = await server()
    const others: Owner[] = [
      person,
      organisation,
      { ...pair, id: 'q' },
      { ...pair, tenantId: 'u', id: 'q2' },
      { ...pair, tenantId: 'u' },
    ]
    for (const one of [pair, ...others.slice(0, 4)]) await sealing.seal(one, 'place', 'iets')
    const { sealed, keyVersion } = await sealing.seal(pair, 'place', 'tekst')
    expect([sealed.split('.')[0], keyVersion]).toEqual(['d1', 1])
    for (const one of others) expect(await sealing.open(one, 'place', sealed)).toEqual(unreadable)
    expect(await sealing.open(pair, 'elsewhere', sealed)).toEqual(unreadable)
    for (const other of [
      sealed.replace('d1', 'd7'),
      sealed.replace('d1', 'k1'),
      sealed.slice(3),
      '',
      'd1.',
      'x',
    ])
      expect(await sealing.open(pair, 'place', other)).toEqual(unreadable)
    expect(await sealing.open(pair, 'place', sealed)).toEqual({ ok: true, text: 'tekst' })
  })

  test('a wrapped key that is put in another owner’s place does not open there', async () => {
    const { sealing, collections } = await server()
    const { sealed } = await sealing.seal(pair, 'place', 'tekst')
    await sealing.seal({ ...pair, id: 'q' }, 'place', 'iets')
    const { keys } = (await collections.pairKeys.findOne({ _id: 'p' }))!
    await collections.pairKeys.updateOne({ _id: 'q' }, { $set: { keys } })
    const fresh = await server()
    expect(await fresh.sealing.open({ ...pair, id: 'q' }, 'place', sealed)).toEqual(unreadable)
    await expect(fresh.sealing.seal({ ...pair, id: 'q' }, 'place', 'x')).rejects.toThrow(KeysUnavailable)
    expect((await fresh.sealing.open(pair, 'place', sealed)).ok).toBe(true)
  })

  test('a version that another server made since opens at once, and one that looked before overwrites none', async () => {
    const [one, two] = [await server(), await server()]
    const { sealed } = await one.sealing.seal(pair, 'place', 'tekst')
    expect((await two.sealing.open(pair, 'place', sealed)).ok).toBe(true)
    const seen = (await one.collections.pairKeys.findOne({ _id: 'p' }))!
    await one.keys.tenants.renew({ _id: 't', tenantId: 't' })
    await one.keys.owners.pair.renew({ _id: 'p', tenantId: 't' })
    const later = await one.sealing.seal(pair, 'place', 'later')
    expect(later.keyVersion).toBe(2)
    expect(await one.keys.owners.pair.rewrap(seen)).toBe(false)
    for (const { sealing } of [one, two, await server()])
      for (const text of [sealed, later.sealed])
        expect((await sealing.open(pair, 'place', text)).ok).toBe(true)
  })

  test('a hash tells the tenant and the purpose apart, and says nothing of the value', async () => {
    const { sealing } = await server()
    const hash = await sealing.hash('t', 'pairs.address', 'milan@x')
    expect(hash).toMatch(/^[\w-]{43}$/)
    expect(await sealing.hash('t', 'pairs.address', 'milan@x')).toBe(hash)
    for (const other of [
      sealing.hash('u', 'pairs.address', 'milan@x'),
      sealing.hash('t', 'people.address', 'milan@x'),
      sealing.hash('t', 'pairs.address', 'Milan@x'),
    ])
      expect(await other).not.toBe(hash)
  })
})

describe('a key that is deleted', () => {
  test('opens nothing any more, what a backup of the data holds neither, and the rest goes on', async () => {
    const before = await server()
    const backup = await before.sealing.seal(pair, 'place', 'tekst')
    const other = await before.sealing.seal({ ...pair, id: 'q' }, 'place', 'iets')
    await before.sealing.forget(pair)
    expect(before.forgotten).toEqual(['p'])
    // With the master key, and all keys that are left.
    for (const { sealing } of [before, await server()]) {
      expect(await sealing.open(pair, 'place', backup.sealed)).toEqual(unreadable)
      expect((await sealing.open({ ...pair, id: 'q' }, 'place', other.sealed)).ok).toBe(true)
    }
    // A late request makes another key, which opens nothing of before.
    await before.sealing.seal(pair, 'place', 'later')
    expect(await before.sealing.open(pair, 'place', backup.sealed)).toEqual(unreadable)
  })

  test('is gone from another server’s memory when it is told, and within ten minutes when it is not', async () => {
    const [one, two, three] = [await server(), await server(), await server()]
    const { sealed } = await one.sealing.seal(pair, 'place', 'tekst')
    for (const { sealing } of [two, three]) expect((await sealing.open(pair, 'place', sealed)).ok).toBe(true)
    await one.sealing.forget(pair)
    for (const ring of one.forgotten) two.keys.drop(ring)
    expect(await two.sealing.open(pair, 'place', sealed)).toEqual(unreadable)
    expect((await three.sealing.open(pair, 'place', sealed)).ok).toBe(true)
    clock += 10 * 60_000
    expect(await three.sealing.open(pair, 'place', sealed)).toEqual(unreadable)
  })

  test('of a person who left: what is sealed of them meanwhile is refused, and nothing of them comes back', async () => {
    const { sealing, collections, departures } = await server()
    await sealing.seal(person, 'place', 'tekst')
    await departures.leave({ tenantId: 't', oid: 'p' }, now())
    await sealing.forget(person)
    await expect(sealing.seal(person, 'place', 'late')).rejects.toThrow(KeysUnavailable)
    expect(await collections.personKeys.findOne({ _id: 't.p' })).toBeNull()
    await departures.beginAnew({ tenantId: 't', oid: 'p' })
    const anew = await sealing.seal(person, 'place', 'nieuw')
    expect(await (await server()).sealing.open(person, 'place', anew.sealed)).toMatchObject({ text: 'nieuw' })
  })
})

describe('a key that is lost', () => {
  test('another master key opens nothing and writes nothing, and the right one opens everything again', async () => {
    const { sealing, collections } = await server()
    const { sealed } = await sealing.seal(pair, 'place', 'tekst')
    const all = async () =>
      JSON.stringify(
        await Promise.all(
          [collections.tenantKeys, collections.pairKeys, collections.organisationKeys].map((one) =>
            one.find({ tenantId: 't' }).toArray(),
          ),
        ),
      )
    const kept = await all()
    const stranger = await server(ownKeyWrapping(randomBytes(32)))
    const closed = { ok: false, reason: 'keys-unavailable' }
    expect(await stranger.sealing.open(pair, 'place', sealed)).toEqual(closed)
    for (const owner of [pair, { ...pair, id: 'new' }, person, organisation])
      await expect(stranger.sealing.seal(owner, 'place', 'x')).rejects.toThrow(KeysUnavailable)
    await expect(stranger.sealing.hash('t', 'a', 'b')).rejects.toThrow(KeysUnavailable)
    expect(await all()).toBe(kept)
    expect((await (await server()).sealing.open(pair, 'place', sealed)).ok).toBe(true)
  })

  test('without the keys of a tenant no others are made in their place', async () => {
    const { sealing, collections } = await server()
    await sealing.seal(pair, 'place', 'tekst')
    const tenant = (await collections.tenantKeys.findOne({ _id: 't' }))!
    await collections.tenantKeys.deleteMany({ _id: 't' })
    const without = await server()
    for (const owner of [pair, person, organisation])
      await expect(without.sealing.seal(owner, 'place', 'x')).rejects.toThrow('another-key')
    expect(await without.keys.isLost('t')).toBe(true)
    await collections.tenantKeys.insertOne(tenant)
    await collections.organisationKeys.deleteMany({ tenantId: 't' })
    await expect((await server()).sealing.seal(pair, 'place', 'x')).rejects.toThrow('key-missing')
  })

  test('one pair’s key that was damaged is that pair’s trouble alone', async () => {
    const { sealing, collections } = await server()
    const { sealed } = await sealing.seal(pair, 'place', 'tekst')
    const other = await sealing.seal({ ...pair, id: 'q' }, 'place', 'iets')
    const ring = (await collections.pairKeys.findOne({ _id: 'p' }))!
    const [key] = ring.keys
    const damaged = [{ ...key!, wrapped: { ...key!.wrapped, bytes: randomBytes(60).toString('base64') } }]
    await collections.pairKeys.updateOne({ _id: 'p' }, { $set: { keys: damaged } })
    const after = await server()
    expect(await after.sealing.open(pair, 'place', sealed)).toEqual(unreadable)
    await expect(after.sealing.seal(pair, 'place', 'x')).rejects.toThrow(KeysUnavailable)
    expect((await after.sealing.open({ ...pair, id: 'q' }, 'place', other.sealed)).ok).toBe(true)
    await after.sealing.seal({ ...pair, id: 'q' }, 'place', 'meer')
    // A new version is not made above one that may come back.
    await after.keys.owners.tenant.renew({ _id: 't.texts', tenantId: 't' })
    await expect(after.sealing.seal(pair, 'place', 'x')).rejects.toThrow('another-key')
    expect((await collections.pairKeys.findOne({ _id: 'p' }))!.keys).toHaveLength(1)
    await collections.pairKeys.updateOne({ _id: 'p' }, { $set: { keys: ring.keys } })
    expect((await (await server()).sealing.open(pair, 'place', sealed)).ok).toBe(true)
  })
})

describe('keys in memory', () => {
  test('are of so many owners at most, those that were used last', async () => {
    const { collections } = await server()
    let reads = 0
    const counting = {
      ...collections.pairKeys,
      findOne: (...given: Parameters<typeof collections.pairKeys.findOne>) => {
        reads += 1
        return collections.pairKeys.findOne(...given)
      },
    }
    const rings = keyRings(counting, {
      kind: 'pair',
      parentOf: () => wrapping,
      mayBegin: async () => true,
      keptFor: 60_000,
      most: 3,
      now,
    })
    const use = (id: string) => rings.current({ _id: id, tenantId: 't' })
    for (const id of ['a', 'b', 'c']) await use(id)
    await use('a')
    await use('d')
    reads = 0
    for (const id of ['a', 'c', 'd']) await use(id)
    expect(reads).toBe(0)
    await use('b')
    expect(reads).toBe(1)
  })
})
