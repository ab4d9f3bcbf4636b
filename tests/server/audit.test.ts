import { HocuspocusProvider } from '@hocuspocus/provider'
import { describe, expect } from 'vitest'
import { stepText } from '../../server/contract/live.ts'
import type { AuditPage } from '../../server/contract/audit.ts'
import type { Choices } from '../../server/contract/choice.ts'
import type { Proposals } from '../../server/contract/planning.ts'
import type { Conversation } from '../../server/contract/conversation.ts'
import { commitment } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

const test = testIn()
let tenant: Tenant
let conversation: Conversation
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
  // Not begun in any of these tests: what is shared can be taken back.
  const [, meeting] = await tenant.meetings('sanne', 'Milan')
  conversation = await tenant.conversation('sanne', 'milan', meeting!)
})

const auditLog = async (user: string, before?: string) =>
  (
    await tenant.as(user)<AuditPage>(
      'GET',
      `/api/pairs/${conversation.pair.id}/audit${before ? `?before=${encodeURIComponent(before)}` : ''}`,
    )
  ).body
const told = async (user: string) => (await auditLog(user)).entries.map(({ who, what }) => `${who} ${what}`)
const prepare = (revision: number, shared: boolean) =>
  tenant.as('milan')('PUT', `/api/conversations/${conversation.id}/preparation`, {
    topics: ['Geheim onderwerp'],
    note: '',
    shared,
    revision,
  })
const nextHour = async () => tenant.moveTo(new Date(Date.parse(await tenant.now()) + 3_600_000).toISOString())

