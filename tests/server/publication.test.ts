import { afterEach, describe, expect } from 'vitest'
import { sections, type GraphCall } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'

const test = testIn({ ownProcess: true })
let tenant: Tenant
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
})
afterEach(() => tenant.sandbox('DELETE', 'faults'))

const published = (one: { state: string } | null) => one?.state === 'published'

describe('publication into the next invite', () => {
  test('a publication without a next meeting waits, and goes on when there is one and somebody opens Groei', async () => {
    const [only] = await tenant.meetings('sanne', 'Bijpraten Noor en Sanne')
    const conversation = await tenant.conversation('noor', 'sanne', only!)
    await tenant.commit('sanne', conversation.id, 'Verslag van de klantdag')
    await tenant.finish('sanne', conversation.id)
    const waiting = await tenant.publication(
      'sanne',
      conversation.id,
      (one) => one?.reason === 'no-next-meeting',
    )
    expect(waiting).toMatchObject({ state: 'waiting', target: null })

    const made = await tenant.request<{ iCalUId: string }>('/sandbox/graph/v1.0/me/events', {
      method: 'POST',
      token: await tenant.token('noor', 'graph'),
      body: {
        subject: 'Vervolg',
        start: { dateTime: '2026-06-12T13:00:00', timeZone: 'UTC' },
        end: { dateTime: '2026-06-12T13:30:00', timeZone: 'UTC' },
        isOnlineMeeting: true,
        attendees: [{ emailAddress: { address: 'sanne@sandbox.example', name: 'Sanne de Vries' } }],
      },
    })
    await tenant.conversation('noor', 'sanne', only!)
    await tenant.publication('sanne', conversation.id, published)
    expect(sections((await tenant.invite('sanne', made.body.iCalUId)).content)).toBe(1)
  })

  test('a publication waits for an organiser who never opened Groei, and goes on when they do', async () => {
    const [first, second] = await tenant.meetings('tom', '1-op-1 Sanne en Tom')
    const reference = { joinUrl: first!.joinUrl, start: first!.start }
    await tenant.as('tom')('POST', '/api/pairs', { meeting: reference, myRole: 'employee' })
    const opened = await tenant.as('tom')<{ conversation: { id: string } }>(
      'POST',
      '/api/conversations',
      reference,
    )
    const { id } = opened.body.conversation
    await tenant.commit('tom', id, 'Drie klanten bellen')
    await tenant.finish('tom', id)
    await tenant.publication('tom', id, (one) => one?.reason === 'organiser-sign-in')
    expect(sections((await tenant.invite('tom', second!.iCalUId)).content)).toBe(0)
    await tenant.as('sanne')('POST', '/api/conversations', reference)
    await tenant.publication('tom', id, published)
    expect(sections((await tenant.invite('tom', second!.iCalUId)).content)).toBe(1)
  })

  test('a change by somebody else between read and write is merged and not overwritten', async () => {
    const [first, second] = await tenant.meetings('sanne', 'Milan')
    const conversation = await tenant.conversation('sanne', 'milan', first!)
    await tenant.commit('milan', conversation.id, 'Samengevoegd')
    await tenant.sandbox('POST', 'faults', {
      faults: [
        { service: 'graph', method: 'PATCH', status: 412, code: 'ErrorIrresolvableConflict', times: 1 },
      ],
    })
    await tenant.sandbox('DELETE', 'calls')
    await tenant.finish('sanne', conversation.id)
    await tenant.publication('sanne', conversation.id, published)
    expect(sections((await tenant.invite('sanne', second!.iCalUId)).content)).toBe(1)
    const { calls } = await tenant.sandbox<{ calls: GraphCall[] }>('GET', 'calls')
    const reads = calls.filter(
      (one) => one.service === 'graph' && one.method === 'GET' && one.path.includes('/me/events/'),
    )
    expect(reads).toHaveLength(2)
  })

  test('a throttled publication waits for as long as Microsoft asks and then succeeds', async () => {
    const [, first, second] = await tenant.meetings('sanne', 'Milan')
    const conversation = await tenant.conversation('sanne', 'milan', first!)
    await tenant.commit('milan', conversation.id, 'Later')
    await tenant.sandbox('POST', 'faults', {
      faults: [{ service: 'graph', method: 'PATCH', status: 429, retryAfter: 1, times: 1 }],
    })
    await tenant.finish('sanne', conversation.id)
    await tenant.publication('sanne', conversation.id, (one) => one?.reason === 'throttled')
    await tenant.moveTo(new Date(Date.parse(await tenant.now()) + 60_000).toISOString())
    await tenant.publication('sanne', conversation.id, published)
    expect(sections((await tenant.invite('sanne', second!.iCalUId)).content)).toBeGreaterThanOrEqual(1)
  })

  test('a section whose write lost its answer stands in the invite once', async () => {
    const [, , first, second] = await tenant.meetings('sanne', 'Milan')
    const conversation = await tenant.conversation('sanne', 'milan', first!)
    await tenant.commit('milan', conversation.id, 'Precies eens')
    await tenant.sandbox('POST', 'faults', {
      faults: [{ service: 'graph', method: 'PATCH', status: 504, times: 1, after: 'apply' }],
    })
    await tenant.finish('sanne', conversation.id)
    await tenant.publication(
      'sanne',
      conversation.id,
      (one) => one?.reason === 'microsoft-unavailable' || published(one),
    )
    await tenant.moveTo(new Date(Date.parse(await tenant.now()) + 60_000).toISOString())
    await tenant.publication('sanne', conversation.id, published)
    const { content } = await tenant.invite('sanne', second!.iCalUId)
    expect(content.match(/Precies eens/g)).toHaveLength(1)
  })

  test('a publication interrupted by a crash right after finishing is made exactly once', async () => {
    const [first, second] = await tenant.meetings('sanne', 'Aylin')
    const conversation = await tenant.conversation('sanne', 'aylin', first!)
    await tenant.commit('aylin', conversation.id, 'Overleeft een stroomstoring')
    const { status } = await tenant.finish('aylin', conversation.id)
    expect(status).toBe(200)
    await tenant.launched.kill()
    await tenant.launched.startProduct()
    // Whoever held it is dead: its lease has to run out first.
    await tenant.moveTo(new Date(Date.parse(await tenant.now()) + 60_000).toISOString())
    await tenant.publication('aylin', conversation.id, published)
    const { content } = await tenant.invite('aylin', second!.iCalUId)
    expect(sections(content)).toBe(1)
    expect(content).toContain('Overleeft een stroomstoring')
  })

  const graph = async (user: string, method: string, path: string, body?: object) =>
    fetch(`${tenant.url}/sandbox/graph/v1.0${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await tenant.token(user, 'graph')}`,
        'content-type': 'application/json',
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
  const inInvite = async (user: string, meeting: { iCalUId: string }) =>
    sections((await tenant.invite(user, meeting.iCalUId)).content)

  test('a section moves to the following invite when the next meeting is cancelled', async () => {
    const [first, second, third] = await tenant.meetings('sanne', 'Tom')
    const conversation = await tenant.conversation('sanne', 'tom', first!)
    await tenant.commit('tom', conversation.id, 'Meeverhuizen')
    await tenant.finish('sanne', conversation.id)
    await tenant.publication('tom', conversation.id, published)
    const { id } = await tenant.invite('sanne', second!.iCalUId)
    expect((await graph('sanne', 'POST', `/me/events/${encodeURIComponent(id)}/cancel`, {})).status).toBe(202)
    await tenant.conversation('sanne', 'tom', first!)
    await tenant.publication(
      'tom',
      conversation.id,
      (one) => one?.target?.start === new Date(third!.start).toISOString(),
    )
    expect(await inInvite('tom', third!)).toBe(1)
  })

  test('a section leaves an invite to which somebody else is added, and goes into the pair’s next one', async () => {
    const [first, second, third] = await tenant.meetings('sanne', 'Aylin')
    const conversation = await tenant.conversation('sanne', 'aylin', first!)
    await tenant.commit('aylin', conversation.id, 'Onder ons')
    await tenant.finish('sanne', conversation.id)
    await tenant.publication('aylin', conversation.id, published)
    const invite = await tenant.invite('sanne', second!.iCalUId)
    expect(sections(invite.content)).toBe(1)
    const attendees = ['aylin', 'tom'].map((name) => ({
      type: 'required',
      emailAddress: { address: `${name}@sandbox.example`, name },
    }))
    const changed = await graph('sanne', 'PATCH', `/me/events/${encodeURIComponent(invite.id)}`, {
      attendees,
    })
    expect(changed.status).toBe(200)
    await tenant.conversation('sanne', 'aylin', first!)
    await tenant.publication(
      'aylin',
      conversation.id,
      (one) => one?.target?.start === new Date(third!.start).toISOString(),
    )
    const after = await tenant.invite('sanne', second!.iCalUId)
    expect([sections(after.content), await inInvite('aylin', third!)]).toEqual([0, 1])
    // What stood around it is as it was, and the meeting can be joined.
    expect(after.content).toContain('Every two weeks, in person when we can.')
    expect(after.joinUrl).toBe(invite.joinUrl)
  })

  test('a section in the right invite is looked up and left alone after an edit by hand', async () => {
    const [, , third, fourth] = await tenant.meetings('sanne', 'Milan')
    const conversation = await tenant.conversation('sanne', 'milan', third!)
    await tenant.commit('milan', conversation.id, 'Met de hand')
    // The conversation is on: the next one is the fourth.
    await tenant.moveTo(third!.start)
    await tenant.finish('sanne', conversation.id)
    await tenant.publication('milan', conversation.id, published)
    const before = await tenant.invite('sanne', fourth!.iCalUId)
    const content = before.content.replace('Met de hand', 'Met de hand verbeterd')
    await graph('sanne', 'PATCH', `/me/events/${encodeURIComponent(before.id)}`, {
      body: { contentType: 'html', content },
    })
    await tenant.moveTo(new Date(Date.parse(third!.start) + 10 * 60_000).toISOString())
    await tenant.sandbox('DELETE', 'calls')
    await tenant.conversation('sanne', 'milan', third!)
    // A stop waits for what the worker has begun.
    await tenant.launched.stop()
    const { calls } = await tenant.sandbox<{ calls: GraphCall[] }>('GET', 'calls')
    // Opening looks at the calendar three times here; the fourth look is the worker's.
    expect(calls.filter((one) => one.path.startsWith('/me/calendarView')).length).toBeGreaterThanOrEqual(4)
    expect(calls.filter((one) => one.method === 'PATCH')).toEqual([])
    expect((await tenant.invite('sanne', fourth!.iCalUId)).content).toContain('Met de hand verbeterd')
  })
})
