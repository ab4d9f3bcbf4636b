import { createSecretKey, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { secretsOn } from '../../tests/support/secrets.ts'
import type { Database } from '../database/collection.ts'
import { openEmbedded } from '../database/embedded.ts'
import { KeysUnavailable, type Owner } from '../sealing/sealing.ts'
import { ownKeyWrapping, type KeyWrapping } from './key-wrapping.ts'
import { masterKeys } from './master-key.ts'
import { seal, unseal } from './seal.ts'
import { tokenVault } from './token-vault.ts'

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

const newKey = () => createSecretKey(randomBytes(32))
const server = (wrapping: KeyWrapping) => secretsOn(database, wrapping, () => new Date(clock))

describe('sealing a text with a key', () => {
  test('a sealed text opens only with the same key and context, and never looks the same twice', () => {
    const key = newKey()
    const sealed = seal(key, 'geheim 🌱', 'person')
    expect(unseal(key, sealed, 'person')).toBe('geheim 🌱')
    expect(seal(key, 'geheim 🌱', 'person')).not.toBe(sealed)
    expect(() => unseal(key, sealed, 'another')).toThrow()
    expect(() => unseal(newKey(), sealed, 'person')).toThrow()
    const bytes = Buffer.from(sealed, 'base64')
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    expect(() => unseal(key, bytes.toString('base64'), 'person')).toThrow()
  })
})

describe('a tag that was cut short', () => {
  test.each([4, 8, 12, 15])('a text with a tag of %i bytes does not open', (length) => {
    const key = newKey()
    const bytes = Buffer.from(seal(key, '', 'place'), 'base64')
    expect(() => unseal(key, bytes.subarray(0, 12 + length).toString('base64'), 'place')).toThrow()
    expect(unseal(key, bytes.toString('base64'), 'place')).toBe('')
  })
})

describe('master key', () => {
  test('the master key file is made once, for its owner only, even when two servers start at once', async () => {
    const file = join(dir, 'keys', 'master.key')
    const make = () => masterKeys({ given: undefined, file, previous: [] }, 'to-make')
    const [[one], [two]] = await Promise.all([make(), make()])
    expect(one!.equals(two!)).toBe(true)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(statSync(dirname(file)).mode & 0o777).toBe(0o700)
    expect(readdirSync(dirname(file))).toEqual(['master.key'])
    const given = randomBytes(32)
    const both = await masterKeys({ given: given.toString('base64'), file, previous: [] }, 'to-make')
    expect(both).toEqual([given, one])
    const none = join(dir, 'none', 'master.key')
    expect(await masterKeys({ given: undefined, file: none, previous: [] }, 'elsewhere')).toEqual([])
  })

  test('no other master key is made where the database was sealed with one, and the words say what to do', async () => {
    const file = join(dir, 'lost', 'master.key')
    const lost = masterKeys({ given: undefined, file, previous: [] }, 'needed')
    await expect(lost).rejects.toThrow(
      /is not there, and the database holds keys that it wrapped: put the file back/,
    )
    expect(readdirSync(dir)).not.toContain('lost')
    const broken = join(dir, 'broken.key')
    writeFileSync(broken, 'not a key')
    await expect(masterKeys({ given: undefined, file: broken, previous: [] }, 'needed')).rejects.toThrow(
      /does not hold a key: put the file back/,
    )
  })

  test('a key in the file that somebody made up is refused, and opens what it wrapped once there is a better one', async () => {
    const file = join(dir, 'weak.key')
    const weak = Buffer.from(Array.from({ length: 32 }, (_one, at) => at))
    writeFileSync(file, weak.toString('base64'))
    for (const whether of ['to-make', 'needed'] as const)
      await expect(masterKeys({ given: undefined, file, previous: [] }, whether)).rejects.toThrow(
        /not random/,
      )
    const given = randomBytes(32)
    const both = await masterKeys({ given: given.toString('base64'), file, previous: [] }, 'needed')
    expect(both).toEqual([given, weak])
  })
})

describe('availability of the master key', () => {
  test('an unavailable master key is told apart from a wrong one, and a tenant’s key is asked for once an hour', async () => {
    const own = ownKeyWrapping(randomBytes(32))
    let there = true
    let asked = 0
    const wrapping: KeyWrapping = {
      ...own,
      unwrap: async (wrapped, context) => {
        asked += 1
        if (!there) throw new KeysUnavailable('KeyDisabled')
        return own.unwrap(wrapped, context)
      },
    }
    const owners = Array.from({ length: 30 }, (_, at): Owner => ({ tenantId: 't', of: 'pair', id: `p${at}` }))
    const { sealing } = await server(wrapping)
    const texts = await Promise.all(owners.map((owner) => sealing.seal(owner, 'place', 'tekst')))
    const openAll = () =>
      Promise.all(owners.map((owner, at) => sealing.open(owner, 'place', texts[at]!.sealed)))
    // One unwrap of the tenant's key, whatever the number of pairs, and however often their own keys are read again.
    for (let minutes = 0; minutes < 55; minutes += 5) {
      expect((await openAll()).every(({ ok }) => ok)).toBe(true)
      clock += 5 * 60_000
    }
    expect(asked).toBe(1)
    there = false
    expect((await sealing.open(owners[0]!, 'place', texts[0]!.sealed)).ok).toBe(true)
    clock += 16 * 60_000
    expect(new Set((await openAll()).map((one) => !one.ok && one.reason))).toEqual(
      new Set(['keys-unavailable']),
    )
    await expect(sealing.seal(owners[0]!, 'place', 'nieuw')).rejects.toThrow(KeysUnavailable)
    there = true
    expect((await openAll()).every(({ ok }) => ok)).toBe(true)
  })
})

describe('token vault', () => {
  test('a token cache is unreadable in the database, and one that cannot be opened counts as absent', async () => {
    const { collections } = await server(ownKeyWrapping(randomBytes(32)))
    const vault = tokenVault(collections.tokenCaches, () => new Date())
    const person = { tenantId: 't', oid: 'o' }
    await vault.save(person, 'refresh-token-of-sanne')
    expect(await vault.load(person)).toBe('refresh-token-of-sanne')
    expect(await vault.load({ tenantId: 't', oid: 'other' })).toBeNull()
    const stranger = tokenVault(
      (await server(ownKeyWrapping(randomBytes(32)))).collections.tokenCaches,
      () => new Date(),
    )
    expect(await stranger.load(person)).toBeNull()
    // Nothing of it is written over: the key may come back.
    await stranger.save(person, 'another')
    expect(await vault.load(person)).toBe('refresh-token-of-sanne')
    await vault.forget(person)
    expect(await vault.load(person)).toBeNull()
    expect(readFileSync(join(data, 'groei.db')).includes('refresh-token-of-sanne')).toBe(false)
  })

  test('a worker renews a token cache, and brings none back of a person who was forgotten meanwhile', async () => {
    const { collections } = await server(ownKeyWrapping(randomBytes(32)))
    const vault = tokenVault(collections.tokenCaches, () => new Date())
    const person = { tenantId: 't', oid: 'renewed' }
    await vault.save(person, 'first')
    expect([await vault.renew(person, 'second'), await vault.load(person)]).toEqual([true, 'second'])
    await vault.forget(person)
    expect([await vault.renew(person, 'third'), await vault.load(person)]).toEqual([false, null])
  })
})
