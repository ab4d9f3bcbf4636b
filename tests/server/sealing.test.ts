import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Feedback } from '../../server/contract/feedback.ts'
import type { Conversation } from '../../server/contract/conversation.ts'
import type { Preparation } from '../../server/contract/preparation.ts'
import { conversationSpec } from '../../server/conversation/collection.ts'
import type { Collection, Document } from '../../server/database/collection.ts'
import { pairSpec } from '../../server/pair/collection.ts'
import { storedSpec } from '../../server/sealing/stored-spec.ts'
import { pairKeySpec } from '../../server/secrets/collection.ts'
import { ownKeyWrapping } from '../../server/secrets/key-wrapping.ts'
import { startTenant, type Tenant } from '../support/tenant.ts'
import { until } from '../support/until.ts'

// A server that starts anew several times takes its time.
vi.setConfig({ testTimeout: 90_000 })

let tenant: Tenant
let conversation: Conversation
const master = () => randomBytes(32).toString('base64')

async function start(settings?: (url: string) => Record<string, string>) {
  tenant = await startTenant(settings ? { settings } : {})
  const [meeting] = await tenant.meetings('sanne', 'Milan')
  conversation = await tenant.conversation('sanne', 'milan', meeting!)
}
let first: string
beforeEach(() => {
  first = master()
})
afterEach(() => tenant.close())

const prepare = (user: string, note: string, revision = 0, shared = false) =>
  tenant.as(user)<Preparation>('PUT', `/api/conversations/${conversation.id}/preparation`, {
    topics: [],
    note,
    shared,
    revision,
  })
const read = async (user: string) =>
  (await tenant.as(user)<Conversation>('GET', `/api/conversations/${conversation.id}`)).body.preparation
const reflection = { talked: 40, asked: 7, listened: 8, summarised: null, frames: 9, revision: 0 }
const feedback = async () =>
  (await tenant.as('sanne')<Feedback>('GET', `/api/conversations/${conversation.id}/feedback`)).body
const versionsOfPair = async () =>
  (await (await tenant.database().collection(pairKeySpec)).findOne({ _id: conversation.pair.id }))?.keys.map(
    ({ version }) => version,
  )
const later = async (milliseconds: number) =>
  tenant.moveTo(new Date(Date.parse(await tenant.now()) + milliseconds).toISOString())
const day = 86_400_000

