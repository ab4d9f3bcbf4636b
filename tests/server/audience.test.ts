import { afterEach, describe, expect } from 'vitest'
import type { Conversation, Summary } from '../../server/contract/conversation.ts'
import type { Audience, Privacy } from '../../server/contract/publication.ts'
import { changeCalendar } from '../support/calendar.ts'
import type { GraphCall } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

const test = testIn()
let tenant: Tenant
let calendar: ReturnType<typeof changeCalendar>
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
  calendar = changeCalendar(tenant)
})
afterEach(() => tenant.sandbox('DELETE', 'faults'))

const audience = (user: string, { id }: { id: string }, language = 'nl') =>
  tenant.as(user)<Audience>('GET', `/api/conversations/${id}/audience`, undefined, language)
const next = async (user: string, conversation: { id: string }) =>
  (await audience(user, conversation)).body.next
const keepPrivate = (user: string, conversation: Conversation, wanted: unknown = true) =>
  tenant.as(user)<Privacy>('PUT', `/api/pairs/${conversation.pair.id}/privacy`, { keepPrivate: wanted })
const published = (one: { state: string } | null) => one?.state === 'published'

/** A pair that no other test has, each week at the same time, with their first conversation opened. */
async function begun(coach: string, employee: string, subject: string) {
  await calendar.series(coach, employee, subject)
  const [first, second] = await tenant.meetings(coach, subject)
  return { conversation: await tenant.conversation(coach, employee, first!), first: first!, second: second! }
}
async function finished(coach: string, employee: string, conversation: Conversation) {
  await tenant.commit(employee, conversation.id, 'Elke week een klant spreken')
  await tenant.finish(coach, conversation.id)
  await tenant.publication(coach, conversation.id, published)
}
type Kept = { id: string; sensitivity: string; seriesMasterId: string }
const kept = async (user: string, meeting: { iCalUId: string }) =>
  calendar.graph<Kept>(user, 'GET', `/me/events/${encodeURIComponent(await calendar.idOf(user, meeting))}`)
const writes = async () => {
  const { calls } = await tenant.sandbox<{ calls: GraphCall[] }>('GET', 'calls')
  return calls.filter((one) => one.method === 'PATCH').map((one) => decodeURIComponent(one.path))
}

