import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { carriedOver, type Commitment } from '../../server/contract/commitment.ts'
import type { Conversation } from '../../server/contract/conversation.ts'
import { sections, startTenant, type Meeting, type Tenant } from '../support/tenant.ts'

let tenant: Tenant
let meetings: Meeting[]
let begin: string
beforeAll(async () => {
  tenant = await startTenant()
  begin = await tenant.now()
})
afterAll(() => tenant.close())

let talk: Conversation
let id: string
const what = 'Vaker bellen'
beforeEach(async () => {
  // Each test has a commitment of its own, and the talk after the one that made it.
  meetings = await tenant.meetings('sanne', 'Milan')
  const first = await tenant.talk('sanne', 'milan', meetings.shift()!)
  id = await tenant.commit('milan', first.id, what)
  talk = await next()
})
async function next() {
  const meeting = meetings.shift()!
  await tenant.moveTo(meeting.start)
  return tenant.talk('sanne', 'milan', meeting)
}

const said = { tried: 'Twee keer gebeld', happened: 'Eén nam op', next: 'Vrijdag weer', outcome: 'open' }
const follow = (user: string, body: object, at = talk) =>
  tenant.as(user)<Commitment>('PUT', `/api/conversations/${at.id}/follow-ups/${id}`, { ...said, ...body })

test('what was tried, what worked, what is learnt, and the next step', async () => {
  const { status, body } = await follow('milan', { learnt: 'Na vieren nemen ze op', revision: 1 })
  expect(status).toBe(200)
  expect(body.followUps).toMatchObject([{ ...said, learnt: 'Na vieren nemen ze op', by: 'employee' }])
})

test('one that says less reads whole', async () => {
  const { body } = await follow('milan', { revision: 1 })
  expect(body.followUps[0]).toMatchObject({ learnt: '', why: '', obstacle: '', reshapedFrom: null })
  const shown = await tenant.as('sanne')<Conversation>('GET', `/api/conversations/${talk.id}`)
  expect(shown.body.followUps.find((one) => one.id === id)?.followUps).toEqual(body.followUps)
})

test('dropped only with a word why', async () => {
  for (const why of [undefined, '', '  ']) {
    const refused = await follow('milan', {
      outcome: 'dropped',
      revision: 1,
      ...(why === undefined ? {} : { why }),
    })
    expect([refused.status, refused.body.type]).toEqual([400, 'urn:groei:problem:invalid-request'])
    expect(refused.body.errors?.[0]?.pointer).toBe('/why')
  }
  const dropped = await follow('milan', { outcome: 'dropped', why: 'De klant is weg', revision: 1 })
  expect(dropped.body).toMatchObject({ status: 'dropped', followUps: [{ why: 'De klant is weg' }] })
})

test('reshaped, the old wording is kept; put back, it is as it was', async () => {
  const wording = { what: 'Elke vrijdag één klant bellen', due: '2026-06-26' }
  const reshaped = await follow('sanne', { ...wording, revision: 1 })
  expect(reshaped.body).toMatchObject({
    ...wording,
    status: 'open',
    followUps: [{ reshapedFrom: { what, due: '2026-06-08' } }],
  })
  // Once more in the same talk: what it was before the talk stays.
  const again = await follow('milan', { what: 'Elke maandag één klant bellen', revision: 2 })
  expect(again.body.followUps).toMatchObject([{ reshapedFrom: { what, due: '2026-06-08' } }])
  const later = await follow('milan', { what: 'Samen bellen', revision: 3 }, await next())
  expect(later.body.followUps.map((one) => one.reshapedFrom?.what)).toEqual([
    what,
    'Elke maandag één klant bellen',
  ])
  const back = await follow('milan', { what, due: '2026-06-08', revision: 4 })
  expect(back.body).toMatchObject({
    what,
    due: '2026-06-08',
    followUps: [{ reshapedFrom: { what: 'Elke maandag één klant bellen' } }, { reshapedFrom: null }],
  })
})

test('reshaped with another first step, sign and plan; what it was before is kept, what is not named stays', async () => {
  const given = {
    firstStep: 'Noor vragen',
    criterion: 'Drie klanten gesproken',
    ifThen: 'Als ik aarzel, bel ik',
  }
  const first = await follow('milan', { ...given, revision: 1 })
  expect(first.body).toMatchObject({ what, ...given })
  const reshaped = await follow('sanne', { what: 'Samen bellen', firstStep: '', revision: 2 }, await next())
  expect(reshaped.body).toMatchObject({ what: 'Samen bellen', ...given, firstStep: '' })
  expect(reshaped.body.followUps.at(-1)?.reshapedFrom).toEqual({ what, due: '2026-06-08', ...given })
  const tooLong = await follow('milan', { criterion: 'x'.repeat(501), revision: 3 })
  expect(tooLong.status).toBe(400)
})

test.each([
  ['a wording without words', { what: '  ' }],
  ['a wording of 501 signs', { what: 'x'.repeat(501) }],
  ['a day that is none', { due: '2026-02-30' }],
  ['what was learnt in 4001 signs', { learnt: 'x'.repeat(4001) }],
  ['a history of one’s own making', { reshapedFrom: { what: 'x', due: null } }],
])('%s is refused', async (_name, body) => {
  expect((await follow('milan', { ...body, revision: 1 })).status).toBe(400)
  const shown = await tenant.as('milan')<Conversation>('GET', `/api/conversations/${talk.id}`)
  expect(shown.body.followUps.find((one) => one.id === id)).toMatchObject({ what, followUps: [] })
})

test('carried over three times, the count says so, and what is in the way is kept', async () => {
  await follow('milan', { revision: 1 })
  await follow('milan', { revision: 2 }, await next())
  const third = await next()
  const { body } = await follow('milan', { obstacle: 'Geen rustige plek', revision: 3 }, third)
  expect(body.followUps.at(-1)?.obstacle).toBe('Geen rustige plek')
  expect([carriedOver(body.followUps), carriedOver(body.followUps, third.id)]).toEqual([3, 2])
})

test('of two who reshape at once one is told, and one wording is lost to nobody', async () => {
  const answers = await Promise.all([
    follow('milan', { what: 'Van Milan', revision: 1 }),
    follow('sanne', { what: 'Van Sanne', revision: 1 }),
  ])
  expect(answers.map((one) => one.status).sort()).toEqual([200, 409])
  const kept = answers.find((one) => one.status === 200)!.body
  expect(kept.followUps).toMatchObject([{ reshapedFrom: { what, due: '2026-06-08' } }])
})

test('what a talk says of earlier commitments stays out of the invite', async () => {
  await tenant.moveTo(begin)
  const [first, second, third] = await tenant.meetings('sanne', 'Aylin')
  const before = await tenant.talk('sanne', 'aylin', first!)
  id = await tenant.commit('aylin', before.id, what)
  await tenant.moveTo(second!.start)
  const now = await tenant.talk('sanne', 'aylin', second!)
  await follow('aylin', { learnt: 'Zilvervos', obstacle: 'Kwartelei', what: 'Bosuil', revision: 1 }, now)
  await tenant.commit('aylin', now.id, 'Een nieuwe afspraak')
  expect((await tenant.finish('sanne', now.id)).status).toBe(200)
  await tenant.publication('sanne', now.id, (one) => one?.state === 'published')
  const { content } = await tenant.invite('aylin', third!.iCalUId)
  expect(sections(content)).toBe(1)
  expect(content).toContain('Een nieuwe afspraak')
  for (const word of ['Zilvervos', 'Kwartelei', 'Bosuil', what]) expect(content).not.toContain(word)
})
