import { beforeEach, describe, expect } from 'vitest'
import type { Commitment } from '../../server/contract/commitment.ts'
import type { Conversation, Summary } from '../../server/contract/conversation.ts'
import { commitment, sections, type Meeting } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'

const test = testIn()
let tenant: Tenant
let meetings: Meeting[]
let begin: string
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
  begin = await tenant.now()
})

let conversation: Conversation
let id: string
let made: Conversation
const what = 'Vaker bellen'
beforeEach(async () => {
  // Each test has a commitment of its own, and the conversation after the one that made it.
  meetings = await tenant.meetings('sanne', 'Milan')
  made = await tenant.conversation('sanne', 'milan', meetings.shift()!)
  id = await tenant.commit('milan', made.id, what)
  conversation = await next()
})
async function next() {
  const meeting = meetings.shift()!
  await tenant.moveTo(meeting.start)
  return tenant.conversation('sanne', 'milan', meeting)
}

const said = { tried: 'Twee keer gebeld: eén nam op', next: 'Vrijdag weer', outcome: 'open' }
const follow = (user: string, body: object, at = conversation) =>
  tenant.as(user)<Commitment>('PUT', `/api/conversations/${at.id}/follow-ups/${id}`, { ...said, ...body })

describe('follow-up of a commitment', () => {
  test('a follow-up keeps what was tried, the next step and who said so', async () => {
    const { status, body } = await follow('milan', { obstacle: 'Na vieren nemen ze op' })
    expect(status).toBe(200)
    expect(body.followUps).toMatchObject([{ ...said, obstacle: 'Na vieren nemen ze op', by: 'employee' }])
  })

  test('a follow-up that leaves fields out is read with these fields empty', async () => {
    const { body } = await follow('milan', {})
    expect(body.followUps[0]).toMatchObject({ why: '', obstacle: '', reshapedFrom: null })
    const shown = await tenant.as('sanne')<Conversation>('GET', `/api/conversations/${conversation.id}`)
    expect(shown.body.followUps.find((one) => one.id === id)?.followUps).toEqual(body.followUps)
  })

  test('a dropped commitment is dropped at once, and keeps the reason that comes later', async () => {
    const dropped = await follow('milan', { outcome: 'dropped' })
    expect(dropped.body).toMatchObject({ status: 'dropped', followUps: [{ why: '' }] })
    const why = await follow('sanne', { outcome: 'dropped', why: 'De klant is weg' })
    expect(why.body).toMatchObject({ status: 'dropped', followUps: [{ why: 'De klant is weg' }] })
  })

  test('a reshaped commitment keeps its old wording, until it is put back as it was', async () => {
    const wording = { what: 'Elke vrijdag één klant bellen', due: '2026-06-26' }
    const reshaped = await follow('sanne', { ...wording })
    expect(reshaped.body).toMatchObject({
      ...wording,
      status: 'open',
      followUps: [{ reshapedFrom: { what, due: '2026-06-08' } }],
    })
    // Once more in the same conversation: what it was before the conversation stays.
    const again = await follow('milan', { what: 'Elke maandag één klant bellen' })
    expect(again.body.followUps).toMatchObject([{ reshapedFrom: { what, due: '2026-06-08' } }])
    const back = await follow('milan', { what, due: '2026-06-08' })
    expect(back.body).toMatchObject({ what, due: '2026-06-08', followUps: [{ reshapedFrom: null }] })
    await follow('milan', { what: 'Elke maandag één klant bellen' })
    const later = await follow('milan', { what: 'Samen bellen' }, await next())
    expect(later.body.followUps.map((one) => one.reshapedFrom?.what)).toEqual([
      what,
      'Elke maandag één klant bellen',
    ])
  })

  test('a conversation is read and shared with the words that its commitments had when it ended', async () => {
    const read = async (of: Conversation) =>
      (await tenant.as('sanne')<Conversation>('GET', `/api/conversations/${of.id}`)).body
    const summary = async () =>
      (
        await tenant.as('sanne')<Summary>(
          'GET',
          `/api/conversations/${made.id}/summary?scope=commitments-only`,
        )
      ).body.commitments.find((one) => one.what === what)
    expect((await read(made)).fixed).toEqual([])
    await follow('milan', { what: 'Elke vrijdag bellen', due: null, obstacle: 'Uil' })
    await follow('milan', { what: 'Samen bellen', outcome: 'done', next: 'Das' }, await next())

    const first = await read(made)
    expect(first.commitments.find((one) => one.id === id)).toMatchObject({
      what,
      due: '2026-06-08',
      status: 'open',
      followUps: [],
      revision: 3,
    })
    expect(first.fixed).toContain(id)
    // It reads as it was agreed, and says how it stands now.
    expect(first.became).toContainEqual({ commitmentId: id, status: 'done' })
    expect(await summary()).toMatchObject({ what, due: '2026-06-08' })
    const second = await read(conversation)
    expect(second.followUps.find((one) => one.id === id)).toMatchObject({
      what: 'Elke vrijdag bellen',
      status: 'open',
      followUps: [{ obstacle: 'Uil', reshapedFrom: { what } }],
    })
    expect(second.fixed).toContain(id)
    // What came later is the later conversation’s to say.
    const over = await follow('milan', { what: 'Anders' })
    expect([over.status, over.body.type]).toEqual([409, 'urn:groei:problem:carried-over'])
  })

  test('a commitment that was followed up can be neither changed nor removed where it was made', async () => {
    const path = `/api/conversations/${made.id}/commitments/${id}`
    await follow('milan', { obstacle: 'Na vieren nemen ze op' })
    const removed = await tenant.as('milan')('DELETE', path)
    const changed = await tenant.as('milan')('PUT', path, commitment({ what: 'Anders' }))
    for (const { status, body } of [removed, changed])
      expect([status, body.type]).toEqual([409, 'urn:groei:problem:carried-over'])
    const shown = await tenant.as('sanne')<Conversation>('GET', `/api/conversations/${conversation.id}`)
    expect(shown.body.followUps.find((one) => one.id === id)).toMatchObject({
      what,
      followUps: [{ obstacle: 'Na vieren nemen ze op' }],
    })
  })

  test('a finished conversation keeps its commitments once the next one has begun, and not before', async () => {
    const mine = await tenant.commit('milan', conversation.id, what)
    const path = `/api/conversations/${conversation.id}/commitments/${mine}`
    await tenant.finish('sanne', conversation.id)
    // Opened to prepare for is not begun.
    const [later] = meetings
    await tenant.conversation('sanne', 'milan', later!)
    const change = (to: string) => tenant.as('milan')<Commitment>('PUT', path, commitment({ what: to }))
    expect((await change('Toch anders')).status).toBe(200)
    await tenant.moveTo(later!.start)
    const late = [await change('Te laat'), await tenant.as('milan')('DELETE', path)]
    expect(late.map(({ body }) => body.type)).toEqual(Array(2).fill('urn:groei:problem:carried-over'))
    const read = await tenant.as('milan')<Conversation>('GET', `/api/conversations/${conversation.id}`)
    expect(read.body.fixed).toEqual([mine])
  })

  test('a reshaped commitment keeps its old first step, criterion and plan, and the fields that are not named', async () => {
    const given = {
      firstStep: 'Noor vragen',
      criterion: 'Drie klanten gesproken',
      ifThen: 'Als ik aarzel, bel ik',
    }
    const first = await follow('milan', { ...given })
    expect(first.body).toMatchObject({ what, ...given })
    const reshaped = await follow('sanne', { what: 'Samen bellen', firstStep: '' }, await next())
    expect(reshaped.body).toMatchObject({ what: 'Samen bellen', ...given, firstStep: '' })
    expect(reshaped.body.followUps.at(-1)?.reshapedFrom).toEqual({ what, due: '2026-06-08', ...given })
    const tooLong = await follow('milan', { criterion: 'x'.repeat(501) })
    expect(tooLong.status).toBe(400)
  })

  test.each([
    ['a wording without words', { what: '  ' }],
    ['a wording of 501 signs', { what: 'x'.repeat(501) }],
    ['a day that is none', { due: '2026-02-30' }],
    ['what was tried in 4001 signs', { tried: 'x'.repeat(4001) }],
    ['a history of one’s own making', { reshapedFrom: { what: 'x', due: null } }],
  ])('%s is refused', async (_name, body) => {
    expect((await follow('milan', { ...body })).status).toBe(400)
    const shown = await tenant.as('milan')<Conversation>('GET', `/api/conversations/${conversation.id}`)
    expect(shown.body.followUps.find((one) => one.id === id)).toMatchObject({ what, followUps: [] })
  })

  test('a commitment counts how often it has come back, whether or not anybody said anything of it', async () => {
    const times = async (at: Conversation) => {
      const { body } = await tenant.as('milan')<Conversation>('GET', `/api/conversations/${at.id}`)
      return body.timesBack.find((one) => one.commitmentId === id)?.times
    }
    const second = await next()
    const third = await next()
    expect([await times(conversation), await times(second), await times(third)]).toEqual([1, 2, 3])
    const { body } = await follow('milan', { obstacle: 'Geen rustige plek' }, third)
    expect(body.followUps.at(-1)?.obstacle).toBe('Geen rustige plek')
    // Saying something of it changes nothing in the count.
    expect(await times(third)).toBe(3)
  })

  test('of two who reshape at once both are answered, and the old wording is kept', async () => {
    const answers = await Promise.all([
      follow('milan', { what: 'Van Milan' }),
      follow('sanne', { what: 'Van Sanne' }),
    ])
    expect(answers.map((one) => one.status)).toEqual([200, 200])
    const shown = await tenant.as('milan')<Conversation>('GET', `/api/conversations/${conversation.id}`)
    const kept = shown.body.followUps.find((one) => one.id === id)!
    expect(kept.what).toMatch(/^Van (Milan|Sanne)$/)
    expect(kept.followUps).toMatchObject([{ reshapedFrom: { what, due: '2026-06-08' } }])
  })

  test('a follow-up of an earlier commitment stays out of the invite', async () => {
    await tenant.moveTo(begin)
    const [first, second, third] = await tenant.meetings('sanne', 'Aylin')
    const before = await tenant.conversation('sanne', 'aylin', first!)
    id = await tenant.commit('aylin', before.id, what)
    await tenant.moveTo(second!.start)
    const now = await tenant.conversation('sanne', 'aylin', second!)
    await follow('aylin', { next: 'Zilvervos', obstacle: 'Kwartelei', what: 'Bosuil' }, now)
    await tenant.commit('aylin', now.id, 'Een nieuwe afspraak')
    expect((await tenant.finish('sanne', now.id)).status).toBe(200)
    await tenant.publication('sanne', now.id, (one) => one?.state === 'published')
    const { content } = await tenant.invite('aylin', third!.iCalUId)
    expect(sections(content)).toBe(1)
    expect(content).toContain('Een nieuwe afspraak')
    for (const word of ['Zilvervos', 'Kwartelei', 'Bosuil', what]) expect(content).not.toContain(word)
  })
})
