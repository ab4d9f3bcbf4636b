import { HocuspocusProvider } from '@hocuspocus/provider'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { livePath, stepText } from '../../server/contract/live.ts'
import type { AuditPage } from '../../server/contract/audit.ts'
import type { Proposals } from '../../server/contract/planning.ts'
import type { Conversation } from '../../server/contract/conversation.ts'
import { startTenant, until, type Tenant } from '../support/tenant.ts'

let tenant: Tenant
let talk: Conversation
beforeAll(async () => {
  tenant = await startTenant()
  // Not begun in any of these tests: what is shared can be taken back.
  const [, meeting] = await tenant.meetings('sanne', 'Milan')
  talk = await tenant.talk('sanne', 'milan', meeting!)
})
afterAll(() => tenant.close())

const trail = async (user: string, before?: string) =>
  (
    await tenant.as(user)<AuditPage>(
      'GET',
      `/api/pairs/${talk.pair.id}/audit${before ? `?before=${encodeURIComponent(before)}` : ''}`,
    )
  ).body
const told = async (user: string) => (await trail(user)).entries.map(({ who, what }) => `${who} ${what}`)
const prepare = (revision: number, shared: boolean) =>
  tenant.as('milan')('PUT', `/api/conversations/${talk.id}/preparation`, {
    topics: ['Geheim onderwerp'],
    note: '',
    shared,
    revision,
  })
const nextHour = async () => tenant.moveTo(new Date(Date.parse(await tenant.now()) + 3_600_000).toISOString())

test('both read the same trail, newest first; a draft is not in it; reading again within the hour is one entry', async () => {
  for (let again = 0; again < 3; again += 1) await tenant.as('sanne')('GET', `/api/conversations/${talk.id}`)
  await prepare(0, false)
  expect(await told('sanne')).toEqual(expect.arrayContaining(['coach opened', 'employee opened']))
  expect(await told('sanne')).toHaveLength(2)
  await prepare(1, true)
  await prepare(2, false)
  await prepare(3, true)
  const id = await tenant.commit('milan', talk.id, 'Geheime afspraak')
  await tenant.as('sanne')('DELETE', `/api/conversations/${talk.id}/commitments/${id}?revision=1`)
  const expected = [
    'coach removed-commitment',
    'employee made-commitment',
    'employee shared-preparation',
    'employee took-back-preparation',
    'employee shared-preparation',
  ]
  expect((await told('milan')).slice(0, 5)).toEqual(expected)
  expect(await trail('milan')).toEqual(await trail('sanne'))
  expect(JSON.stringify(await trail('sanne'))).not.toContain('Geheim')
  expect((await trail('sanne')).entries[0]).toMatchObject({ talk: talk.meeting.start })
})

test('what the two change together is told: a template, a scale, a talk planned, a rhythm; what is one’s own is not', async () => {
  const put = (user: string, path: string, body: object) => tenant.as(user)('PUT', path, body)
  const at = `/api/conversations/${talk.id}`
  await put('milan', `${at}/template`, { templateId: 'short-check-in' })
  await put('milan', `${at}/template`, { templateId: 'grow' })
  const answer = { value: 6, notLower: 'Geheim', oneMore: '', revision: 0 }
  await put('milan', `${at}/scales/goal-scale`, answer)
  await put('milan', `${at}/scales/goal-scale`, { ...answer, value: 7, revision: 1 })
  await put('milan', `${at}/rating`, { value: 4, showEachOther: true })
  await put('sanne', `/api/pairs/${talk.pair.id}/rhythm`, { everyWeeks: 2, revision: 0 })
  const { body } = await tenant.as('sanne')<Proposals>('GET', `/api/pairs/${talk.pair.id}/proposals`)
  const planned = { ...body.proposals[0]!, everyWeeks: null, revision: body.revision }
  await tenant.as('sanne')('POST', `/api/pairs/${talk.pair.id}/talks`, planned)
  const expected = [
    'coach planned',
    'coach agreed-rhythm',
    'employee answered-scale',
    'employee chose-template',
    'employee chose-template',
  ]
  expect((await told('sanne')).slice(0, 5)).toEqual(expected)
})

test('typing in the notes is told once, and another hour is another entry', async () => {
  const provider = new HocuspocusProvider({
    url: `${tenant.url.replace('http', 'ws')}${livePath}`,
    name: talk.id,
    token: await tenant.token('milan', 'api'),
  })
  await new Promise((resolve) => provider.on('synced', resolve))
  for (const word of ['een ', 'twee ', 'drie ']) provider.document.getText(stepText('goal')).insert(0, word)
  await until(async () => ((await told('sanne')).includes('employee changed-notes') ? true : null))
  provider.destroy()
  expect((await told('sanne')).filter((one) => one === 'employee changed-notes')).toHaveLength(1)
  await nextHour()
  await tenant.as('sanne')('GET', `/api/conversations/${talk.id}`)
  expect((await told('sanne')).filter((one) => one === 'coach opened')).toHaveLength(2)
})

test('page by page nothing is missing and nothing comes twice', async () => {
  for (let revision = 4; revision < 60; revision += 1) await prepare(revision, revision % 2 === 1)
  const first = await trail('sanne')
  expect(first.entries).toHaveLength(50)
  const second = await trail('sanne', first.next!)
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

test('strangers, other tenants and pairs that are not there read nothing', async () => {
  for (const stranger of ['tom', 'noor', 'aylin'])
    expect((await tenant.as(stranger)('GET', `/api/pairs/${talk.pair.id}/audit`)).status).toBe(404)
  expect((await tenant.as('sanne')('GET', `/api/pairs/${crypto.randomUUID()}/audit`)).status).toBe(404)
  const token = await tenant.token('eva@elsewhere.example', 'api')
  expect((await tenant.request(`/api/pairs/${talk.pair.id}/audit`, { token })).status).toBe(401)
})
