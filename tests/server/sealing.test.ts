import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Feedback } from '../../server/contract/feedback.ts'
import type { Conversation } from '../../server/contract/conversation.ts'
import type { Preparation } from '../../server/contract/preparation.ts'
import { dataKeySpec } from '../../server/secrets/data-keys.ts'
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
const keysOf = async () =>
  (await tenant.database().collection(dataKeySpec))
    .find({ tenantId: tenant.launched.sandbox.tenantId })
    .toArray()

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
    await tenant.moveTo(new Date(Date.parse(await tenant.now()) + 366 * 86_400_000).toISOString())
    // Whoever writes meanwhile is served, with the old key or the new.
    for (let revision = 1; revision <= 5; revision += 1)
      expect((await prepare('milan', `Bosuil ${revision}`, revision)).status).toBe(200)
    await until(async () => ((await tenant.stored()).includes('k2.') ? true : null))
    await tenant.moveTo(new Date(Date.parse(await tenant.now()) + 11 * 60_000).toISOString())
    await prepare('milan', 'Bosuil', 6)
    const versions = await until(async () => {
      const keys = await keysOf()
      return keys.length === 1 ? keys.map((one) => one.version) : null
    })
    expect(versions).toEqual([2])
    expect((await read('milan')).mine).toMatchObject({ note: 'Bosuil', revision: 7 })
    expect((await read('milan')).theirs).toMatchObject({ note: 'Kwartelei' })
    expect(await feedback()).toMatchObject({ reflection: { talked: 40 }, rating: { value: 4 } })
    const stored = await tenant.stored()
    for (const word of ['Zandhagedis', 'Kwartelei', 'Bosuil']) expect(stored).not.toContain(word)
  })

  test('texts are reported unreadable under another master key and are readable again under the right one', async () => {
    await start(() => ({ MASTER_KEY: first }))
    await prepare('milan', 'Zandhagedis', 0, true)
    await tenant.as('sanne')('PUT', `/api/conversations/${conversation.id}/reflection`, reflection)
    await tenant.as('sanne')('PUT', `/api/conversations/${conversation.id}/rating`, {
      value: 4,
      showEachOther: true,
    })
    await tenant.whileStopped(async () => undefined, { MASTER_KEY: master() })
    const lost = await tenant.as('milan')<Conversation>('GET', `/api/conversations/${conversation.id}`)
    expect(lost.status).toBe(200)
    expect(lost.body.preparation.mine).toEqual({
      topics: [],
      note: '',
      shared: true,
      revision: 1,
      unreadable: true,
    })
    expect((await read('sanne')).theirs).toEqual({ topics: [], note: '', unreadable: true })
    expect(await feedback()).toMatchObject({
      reflection: { talked: null, revision: 1, unreadable: true },
      rating: null,
    })
    await tenant.commit('milan', conversation.id, 'Gewoon doorgaan')
    expect((await prepare('sanne', 'Kwartelei')).status).toBe(200)

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

  test('texts are unreadable while the key in Azure Key Vault is disabled, and readable once it is enabled', async () => {
    await start(inVault)
    await prepare('milan', 'Zandhagedis')
    expect(await tenant.stored()).toMatch(/\/sandbox\/vault\/keys\/groei\/[0-9a-f]{32}/)
    await tenant.sandbox('POST', 'vault', { enabled: false })
    // What is unwrapped stays so for a while; a server that starts now has nothing.
    expect((await read('milan')).mine).toMatchObject({ note: 'Zandhagedis' })
    await tenant.whileStopped(async () => undefined)
    expect((await read('milan')).mine).toMatchObject({ note: '', unreadable: true })
    const refused = await prepare('milan', 'Overschreven', 1)
    expect([refused.status, refused.body.type]).toEqual([503, 'urn:groei:problem:keys-unavailable'])
    await tenant.commit('milan', conversation.id, 'Gewoon doorgaan')
    await tenant.sandbox('POST', 'vault', { enabled: true })
    expect((await read('milan')).mine).toMatchObject({ note: 'Zandhagedis' })
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
