import { afterEach, describe, expect } from 'vitest'
import type { Conversation } from '../../server/contract/conversation.ts'
import type { OneOnOnes } from '../../server/contract/one-on-ones.ts'
import type { PlannedConversation, Proposals } from '../../server/contract/planning.ts'
import { sections, type GraphCall } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'

const test = testIn()
let tenant: Tenant
/** Noor coaches Sanne; there is one conversation, on 5 June, and none after it. */
let conversation: Conversation
let pairId: string
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
  const [only] = await tenant.meetings('sanne', 'Bijpraten Noor en Sanne')
  conversation = await tenant.conversation('noor', 'sanne', only!)
  pairId = conversation.pair.id
})
afterEach(() => tenant.sandbox('DELETE', 'faults'))

const proposals = (user: string, pair = pairId) =>
  tenant.as(user)<Proposals>('GET', `/api/pairs/${pair}/proposals`)
const plan = (user: string, body: object, pair = pairId, language = 'nl') =>
  tenant.as(user)<PlannedConversation>('POST', `/api/pairs/${pair}/conversations`, body, language)
/** A request for the first proposal of this moment. */
async function first(user: string, more: object = {}) {
  const { body } = await proposals(user)
  return { ...body.proposals[0]!, everyWeeks: null, revision: body.revision, ...more }
}

type Listed = {
  subject: string
  start: { dateTime: string }
  end: { dateTime: string }
  isOrganizer: boolean
  isOnlineMeeting: boolean
  isAllDay: boolean
  showAs: string
  organizer: { emailAddress: { address: string } }
  attendees: { emailAddress: { address: string } }[]
}
async function calendar(user: string, until = '2026-09-30T00:00:00Z'): Promise<Listed[]> {
  const window = new URLSearchParams({
    startDateTime: '2026-06-02T00:00:00Z',
    endDateTime: until,
    $top: '500',
  })
  const path = `/sandbox/graph/v1.0/me/calendarView?${window}`
  const { body } = await tenant.request<{ value: Listed[] }>(path, {
    token: await tenant.token(user, 'graph'),
  })
  return body.value
}
const ofPair = async (user: string) =>
  (await calendar(user)).filter((one) => /^1-o(p|n)-1 (Noor|Sanne) (en|and) (Noor|Sanne)$/.test(one.subject))

