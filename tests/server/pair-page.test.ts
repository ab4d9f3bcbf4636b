import { describe, expect } from 'vitest'
import { otherTenantId, tenantId } from '../../infra/sandbox/seed/organisation.ts'
import type { AuditPage } from '../../server/contract/audit.ts'
import type { Conversation } from '../../server/contract/conversation.ts'
import type { OneOnOnes, PastConversations } from '../../server/contract/one-on-ones.ts'
import type { PairPage } from '../../server/contract/pair-page.ts'
import type { Review } from '../../server/contract/review.ts'
import type { Meeting } from '../support/conversations.ts'
import { fewestCommands, observed } from '../support/count-commands.ts'
import { askingIn } from '../support/own-questions.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'

const commands: string[] = []
const test = testIn({
  settings: () => ({ TENANT_IDS: `${tenantId},${otherTenantId}` }),
  over: (database) => observed(database, (name) => commands.push(name)),
})
let tenant: Tenant
let meetings: Meeting[]
let pairId: string
const held: Conversation[] = []

const page = (user: string, of = pairId) => tenant.as(user)<PairPage>('GET', `/api/pairs/${of}/page`)
const read = async (user: string, of = pairId) => (await page(user, of)).body
const scale = (user: string, question: string, value: number, at: Conversation) =>
  tenant.call(user, 'PUT', `/api/conversations/${at.id}/scales/${question}`, {
    value,
    notLower: 'Er is rust',
    oneMore: 'Een vaste ochtend',
  })
const prepare = (user: string, at: Conversation, topics: string[], shared: boolean) =>
  tenant.call(user, 'PUT', `/api/conversations/${at.id}/preparation`, {
    topics,
    note: '',
    shared,
    revision: 0,
  })

test.beforeAll(async ({ tenant: started }) => {
  tenant = started
  meetings = await tenant.meetings('sanne', 'Milan')
  for (const meeting of meetings.slice(0, 3)) {
    await tenant.moveTo(meeting.start)
    const conversation = await tenant.conversation('sanne', 'milan', meeting)
    await tenant.commit('milan', conversation.id, `Afspraak ${held.length + 1}`)
    await tenant.finish('sanne', conversation.id)
    held.push(conversation)
  }
  pairId = held[0]!.pair.id
  await tenant.moveTo(new Date(Date.parse(meetings[2]!.end) + 3_600_000).toISOString())
  held.push(await tenant.conversation('sanne', 'milan', meetings[3]!))
})

