import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { AuditPage } from '../../server/contract/audit.ts'
import type { Conversation, OpenedConversation } from '../../server/contract/conversation.ts'
import type { LeavingPreview, MyData } from '../../server/contract/my-data.ts'
import type { Pair } from '../../server/contract/pair.ts'
import { templateSpec } from '../../server/template/collection.ts'
import { changeCalendar } from '../support/calendar.ts'
import { chatOf } from '../support/chats.ts'
import { called, templateHands } from '../support/templates.ts'
import type { Meeting } from '../support/conversations.ts'
import { startTenant, type Tenant } from '../support/tenant.ts'
import { until } from '../support/until.ts'

vi.setConfig({ testTimeout: 120_000 })

let tenant: Tenant
let meetings: Meeting[]
beforeEach(async () => {
  tenant = await startTenant()
  meetings = await tenant.meetings('sanne', 'Milan')
  return () => tenant.close()
})

const leave = (user: string) => tenant.as(user)('DELETE', '/api/me')
const later = async (days: number) =>
  tenant.moveTo(new Date(Date.parse(await tenant.now()) + days * 86_400_000).toISOString())
async function oidOf(user: string): Promise<string> {
  const { people } = await tenant.sandbox<{ people: { upn: string; oid: string }[] }>('GET', 'people')
  return people.find(({ upn }) => upn.startsWith(`${user}@`))!.oid
}
/** What is kept of a person outside their pairs bears this as its name. */
const ownName = async (user: string) => `${tenant.launched.sandbox.tenantId}.${await oidOf(user)}`
const own = { purpose: 'Verder kijken.', kind: 'open', theme: 'ownership', phases: ['focus'], depth: 'light' }
const question = (text: string, team: boolean) => ({ ...own, text, team, revision: 0 })
const inConversation = (conversation: Conversation, rest = '') =>
  `/api/conversations/${conversation.id}${rest}`
/** Everything that is kept, once nothing of it waits to be written where it belongs. */
const stored = async () => {
  await tenant.whileStopped(async () => undefined)
  return tenant.stored()
}
const untilWithout = (texts: string[]) =>
  until(
    async () => {
      const all = await stored()
      return texts.some((one) => all.includes(one)) ? null : true
    },
    60_000,
    500,
  )