describe('audience of the next invite', () => {
  test('each of the two sees the next invite, its organiser and the rooms that are invited', async () => {
    const { conversation, second } = await begun('noor', 'tom', 'Wie leest mee')
    await calendar.change('noor', second, {
      attendees: [
        { type: 'required', emailAddress: { address: 'tom@sandbox.example', name: 'Tom Visser' } },
        { type: 'resource', emailAddress: { address: 'zaal1@sandbox.example', name: 'Zaal 1' } },
      ],
    })
    const seen = {
      subject: 'Wie leest mee',
      start: new Date(second.start).toISOString(),
      organiser: (await next('noor', conversation))?.organiser,
      isPrivate: false,
      willBePrivate: false,
      alsoInvited: ['Zaal 1'],
      noteTakers: [],
    }
    expect(seen.organiser).toMatch(/^Noor /)
    expect((await audience('noor', conversation)).body).toEqual({
      next: { ...seen, iOrganise: true },
      waitsFor: null,
      keepPrivate: false,
    })
    expect((await audience('tom', conversation)).body).toEqual({
      next: { ...seen, iOrganise: false },
      waitsFor: null,
      keepPrivate: false,
    })
  })

  test('a pair without a next meeting has no next invite', async () => {
    const [only] = await tenant.meetings('sanne', 'Bijpraten Noor en Sanne')
    const conversation = await tenant.conversation('noor', 'sanne', only!)
    expect((await audience('sanne', conversation)).body).toEqual({
      next: null,
      waitsFor: null,
      keepPrivate: false,
    })
  })

  test('a series that is to be kept private is private in both mailboxes before the section is written', async () => {
    const { conversation, second } = await begun('noor', 'aylin', 'Onder ons')
    expect(await keepPrivate('noor', conversation)).toMatchObject({
      status: 200,
      body: { keepPrivate: true },
    })
    // Nothing is in an invite yet: nothing is done to anybody's calendar.
    expect((await kept('noor', second)).sensitivity).toBe('normal')
    expect(await next('aylin', conversation)).toMatchObject({ isPrivate: false, willBePrivate: true })

    await tenant.sandbox('DELETE', 'calls')
    await finished('noor', 'aylin', conversation)
    const { id, seriesMasterId } = await kept('noor', second)
    expect(await writes()).toEqual([`/me/events/${seriesMasterId}`, `/me/events/${id}`])
    for (const user of ['noor', 'aylin']) {
      expect((await kept(user, second)).sensitivity).toBe('private')
      expect(await next(user, conversation)).toMatchObject({ isPrivate: true, willBePrivate: false })
    }
    expect((await tenant.invite('aylin', second.iCalUId)).content).toContain('Elke week een klant spreken')
  })

  test('a wish for privacy of who does not organise leaves the organiser’s event as it is', async () => {
    const { conversation, second } = await begun('tom', 'aylin', 'Van Tom')
    await keepPrivate('aylin', conversation)
    expect((await audience('aylin', conversation)).body.keepPrivate).toBe(true)
    expect((await audience('tom', conversation)).body.keepPrivate).toBe(false)
    await finished('tom', 'aylin', conversation)
    for (const user of ['tom', 'aylin']) {
      expect((await kept(user, second)).sensitivity).toBe('normal')
      expect(await next(user, conversation)).toMatchObject({ isPrivate: false, willBePrivate: false })
    }
  })

  test('a wish for privacy after sharing makes the event private once, and taking it back leaves it private', async () => {
    const { conversation, second } = await begun('milan', 'ines', 'Achteraf')
    await finished('milan', 'ines', conversation)
    const before = await tenant.invite('milan', second.iCalUId)
    await tenant.sandbox('DELETE', 'calls')
    await keepPrivate('milan', conversation)
    await until(async () => ((await next('ines', conversation))?.isPrivate ? true : null))
    expect(await writes()).toHaveLength(1)
    expect((await keepPrivate('milan', conversation)).status).toBe(200)
    expect(await keepPrivate('milan', conversation, false)).toMatchObject({ body: { keepPrivate: false } })
    expect((await audience('milan', conversation)).body).toMatchObject({
      keepPrivate: false,
      next: { isPrivate: true, willBePrivate: false },
    })
    // The section is untouched.
    expect((await tenant.invite('milan', second.iCalUId)).content).toBe(before.content)
    expect(await writes()).toHaveLength(1)
  })

  test('a single meeting that comes before the series is made private itself', async () => {
    const { conversation, second } = await begun('milan', 'grace', 'Losse')
    const single = await calendar.single('milan', 'grace', 'Nog een', '2026-06-05T12:00:00')
    await keepPrivate('milan', conversation)
    await finished('milan', 'grace', conversation)
    expect((await kept('grace', single)).sensitivity).toBe('private')
    expect((await kept('grace', second)).sensitivity).toBe('normal')
  })

  test('the scope that the two shared last is kept for their next conversation', async () => {
    const { conversation, second } = await begun('tom', 'ines', 'Hoeveel')
    expect(conversation.pair.scope).toBe('summary-and-commitments')
    await tenant.commit('ines', conversation.id, 'Alleen dit')
    const scope = 'commitments-only'
    const path = `/api/conversations/${conversation.id}`
    const { body } = await tenant.as('ines')<Summary>('GET', `${path}/summary?scope=${scope}`)
    const { fingerprint } = body
    const done = await tenant.as('ines')<Conversation>('POST', `${path}/finish`, { scope, fingerprint })
    expect(done.body.pair.scope).toBe(scope)
    expect(await tenant.conversation('tom', 'ines', second)).toMatchObject({
      publication: null,
      pair: { scope },
    })
  })

  test('only the two of the pair can read the audience and ask for privacy', async () => {
    const [meeting] = await tenant.meetings('sanne', 'Milan')
    const conversation = await tenant.conversation('sanne', 'milan', meeting!)
    for (const stranger of ['tom', 'noor']) {
      expect((await audience(stranger, conversation)).status).toBe(404)
      expect((await keepPrivate(stranger, conversation)).status).toBe(404)
    }
    expect((await audience('eva@elsewhere.example', conversation)).status).toBe(401)
    expect((await keepPrivate('eva@elsewhere.example', conversation)).status).toBe(401)
    expect((await keepPrivate('sanne', conversation, 'yes')).status).toBe(400)
    expect((await audience('sanne', conversation)).body.keepPrivate).toBe(false)
  })

  test.each([
    ['nl', 'Microsoft 365 antwoordt nu niet'],
    ['en', 'Microsoft 365 is not responding right now'],
  ])(
    'an outage of Microsoft 365 is answered 503 with a title in the reader’s language: %s',
    async (language, title) => {
      const [meeting] = await tenant.meetings('sanne', 'Milan')
      const conversation = await tenant.conversation('sanne', 'milan', meeting!)
      await tenant.sandbox('POST', 'faults', {
        faults: [{ service: 'graph', method: 'GET', path: '/me/calendarView', status: 503 }],
      })
      const answer = await audience('milan', conversation, language)
      expect([answer.status, answer.body.type]).toEqual([503, 'urn:groei:problem:microsoft-unavailable'])
      expect(answer.body.title).toContain(title)
    },
  )
})
