import { describe, expect, vi } from 'vitest'
import type { AdminAuditPage } from '../../server/contract/audit.ts'
import type { Pair } from '../../server/contract/pair.ts'
import { getTenantSettings, type TenantSettings } from '../../server/contract/tenant-settings.ts'
import { called, templateHands } from '../support/templates.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

vi.setConfig({ testTimeout: 120_000 })

const { path } = getTenantSettings
const test = testIn()
let tenant: Tenant
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
})
const change = async (body: object) => (await tenant.as('noor')<TenantSettings>('PUT', path, body)).body
const log = async () => (await tenant.as('noor')<AdminAuditPage>('GET', '/api/tenant/audit')).body.entries
const later = async (days: number) =>
  tenant.moveTo(new Date(Date.parse(await tenant.now()) + days * 86_400_000).toISOString())

describe('what admins change', () => {
  test('each change says who, when and from what to what, and only admins read it', async () => {
    await change({ reminders: false, language: 'nl' })
    await change({ reminders: true, language: 'own' })
    await tenant.as('noor')('POST', '/api/tenant/data-key')
    await templateHands(tenant).change('noor', 'organisation', 'feedback', called('Van het huis'))
    await tenant.as('noor')('PUT', '/api/templates/settings', {
      standard: 'grow',
      off: ['review'],
      revision: 0,
    })
    const entries = await log()
    expect(entries.map(({ did, changes }) => [did, ...changes])).toEqual([
      ['chose-templates', { what: 'off', from: '', to: 'review' }],
      ['published-template', { what: 'feedback', from: null, to: expect.any(Number) as number }],
      [
        'renewed-key',
        { what: 'data-key', from: expect.any(Number) as number, to: expect.any(Number) as number },
      ],
      ['changed-language', { what: 'language', from: 'nl', to: 'own' }],
      ['switched-parts', { what: 'reminders', from: false, to: true }],
      ['changed-language', { what: 'language', from: 'own', to: 'nl' }],
      ['switched-parts', { what: 'reminders', from: true, to: false }],
    ])
    const { people } = await tenant.sandbox<{ people: { oid: string; upn: string; name: string }[] }>(
      'GET',
      'people',
    )
    const noor = people.find(({ upn }) => upn.startsWith('noor@'))!
    for (const { by, at } of entries) {
      expect(by).toEqual({ oid: noor.oid, name: noor.name })
      expect(Math.abs(Date.parse(at) - Date.parse(await tenant.now()))).toBeLessThan(600_000)
    }
    expect((await tenant.as('sanne')('GET', '/api/tenant/audit')).status).toBe(403)
  })

  test('an admin who calls themselves otherwise in the directory stands there in one line, by what is seen of it', async () => {
    const token = await tenant.token('noor', 'api', { name: `Noor\u202e\n\u200b${'x'.repeat(500)}` })
    await tenant.request(path, { method: 'PUT', token, body: { ratings: false } })
    expect((await log())[0]?.by?.name).toBe(`Noor ${'x'.repeat(74)}…`)
    await change({ ratings: true })
  })

  test('a shorter retention deletes nothing for seven days, and can be taken back meanwhile', async () => {
    const [meeting] = await tenant.meetings('sanne', 'Milan')
    const conversation = await tenant.conversation('sanne', 'milan', meeting!)
    const isThere = async () =>
      (await tenant.as('sanne')<Pair[]>('GET', '/api/pairs')).body.some(
        ({ id }) => id === conversation.pair.id,
      )
    await later(60)
    const before = await change({ retentionDays: 30 })
    const until_ = new Date(Date.parse(await tenant.now()) + 7 * 86_400_000)
    expect(before).toMatchObject({ retentionDays: 30, retentionBefore: { days: 730 } })
    expect(Math.abs(Date.parse(before.retentionBefore!.until) - until_.getTime())).toBeLessThan(60_000)
    await later(6.9)
    // A stop waits for what the worker is doing.
    await tenant.whileStopped(async () => undefined)
    expect(await isThere()).toBe(true)
    expect(await change({ retentionDays: 730 })).toMatchObject({ retentionDays: 730, retentionBefore: null })
    await later(1)
    await tenant.whileStopped(async () => undefined)
    expect(await isThere()).toBe(true)

    await change({ retentionDays: 30 })
    await later(7.1)
    await until(async () => ((await isThere()) ? null : true), 60_000)
    expect((await tenant.as('milan')<TenantSettings>('GET', path)).body.retentionBefore).toBeNull()
    const told = (await log()).filter(({ did }) => did === 'changed-retention')
    expect(told.map(({ changes }) => changes)).toEqual(
      [
        [730, 30],
        [30, 730],
        [730, 30],
      ].map(([from, to]) => [{ what: 'retentionDays', from, to }]),
    )
  })

  test('an admin who deletes all of theirs is named no more, and what they changed stays told', async () => {
    const before = await log()
    await tenant.as('noor')('DELETE', '/api/me')
    const after = await log()
    expect(after.map(({ did }) => did)).toEqual(before.map(({ did }) => did))
    expect(after.every(({ by }) => by === null)).toBe(true)
  })
})
