import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Settings } from '../../infra/local/launch.ts'
import type { Conversation } from '../../server/contract/conversation.ts'
import { organisationKeySpec, pairKeySpec, tenantKeySpec } from '../../server/secrets/collection.ts'
import { backUp } from '../support/backup.ts'
import { startTenant, type Tenant } from '../support/tenant.ts'
import { until } from '../support/until.ts'

// A server that starts anew several times takes its time.
vi.setConfig({ testTimeout: 90_000 })

let tenant: Tenant
afterEach(() => tenant.close())

const [ofMilan, ofAylin] = ['Zandhagedis', 'Kwartelei']
const prepare = (user: string, id: string, note: string, revision = 0) =>
  tenant.as(user)('PUT', `/api/conversations/${id}/preparation`, {
    topics: [],
    note,
    shared: false,
    revision,
  })
const opened = async (employee: string): Promise<Conversation> => {
  const [meeting] = await tenant.meetings('sanne', employee)
  return tenant.conversation('sanne', employee.toLowerCase(), meeting!)
}
/** All that the conversation says to somebody, whatever it says of what it cannot read. */
const saidTo = async (user: string, { id }: Conversation): Promise<string> =>
  JSON.stringify((await tenant.as(user)('GET', `/api/conversations/${id}`)).body)

async function twoPairs() {
  const [milan, aylin] = [await opened('Milan'), await opened('Aylin')]
  await prepare('milan', milan.id, ofMilan!)
  await prepare('aylin', aylin.id, ofAylin!)
  return { milan, aylin }
}
async function start(settings?: Settings): Promise<void> {
  await tenant.launched.startProduct(settings)
}

describe('a backup', () => {
  test('opens with its keys, and what a pair deleted is noise in it without them', async () => {
    tenant = await startTenant()
    const { milan, aylin } = await twoPairs()
    await tenant.launched.stop()
    const backup = await backUp(tenant.launched.settings)
    await start()
    expect(await saidTo('milan', milan)).toContain(ofMilan)
    for (const user of ['sanne', 'milan'])
      expect((await tenant.as(user)('DELETE', `/api/pairs/${milan.pair.id}`)).status).toBe(204)
    const keys = await tenant.database().collection(pairKeySpec)
    await until(async () => ((await keys.findOne({ _id: milan.pair.id })) ? null : true), 60_000)

    // The data of before, with the master key and every key that is left.
    await tenant.launched.stop()
    await backup.data.restore()
    await start()
    expect(await saidTo('milan', milan)).not.toContain(ofMilan)
    expect(await saidTo('aylin', aylin)).toContain(ofAylin)

    await tenant.launched.stop()
    await backup.data.restore()
    await backup.keys.restore()
    await start()
    expect(await saidTo('milan', milan)).toContain(ofMilan)
    expect(await saidTo('aylin', aylin)).toContain(ofAylin)
  })
})

describe('a master key that is lost or another', () => {
  test('is said at start and with each conversation, and nothing is destroyed or sealed with another key', async () => {
    let output = ''
    tenant = await startTenant({ ownProcess: true, logLevel: 'info', onOutput: (text) => (output += text) })
    const { milan } = await twoPairs()
    const everyKey = () =>
      tenant.whileStopped(async (database) => {
        const all = [tenantKeySpec, organisationKeySpec, pairKeySpec].map(async (spec) =>
          (await database.collection(spec)).find({ tenantId: tenant.launched.sandbox.tenantId }).toArray(),
        )
        return JSON.stringify(await Promise.all(all))
      })
    const before = await everyKey()
    expect(output).not.toContain('keys lost')

    await tenant.launched.stop()
    await start({ MASTER_KEY: randomBytes(32).toString('base64'), MASTER_KEY_FILE: '/nowhere/master.key' })
    await until(async () => (output.includes('No master key that is set opens the keys') ? true : null))
    expect(await saidTo('milan', milan)).not.toContain(ofMilan)
    const refused = await prepare('milan', milan.id, 'Overschreven', 1)
    expect([refused.status, refused.body.type]).toEqual([503, 'urn:groei:problem:keys-unavailable'])

    // Without any it does not start, says why, and makes none.
    await tenant.launched.stop()
    const file = tenant.launched.settings['MASTER_KEY_FILE']!
    const key = readFileSync(file)
    rmSync(file)
    await expect(start()).rejects.toThrow()
    expect(output).toContain(
      `${file} is not there, and the database holds keys that it wrapped: put the file back`,
    )
    expect(existsSync(file)).toBe(false)

    writeFileSync(file, key, { mode: 0o600 })
    await start()
    expect(await everyKey()).toBe(before)
    expect(await saidTo('milan', milan)).toContain(ofMilan)
    expect((await prepare('milan', milan.id, 'Bosuil', 1)).status).toBe(200)
  })

  test('data without its keys is said at start, and no other keys are made', async () => {
    let output = ''
    tenant = await startTenant({ ownProcess: true, logLevel: 'info', onOutput: (text) => (output += text) })
    await tenant.launched.stop()
    const empty = await backUp(tenant.launched.settings)
    await start()
    const { milan } = await twoPairs()
    await tenant.launched.stop()
    const { keys } = await backUp(tenant.launched.settings)
    await empty.keys.restore()
    output = ''
    await start()
    await until(async () => (output.includes('The keys of this tenant are missing') ? true : null))
    expect(await saidTo('milan', milan)).not.toContain(ofMilan)
    expect((await prepare('milan', milan.id, 'Overschreven', 1)).status).toBe(503)
    await tenant.launched.stop()
    await keys.restore()
    await start()
    expect(await saidTo('milan', milan)).toContain(ofMilan)
  })
})