describe('encryption of texts', () => {
  test('a data key is replaced while people write, every text stays readable, and the old key is deleted', async () => {
    await start()
    await prepare('milan', 'Zandhagedis')
    await prepare('sanne', 'Kwartelei', 0, true)
    await tenant.as('sanne')('PUT', `/api/conversations/${conversation.id}/reflection`, reflection)
    await tenant.as('sanne')('PUT', `/api/conversations/${conversation.id}/rating`, {
      value: 4,
      showEachOther: false,
    })
    await later(366 * day)
    // Whoever writes meanwhile is served, with the old key or the new.
    for (let revision = 1; revision <= 5; revision += 1)
      expect((await prepare('milan', `Bosuil ${revision}`, revision)).status).toBe(200)
    await until(async () => ((await tenant.stored()).includes('d2.') ? true : null))
    await later(11 * 60_000)
    await prepare('milan', 'Bosuil', 6)
    expect(await versionsOfPair()).toEqual([1, 2])
    // Backups of before open with it for as long as they are kept.
    await later(36 * day)
    await until(async () => ((await versionsOfPair())?.length === 1 ? true : null))
    expect(await versionsOfPair()).toEqual([2])
    expect((await read('milan')).mine).toMatchObject({ note: 'Bosuil', revision: 7 })
    expect((await read('milan')).theirs).toMatchObject({ note: 'Kwartelei' })
    expect(await feedback()).toMatchObject({ reflection: { talked: 40 }, rating: { value: 4 } })
    const stored = await tenant.stored()
    for (const word of ['Zandhagedis', 'Kwartelei', 'Bosuil']) expect(stored).not.toContain(word)
  })

  test('nothing is served under another master key, and all is readable again under the right one', async () => {
    await start(() => ({ MASTER_KEY: first }))
    await prepare('milan', 'Zandhagedis', 0, true)
    await tenant.commit('milan', conversation.id, 'Gewoon doorgaan')
    await tenant.whileStopped(async () => undefined, { MASTER_KEY: master() })
    const lost = await tenant.as('milan')<Conversation>('GET', `/api/conversations/${conversation.id}`)
    expect(lost.body).toMatchObject({
      type: expect.stringMatching(/keys-unavailable|content-unreadable/) as string,
    })
    // No key of its own takes the place of the right one.
    expect((await prepare('sanne', 'Kwartelei')).status).toBeGreaterThan(400)

    const second = master()
    await tenant.whileStopped(async () => undefined, { MASTER_KEY: second, MASTER_KEY_PREVIOUS: first })
    expect((await read('milan')).mine).toMatchObject({ note: 'Zandhagedis' })
    // Once it is wrapped anew the first is needed no more.
    const by = await ownKeyWrapping(Buffer.from(second, 'base64')).current()
    await until(async () => ((await tenant.stored()).includes(by) ? true : null))
    await tenant.whileStopped(async () => undefined, { MASTER_KEY: second })
    expect((await read('milan')).mine).toMatchObject({ note: 'Zandhagedis' })
  })

  const inVault = (url: string) => ({ KEY_VAULT_KEY: `${url}/sandbox/vault/keys/groei` })

  test('while the key in Azure Key Vault is disabled requests are told so, and once it is enabled all is served', async () => {
    await start(inVault)
    await prepare('milan', 'Zandhagedis')
    expect(await tenant.stored()).toMatch(/\/sandbox\/vault\/keys\/groei\/[0-9a-f]{32}/)
    await tenant.sandbox('POST', 'vault', { enabled: false })
    // What is unwrapped stays so for a while; a server that starts now has nothing.
    expect((await read('milan')).mine).toMatchObject({ note: 'Zandhagedis' })
    await tenant.whileStopped(async () => undefined)
    const away = { status: 503, body: { type: 'urn:groei:problem:keys-unavailable' } }
    const milan = tenant.as('milan')
    expect(await milan('GET', `/api/conversations/${conversation.id}`)).toMatchObject(away)
    expect(await milan('GET', '/api/pairs')).toMatchObject(away)
    expect(await prepare('milan', 'Overschreven', 1)).toMatchObject(away)
    expect((await milan('GET', '/api/settings')).status).toBe(200)
    await tenant.sandbox('POST', 'vault', { enabled: true })
    expect((await read('milan')).mine).toMatchObject({ note: 'Zandhagedis' })
  })

  test('the vault is asked once for a tenant, and for nothing that anybody types or opens after that', async () => {
    await start(inVault)
    type Calls = { vault: { path: string }[] }
    const asked = async () => {
      const { vault } = await tenant.sandbox<Calls>('GET', 'calls')
      return vault.map(({ path }) => path.split('/').at(-1))
    }
    await prepare('milan', 'Zandhagedis')
    expect((await asked()).filter((one) => one === 'wrapkey')).toHaveLength(1)
    await tenant.whileStopped(() => tenant.sandbox('DELETE', 'calls'), inVault(tenant.url))
    for (const user of ['sanne', 'milan', 'sanne']) expect((await read(user)) !== undefined).toBe(true)
    const { text } = await tenant.join(0, 'milan', conversation.id)
    for (let key = 0; key < 50; key += 1) {
      text.insert(text.length, 'x')
      if (key % 10 === 0) await prepare('milan', `Bosuil ${key}`, key / 10 + 1)
    }
    await tenant.leave()
    const [meeting] = await tenant.meetings('sanne', 'Tom')
    if (meeting) await tenant.conversation('sanne', 'tom', meeting)
    expect((await asked()).filter((one) => one === 'unwrapkey')).toHaveLength(1)
    expect(await asked()).not.toContain('wrapkey')
  })

  test('data keys are wrapped anew by a new version of the vault’s key, and when moving to the vault', async () => {
    await start(() => ({ MASTER_KEY: first }))
    await prepare('milan', 'Zandhagedis')
    const settings = { MASTER_KEY: first, ...inVault(tenant.url) }
    await tenant.whileStopped(async () => undefined, settings)
    const wrappedBy = async (version: string) =>
      until(async () => ((await tenant.stored()).includes(`/vault/keys/groei/${version}`) ? true : null))
    const renew = { renew: true }
    await wrappedBy('')
    const { versions } = await tenant.sandbox<{ versions: { version: string }[] }>('POST', 'vault', renew)
    await tenant.whileStopped(async () => undefined, settings)
    await wrappedBy(versions.at(-1)!.version)
    await tenant.whileStopped(async () => undefined, inVault(tenant.url))
    expect((await read('milan')).mine).toMatchObject({ note: 'Zandhagedis' })
  })
})