describe('leaving Groei', () => {
  test('a person’s own data is gone at once, and what was shared is readable to the other for thirty days', async () => {
    const conversation = await tenant.conversation('sanne', 'milan', meetings[0]!)
    const milan = tenant.as('milan')
    await milan('PUT', '/api/me', { timeZone: 'Europe/Lisbon' })
    await milan('PUT', '/api/tips/guide')
    await milan('PUT', '/api/questions/goal-scale/favourite')
    await milan('PUT', `/api/questions/own/${crypto.randomUUID()}`, question('Zandhagedis?', false))
    await milan('PUT', inConversation(conversation, '/private-note'), { text: 'Eigen', revision: 0 })
    const chat = chatOf(tenant, 'milan')
    await chat.install(true)
    await chat.heard(/Hallo|Hello/)
    await tenant.commit('milan', conversation.id, 'Elke dag een uur')
    await milan('GET', '/api/one-on-ones')
    const name = await ownName('milan')
    expect(await stored()).toContain(name)

    const { body } = await milan<LeavingPreview>('GET', '/api/me/deletion')
    expect(body).toMatchObject({
      pairs: [{ other: { name: 'Sanne de Vries' }, privateNotes: 1, conversations: 1, commitments: 1 }],
      questions: 1,
      templates: 0,
      teamLoses: { questions: 0, templates: 0 },
    })
    expect(body.pairs[0]!.otherReadsUntil).not.toBeNull()

    // Twice at the same moment and once more: it is done once.
    const answers = await Promise.all([leave('milan'), leave('milan')])
    expect([...answers, await leave('milan')].map(({ status }) => status)).toEqual([204, 204, 204])
    await untilWithout([name, 'Zandhagedis'])
    expect((await milan<MyData>('GET', '/api/me/data')).body).toMatchObject({
      me: { language: null, timeZone: null, chat: 'absent', chatAddress: null, questions: [], tipsSeen: [] },
      pairs: [],
    })
    expect((await milan('GET', inConversation(conversation))).status).toBe(404)
    const read = await tenant.as('sanne')<Conversation>('GET', inConversation(conversation))
    expect(read.body.commitments.map(({ what }) => what)).toEqual(['Elke dag een uur'])
    const auditLog = await tenant.as('sanne')<AuditPage>('GET', `/api/pairs/${conversation.pair.id}/audit`)
    expect(auditLog.body.entries.map(({ what }) => what)).toContain('asked-deletion')

    await later(30.1)
    await untilWithout([await oidOf('milan'), 'milan@sandbox.example', 'Milan Bakker', 'Elke dag een uur'])
  })

  test('a person who leaves and comes back begins anew', async () => {
    const conversation = await tenant.conversation('sanne', 'milan', meetings[0]!)
    await tenant.as('milan')('PUT', '/api/tips/guide')
    await later(0.5)
    await leave('milan')
    await tenant.as('milan')('PUT', '/api/me', { timeZone: 'Europe/Amsterdam' })
    expect((await tenant.as('milan')<{ seen: string[] }>('GET', '/api/tips')).body.seen).toEqual([])
    const open = (meeting: Meeting) =>
      tenant.as('milan')<OpenedConversation>('POST', '/api/conversations', {
        joinUrl: meeting.joinUrl,
        start: meeting.start,
      })
    expect((await open(meetings[0]!)).status).toBe(404)
    expect((await open(meetings[1]!)).body).toMatchObject({ kind: 'roles-needed' })
    const next = await tenant.conversation('milan', 'sanne', meetings[1]!)
    expect(next.pair.id).not.toBe(conversation.pair.id)
    expect((await tenant.as('milan')<Pair[]>('GET', '/api/pairs')).body.map(({ id }) => id)).toEqual([
      next.pair.id,
    ])
  })

  test('a coach takes along what they made for others, and conversations read as they were held', async () => {
    const hands = templateHands(tenant)
    const first = await tenant.conversation('sanne', 'milan', meetings[0]!)
    await hands.change('sanne', 'team', 'grow', called('Van Sanne'))
    await hands.change('noor', 'organisation', 'feedback', called('Van het huis'))
    const id = crypto.randomUUID()
    const made = await tenant.as('sanne')('PUT', `/api/questions/own/${id}`, question('Bosuil?', true))
    expect(made.status).toBe(200)
    const conversation = await tenant.conversation('sanne', 'milan', meetings[1]!)
    expect(conversation.template.title.nl).toBe('Van Sanne')
    const asked = { questionId: `own-${id}`, step: 'goal' }
    expect((await tenant.as('sanne')('POST', inConversation(conversation, '/asked'), asked)).status).toBe(204)
    const calendar = changeCalendar(tenant)
    await until(async () => ((await calendar.subscriptions('sanne')).length === 1 ? true : null))

    const { body } = await tenant.as('sanne')<LeavingPreview>('GET', '/api/me/deletion')
    expect(body).toMatchObject({ questions: 1, templates: 1, teamLoses: { questions: 1, templates: 1 } })
    expect((await leave('sanne')).status).toBe(204)
    expect(await calendar.subscriptions('sanne')).toEqual([])
    const read = await tenant.as('milan')<Conversation>('GET', inConversation(conversation))
    expect(read.body.template.title.nl).toBe('Van Sanne')
    expect((await tenant.as('milan')<Conversation>('GET', inConversation(first))).status).toBe(200)
    const { pairs } = (await tenant.as('milan')<MyData>('GET', '/api/me/data')).body
    expect(JSON.stringify(pairs)).not.toContain(id)
    expect((await tenant.as('sanne')<MyData>('GET', '/api/me/data')).body.me.templates).toEqual([])

    // An admin who leaves: what they published is the organisation's, and names them no more.
    expect((await leave('noor')).status).toBe(204)
    await untilWithout([await oidOf('noor')])
    const kept = await tenant.whileStopped(async (database) =>
      (await database.collection(templateSpec))
        .find({ tenantId: tenant.launched.sandbox.tenantId, owner: 'organisation' })
        .toArray(),
    )
    expect(kept.map(({ published }) => published?.template.title.nl)).toEqual(['Van het huis'])

    expect((await tenant.as('milan')('DELETE', `/api/pairs/${conversation.pair.id}`)).status).toBe(204)
    await untilWithout(['Van Sanne'])
  })
})
