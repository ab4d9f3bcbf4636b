import { describe, expect } from 'vitest'
import type { Conversation } from '../../server/contract/conversation.ts'
import type { FoundQuestion, FoundQuestions, Proposals } from '../../server/contract/question.ts'
import { ownQuestion } from '../support/own-questions.ts'
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
  conversation = await tenant.conversation('sanne', 'milan', meetings.shift()!)
})

const input = { ...ownQuestion, text: 'Wat zou een cliënt hiervan vinden?' }
const write = (user: string, id: string, more: object = {}) =>
  tenant.as(user)<FoundQuestion>('PUT', `/api/questions/own/${id}`, { ...input, ...more })
const find = async (user: string, query = '', language = 'nl') =>
  (await tenant.as(user)<FoundQuestions>('GET', `/api/questions?${query}`, undefined, language)).body
    .questions
const propose = async (user: string, step: string, id = conversation.id) =>
  (await tenant.as(user)<Proposals>('GET', `/api/conversations/${id}/questions?step=${step}`)).body.questions
const ask = (user: string, questionId: string, step: string, id = conversation.id) =>
  tenant.as(user)('POST', `/api/conversations/${id}/asked`, { questionId, step })
const favourite = (user: string, method: string, id: string) =>
  tenant.as(user)(method, `/api/questions/${id}/favourite`)
const ids = (found: { id: string }[]) => found.map((one) => one.id)

