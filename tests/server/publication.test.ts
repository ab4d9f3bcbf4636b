import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { sections, startTenant, type Tenant, type GraphCall } from '../support/tenant.ts'

let tenant: Tenant
beforeAll(async () => {
  tenant = await startTenant()
})
afterAll(() => tenant.close())
afterEach(() => tenant.sandbox('DELETE', 'faults'))

const published = (one: { state: string } | null) => one?.state === 'published'

test('with no next meeting it waits, says so, and goes on when there is one and somebody opens Groei', async () => {
  const [only] = await tenant.meetings('sanne', 'Bijpraten Noor en Sanne')
  const talk = await tenant.talk('noor', 'sanne', only!)
  await tenant.commit('sanne', talk.id, 'Verslag van de klantdag')
  await tenant.finish('sanne', talk.id)
  const waiting = await tenant.publication('sanne', talk.id, (one) => one?.reason === 'no-next-meeting')
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
  await tenant.talk('noor', 'sanne', only!)
  await tenant.publication('sanne', talk.id, published)
  expect(sections((await tenant.invite('sanne', made.body.iCalUId)).content)).toBe(1)
})

test('when the organiser has never been here it waits for them, and goes on when they come', async () => {
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

test('a change by somebody else between read and write is merged, not overwritten', async () => {
  const [first, second] = await tenant.meetings('sanne', 'Milan')
  const talk = await tenant.talk('sanne', 'milan', first!)
  await tenant.commit('milan', talk.id, 'Samengevoegd')
  await tenant.sandbox('POST', 'faults', {
    faults: [{ service: 'graph', method: 'PATCH', status: 412, code: 'ErrorIrresolvableConflict', times: 1 }],
  })
  await tenant.sandbox('DELETE', 'calls')
  await tenant.finish('sanne', talk.id)
  await tenant.publication('sanne', talk.id, published)
  expect(sections((await tenant.invite('sanne', second!.iCalUId)).content)).toBe(1)
  const { calls } = await tenant.sandbox<{ calls: GraphCall[] }>('GET', 'calls')
  const reads = calls.filter(
    (one) => one.service === 'graph' && one.method === 'GET' && one.path.includes('/me/events/'),
  )
  expect(reads).toHaveLength(2)
})

test('throttled, it waits for as long as it was told and then goes', async () => {
  const [, first, second] = await tenant.meetings('sanne', 'Milan')
  const talk = await tenant.talk('sanne', 'milan', first!)
  await tenant.commit('milan', talk.id, 'Later')
  await tenant.sandbox('POST', 'faults', {
    faults: [{ service: 'graph', method: 'PATCH', status: 429, retryAfter: 1, times: 1 }],
  })
  await tenant.finish('sanne', talk.id)
  await tenant.publication('sanne', talk.id, published)
  expect(sections((await tenant.invite('sanne', second!.iCalUId)).content)).toBeGreaterThanOrEqual(1)
})

test('when Graph wrote and its answer was lost, the section is there once', async () => {
  const [, , first, second] = await tenant.meetings('sanne', 'Milan')
  const talk = await tenant.talk('sanne', 'milan', first!)
  await tenant.commit('milan', talk.id, 'Precies eens')
  await tenant.sandbox('POST', 'faults', {
    faults: [{ service: 'graph', method: 'PATCH', status: 504, times: 1, after: 'apply' }],
  })
  await tenant.finish('sanne', talk.id)
  await tenant.publication(
    'sanne',
    talk.id,
    (one) => one?.reason === 'microsoft-unavailable' || published(one),
  )
  await tenant.moveTo(new Date(Date.parse(await tenant.now()) + 60_000).toISOString())
  await tenant.publication('sanne', talk.id, published)
  const { content } = await tenant.invite('sanne', second!.iCalUId)
  expect(content.match(/Precies eens/g)).toHaveLength(1)
})

test('killed right after finishing, it is published once all the same', async () => {
  const [first, second] = await tenant.meetings('sanne', 'Aylin')
  const talk = await tenant.talk('sanne', 'aylin', first!)
  await tenant.commit('aylin', talk.id, 'Overleeft een stroomstoring')
  const { status } = await tenant.finish('aylin', talk.id)
  expect(status).toBe(200)
  await tenant.launched.kill()
  await tenant.launched.startProduct()
  // Whoever held it is dead: its lease has to run out first.
  await tenant.moveTo(new Date(Date.parse(await tenant.now()) + 60_000).toISOString())
  await tenant.publication('aylin', talk.id, published)
  const { content } = await tenant.invite('aylin', second!.iCalUId)
  expect(sections(content)).toBe(1)
  expect(content).toContain('Overleeft een stroomstoring')
})