describe('content that cannot be opened', () => {
  type Raw = Document & Record<string, { sealed?: string } | string>
  const damage = async (spec: unknown, _id: string, part: string) => {
    const raw = (await tenant
      .rawDatabase()
      .collection(storedSpec(spec as never))) as unknown as Collection<Raw>
    const done = await raw.updateOne({ _id }, { $set: { [`${part}.sealed`]: 'k1.AAAA' } } as never)
    expect(done.matchedCount).toBe(1)
  }

  test('a preparation that cannot be opened says so, and its conversation goes on', async () => {
    await start()
    await prepare('milan', 'Zandhagedis', 0, true)
    await damage(conversationSpec, conversation.id, 'content_preparation_employee')
    expect((await read('milan')).mine).toEqual({
      topics: [],
      note: '',
      shared: true,
      revision: 1,
      unreadable: true,
    })
    expect((await read('sanne')).theirs).toEqual({ topics: [], note: '', unreadable: true })
    await tenant.commit('milan', conversation.id, 'Gewoon doorgaan')
    expect((await prepare('milan', 'Opnieuw', 1)).status).toBe(200)
    expect((await read('milan')).mine).toMatchObject({ note: 'Opnieuw' })
  })

  test('one conversation and one pair that cannot be opened say so, and all others and the workers go on', async () => {
    await start()
    const [, next] = await tenant.meetings('sanne', 'Milan')
    const other = await tenant.conversation('sanne', 'milan', next!)
    const [elsewhere] = await tenant.meetings('sanne', 'Tom')
    const withTom = await tenant.conversation('sanne', 'tom', elsewhere!)
    const sanne = tenant.as('sanne')
    const gone = { status: 410, body: { type: 'urn:groei:problem:content-unreadable' } }
    await damage(conversationSpec, conversation.id, 'content')
    expect(await sanne('GET', `/api/conversations/${conversation.id}`)).toMatchObject(gone)
    expect((await sanne('GET', `/api/conversations/${other.id}`)).status).toBe(200)
    expect((await sanne('GET', `/api/pairs/${conversation.pair.id}/page`)).status).toBe(200)
    await damage(pairSpec, withTom.pair.id, 'content')
    expect(await sanne('GET', `/api/conversations/${withTom.id}`)).toMatchObject(gone)
    const { body } = await sanne<{ id: string }[]>('GET', '/api/pairs')
    expect(body.map(({ id }) => id)).toEqual([conversation.pair.id])
    expect((await sanne('GET', '/api/one-on-ones')).status).toBe(200)
    expect((await sanne('GET', '/api/me/data')).status).toBe(200)
    await tenant.commit('milan', other.id, 'Elke dag een uur')
    expect((await tenant.finish('sanne', other.id)).status).toBe(200)
    await tenant.publication(
      'sanne',
      other.id,
      (one) => one?.state === 'waiting' || one?.state === 'published',
    )
    // What changed is planned, and the one that cannot be opened holds up nothing.
    const all = await tenant.rawDatabase().collection(storedSpec(conversationSpec))
    await until(async () =>
      (await all.countDocuments({ _id: other.id, unplannedSince: { $exists: false } })) === 1 ? true : null,
    )
  })
})