describe('planning a meeting', () => {
  test('proposed times are free for both people, and the answer says in which time zones they live', async () => {
    const { status, body } = await proposals('sanne')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      reason: null,
      otherRead: true,
      zones: { mine: 'Europe/Berlin', theirs: 'Europe/Berlin' },
    })
    expect(body.proposals).toHaveLength(4)
    expect(new Set(body.proposals.map(({ start }) => start.slice(0, 10))).size).toBe(4)
    for (const user of ['sanne', 'noor']) {
      for (const event of await calendar(user)) {
        if (event.showAs === 'free' || event.isAllDay) continue
        for (const { start, end } of body.proposals) {
          const clashes =
            `${event.start.dateTime.slice(0, 19)}.000Z` < end &&
            start < `${event.end.dateTime.slice(0, 19)}.000Z`
          expect(clashes, `${event.subject} ${start}`).toBe(false)
        }
      }
    }
    // Sanne's day off.
    expect(body.proposals.some(({ start }) => start.startsWith('2026-06-08'))).toBe(false)
  })

  test('proposals ask Graph for free/busy once and for nothing else of the other person', async () => {
    await tenant.sandbox('DELETE', 'calls')
    await proposals('noor')
    const { calls } = await tenant.sandbox<{ calls: GraphCall[] }>('GET', 'calls')
    // Following one's own calendar goes on meanwhile; planning asks for nothing there.
    const asked = calls.filter(
      (one) => one.service === 'graph' && !/^\/(me\/calendarView|subscriptions)/.test(one.path),
    )
    expect(asked.map((one) => `${one.user} ${one.method} ${one.path}`)).toEqual([
      'noor@sandbox.example POST /me/calendar/getSchedule',
    ])
  })

  test('the person who plans becomes the organiser, and repeating the request makes no second event', async () => {
    const request = await first('noor')
    await tenant.sandbox('POST', 'faults', {
      faults: [
        { service: 'graph', method: 'POST', path: '/me/events', status: 504, times: 2, after: 'apply' },
      ],
    })
    expect((await plan('noor', request)).body.type).toBe('urn:groei:problem:microsoft-unavailable')
    const { status, body } = await plan('noor', request)
    expect(status).toBe(201)
    expect(body).toEqual({
      subject: '1-op-1 Noor en Sanne',
      start: request.start,
      end: request.end,
      everyWeeks: null,
    })
    // In another language it still is the same request.
    expect((await plan('noor', request, pairId, 'en')).body).toEqual(body)
    for (const user of ['noor', 'sanne']) {
      const found = await ofPair(user)
      expect(found).toHaveLength(1)
      expect(found[0]).toMatchObject({
        isOrganizer: user === 'noor',
        isOnlineMeeting: true,
        organizer: { emailAddress: { address: 'noor@sandbox.example' } },
        attendees: [{ emailAddress: { address: 'sanne@sandbox.example' } }],
      })
    }
    const { pairs } = (await tenant.as('sanne')<OneOnOnes>('GET', '/api/one-on-ones')).body
    expect(pairs.find((one) => one.pair.id === pairId)?.next?.start).toBe(request.start)
  })

  test('one of two people who plan at once succeeds, and the other is told that something changed', async () => {
    const before = (await ofPair('noor')).length
    const [a, b] = await Promise.all([first('noor'), first('sanne')])
    const answers = await Promise.all([plan('noor', a), plan('sanne', b)])
    expect(answers.map((one) => one.status).sort()).toEqual([201, 409])
    expect(answers.find((one) => one.status === 409)?.body.type).toBe('urn:groei:problem:changed-meanwhile')
    expect(await ofPair('noor')).toHaveLength(before + 1)
    // Over a plan that was seen before that: refused however often the one who was late asks.
    expect((await plan('noor', { ...a, end: a.start })).status).toBe(400)
    const late = answers[0]!.status === 409 ? 'noor' : 'sanne'
    expect((await plan(late, late === 'noor' ? a : b)).status).toBe(409)
  })

  test('a planned series keeps its time of day when the clocks change', async () => {
    const request = await first('sanne', { everyWeeks: 8 })
    const { status, body } = await plan('sanne', request, pairId, 'en')
    expect([status, body.subject, body.everyWeeks]).toEqual([201, '1-on-1 Sanne and Noor', 8])
    const all = (await calendar('noor', '2027-01-30T00:00:00Z')).filter((one) => one.subject === body.subject)
    expect(all.length).toBeGreaterThanOrEqual(4)
    const clock = new Intl.DateTimeFormat('nl-NL', {
      timeZone: 'Europe/Amsterdam',
      weekday: 'long',
      hour: '2-digit',
      minute: '2-digit',
    })
    expect(
      new Set(all.map((one) => clock.format(new Date(`${one.start.dateTime.slice(0, 19)}Z`)))).size,
    ).toBe(1)
    expect(new Set(all.map((one) => one.start.dateTime.slice(11, 13))).size).toBe(2)
  })

  test('a publication that waited for a next meeting goes into the planned one', async () => {
    await tenant.moveTo('2026-06-05T13:10:00Z')
    const made = await tenant.request<{ iCalUId: string; onlineMeeting: { joinUrl: string } }>(
      '/sandbox/graph/v1.0/me/events',
      {
        method: 'POST',
        token: await tenant.token('sanne', 'graph'),
        body: {
          subject: 'Kennismaking',
          start: { dateTime: '2026-06-05T14:00:00', timeZone: 'UTC' },
          end: { dateTime: '2026-06-05T14:30:00', timeZone: 'UTC' },
          isOnlineMeeting: true,
          attendees: [{ emailAddress: { address: 'joris@sandbox.example', name: 'Joris Mulder' } }],
        },
      },
    )
    await tenant.sandbox('POST', 'consent', { user: 'joris@sandbox.example' })
    const [meeting] = await tenant.meetings('sanne', 'Kennismaking')
    const intro = await tenant.conversation('sanne', 'joris', meeting!)
    await tenant.commit('joris', intro.id, 'Meelopen bij de balie')
    await tenant.finish('sanne', intro.id)
    await tenant.publication('joris', intro.id, (one) => one?.reason === 'no-next-meeting')
    expect(sections((await tenant.invite('joris', made.body.iCalUId)).content)).toBe(0)

    // The employee plans it: the section goes into an invite of theirs.
    const { body } = await proposals('joris', intro.pair.id)
    const request = { ...body.proposals[0]!, everyWeeks: null, revision: body.revision }
    expect((await plan('joris', request, intro.pair.id)).status).toBe(201)
    const published = await tenant.publication('sanne', intro.id, (one) => one?.state === 'published')
    expect(published?.target).toEqual({ subject: '1-op-1 Joris en Sanne', start: request.start })
    const [planned] = await tenant.meetings('sanne', '1-op-1 Joris en Sanne')
    expect(sections((await tenant.invite('sanne', planned!.iCalUId)).content)).toBe(1)
  })

  test('proposals without the other person’s calendar are free for the asker, and the answer says so', async () => {
    await tenant.request('/sandbox/graph/v1.0/me/events', {
      method: 'POST',
      token: await tenant.token('sanne', 'graph'),
      body: {
        subject: 'Uitwisseling Eva',
        start: { dateTime: '2026-06-18T09:00:00', timeZone: 'UTC' },
        end: { dateTime: '2026-06-18T09:30:00', timeZone: 'UTC' },
        isOnlineMeeting: true,
        attendees: [{ emailAddress: { address: 'eva@elsewhere.example', name: 'Eva Smit' } }],
      },
    })
    const [meeting] = await tenant.meetings('sanne', 'Uitwisseling Eva')
    const reference = { joinUrl: meeting!.joinUrl, start: meeting!.start }
    const pair = await tenant.as('sanne')<{ id: string }>('POST', '/api/pairs', {
      meeting: reference,
      myRole: 'coach',
    })
    const { status, body } = await proposals('sanne', pair.body.id)
    expect(status).toBe(200)
    expect(body).toMatchObject({ otherRead: false, zones: { theirs: null }, reason: null })
    expect(body.proposals.length).toBeGreaterThan(0)
  })

  test('a request that Microsoft refuses or does not answer says so and can be repeated', async () => {
    const fault = (status: number, path: string, times = 9) =>
      tenant.sandbox('POST', 'faults', {
        faults: [{ service: 'graph', method: 'POST', path, status, times }],
      })
    await fault(403, 'getSchedule', 1)
    expect((await proposals('noor')).body.type).toBe('urn:groei:problem:microsoft-refused')
    await fault(503, 'getSchedule', 2)
    expect((await proposals('noor')).body.type).toBe('urn:groei:problem:microsoft-unavailable')
    await tenant.sandbox('DELETE', 'faults')

    const request = await first('noor')
    const before = (await ofPair('noor')).length
    await fault(403, '/me/events', 1)
    expect((await plan('noor', request)).body.type).toBe('urn:groei:problem:microsoft-refused')
    expect(await ofPair('noor')).toHaveLength(before)
    expect((await plan('noor', request)).status).toBe(201)
    expect(await ofPair('noor')).toHaveLength(before + 1)
  })

  const wrong: [string, object, string][] = [
    ['a time that is past', { start: '2026-06-01T09:00:00Z', end: '2026-06-01T09:30:00Z' }, '/start'],
    ['an end before the start', { end: '2026-06-09T08:00:00Z' }, '/end'],
    ['a day long', { end: '2026-06-10T09:00:00Z' }, '/end'],
    ['every five weeks', { everyWeeks: 5 }, '/everyWeeks'],
    ['no moment', { start: 'dinsdag' }, '/start'],
    ['no revision', { revision: undefined }, '/'],
    ['an unknown field', { attendees: [] }, '/'],
  ]
  test.each(wrong)(
    'a planning request (%s) is refused with the field at fault',
    async (_what, more, pointer) => {
      const good = {
        start: '2026-06-09T09:00:00Z',
        end: '2026-06-09T09:30:00Z',
        everyWeeks: null,
        revision: 0,
      }
      const { status, body } = await plan('noor', { ...good, ...more })
      expect(status).toBe(400)
      expect(body.errors?.[0]?.pointer).toBe(pointer)
    },
  )

  const routes: [string, string, object | undefined][] = [
    ['GET', 'proposals', undefined],
    [
      'POST',
      'conversations',
      { start: '2026-06-09T09:00:00Z', end: '2026-06-09T09:30:00Z', everyWeeks: null, revision: 0 },
    ],
    ['PUT', 'rhythm', { everyWeeks: 1, revision: 0 }],
  ]
  test.each(routes)('%s %s is only for the two people of the pair', async (method, path, body) => {
    const url = `/api/pairs/${pairId}/${path}`
    for (const stranger of ['milan', 'tom', 'aylin']) {
      const answer = await tenant.as(stranger)(method, url, body)
      expect([answer.status, answer.body.type]).toEqual([404, 'urn:groei:problem:not-found'])
    }
    const elsewhere = await tenant.token('eva@elsewhere.example', 'api')
    expect((await tenant.request(url, { method, token: elsewhere, body })).status).toBe(401)
    expect((await tenant.request(url, { method, body })).status).toBe(401)
    expect((await tenant.as('noor')(method, `/api/pairs/${crypto.randomUUID()}/${path}`, body)).status).toBe(
      404,
    )
  })

  test('further proposals repeat no time and have the requested length', async () => {
    const ask = async (query: string) =>
      (await tenant.as('sanne')<Proposals>('GET', `/api/pairs/${pairId}/proposals?${query}`)).body
    const firstTimes = await ask('minutes=60')
    const others = await ask('minutes=60&skip=4')
    expect([firstTimes.minutes, firstTimes.more, others.proposals.length]).toEqual([60, true, 4])
    const all = [...firstTimes.proposals, ...others.proposals]
    expect(new Set(all.map(({ start }) => start)).size).toBe(8)
    for (const { start, end } of all) expect(Date.parse(end) - Date.parse(start)).toBe(60 * 60_000)
    // The same as were first are first again; and somewhere it ends.
    expect((await ask('minutes=60')).proposals).toEqual(firstTimes.proposals)
    expect((await ask('skip=40')).more).toBe(false)
    for (const wrong of ['minutes=50', 'minutes=0', 'minutes=240', 'skip=-1', 'skip=44', 'skip=x', 'other=1'])
      expect((await tenant.as('sanne')('GET', `/api/pairs/${pairId}/proposals?${wrong}`)).status).toBe(400)
  })
})
