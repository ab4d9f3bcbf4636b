import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '../database/collection.ts'
import { openEmbedded } from '../database/embedded.ts'
import { sealedCollection } from '../sealing/sealed-collection.ts'
import { KeysUnavailable, type Owner, type Reseal, type Sealed, type Sealing } from '../sealing/sealing.ts'
import { storedSpec } from '../sealing/stored-spec.ts'
import { dataKeys, dataKeySpec } from './data-keys.ts'
import { ownKeyWrapping, wrappingOf, type KeyWrapping } from './key-wrapping.ts'
import { masterKeys } from './master-key.ts'
import { rotate } from './rotation.ts'
import { seal, unseal } from './seal.ts'
import { tenantSealing } from './tenant-sealing.ts'
import { tokenCacheSpec, tokenVault } from './token-vault.ts'

const dir = mkdtempSync(join(tmpdir(), 'groei-secrets-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

let database: Database
let data: string
let clock: number
beforeEach(async () => {
  data = mkdtempSync(join(dir, 'data-'))
  database = await openEmbedded(data)
  clock = Date.parse('2026-06-02T08:00:00Z')
})
afterEach(() => database.close())

const now = () => new Date(clock)
const days = (count: number) => count * 24 * 60 * 60_000
/** A server of its own, with its own memory, on the one database. */
async function server(wrapping: KeyWrapping) {
  const keys = dataKeys(await database.collection(dataKeySpec), wrapping, now)
  return { keys, sealing: tenantSealing(keys) }
}

const of = (tenantId: string): Owner => ({ tenantId, of: 'tenant', id: '' })
const cachesOf = async (sealing: Sealing) =>
  sealedCollection(await database.collection(storedSpec(tokenCacheSpec)), tokenCacheSpec, sealing)

describe('sealing a text with a key', () => {
  test('a sealed text opens only with the same key and context, and never looks the same twice', () => {
    const key = randomBytes(32)
    const sealed = seal(key, 'geheim 🌱', 'person')
    expect(unseal(key, sealed, 'person')).toBe('geheim 🌱')
    expect(seal(key, 'geheim 🌱', 'person')).not.toBe(sealed)
    expect(() => unseal(key, sealed, 'another')).toThrow()
    expect(() => unseal(randomBytes(32), sealed, 'person')).toThrow()
    const bytes = Buffer.from(sealed, 'base64')
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    expect(() => unseal(key, bytes.toString('base64'), 'person')).toThrow()
  })
})

describe('a tag that was cut short', () => {
  test.each([4, 8, 12, 15])('a text with a tag of %i bytes does not open', (length) => {
    const key = randomBytes(32)
    const bytes = Buffer.from(seal(key, '', 'place'), 'base64')
    expect(() => unseal(key, bytes.subarray(0, 12 + length).toString('base64'), 'place')).toThrow()
    expect(unseal(key, bytes.toString('base64'), 'place')).toBe('')
  })
})

describe('master key', () => {
  test('the master key file is made once, for its owner only, even when two servers start at once', async () => {
    const file = join(dir, 'keys', 'master.key')
    const make = () => masterKeys({ given: undefined, file, previous: [] }, true)
    const [[one], [two]] = await Promise.all([make(), make()])
    expect(one!.equals(two!)).toBe(true)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(statSync(dirname(file)).mode & 0o777).toBe(0o700)
    expect(readdirSync(dirname(file))).toEqual(['master.key'])
    const given = randomBytes(32)
    const both = await masterKeys({ given: given.toString('base64'), file, previous: [] }, true)
    expect(both).toEqual([given, one])
    const none = join(dir, 'none', 'master.key')
    expect(await masterKeys({ given: undefined, file: none, previous: [] }, false)).toEqual([])
  })
})

describe('data keys of a tenant', () => {
  test('several servers that need a tenant’s first data key make one, and each opens what another sealed', async () => {
    const wrapping = ownKeyWrapping(randomBytes(32))
    const servers = await Promise.all(Array.from({ length: 4 }, () => server(wrapping)))
    const texts = await Promise.all(
      servers.map(({ sealing }, at) => sealing.seal(of('t'), 'place', `tekst ${at}`)),
    )
    expect(texts.map((one) => one.keyVersion)).toEqual([1, 1, 1, 1])
    for (const { sealing } of servers)
      for (const [at, { sealed }] of texts.entries())
        expect(await sealing.open(of('t'), 'place', sealed)).toEqual({ ok: true, text: `tekst ${at}` })
  })

  test('a sealed text opens only for its tenant and place, with the master key that wrapped its data key', async () => {
    const master = randomBytes(32)
    const { sealing } = await server(ownKeyWrapping(master))
    const { sealed } = await sealing.seal(of('t'), 'place', 'tekst')
    const unreadable = { ok: false, reason: 'unreadable' }
    await sealing.seal(of('other'), 'place', 'iets')
    expect(await sealing.open(of('other'), 'place', sealed)).toEqual(unreadable)
    expect(await sealing.open(of('t'), 'elsewhere', sealed)).toEqual(unreadable)
    expect(await sealing.open(of('t'), 'place', sealed.replace('k1.', 'k7.'))).toEqual(unreadable)
    const stranger = await server(ownKeyWrapping(randomBytes(32)))
    expect(await stranger.sealing.open(of('t'), 'place', sealed)).toEqual(unreadable)
    // With another master key there is a key of its own from now on; what was there waits for the one it knows.
    expect((await stranger.sealing.seal(of('t'), 'place', 'nieuw')).keyVersion).toBe(2)
    const back = await server(ownKeyWrapping(master))
    expect(await back.sealing.open(of('t'), 'place', sealed)).toEqual({ ok: true, text: 'tekst' })
  })
})

describe('wrapped data keys', () => {
  test('a data key put in another tenant’s place, or another version’s, does not open there', async () => {
    const wrapping = ownKeyWrapping(randomBytes(32))
    const { sealing } = await server(wrapping)
    const { sealed } = await sealing.seal(of('a'), 'place', 'tekst')
    await sealing.seal(of('b'), 'place', 'iets')
    const keys = await database.collection(dataKeySpec)
    const wrapped = (await keys.findOne({ tenantId: 'a' }))!.wrapped
    await keys.updateOne({ tenantId: 'b' }, { $set: { wrapped } })
    expect((await (await server(wrapping)).sealing.open(of('b'), 'place', sealed)).ok).toBe(false)
    expect((await (await server(wrapping)).sealing.open(of('a'), 'place', sealed)).ok).toBe(true)
    await expect(wrapping.unwrap(wrapped, 'a.1')).resolves.toHaveLength(32)
    for (const context of ['a.2', 'b.1', ''])
      await expect(wrapping.unwrap(wrapped, context)).resolves.toBeNull()
  })
})

describe('key rotation', () => {
  test('a data key is replaced after a year: old texts are sealed again, then the old key is deleted', async () => {
    const wrapping = ownKeyWrapping(randomBytes(32))
    const { keys, sealing } = await server(wrapping)
    const texts = new Map<string, Sealed>()
    for (const name of ['a', 'b', 'c']) texts.set(name, await sealing.seal(of('t'), name, name))
    const reseal: Reseal = async (tenantId, keyVersion) => {
      const [found] = [...texts].filter(([, one]) => one.keyVersion === keyVersion)
      if (!found) return 0
      const opened = await sealing.open(of(tenantId), found[0], found[1].sealed)
      if (opened.ok) texts.set(found[0], await sealing.seal(of(tenantId), found[0], opened.text))
      return 1
    }
    const step = () => rotate({ keys, places: [reseal], now }, 't')
    expect(await step()).toBe(false)
    clock += days(366)
    // A server that has not noticed yet still seals with the key before.
    const slow = await server(wrapping)
    expect((await slow.sealing.seal(of('t'), 'd', 'd')).keyVersion).toBe(1)
    while (await step());
    expect([...texts.values()].map((one) => one.keyVersion)).toEqual([2, 2, 2])
    texts.set('d', await slow.sealing.seal(of('t'), 'd', 'd'))
    expect(texts.get('d')!.keyVersion).toBe(1)
    clock += 11 * 60_000
    while (await step());
    expect((await keys.versions('t')).map((one) => one.version)).toEqual([2])
    for (const [name, { sealed }] of texts)
      expect(await sealing.open(of('t'), name, sealed)).toEqual({ ok: true, text: name })
  })

  test('a new master key wraps the data keys again, and the previous one is no longer needed', async () => {
    const [before, after] = [ownKeyWrapping(randomBytes(32)), ownKeyWrapping(randomBytes(32))]
    const { sealed } = await (await server(before)).sealing.seal(of('t'), 'place', 'tekst')
    const both = await server(wrappingOf([after, before]))
    expect(await both.sealing.open(of('t'), 'place', sealed)).toEqual({ ok: true, text: 'tekst' })
    while (await rotate({ keys: both.keys, places: [], now }, 't'));
    const alone = await server(after)
    expect(await alone.sealing.open(of('t'), 'place', sealed)).toEqual({ ok: true, text: 'tekst' })
    expect((await (await server(before)).sealing.open(of('t'), 'place', sealed)).ok).toBe(false)
  })

  test('a data key that the master key does not open is never deleted, and its texts stay unchanged', async () => {
    const { sealed } = await (
      await server(ownKeyWrapping(randomBytes(32)))
    ).sealing.seal(of('t'), 'place', 'x')
    const { keys, sealing } = await server(ownKeyWrapping(randomBytes(32)))
    await sealing.seal(of('t'), 'place', 'y')
    clock += days(1)
    let asked = 0
    const place: Reseal = async (_tenant, version) => (version === null ? 0 : (asked += 1))
    expect(await rotate({ keys, places: [place], now }, 't')).toBe(false)
    expect(asked).toBe(0)
    expect((await keys.versions('t')).map((one) => one.version)).toEqual([2, 1])
    expect(sealed.startsWith('k1.')).toBe(true)
  })
})

describe('availability of the master key', () => {
  test('an unavailable master key is told apart from a wrong one, and data keys are cached for an hour', async () => {
    const own = ownKeyWrapping(randomBytes(32))
    let there = true
    const wrapping: KeyWrapping = {
      ...own,
      unwrap: async (wrapped, context) => {
        if (!there) throw new KeysUnavailable('KeyDisabled')
        return own.unwrap(wrapped, context)
      },
    }
    const { sealing } = await server(wrapping)
    const { sealed } = await sealing.seal(of('t'), 'place', 'tekst')
    there = false
    expect(await sealing.open(of('t'), 'place', sealed)).toEqual({ ok: true, text: 'tekst' })
    clock += 61 * 60_000
    expect(await sealing.open(of('t'), 'place', sealed)).toEqual({ ok: false, reason: 'keys-unavailable' })
    await expect(sealing.seal(of('t'), 'place', 'nieuw')).rejects.toThrow(KeysUnavailable)
    there = true
    expect(await sealing.open(of('t'), 'place', sealed)).toEqual({ ok: true, text: 'tekst' })
  })
})

describe('token vault', () => {
  test('a token cache is unreadable in the database, and one that cannot be opened counts as absent', async () => {
    const { sealing } = await server(ownKeyWrapping(randomBytes(32)))
    const vault = tokenVault(await cachesOf(sealing), () => new Date())
    const person = { tenantId: 't', oid: 'o' }
    await vault.save(person, 'refresh-token-of-sanne')
    expect(await vault.load(person)).toBe('refresh-token-of-sanne')
    expect(await vault.load({ tenantId: 't', oid: 'other' })).toBeNull()
    const stranger = tokenVault(
      await cachesOf((await server(ownKeyWrapping(randomBytes(32)))).sealing),
      () => new Date(),
    )
    expect(await stranger.load(person)).toBeNull()
    await vault.forget(person)
    expect(await vault.load(person)).toBeNull()
    expect(readFileSync(join(data, 'groei.db')).includes('refresh-token-of-sanne')).toBe(false)
  })

  test('a worker renews a token cache, and brings none back of a person who was forgotten meanwhile', async () => {
    const { sealing } = await server(ownKeyWrapping(randomBytes(32)))
    const vault = tokenVault(await cachesOf(sealing), () => new Date())
    const person = { tenantId: 't', oid: 'renewed' }
    await vault.save(person, 'first')
    expect([await vault.renew(person, 'second'), await vault.load(person)]).toEqual([true, 'second'])
    await vault.forget(person)
    expect([await vault.renew(person, 'third'), await vault.load(person)]).toEqual([false, null])
  })
})