describe('audit log', () => {
  test('both of the two read one audit log, newest first, without drafts and with one entry an hour for reading', async () => {
    for (let again = 0; again < 3; again += 1)
      await tenant.as('sanne')('GET', `/api/conversations/${conversation.id}`)
    await prepare(0, false)
    const begun = ['coach made-pair', 'employee joined-pair', 'coach opened', 'employee opened']
    expect((await told('sanne')).sort()).toEqual(begun.sort())
    await prepare(1, true)
    await prepare(2, false)
    await prepare(3, true)
    const id = await tenant.commit('milan', conversation.id, 'Geheime afspraak')
    // The second time there is nothing to remove.
    for (let again = 0; again < 2; again += 1)
      await tenant.as('sanne')('DELETE', `/api/conversations/${conversation.id}/commitments/${id}`)
    const expected = [
      'coach removed-commitment',
      'employee made-commitment',
      'employee shared-preparation',
      'employee took-back-preparation',
      'employee shared-preparation',
    ]
    expect((await told('milan')).slice(0, 5)).toEqual(expected)
    expect(await auditLog('milan')).toEqual(await auditLog('sanne'))
    expect(JSON.stringify(await auditLog('sanne'))).not.toContain('Geheim')
    expect((await auditLog('sanne')).entries[0]).toMatchObject({ conversation: conversation.meeting.start })
  })

  test('a change of what the two share is logged, and a change of what is one’s own is not', async () => {
    const put = (user: string, path: string, body: object) => tenant.as(user)('PUT', path, body)
    const at = `/api/conversations/${conversation.id}`
    await put('milan', `${at}/template`, { templateId: 'short-check-in' })
    await put('milan', `${at}/template`, { templateId: 'grow' })
    const answer = { value: 6, notLower: 'Geheim', oneMore: '' }
    await put('milan', `${at}/scales/goal-scale`, answer)
    await put('milan', `${at}/scales/goal-scale`, { ...answer, value: 7 })
    await put('milan', `${at}/rating`, { value: 4, showEachOther: true })
    await put('sanne', `/api/pairs/${conversation.pair.id}/rhythm`, { everyWeeks: 2, revision: 0 })
    const { body } = await tenant.as('sanne')<Proposals>(
      'GET',
      `/api/pairs/${conversation.pair.id}/proposals`,
    )
    const planned = { ...body.proposals[0]!, everyWeeks: null, revision: body.revision }
    await tenant.as('sanne')('POST', `/api/pairs/${conversation.pair.id}/conversations`, planned)
    const expected = [
      'coach planned',
      'coach agreed-rhythm',
      'employee answered-scale',
      'employee chose-template',
      'employee chose-template',
    ]
    expect((await told('sanne')).slice(0, 5)).toEqual(expected)
  })

  test('typing in the notes is logged once, and reading in another hour is logged again', async () => {
    const provider = new HocuspocusProvider({
      url: tenant.liveUrl,
      name: conversation.id,
      token: await tenant.token('milan', 'api'),
    })
    await new Promise((resolve) => provider.on('synced', resolve))
    for (const word of ['een ', 'twee ', 'drie ']) provider.document.getText(stepText('goal')).insert(0, word)
    await until(async () => ((await told('sanne')).includes('employee changed-notes') ? true : null))
    provider.destroy()
    expect((await told('sanne')).filter((one) => one === 'employee changed-notes')).toHaveLength(1)
    await nextHour()
    await tenant.as('sanne')('GET', `/api/conversations/${conversation.id}`)
    expect((await told('sanne')).filter((one) => one === 'coach opened')).toHaveLength(2)
  })

  test('two commitments that are changed in one hour are two entries', async () => {
    await nextHour()
    const at = `/api/conversations/${conversation.id}/commitments`
    const ids = [crypto.randomUUID(), crypto.randomUUID()]
    for (const id of ids) {
      await tenant.as('milan')('PUT', `${at}/${id}`, commitment())
      for (const time of [1, 2])
        await tenant.as('milan')('PUT', `${at}/${id}`, commitment({ what: `Anders ${time}` }))
    }
    expect((await told('sanne')).filter((one) => one === 'employee changed-commitment')).toHaveLength(2)
    for (const id of ids) await tenant.as('milan')('DELETE', `${at}/${id}`)
  })

  test('reading is logged: the notes by their socket, the summary, and the open commitments of the tab', async () => {
    const fresh = async () => {
      await nextHour()
      const before = (await told('sanne')).length
      return async () => (await told('sanne')).slice(0, -before)
    }
    let since = await fresh()
    const provider = new HocuspocusProvider({
      url: tenant.liveUrl,
      name: conversation.id,
      token: await tenant.token('milan', 'api'),
    })
    await until(async () => ((await since()).length > 0 ? true : null))
    provider.destroy()
    expect(await since()).toEqual(['employee opened'])

    since = await fresh()
    await tenant.as('milan')(
      'GET',
      `/api/conversations/${conversation.id}/summary?scope=summary-and-commitments`,
    )
    expect(await since()).toEqual(['employee opened'])

    since = await fresh()
    await tenant.as('milan')('GET', '/api/one-on-ones')
    expect(await since()).toEqual([])
    await tenant.commit('sanne', conversation.id, 'Iets van ons')
    for (let again = 0; again < 3; again += 1) await tenant.as('milan')('GET', '/api/one-on-ones')
    expect(await since()).toEqual(['employee read-commitments', 'coach made-commitment'])
  })

  test('reading the other’s scale answers and ratings is logged, and reading one’s own is not', async () => {
    await nextHour()
    const at = `/api/conversations/${conversation.id}`
    const before = (await told('sanne')).length
    const since = async () => (await told('sanne')).slice(0, -before)
    await tenant.as('milan')('GET', `${at}/scales/goal-scale`)
    await tenant.as('milan')('GET', `${at}/feedback`)
    expect(await since()).toEqual([])
    await tenant.as('sanne')('GET', `${at}/scales/goal-scale`)
    expect(await since()).toEqual([])
    // Nothing of his is told before she answered too.
    const answer = { value: 4, notLower: '', oneMore: '' }
    await tenant.as('sanne')('PUT', `${at}/scales/goal-scale`, answer)
    await tenant.as('sanne')('GET', `${at}/scales/goal-scale`)
    // Milan rated it before and wanted to show it; from now on both do.
    await tenant.as('sanne')('PUT', `${at}/rating`, { value: 5, showEachOther: true })
    await tenant.as('milan')('GET', `${at}/feedback`)
    expect(await since()).toEqual([
      'employee read-rating',
      'coach showed-rating',
      'coach read-scale',
      'coach answered-scale',
    ])
  })

  test('an offer of a template that quotes the notes is logged as reading them', async () => {
    await nextHour()
    const before = (await told('sanne')).length
    await tenant.as('sanne')('GET', `/api/conversations/${conversation.id}/templates`)
    expect((await told('sanne')).length).toBe(before)
    const provider = new HocuspocusProvider({
      url: tenant.liveUrl,
      name: conversation.id,
      token: await tenant.token('milan', 'api'),
    })
    await new Promise((resolve) => provider.on('synced', resolve))
    provider.document.getText(stepText('reality')).insert(0, 'Dit is onveilig. ')
    await until(async () => {
      const { body } = await tenant.as('sanne')<Choices>(
        'GET',
        `/api/conversations/${conversation.id}/templates`,
      )
      return body.offer
    })
    provider.destroy()
    expect((await told('sanne')).slice(0, -before)).toContain('coach opened')
  })

  test('a change of retention or of the parts that are on is logged once, in the pairs that exist by then', async () => {
    const before = (await told('sanne')).length
    for (const change of [{ retentionDays: 400 }, { ratings: false }, { language: 'own' }])
      for (let again = 0; again < 2; again += 1)
        await tenant.as('noor')('PUT', '/api/tenant/settings', change)
    await tenant.as('noor')('PUT', '/api/tenant/settings', { ratings: true })
    const switched = 'admin switched-parts'
    for (const user of ['sanne', 'milan'])
      expect((await told(user)).slice(0, -before)).toEqual([switched, switched, 'admin changed-retention'])
    // A pair that begins after it was not concerned.
    const [meeting] = await tenant.meetings('sanne', 'Aylin')
    const other = await tenant.conversation('sanne', 'aylin', meeting!)
    const { body } = await tenant.as('aylin')<AuditPage>('GET', `/api/pairs/${other.pair.id}/audit`)
    expect(body.entries.map(({ what }) => what)).not.toContain('changed-retention')
  })

  test('the pages of the audit log together hold every entry once', async () => {
    for (let revision = 4; revision < 60; revision += 1) await prepare(revision, revision % 2 === 1)
    const first = await auditLog('sanne')
    expect(first.entries).toHaveLength(50)
    const second = await auditLog('sanne', first.next!)
    expect(second.next).toBeNull()
    const all = [...first.entries, ...second.entries]
    const shared = all.filter(({ what }) => what === 'shared-preparation').length
    const back = all.filter(({ what }) => what === 'took-back-preparation').length
    expect([shared, back]).toEqual([30, 29])
    expect(all.map(({ at }) => at)).toEqual(
      all
        .map(({ at }) => at)
        .sort()
        .reverse(),
    )
  })

  test('strangers and other tenants cannot read the audit log, and an unknown pair has none', async () => {
    for (const stranger of ['tom', 'noor', 'aylin'])
      expect((await tenant.as(stranger)('GET', `/api/pairs/${conversation.pair.id}/audit`)).status).toBe(404)
    expect((await tenant.as('sanne')('GET', `/api/pairs/${crypto.randomUUID()}/audit`)).status).toBe(404)
    const token = await tenant.token('eva@elsewhere.example', 'api')
    expect((await tenant.request(`/api/pairs/${conversation.pair.id}/audit`, { token })).status).toBe(401)
  })
})
