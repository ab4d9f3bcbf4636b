import { describe, expect } from 'vitest'
import { otherTenantId, tenantId } from '../../infra/sandbox/seed/organisation.ts'
import type { AuditPage } from '../../server/contract/audit.ts'
import type { Conversation } from '../../server/contract/conversation.ts'
import type { PairPage } from '../../server/contract/pair-page.ts'
import type { AddedTopic } from '../../server/contract/preparation.ts'
import { changeCalendar } from '../support/calendar.ts'
import type { Meeting } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'

const test = testIn({ settings: () => ({ TENANT_IDS: `${tenantId},${otherTenantId}` }) })
let tenant: Tenant
let meetings: Meeting[]
let first: Conversation
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
  meetings = await tenant.meetings('sanne', 'Milan')
  first = await tenant.conversation('sanne', 'milan', meetings[0]!)
  await tenant.moveTo(meetings[0]!.start)
})

const add = (text: unknown, user = 'milan', pairId = first.pair.id) =>
  tenant.as(user)<AddedTopic>('POST', `/api/pairs/${pairId}/topics`, { text })
const page = (user: string, pairId = first.pair.id) =>
  tenant.call<PairPage>(user, 'GET', `/api/pairs/${pairId}/page`)
const prepared = async (user: string) => {
  const { next } = await page(user)
  // What runs now is next in the calendar; the topic is for the one after it.
  const start = meetings[1]!.start
  const { body } = await tenant.as(user)<{ kind: string; conversation: Conversation }>(
    'POST',
    '/api/conversations',
    { iCalUId: meetings[1]!.iCalUId, start },
  )
  expect(next?.pairId).toBe(first.pair.id)
  return { ...body.conversation.preparation, id: body.conversation.id }
}

describe('topic for the next conversation', () => {
  test('a topic goes to a draft of the conversation after the one that runs, though nobody opened it yet', async () => {
    expect((await add('  Vakantie ')).body).toEqual({ start: meetings[1]!.start, shared: false })
    const answers = await Promise.all(['Opleiding', 'Rooster', 'Vakantie'].map((text) => add(text)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    const { mine } = await prepared('milan')
    expect(mine).toMatchObject({ shared: false })
    expect([...mine!.topics].sort()).toEqual(['Opleiding', 'Rooster', 'Vakantie'])
    expect((await prepared('sanne')).theirs).toBeNull()
  })

  test('a topic for a preparation that is shared is read by the other at once, and the answer says so', async () => {
    const { mine, id } = await prepared('milan')
    const { topics, note, revision } = mine!
    const shared = { topics, note, shared: true, revision }
    await tenant.call('milan', 'PUT', `/api/conversations/${id}/preparation`, shared)
    const log = async () => {
      const { entries } = await tenant.call<AuditPage>('milan', 'GET', `/api/pairs/${first.pair.id}/audit`)
      return entries.filter(({ what }) => what === 'changed-preparation').length
    }
    const before = await log()
    expect((await add('Groei')).body).toMatchObject({ shared: true })
    expect((await add('Groei')).body).toMatchObject({ shared: true })
    expect(await log()).toBe(before + 1)
    expect((await prepared('sanne')).theirs?.topics).toContain('Groei')
  })

  test('a topic more than fits is refused, and one that is there already is not', async () => {
    const { mine } = await prepared('milan')
    for (let at = mine!.topics.length; at < 10; at += 1)
      expect((await add(`Onderwerp ${at}`)).status).toBe(200)
    const full = await add('Nog een')
    expect([full.status, full.body.type]).toEqual([409, 'urn:groei:problem:enough'])
    expect((await add('Groei')).status).toBe(200)
    expect((await prepared('milan')).mine!.topics).toHaveLength(10)
  })

  test('a topic that is malformed, huge or of nobody in the pair is refused', async () => {
    for (const text of ['', '   ', 'x'.repeat(201), null, 7, ['x']])
      expect((await add(text)).status).toBe(400)
    expect((await add('x'.repeat(70_000))).status).toBe(413)
    for (const user of ['tom', 'noor', 'eva@elsewhere.example'])
      expect((await add('Vakantie', user)).status).toBe(404)
    expect((await add('Vakantie', 'milan', crypto.randomUUID())).status).toBe(404)
  })

  test('a pair without a next conversation is told so, and one that ended takes no topic', async () => {
    const calendar = changeCalendar(tenant)
    await calendar.single('noor', 'tom', 'Eenmalig', '2026-06-12T07:00:00')
    const [meeting] = await tenant.meetings('noor', 'Eenmalig')
    const { pair } = await tenant.conversation('noor', 'tom', meeting!)
    expect((await add('Vakantie', 'tom', pair.id)).status).toBe(200)
    await calendar.cancel('noor', meeting!)
    const none = await add('Rooster', 'tom', pair.id)
    expect([none.status, none.body.type]).toEqual([409, 'urn:groei:problem:no-next-conversation'])
    await tenant.call('tom', 'POST', `/api/pairs/${pair.id}/end`)
    const ended = await add('Rooster', 'tom', pair.id)
    expect([ended.status, ended.body.type]).toEqual([409, 'urn:groei:problem:pair-ended'])
  })
})