describe('question library and proposals', () => {
  test('the library is searched in the reader’s language, ignoring accents', async () => {
    expect((await find('milan')).length).toBeGreaterThanOrEqual(60)
    expect(ids(await find('milan', 'search=drie%20dingen'))).toContain('options-three')
    expect(ids(await find('milan', 'search=three%20things', 'en'))).toContain('options-three')
    const filtered = await find('milan', 'theme=ownership&phase=commitments')
    expect(filtered.length).toBeGreaterThan(3)
    for (const one of filtered) expect(one).toMatchObject({ theme: 'ownership', source: 'library' })
    for (const query of ['theme=nope', 'phase=5', 'limit=1', `search=${'x'.repeat(101)}`])
      expect((await tenant.as('milan')('GET', `/api/questions?${query}`)).status).toBe(400)
  })

  test('a step proposes the same three to five questions each time and marks a picked one for both people', async () => {
    const first = await propose('milan', 'goal')
    expect(first.length).toBeGreaterThanOrEqual(3)
    expect(first.length).toBeLessThanOrEqual(5)
    expect(ids(await propose('milan', 'goal'))).toEqual(ids(first))
    const picked = first[1]!.id
    for (const user of ['milan', 'milan', 'sanne']) expect((await ask(user, picked, 'goal')).status).toBe(204)
    const now = await propose('sanne', 'goal')
    expect(now.filter((one) => one.asked).map((one) => one.id)).toEqual([picked])
    const next = await tenant.conversation('sanne', 'milan', meetings.shift()!)
    expect(ids(await propose('milan', 'goal', next.id))).not.toContain(picked)
  })

  test('a commitment that comes back a third time puts the obstacle question first', async () => {
    const first = await tenant.conversation('sanne', 'milan', meetings.shift()!)
    const commitment = await tenant.commit('milan', first.id, 'Twee ochtenden ontwerpen')
    const why: (string | undefined)[] = []
    for (const turn of [1, 2, 3]) {
      const later = await tenant.conversation('sanne', 'milan', meetings.shift()!)
      why.push((await propose('milan', 'follow-up', later.id))[0]?.why)
      await tenant.as('milan')('PUT', `/api/conversations/${later.id}/follow-ups/${commitment}`, {
        tried: `Poging ${turn}`,
        next: '',
        outcome: 'open',
      })
    }
    expect(why.indexOf('comes-back')).toBe(2)
  })

  test('favourites belong to one person and are proposed first', async () => {
    const last = 'reality-feel'
    for (let again = 0; again < 2; again += 1)
      expect((await favourite('milan', 'PUT', last)).status).toBe(204)
    expect((await propose('milan', 'reality'))[0]).toMatchObject({ id: last, why: 'favourite' })
    expect(ids(await propose('sanne', 'reality'))[0]).not.toBe(last)
    expect((await find('sanne')).some((one) => one.favourite)).toBe(false)
    for (let again = 0; again < 2; again += 1)
      expect((await favourite('milan', 'DELETE', last)).status).toBe(204)
    expect((await find('milan')).some((one) => one.favourite)).toBe(false)
    expect((await favourite('milan', 'PUT', 'nope')).status).toBe(404)
    const many = (await find('milan')).slice(0, 20).map((one) => one.id)
    await Promise.all(many.slice(0, 3).map((id) => favourite('milan', 'PUT', id)))
    expect((await find('milan')).filter((one) => one.favourite)).toHaveLength(3)
  })

  test('an own question is found, proposed and picked by its author alone', async () => {
    const id = crypto.randomUUID()
    expect((await write('milan', id)).body).toMatchObject({ source: 'mine', ownId: id, revision: 1 })
    expect((await write('milan', id)).status).toBe(200)
    const name = `own-${id}`
    expect(ids(await find('milan', 'search=CLIENT'))).toContain(name)
    expect(ids(await propose('milan', 'focus'))).toContain(name)
    for (const user of ['sanne', 'tom', 'noor']) expect(ids(await find(user))).not.toContain(name)
    expect(ids(await propose('sanne', 'focus'))).not.toContain(name)
    expect((await ask('sanne', name, 'focus')).status).toBe(404)
    expect((await favourite('sanne', 'PUT', name)).status).toBe(404)
    expect((await ask('milan', name, 'focus')).status).toBe(204)
    expect(JSON.stringify(await propose('sanne', 'focus'))).not.toContain(id)

    const late = await write('milan', id, { text: 'Te laat?', revision: 7 })
    expect(late.body.type).toBe('urn:groei:problem:changed-meanwhile')
    expect((await write('milan', id, { text: 'Anders?', revision: 1 })).body).toMatchObject({ revision: 2 })
    const remove = (user: string, revision: number) =>
      tenant.as(user)('DELETE', `/api/questions/own/${id}?revision=${revision}`)
    expect((await remove('milan', 1)).status).toBe(409)
    // Of somebody else there is nothing by that name to remove.
    expect((await remove('sanne', 2)).status).toBe(204)
    expect(ids(await find('milan'))).toContain(name)
    expect((await remove('milan', 2)).status).toBe(204)
    expect(ids(await find('milan'))).not.toContain(name)
  })

  test('a coach’s team question is found by the coach’s pairs and by nobody else', async () => {
    const id = crypto.randomUUID()
    expect((await write('milan', id, { team: true })).body.type).toBe('urn:groei:problem:not-your-role')
    expect((await write('sanne', id, { team: true })).body).toMatchObject({ source: 'team', ownId: id })
    const name = `own-${id}`
    const seen = (await find('milan')).find((one) => one.id === name)
    expect(seen).toMatchObject({ source: 'team', favourite: false })
    expect(seen).not.toHaveProperty('ownId')
    expect(ids(await propose('milan', 'focus'))).toContain(name)
    for (const user of ['tom', 'noor', 'joris']) expect(ids(await find(user))).not.toContain(name)
    await write('sanne', id, { team: false, revision: 1 })
    expect(ids(await find('milan'))).not.toContain(name)

    // Sanne is Noor's employee: what Sanne writes for her own team is not Noor's.
    const [meeting] = await tenant.meetings('noor', 'Bijpraten Noor en Sanne')
    const other = await tenant.conversation('noor', 'sanne', meeting!)
    await write('sanne', id, { team: true, revision: 2 })
    expect(ids(await propose('noor', 'focus', other.id))).not.toContain(name)
  })

  test('the questions of another pair’s conversation and of an unknown step are not found', async () => {
    for (const user of ['tom', 'noor']) {
      const path = `/api/conversations/${conversation.id}`
      expect((await tenant.as(user)('GET', `${path}/questions?step=goal`)).status).toBe(404)
      expect((await ask(user, 'goal-good', 'goal')).status).toBe(404)
    }
    expect((await ask('milan', 'goal-good', 'frame')).status).toBe(404)
    expect((await ask('milan', 'nope', 'goal')).status).toBe(404)
    const missing = await tenant.as('milan')(
      'GET',
      `/api/conversations/${conversation.id}/questions?step=frame`,
    )
    expect(missing.status).toBe(404)
  })

  test.each([
    ['without words', { text: ' ' }],
    ['201 signs long', { text: 'x'.repeat(201) }],
    ['for no part of a conversation', { phases: [] }],
    ['of a theme that is none', { theme: 'sales' }],
    ['with an operator of the database', { revision: { $gt: 0 } }],
    ['with a field that nobody knows', { oid: 'somebody' }],
  ])('a question %s is refused', async (_name, more) => {
    expect((await write('milan', crypto.randomUUID(), more)).status).toBe(400)
  })

  test('a person keeps at most a hundred own questions, and loses none that two devices add at once', async () => {
    const made = await Promise.all(
      Array.from({ length: 4 }, () => write('tom', crypto.randomUUID(), { text: 'Tegelijk?' })),
    )
    const kept = made.filter((one) => one.status === 200).length
    expect(ids((await find('tom')).filter((one) => one.source === 'mine'))).toHaveLength(kept)
    for (let more = kept; more < 100; more += 1) await write('tom', crypto.randomUUID())
    expect((await write('tom', crypto.randomUUID())).body.type).toBe('urn:groei:problem:enough')
  })
})
