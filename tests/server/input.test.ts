import { afterEach, describe, expect } from 'vitest'
import type { Conversation, Summary } from '../../server/contract/conversation.ts'
import { commitment } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'

const test = testIn()
let tenant: Tenant
let conversation: Conversation
let path: string
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
  const [meeting] = await tenant.meetings('sanne', 'Milan')
  conversation = await tenant.conversation('sanne', 'milan', meeting!)
  path = `/api/conversations/${conversation.id}`
})
afterEach(() => tenant.sandbox('DELETE', 'faults'))

const bad: [string, string, string, unknown][] = [
  ['an unknown field', 'POST', '/api/conversations', { joinUrl: 'https://a.example/x', admin: true }],
  ['a wrong type', 'POST', '/api/conversations', { joinUrl: 5 }],
  ['nothing at all', 'POST', '/api/conversations', {}],
  ['an array', 'POST', '/api/conversations', []],
  ['an operator for a text', 'POST', '/api/conversations', { iCalUId: { $ne: '' } }],
  ['a start that is no text', 'POST', '/api/conversations', { iCalUId: 'x', start: 5 }],
  ['an unknown role', 'POST', '/api/pairs', { meeting: { iCalUId: 'x' }, myRole: 'admin' }],
]
const nested = (depth: number) => `{"joinUrl":${'['.repeat(depth)}${']'.repeat(depth)}}`
const takers: [string, string][] = [
  ['POST', '/api/conversations'],
  ['POST', '/api/templates/import'],
  ['PUT', '/api/tenant/settings'],
  ['PUT', '/api/me'],
  ['POST', '/api/notifications/calendar'],
]
describe('refused requests', () => {
  test.each(takers)(
    'JSON that is nested too deeply is refused with the reason at %s %s',
    async (method, url) => {
      const token = await tenant.token('noor', 'api')
      for (const depth of [32, 1000, 30_000]) {
        const answer = await tenant.request(url, { method, token, raw: nested(depth) })
        expect([depth, answer.status]).toEqual([depth, 400])
        expect(answer.body.errors).toEqual([
          { pointer: '/', message: expect.stringContaining('32') as string },
        ])
      }
    },
  )

  test.each(bad)(
    'a body with %s is answered 400 with the place of the error',
    async (_name, method, url, body) => {
      const answer = await tenant.as('sanne')(method, url, body)
      expect(answer.status).toBe(400)
      expect(answer.type).toContain('application/problem+json')
      expect(answer.body).toMatchObject({
        type: 'urn:groei:problem:invalid-request',
        title: 'Dit kon niet worden verwerkt',
      })
      expect(answer.body.errors?.length).toBeGreaterThan(0)
    },
  )

  test.each([
    ['no text', commitment({ what: '' })],
    ['only spaces', commitment({ what: '   ' })],
    ['a text of 501 signs', commitment({ what: 'x'.repeat(501) })],
    ['a day that is none', commitment({ due: '2026-02-30' })],
    ['a number for a text', commitment({ firstStep: 1 })],
    ['a prototype', JSON.parse('{"__proto__": {"x": 1}, "owner": "coach"}')],
  ])('a commitment with %s is refused', async (_name, body) => {
    const answer = await tenant.as('milan')('PUT', `${path}/commitments/${crypto.randomUUID()}`, body)
    expect(answer.status).toBe(400)
  })

  test('a body that is too large and broken JSON are refused in the reader’s language', async () => {
    const token = await tenant.token('milan', 'api')
    const url = `${path}/commitments/${crypto.randomUUID()}`
    // To the product itself: a proxy in between may cut off what is too much, or wait for an answer that never comes.
    const large = await tenant.request(url, {
      at: 0,
      method: 'PUT',
      token,
      body: commitment({ what: 'x'.repeat(1 << 20) }),
      language: 'en-US',
    })
    expect(large).toMatchObject({ status: 413, body: { title: 'This is too long' } })
    const broken = await tenant.request(url, { method: 'PUT', token, raw: '{"what": ' })
    expect(broken).toMatchObject({ status: 400, body: { title: 'Dit kon niet worden verwerkt' } })
  })

  test('an unknown address is answered with a problem document', async () => {
    const answer = await tenant.as('sanne')('GET', '/api/nothing')
    expect(answer).toMatchObject({ status: 404, body: { type: 'urn:groei:problem:not-found' } })
    expect((await tenant.as('sanne')('GET', '/api/conversations/not-an-id')).status).toBe(400)
  })

  test('a team meeting, a cancelled 1-on-1 and an unknown meeting are refused for different reasons', async () => {
    const [team] = await tenant.meetings('sanne', 'Teamoverleg')
    const [cancelled] = await tenant.meetings('sanne', 'Even sparren')
    const open = (one: { joinUrl: string; start: string }) =>
      tenant.as('sanne')('POST', '/api/conversations', { joinUrl: one.joinUrl, start: one.start })
    expect((await open(team!)).body.type).toBe('urn:groei:problem:not-a-one-on-one')
    expect((await open(cancelled!)).body.type).toBe('urn:groei:problem:meeting-cancelled')
    const nowhere = await open({
      joinUrl: 'https://teams.microsoft.com/l/meetup-join/nope',
      start: cancelled!.start,
    })
    expect(nowhere.body.type).toBe('urn:groei:problem:meeting-not-found')
  })

  test('a conversation takes two commitments, even of five at once, and a repeated request adds none', async () => {
    const [, , , meeting] = await tenant.meetings('sanne', 'Milan')
    const other = await tenant.conversation('sanne', 'milan', meeting!)
    const url = `/api/conversations/${other.id}/commitments`
    const ids = Array.from({ length: 5 }, () => crypto.randomUUID())
    const made = await Promise.all(
      ids.map((id) => tenant.as('milan')('PUT', `${url}/${id}`, commitment({ what: id }))),
    )
    expect(made.filter((one) => one.status === 200)).toHaveLength(2)
    expect(made.filter((one) => one.body.type === 'urn:groei:problem:commitment-limit')).toHaveLength(3)
    const kept = ids[made.findIndex((one) => one.status === 200)]!
    const again = await tenant.as('milan')('PUT', `${url}/${kept}`, commitment({ what: kept }))
    expect(again.status).toBe(200)
    const { body } = await tenant.as('sanne')<Conversation>('GET', `/api/conversations/${other.id}`)
    expect(body.commitments).toHaveLength(2)
  })

  test('of two who change a commitment the last one counts, and removing it twice is as good as once', async () => {
    const id = await tenant.commit('milan', conversation.id, 'Eerst')
    const url = `${path}/commitments/${id}`
    for (const [user, what] of [
      ['sanne', 'Van Sanne'],
      ['milan', 'Van Milan'],
    ] as const)
      expect((await tenant.as(user)('PUT', url, commitment({ what }))).status).toBe(200)
    const { body } = await tenant.as('milan')<Conversation>('GET', path)
    expect(body.commitments.find((one) => one.id === id)).toMatchObject({ what: 'Van Milan' })
    for (const user of ['milan', 'sanne']) expect((await tenant.as(user)('DELETE', url)).status).toBe(204)
    expect((await tenant.as('sanne')<Conversation>('GET', path)).body.commitments).toEqual([])
  })

  test('a conversation can be finished only with something to share and with the summary that was seen', async () => {
    const finish = (fingerprint: string) =>
      tenant.as('sanne')('POST', `${path}/finish`, { scope: 'summary-and-commitments', fingerprint })
    const { body: empty } = await tenant.as('sanne')<Summary>(
      'GET',
      `${path}/summary?scope=summary-and-commitments`,
    )
    expect((await finish(empty.fingerprint)).body.type).toBe('urn:groei:problem:nothing-to-share')
    await tenant.commit('milan', conversation.id, 'Iets')
    expect((await finish(empty.fingerprint)).body.type).toBe('urn:groei:problem:summary-changed')
    expect((await tenant.as('sanne')('GET', `${path}/summary?scope=everything`)).status).toBe(400)
  })

  test('an outage of Graph is answered 503 until it is over, and a token that ends midway is renewed', async () => {
    const [meeting] = await tenant.meetings('sanne', '1-op-1 Sanne en Tom')
    const reference = { joinUrl: meeting!.joinUrl, start: meeting!.start }
    const fault = { service: 'graph', path: '/me/calendarView', status: 503 }
    await tenant.sandbox('POST', 'faults', { faults: [fault] })
    const down = await tenant.as('sanne')('POST', '/api/conversations', reference)
    expect(down).toMatchObject({ status: 503, body: { type: 'urn:groei:problem:microsoft-unavailable' } })
    await tenant.sandbox('DELETE', 'faults')
    expect((await tenant.as('sanne')('POST', '/api/conversations', reference)).status).toBe(200)
    await tenant.sandbox('POST', 'faults', { faults: [{ ...fault, status: 401, times: 1 }] })
    expect((await tenant.as('sanne')('POST', '/api/conversations', reference)).status).toBe(200)
  })
})
