import { beforeEach, describe, expect } from 'vitest'
import type { Conversation } from '../../server/contract/conversation.ts'
import type { MyData } from '../../server/contract/my-data.ts'
import type { Scale } from '../../server/contract/scale.ts'
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

const right = { value: 6, notLower: 'Ik heb al een plan', oneMore: 'Een vaste ochtend' }
const path = (question: string, at = conversation) => `/api/conversations/${at.id}/scales/${question}`
const answer = (user: string, more: object = {}, question = 'goal-scale', at = conversation) =>
  tenant.as(user)<Scale>('PUT', path(question, at), { ...right, ...more })
const read = (user: string, question = 'goal-scale', at = conversation) =>
  tenant.as(user)<Scale>('GET', path(question, at))

describe('scale answers', () => {
  test('each person answers for themselves, and both see both answers', async () => {
    expect((await read('milan')).body).toEqual({
      question: 'goal-scale',
      mine: null,
      theirs: null,
      theyChose: false,
      course: [],
    })
    expect((await answer('milan')).body.mine).toEqual(right)
    await answer('sanne', { value: 8 })
    expect((await read('sanne')).body).toMatchObject({ mine: { value: 8 }, theirs: { value: 6 } })
    expect((await read('milan')).body).toMatchObject({
      mine: { value: 6 },
      theirs: { value: 8 },
      course: [{ conversationId: conversation.id, coach: 8, employee: 6 }],
    })
  })

  test('the course of a question covers the conversations of the pair up to the one that is open', async () => {
    await answer('milan', { value: 4 }, 'reality-scale')
    const next = await tenant.conversation('sanne', 'milan', meetings.shift()!)
    await answer('milan', { value: 7 }, 'reality-scale', next)
    await answer('sanne', { value: 9 }, 'will-scale', next)
    const values = async (question: string, at: Conversation, user = 'milan') =>
      (await read(user, question, at)).body.course.map((one) => [one.start, one.coach, one.employee])
    expect(await values('reality-scale', next)).toEqual([
      [conversation.meeting.start, null, 4],
      [next.meeting.start, null, 7],
    ])
    expect(await values('will-scale', next, 'sanne')).toEqual([[next.meeting.start, 9, null]])
    expect(await values('will-scale', next)).toEqual([])
    expect(await values('reality-scale', next, 'sanne')).toEqual([])
    // A conversation reads as it was held: what came later is not in it.
    expect(await values('reality-scale', conversation)).toEqual([[conversation.meeting.start, null, 4]])
  })

  test('the course of a question holds no answers of another pair', async () => {
    await answer('milan', { value: 4 }, 'will-scale')
    const [other] = await tenant.meetings('sanne', 'Aylin')
    const theirs = await tenant.conversation('sanne', 'aylin', other!)
    expect((await read('sanne', 'will-scale', theirs)).body.course).toEqual([])
  })

  test('the other’s number is handed out only once both have given theirs, wherever it could be read', async () => {
    const { start } = conversation.meeting
    await answer('milan', { value: 7 })
    const hers = await read('sanne')
    expect(hers.body).toMatchObject({ question: 'goal-scale', mine: null, theirs: null, theyChose: true })
    expect(hers.body.course.map((one) => one.conversationId)).not.toContain(conversation.id)
    expect(JSON.stringify(hers.body)).not.toMatch(/plan|ochtend/)
    const { body } = await tenant.as('sanne')<MyData>('GET', '/api/me/data')
    const here = body.pairs.flatMap((pair) => pair.conversations).filter((one) => one.start === start)
    expect(here.flatMap((one) => one.scales)).toMatchObject([{ mine: null, theirs: null }])
    const answered = await answer('sanne', { value: 3 })
    expect(answered.body).toMatchObject({ mine: { value: 3 }, theirs: { value: 7 }, theyChose: true })
    expect((await read('milan')).body.theirs).toMatchObject({ value: 3 })
  })

  test('of two devices that answer at once the last one counts, and neither is refused', async () => {
    const both = await Promise.all([answer('milan'), answer('milan', { value: 2 })])
    expect(both.map((one) => one.status)).toEqual([200, 200])
    expect([2, 6]).toContain((await read('milan')).body.mine?.value)
    await answer('milan', { value: 9 })
    expect((await read('milan')).body.mine?.value).toBe(9)
  })

  const wrong: [string, unknown][] = [
    ['nothing at all', {}],
    ['a zero', { ...right, value: 0 }],
    ['an eleven', { ...right, value: 11 }],
    ['a half', { ...right, value: 6.5 }],
    ['words for a number', { ...right, value: '6' }],
    ['501 signs', { ...right, oneMore: 'x'.repeat(501) }],
    ['somebody else’s part', { ...right, role: 'coach' }],
  ]
  test('a malformed answer is refused and changes nothing', async () => {
    for (const [what, body] of wrong) {
      const refused = await tenant.as('milan')('PUT', path('goal-scale'), body)
      expect([what, refused.status, refused.body.type]).toEqual([
        what,
        400,
        'urn:groei:problem:invalid-request',
      ])
    }
    expect((await read('milan')).body.mine).toBeNull()
  })

  test('only a scale question of the library can be answered', async () => {
    for (const [question, status] of [
      ['no-such-question', 404],
      ['goal-good', 404],
      ['$where', 400],
    ] as const) {
      expect([question, (await read('milan', question)).status]).toEqual([question, status])
      expect([question, (await answer('milan', {}, question)).status]).toEqual([question, status])
    }
  })

  test('a person outside the pair is answered 404, and one of another tenant 401', async () => {
    await answer('milan')
    for (const stranger of ['tom', 'noor', 'aylin']) {
      expect((await read(stranger)).status).toBe(404)
      expect((await answer(stranger)).status).toBe(404)
    }
    const token = await tenant.token('eva@elsewhere.example', 'api')
    expect((await tenant.request(path('goal-scale'), { token })).status).toBe(401)
    expect((await read('sanne')).body.mine).toBeNull()
  })
})
