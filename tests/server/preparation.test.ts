import { beforeEach, describe, expect } from 'vitest'
import type { Conversation } from '../../server/contract/conversation.ts'
import type { OneOnOnes } from '../../server/contract/one-on-ones.ts'
import type { Preparation } from '../../server/contract/preparation.ts'
import type { Meeting } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'

const test = testIn()
let tenant: Tenant
let meetings: Meeting[]
let conversation: Conversation
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
  meetings = await tenant.meetings('sanne', 'Milan')
})
beforeEach(async () => {
  // Each test has a conversation of its own, that nobody has prepared.
  conversation = await tenant.conversation('sanne', 'milan', meetings.shift()!)
})

const right = { topics: ['Nieuwe rol'], note: 'Ik twijfel of ik het kan', shared: false, revision: 0 }
const path = () => `/api/conversations/${conversation.id}/preparation`
const prepare = (user: string, more: object = {}) =>
  tenant.as(user)<Preparation>('PUT', path(), { ...right, ...more })
const seen = async (user: string) =>
  (await tenant.as(user)<Conversation>('GET', `/api/conversations/${conversation.id}`)).body.preparation
const states = async (user: string) => {
  const { body } = await tenant.as(user)<OneOnOnes>('GET', '/api/one-on-ones')
  return body.meetings.find((one) => one.start === conversation.meeting.start)?.preparation
}

describe('preparation of a conversation', () => {
  test('a draft is visible to its author alone, and the other person does not learn that it exists', async () => {
    expect((await prepare('milan')).body).toMatchObject({ shared: false, revision: 1 })
    expect((await seen('milan')).mine).toMatchObject({ topics: ['Nieuwe rol'], shared: false })
    expect(await seen('sanne')).toEqual({ mine: null, theirs: null })
    expect(await states('milan')).toEqual({ mine: 'draft', theirs: 'none' })
    expect(await states('sanne')).toEqual({ mine: 'none', theirs: 'none' })
  })

  test('a shared preparation is visible to the other person until its author takes it back', async () => {
    await prepare('milan', { shared: true })
    expect((await seen('sanne')).theirs).toEqual({ topics: ['Nieuwe rol'], note: 'Ik twijfel of ik het kan' })
    expect(await states('sanne')).toEqual({ mine: 'none', theirs: 'shared' })
    expect((await prepare('milan', { revision: 1 })).status).toBe(200)
    expect((await seen('sanne')).theirs).toBeNull()
  })

  test('a shared preparation stays shared and can still be changed once the meeting has begun', async () => {
    const before = await tenant.now()
    await prepare('milan', { shared: true })
    await tenant.moveTo(conversation.meeting.start)
    const taken = await prepare('milan', { revision: 1 })
    expect([taken.status, taken.body.type]).toEqual([409, 'urn:groei:problem:conversation-began'])
    expect((await prepare('milan', { revision: 1, shared: true, topics: ['Iets anders'] })).status).toBe(200)
    expect((await seen('sanne')).theirs?.topics).toEqual(['Iets anders'])
    await tenant.moveTo(before)
  })

  test('one of two devices that overwrite the same text is told that it changed meanwhile', async () => {
    const answers = await Promise.all([prepare('milan'), prepare('milan', { note: 'Van mijn telefoon' })])
    expect(answers.map((one) => one.status).sort()).toEqual([200, 409])
    expect((await prepare('milan', { revision: 7 })).body.type).toBe('urn:groei:problem:changed-meanwhile')
  })

  const wrong: [string, unknown][] = [
    ['nothing at all', {}],
    ['a topic without words', { ...right, topics: ['  '] }],
    ['eleven topics', { ...right, topics: Array.from({ length: 11 }, (_one, at) => `Onderwerp ${at}`) }],
    ['a topic of 201 signs', { ...right, topics: ['x'.repeat(201)] }],
    ['a note of 4001 signs', { ...right, note: 'x'.repeat(4001) }],
    ['topics that are no list', { ...right, topics: 'Nieuwe rol' }],
    ['an operator of the database', { ...right, revision: { $gt: 0 } }],
    ['a field that nobody knows', { ...right, role: 'coach' }],
  ]
  test('a malformed or oversized preparation is refused and changes nothing', async () => {
    for (const [what, body] of wrong) {
      const answer = await tenant.as('milan')('PUT', path(), body)
      expect([what, answer.status, answer.body.type]).toEqual([
        what,
        400,
        'urn:groei:problem:invalid-request',
      ])
    }
    expect((await seen('milan')).mine).toBeNull()
  })

  test('a preparation, draft or shared, appears neither in the invite nor as plain text in the database', async () => {
    await prepare('sanne', { topics: ['Zilvervos'], note: 'Kwartelei' })
    await prepare('milan', { topics: ['Bosuil'], note: 'Zandhagedis', shared: true })
    await tenant.commit('milan', conversation.id, 'Elke dag een uur')
    expect((await tenant.finish('sanne', conversation.id)).status).toBe(200)
    await tenant.publication('sanne', conversation.id, (one) => one?.state === 'published')
    const { content } = await tenant.invite('milan', meetings[0]!.iCalUId)
    expect(content).toContain('Elke dag een uur')
    const stored = await tenant.stored()
    // Ids are kept as they are: the search looks in the right place.
    expect(stored).toContain(conversation.id)
    expect(stored).not.toContain('Elke dag een uur')
    for (const word of ['Zilvervos', 'Kwartelei', 'Bosuil', 'Zandhagedis']) {
      expect(content).not.toContain(word)
      expect(stored).not.toContain(word)
    }
  })

  test('the last finished conversation can be read from the next one', async () => {
    await tenant.commit('milan', conversation.id, 'Bellen met Noor')
    await tenant.finish('sanne', conversation.id)
    const next = await tenant.conversation('sanne', 'milan', meetings[0]!)
    const { body } = await tenant.as('milan')<{ previous: { summary: { commitments: { what: string }[] } } }>(
      'GET',
      `/api/conversations/${next.id}/previous`,
    )
    expect(body.previous.summary.commitments.map((one) => one.what)).toEqual(['Bellen met Noor'])
  })
})
