import { beforeEach, describe, expect } from 'vitest'
import type { Conversation } from '../../server/contract/conversation.ts'
import type { MyData } from '../../server/contract/my-data.ts'
import type { FoundQuestion } from '../../server/contract/question.ts'
import { askingIn, ownQuestion } from '../support/own-questions.ts'
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
  conversation = await tenant.conversation('sanne', 'milan', meetings.shift()!)
})

const { write, rewrite, remove, proposals, propose, pick, unpick } = askingIn(
  () => tenant,
  () => conversation,
)
const textOf = (found: FoundQuestion[], id: string) => found.find((one) => one.id === id)?.text.nl
const dutch = (text: string) => ({ nl: text, en: text })

describe('picking questions for a step of a conversation', () => {
  test('every picked question is marked in its step for both people, however many there are', async () => {
    const many = [
      'check-in-glad',
      'goal-day',
      'goal-enough',
      'options-free',
      'will-no',
      'reflect-new',
      'blockers-now',
    ]
    for (const id of many) expect((await pick('milan', id, 'goal')).status).toBe(204)
    for (const user of ['milan', 'sanne']) {
      const { questions, picked } = await proposals(user, 'goal')
      const marked = questions.filter((one) => one.asked).map((one) => one.id)
      expect(marked.sort()).toEqual([...many].sort())
      expect(picked).toBe(7)
    }
  })

  test('a pick that either person takes back leaves no trace', async () => {
    const before = await propose('milan', 'will')
    await pick('milan', before[0]!.id, 'will')
    await pick('milan', 'check-in-glad', 'will')
    for (const id of [before[0]!.id, 'check-in-glad'])
      for (let again = 0; again < 2; again += 1) expect((await unpick('sanne', id, 'will')).status).toBe(204)
    expect(await propose('milan', 'will')).toEqual(before)
    const next = await tenant.conversation('sanne', 'milan', meetings.shift()!)
    expect((await propose('milan', 'will', next)).map((one) => one.id)).toEqual(before.map((one) => one.id))
    // Only where it was picked, and only by the two.
    await pick('milan', 'will-no', 'will')
    await unpick('milan', 'will-no', 'goal')
    expect((await unpick('tom', 'will-no', 'will')).status).toBe(404)
    expect((await unpick('milan', 'nope', 'will')).status).toBe(404)
    expect((await propose('milan', 'will')).find((one) => one.id === 'will-no')?.asked).toBe(true)
  })

  test('concurrent picks and removals by both people lose nothing', async () => {
    const ids = ['goal-good', 'goal-see', 'goal-matter', 'goal-yours']
    await Promise.all(ids.flatMap((id) => ['milan', 'sanne'].map((user) => pick(user, id, 'goal'))))
    await Promise.all([unpick('milan', 'goal-see', 'goal'), pick('sanne', 'goal-day', 'goal')])
    const marked = (await propose('milan', 'goal')).filter((one) => one.asked).map((one) => one.id)
    expect(marked.sort()).toEqual(['goal-day', 'goal-good', 'goal-matter', 'goal-yours'])
  })

  test('a fifty-first pick is refused as enough and removes no other', async () => {
    const { body } = await tenant.as('milan')<{ questions: FoundQuestion[] }>('GET', '/api/questions')
    const ids = body.questions.map((one) => one.id).slice(0, 51)
    for (const id of ids.slice(0, 50)) expect((await pick('milan', id, 'goal')).status).toBe(204)
    expect((await pick('milan', ids[50]!, 'goal')).body.type).toBe('urn:groei:problem:enough')
    // What stands there already is there.
    expect((await pick('sanne', ids[0]!, 'goal')).status).toBe(204)
    expect(await proposals('milan', 'goal')).toMatchObject({ picked: 50 })
  })

  test('the card is what was picked last in a step, in place of one that was only looked at', async () => {
    const card = async (user: string, step = 'options') => (await proposals(user, step)).card
    const asked = async () =>
      (await propose('milan', 'options')).filter((one) => one.asked).map((one) => one.id)
    const turn = (user: string, questionId: string, instead?: string) =>
      tenant.as(user)('POST', `/api/conversations/${conversation.id}/asked`, {
        questionId,
        step: 'options',
        ...(instead ? { instead } : {}),
      })
    expect(await card('milan')).toBe(null)
    await turn('milan', 'options-free')
    await turn('sanne', 'options-cost')
    expect([await card('milan'), await card('sanne'), await card('sanne', 'goal')]).toEqual([
      'options-cost',
      'options-cost',
      null,
    ])
    await turn('milan', 'options-nothing', 'options-cost')
    expect((await asked()).sort()).toEqual(['options-free', 'options-nothing'])
    // One that was picked before comes back as the last; again changes nothing.
    for (let again = 0; again < 2; again += 1) await turn('sanne', 'options-free', 'options-free')
    expect(await card('milan')).toBe('options-free')
    expect((await asked()).sort()).toEqual(['options-free', 'options-nothing'])
    // One's own alone is before its author, and the other keeps what was before both.
    const own = await write('milan')
    await turn('milan', own.name, 'options-free')
    expect([await card('milan'), await card('sanne')]).toEqual([own.name, 'options-free'])
  })

  test('a picked question keeps its words after the question itself is changed or deleted', async () => {
    const mine = await write('milan')
    const team = await write('sanne', { team: true, text: 'Wat is jullie kracht?' })
    await pick('milan', mine.name, 'focus')
    await pick('milan', team.name, 'focus')
    await rewrite('milan', mine.id, { text: 'Iets heel anders?' })
    await rewrite('sanne', team.id, { text: 'Ook anders?', team: false })
    const before = await propose('milan', 'focus')
    expect(textOf(before, mine.name)).toBe(ownQuestion.text)
    expect(textOf(before, team.name)).toBe('Wat is jullie kracht?')
    expect((await remove('milan', mine.id, 2)).status).toBe(204)
    expect((await remove('sanne', team.id, 2)).status).toBe(204)
    expect(await propose('milan', 'focus')).toEqual(before)
    // The team's for both; what is mine alone stays mine alone.
    const theirs = await propose('sanne', 'focus')
    expect(textOf(theirs, team.name)).toBe('Wat is jullie kracht?')
    expect(JSON.stringify(theirs)).not.toContain(mine.id)
    const kept = async (user: string) =>
      (await tenant.as(user)<MyData>('GET', '/api/me/data')).body.pairs.flatMap(({ conversations }) =>
        conversations.flatMap((one) => one.asked),
      )
    expect(await kept('milan')).toEqual(
      expect.arrayContaining([dutch(ownQuestion.text), dutch('Wat is jullie kracht?')]),
    )
    expect(await kept('sanne')).toContainEqual(dutch('Wat is jullie kracht?'))
    expect(JSON.stringify(await kept('sanne'))).not.toMatch(new RegExp(`${mine.id}|klant zeggen`))
    // Taken back it is gone: it has no other place any more.
    expect((await unpick('milan', mine.name, 'focus')).status).toBe(204)
    expect(textOf(await propose('milan', 'focus'), mine.name)).toBeUndefined()
  })
})
