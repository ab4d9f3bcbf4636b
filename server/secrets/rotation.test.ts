import { createSecretKey, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ownDatabase } from '../../tests/support/database-uri.ts'
import { secretsOn } from '../../tests/support/secrets.ts'
import type { Database } from '../database/collection.ts'
import { openDatabase } from '../database/open.ts'
import { KeysUnavailable, type Owner, type Reseal, type Sealed } from '../sealing/sealing.ts'
import { ownKeyWrapping, wrappingOf, type KeyWrapping } from './key-wrapping.ts'
import { rotation } from './rotation.ts'
import { seal } from './seal.ts'

const dir = mkdtempSync(join(tmpdir(), 'groei-rotation-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

let database: Database
let clock: number
let master: KeyWrapping
/** Sealed texts by their places, as documents of several pairs, a person and the organisation would be. */
let texts: Map<string, { owner: Owner } & Sealed>
beforeEach(async () => {
  database = await openDatabase({ uri: ownDatabase(), dir: mkdtempSync(join(dir, 'data-')) })
  clock = Date.parse('2026-06-02T08:00:00Z')
  master = ownKeyWrapping(randomBytes(32))
  texts = new Map()
})
afterEach(() => database.close())

const now = () => new Date(clock)
const days = (count: number) => count * 24 * 60 * 60_000
const owners: Owner[] = [
  ...['p1', 'p2', 'p3'].map((id): Owner => ({ tenantId: 't', of: 'pair', id })),
  { tenantId: 't', of: 'person', id: 'o' },
  { tenantId: 't', of: 'tenant', id: '' },
]
const placeOf = ({ of, id }: Owner) => `${of} ${id}`

/** A server of its own, with its own memory, that rotates the texts of this file. */
async function server(wrapping = master) {
  const secrets = await secretsOn(database, wrapping, now)
  const { sealing } = secrets
  const reseal: Reseal = async (tenantId, keyVersion) => {
    const [found] = [...texts].filter(
      ([, one]) => one.keyVersion === keyVersion && one.owner.tenantId === tenantId,
    )
    if (!found) return 0
    const [place, { owner, sealed }] = found
    const opened = await sealing.open(owner, place, sealed)
    if (opened.ok) texts.set(place, { owner, ...(await sealing.seal(owner, place, opened.text)) })
    else texts.set(place, { owner, sealed, keyVersion: -1 })
    return 1
  }
  const { step, ...rest } = rotation({ keys: secrets.keys, places: [reseal], now })
  const write = async (owner: Owner) =>
    texts.set(placeOf(owner), { owner, ...(await sealing.seal(owner, placeOf(owner), placeOf(owner))) })
  return {
    ...secrets,
    ...rest,
    step: () => step('t'),
    write,
    writeAll: async () => {
      for (const owner of owners) await write(owner)
    },
    async rotateAll(): Promise<number> {
      for (let steps = 0; ; steps += 1) if (!(await step('t'))) return steps
    },
    /** The places of texts that do not open. */
    async unreadable(): Promise<string[]> {
      const opened = await Promise.all(
        [...texts].map(async ([place, { owner, sealed }]) => {
          const one = await sealing.open(owner, place, sealed)
          return one.ok && one.text === place ? [] : [place]
        }),
      )
      return opened.flat()
    },
    async versions() {
      const { tenantKeys, pairKeys, organisationKeys } = secrets.collections
      const of = (ring: { keys: { version: number }[] } | null) => ring?.keys.map(({ version }) => version)
      return {
        tenant: of(await tenantKeys.findOne({ _id: 't' })),
        texts: of(await organisationKeys.findOne({ _id: 't.texts' })),
        p1: of(await pairKeys.findOne({ _id: 'p1' })),
      }
    },
  }
}
const sealedWith = () => new Set([...texts.values()].map(({ keyVersion }) => keyVersion))

describe('rotation of data keys', () => {
  test('after a year texts are sealed anew, a slow server’s too, and the keys of before outlast their backups', async () => {
    const one = await server()
    await one.writeAll()
    const silent: Owner = { tenantId: 't', of: 'pair', id: 'silent' }
    await one.sealing.seal(silent, 'place', 'gone since')
    const backup = new Map(texts)
    expect(await one.step()).toBeNull()
    clock += days(366)
    // A server that has not noticed yet still seals with the key before.
    const slow = await server()
    await slow.write(owners[0]!)
    await one.rotateAll()
    expect(sealedWith()).toEqual(new Set([2]))
    await slow.write(owners[0]!)
    expect(texts.get('pair p1')!.keyVersion).toBe(1)
    await one.rotateAll()
    expect([sealedWith(), await one.versions()]).toEqual([
      new Set([2]),
      { tenant: [1, 2], texts: [1, 2], p1: [1, 2] },
    ])
    const after = texts
    texts = backup
    expect(await one.unreadable()).toEqual([])
    texts = after
    clock += days(36)
    await (await server()).rotateAll()
    expect(await one.versions()).toEqual({ tenant: [2], texts: [2], p1: [2] })
    expect(await (await server()).unreadable()).toEqual([])
    // A pair of which nothing was sealed meanwhile begins again.
    const { sealed, keyVersion } = await one.sealing.seal(silent, 'place', 'again')
    expect([keyVersion, (await (await server()).sealing.open(silent, 'place', sealed)).ok]).toEqual([2, true])
  })

  test('an admin’s new key is used at once, and killed after any step it is gone on with by another server', async () => {
    const one = await server()
    await one.writeAll()
    expect(await one.renew('t')).toEqual({ before: 1, after: 2 })
    await one.write(owners[0]!)
    expect(texts.get('pair p1')!.keyVersion).toBe(2)
    expect(await one.waiting('t')).toMatchObject({ tenantKeys: 1, dataKeys: 6, versionsOfTexts: 1 })
    // Each step by a server that has just begun.
    let steps = 0
    for (; await (await server()).step(); steps += 1) expect(await (await server()).unreadable()).toEqual([])
    expect(steps).toBeGreaterThan(4)
    expect(sealedWith()).toEqual(new Set([2]))
    expect(await one.waiting('t')).toMatchObject({ tenantKeys: 1, dataKeys: 0, versionsOfTexts: 1 })
    clock += days(36)
    while (await (await server()).step());
    expect(await one.versions()).toEqual({ tenant: [2], texts: [2], p1: [2] })
    expect(await (await server()).unreadable()).toEqual([])
  })

  test('two servers that rotate at once lose nothing', async () => {
    const [one, two] = [await server(), await server()]
    await one.writeAll()
    await one.renew('t')
    await Promise.all([one.rotateAll(), two.rotateAll(), two.writeAll()])
    await one.rotateAll()
    clock += days(36)
    await Promise.all([one.rotateAll(), two.rotateAll()])
    await (await server()).rotateAll()
    expect(await (await server()).unreadable()).toEqual([])
    expect((await one.versions()).p1).toEqual([2])
  })

  test('a hash stays the same through every rotation', async () => {
    const one = await server()
    const hash = await one.sealing.hash('t', 'pairs.address', 'milan@x')
    await one.renew('t')
    await one.rotateAll()
    clock += days(400)
    await (await server()).rotateAll()
    expect(await (await server()).sealing.hash('t', 'pairs.address', 'milan@x')).toBe(hash)
  })
})

describe('rotation of the tenant’s key', () => {
  test('wraps the keys of owners anew and touches no text', async () => {
    const one = await server()
    await one.writeAll()
    const before = new Map(texts)
    await one.keys.tenants.renew({ _id: 't', tenantId: 't' })
    await (await server()).rotateAll()
    expect(texts).toEqual(before)
    const { pairKeys, personKeys, organisationKeys } = one.collections
    for (const rings of [pairKeys, personKeys, organisationKeys])
      for (const { keys } of await rings.find({ tenantId: 't' }).toArray())
        expect(keys.map(({ wrapped }) => wrapped.by)).toEqual(['tenant:2'])
    expect(await (await server()).unreadable()).toEqual([])
  })

  test('keeps the key before as long as it wraps one that does not open', async () => {
    const one = await server()
    await one.writeAll()
    const { pairKeys } = one.collections
    const whole = (await pairKeys.findOne({ _id: 'p1' }))!
    const [key] = whole.keys
    const damaged = { ...key!, wrapped: { ...key!.wrapped, bytes: 'damaged' } }
    await pairKeys.updateOne({ _id: 'p1' }, { $set: { keys: [damaged] } })
    await one.renew('t')
    await (await server()).rotateAll()
    clock += days(36)
    await (await server()).rotateAll()
    expect(await (await server()).unreadable()).toEqual(['pair p1'])
    expect((await one.versions()).tenant).toEqual([1, 2])
    // Put right from a backup it opens, and what waited for it goes on.
    await pairKeys.updateOne({ _id: 'p1' }, { $set: { keys: whole.keys } })
    expect(await (await server()).unreadable()).toEqual([])
    await (await server()).rotateAll()
    expect((await one.versions()).tenant).toEqual([2])
    expect(await (await server()).unreadable()).toEqual([])
  })
})

describe('rotation of the master key', () => {
  test('a new master key wraps the tenants’ keys, and the previous one is needed no more', async () => {
    await (await server()).writeAll()
    const after = ownKeyWrapping(randomBytes(32))
    const both = await server(wrappingOf([after, master]))
    expect(await both.unreadable()).toEqual([])
    expect(await both.rotateAll()).toBe(1)
    expect(await (await server(after)).unreadable()).toEqual([])
    expect((await (await server(master)).unreadable()).length).toBe(5)
  })

  test('under another master key nothing is touched, and it is said', async () => {
    await (await server()).writeAll()
    const before = new Map(texts)
    clock += days(400)
    const stranger = await server(ownKeyWrapping(randomBytes(32)))
    await expect(stranger.step()).rejects.toThrow('another-key')
    await expect(stranger.renew('t')).rejects.toThrow(KeysUnavailable)
    expect(texts).toEqual(before)
    expect(await (await server()).unreadable()).toEqual([])
  })
})

describe('texts of the time when a tenant had one data key', () => {
  async function withLegacy() {
    const { collections } = await secretsOn(database, master, now)
    const key = randomBytes(32)
    for (const version of [3, 4])
      await collections.dataKeys.insertOne({
        _id: `t.${version}`,
        tenantId: 't',
        version,
        wrapped: await master.wrap(key, `t.${version}`),
        createdAt: now(),
      })
    for (const [at, owner] of owners.entries())
      texts.set(placeOf(owner), {
        owner,
        sealed: `k${3 + (at % 2)}.${seal(createSecretKey(key), placeOf(owner), placeOf(owner))}`,
        keyVersion: 3 + (at % 2),
      })
    return collections
  }

  test('still open, move to the keys of their owners by and by, and only then that key goes', async () => {
    const collections = await withLegacy()
    const one = await server()
    expect(await one.unreadable()).toEqual([])
    await one.write(owners[0]!)
    expect(texts.get('pair p1')!.keyVersion).toBe(5)
    for (; await (await server()).step();) expect(await (await server()).unreadable()).toEqual([])
    expect(sealedWith()).toEqual(new Set([5]))
    // An update that is taken back, and a backup of before, need it for a while.
    expect(await collections.dataKeys.countDocuments({ tenantId: 't' })).toBe(2)
    clock += days(36)
    await (await server()).rotateAll()
    expect(await collections.dataKeys.countDocuments({ tenantId: 't' })).toBe(0)
    expect(await (await server()).unreadable()).toEqual([])
  })

  test('of a key that no master key of ours opens wait for it, while the others move on', async () => {
    const collections = await withLegacy()
    const lost = ownKeyWrapping(randomBytes(32))
    const there = (await collections.dataKeys.findOne({ _id: 't.3' }))!
    const key = (await master.unwrap(there.wrapped, 't.3'))!
    const wrapped = await lost.wrap(key, 't.3')
    await collections.dataKeys.updateOne({ _id: 't.3' }, { $set: { wrapped } })
    await (await server()).rotateAll()
    clock += days(36)
    await (await server()).rotateAll()
    expect(sealedWith()).toEqual(new Set([3, 5]))
    expect(await collections.dataKeys.countDocuments({ tenantId: 't' })).toBe(1)
    await (await server(wrappingOf([master, lost]))).rotateAll()
    expect([sealedWith(), await (await server()).unreadable()]).toEqual([new Set([5]), []])
  })

  test('are left alone under another master key, which makes no key of its own beside them', async () => {
    const collections = await withLegacy()
    const before = new Map(texts)
    const stranger = await server(ownKeyWrapping(randomBytes(32)))
    await expect(stranger.step()).rejects.toThrow(KeysUnavailable)
    await expect(stranger.write(owners[0]!)).rejects.toThrow(KeysUnavailable)
    expect(texts).toEqual(before)
    expect(await collections.tenantKeys.countDocuments({ tenantId: 't' })).toBe(0)
  })
})