describe('page of a pair', () => {
  test('one answer has what is next, what is open, what was and how regularly they talk', async () => {
    await prepare('milan', held[3]!, ['Mijn rol'], true)
    await prepare('sanne', held[3]!, ['Vakantie'], false)
    const { body } = await tenant.as('milan')<OneOnOnes>('GET', '/api/one-on-ones')
    const listed = body.pairs.find(({ pair }) => pair.id === pairId)!
    const mine = await read('milan')
    expect(mine).toMatchObject({
      pair: listed.pair,
      commitments: listed.commitments,
      rhythm: listed.rhythm,
      next: {
        ...listed.next,
        conversationId: held[3]!.id,
        prepared: { mine: { topics: ['Mijn rol'], shared: true, revision: 1 }, theirs: null },
      },
      nextPage: null,
      lastReview: null,
    })
    expect(mine.commitments.map(({ what }) => what)).toEqual(['Afspraak 1', 'Afspraak 2', 'Afspraak 3'])
    expect(mine.conversations.map(({ id, agreed, finished }) => [id, agreed, finished])).toEqual(
      [2, 1, 0].map((at) => [held[at]!.id, `Afspraak ${at + 1}`, true]),
    )
    for (const { template } of mine.conversations) expect(template).toEqual(held[0]!.template.title)
    const past = await tenant.call<PastConversations>('milan', 'GET', `/api/pairs/${pairId}/conversations`)
    expect(past).toEqual({ conversations: mine.conversations, next: mine.nextPage })
    // A draft is nobody else's; what is shared, the other reads.
    expect((await read('sanne')).next!.prepared).toMatchObject({
      mine: { topics: ['Vakantie'], shared: false },
      theirs: { topics: ['Mijn rol'] },
    })
  })

  test('a conversation is listed with the words that its commitment had when it ended', async () => {
    const commitmentId = (await read('milan')).commitments[0]!.id
    const path = `/api/conversations/${held[1]!.id}/follow-ups/${commitmentId}`
    await tenant.call('milan', 'PUT', path, { what: 'Anders gezegd', outcome: 'open' })
    const { commitments, conversations } = await read('milan')
    expect(commitments[0]).toMatchObject({ what: 'Anders gezegd', followUps: [{ outcome: 'open' }] })
    expect(conversations.at(-1)!.agreed).toBe('Afspraak 1')
  })

  test('the course of a scale question has the other’s numbers beside one’s own alone', async () => {
    const { write } = askingIn(
      () => tenant,
      () => held[0]!,
    )
    const own = await write('sanne', { kind: 'scale', text: 'Hoe sta jij ervoor?', phases: ['check-in'] })
    for (const [at, [coach, employee]] of [
      [6, 4],
      [7, null],
      [null, 9],
    ].entries()) {
      if (coach) await scale('sanne', 'goal-scale', coach, held[at]!)
      if (employee) await scale('milan', 'goal-scale', employee, held[at]!)
    }
    for (const at of [0, 1]) await scale('sanne', own.name, 5 + at, held[at]!)
    await scale('sanne', 'will-scale', 5, held[0]!)
    const course = async (user: string) =>
      Object.fromEntries(
        (await read(user)).scales.map(({ question, points }) => [
          question,
          points.map((one) => [one.start, one.coach, one.employee]),
        ]),
      )
    const start = (at: number) => held[at]!.meeting.start
    expect(await course('sanne')).toEqual({
      'goal-scale': [
        [start(0), 6, 4],
        [start(1), 7, null],
      ],
      [own.name]: [
        [start(0), 5, null],
        [start(1), 6, null],
      ],
    })
    expect(await course('milan')).toEqual({
      'goal-scale': [
        [start(0), 6, 4],
        [start(2), null, 9],
      ],
    })
    const words = (await read('sanne')).scales.find(({ question }) => question === own.name)
    expect(words?.text.nl).toBe('Hoe sta jij ervoor?')
    expect(JSON.stringify(await read('milan'))).not.toMatch(/Hoe sta jij|rust|vaste ochtend/)
  })

  test('the page says when the last review pack was frozen', async () => {
    const period = { from: '2026-05-01', to: '2026-06-30' }
    const begun = await tenant.call<Review>('sanne', 'POST', `/api/pairs/${pairId}/reviews`, period)
    for (const user of ['sanne', 'milan']) {
      const { fingerprint } = await tenant.call<Review>(user, 'GET', `/api/reviews/${begun.id}`)
      await tenant.call(user, 'PUT', `/api/reviews/${begun.id}/ready`, { ready: true, fingerprint })
    }
    const { frozenAt } = await tenant.call<Review>('sanne', 'GET', `/api/reviews/${begun.id}`)
    expect(frozenAt).not.toBeNull()
    expect((await read('milan')).lastReview).toBe(frozenAt)
  })

  test('reading the page is in the audit log as reading its parts is, once however often', async () => {
    await tenant.moveTo(new Date(Date.parse(await tenant.now()) + 86_400_000).toISOString())
    const log = async () =>
      (await tenant.call<AuditPage>('sanne', 'GET', `/api/pairs/${pairId}/audit`)).entries
    const before = (await log()).length
    for (let again = 0; again < 3; again += 1) await read('sanne')
    const since = (await log()).slice(0, -before).map(({ who, what }) => `${who} ${what}`)
    expect(since.sort()).toEqual(['coach opened', 'coach read-commitments', 'coach read-scale'])
    await tenant.call('milan', 'GET', `/api/pairs/${pairId}/conversations`)
    expect((await log())[0]).toMatchObject({ who: 'employee', what: 'read-commitments' })
  })

  test('the page costs few database commands, however much the pair has', async () => {
    const counted = await fewestCommands(commands, 12, () => read('milan'))
    expect(counted.length, counted.join(' ')).toBeLessThanOrEqual(12)
  })

  test('nobody else reads the page of a pair', async () => {
    for (const user of ['tom', 'noor', 'aylin', 'eva@elsewhere.example'])
      expect((await page(user)).status).toBe(404)
    expect((await page('milan', crypto.randomUUID())).status).toBe(404)
    expect((await page('milan', 'x'.repeat(5000))).status).toBeGreaterThanOrEqual(400)
  })

  test('of a pair that ended the page has what was, without a calendar, until it is deleted', async () => {
    await tenant.call('milan', 'POST', `/api/pairs/${pairId}/end`)
    await tenant.sandbox('POST', 'faults', { faults: [{ service: 'graph', status: 503 }] })
    const ended = await read('milan')
    await tenant.sandbox('DELETE', 'faults')
    expect(ended).toMatchObject({ next: null, pair: { ended: expect.any(String) } })
    expect(ended.conversations).toHaveLength(3)
    expect(ended.commitments).toHaveLength(3)
    await tenant.call('milan', 'DELETE', `/api/pairs/${pairId}`)
    expect((await page('milan')).status).toBe(404)
    expect((await page('sanne')).status).toBe(200)
  })
})
