import { beforeEach, describe, expect } from 'vitest'
import type { FeedbackAnswer } from '../../server/contract/feedback.ts'
import type { Conversation } from '../../server/contract/conversation.ts'
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

const right = { talked: 40, asked: 7, listened: 8, summarised: null, frames: 9, revision: 0 }
const path = (part: string) => `/api/conversations/${conversation.id}/${part}`
const read = (user: string) => tenant.as(user)<FeedbackAnswer>('GET', path('feedback'))
const write = (user: string, more: object = {}) =>
  tenant.as(user)<FeedbackAnswer>('PUT', path('reflection'), { ...right, ...more })
const rate = (user: string, value: number, showEachOther: boolean) =>
  tenant.as(user)<FeedbackAnswer>('PUT', path('rating'), { value, showEachOther })

describe('feedback after a conversation', () => {
  test('the reflection is the coach’s alone: the employee can neither read nor write it', async () => {
    expect((await write('sanne')).body.reflection).toEqual({ ...right, revision: 1 })
    expect((await read('sanne')).body.reflection).toEqual({ ...right, revision: 1 })
    expect((await read('milan')).body).toEqual({
      reflection: null,
      rating: null,
      theirRating: null,
      ratings: true,
    })
    const refused = await write('milan')
    expect([refused.status, refused.body.type]).toEqual([403, 'urn:groei:problem:forbidden'])
  })

  test('a person who coaches in one pair and is coached in another has a minute in the first only', async () => {
    const [other] = await tenant.meetings('sanne', 'Bijpraten Noor')
    conversation = await tenant.conversation('noor', 'sanne', other!)
    expect((await write('noor')).status).toBe(200)
    expect((await write('sanne')).status).toBe(403)
    expect((await read('sanne')).body.reflection).toBeNull()
  })

  test('each of the two sees the other’s rating only as long as both want to show theirs', async () => {
    expect((await rate('sanne', 4, true)).body).toMatchObject({ rating: { value: 4 }, theirRating: null })
    expect((await read('milan')).body).toEqual({
      reflection: null,
      rating: null,
      theirRating: null,
      ratings: true,
    })
    expect((await rate('milan', 2, false)).body).toMatchObject({ rating: { value: 2 }, theirRating: null })
    expect((await read('sanne')).body.theirRating).toBeNull()
    expect((await rate('milan', 3, true)).body).toMatchObject({ rating: { value: 3 }, theirRating: 4 })
    expect((await read('sanne')).body.theirRating).toBe(3)
    await rate('sanne', 4, false)
    for (const user of ['sanne', 'milan']) expect((await read(user)).body.theirRating).toBeNull()
  })

  test('a rating and a minute that are saved at the same time leave each other alone', async () => {
    await Promise.all([rate('sanne', 5, false), write('sanne')])
    expect((await read('sanne')).body).toMatchObject({ reflection: { talked: 40 }, rating: { value: 5 } })
  })

  test('the second of two devices that save the reflection at once is answered 409', async () => {
    const first = await Promise.all([write('sanne'), write('sanne', { talked: 50 })])
    expect(first.map((one) => one.status).sort()).toEqual([200, 409])
    expect((await write('sanne', { revision: 5 })).body.type).toBe('urn:groei:problem:changed-meanwhile')
    expect((await write('sanne', { talked: 20, revision: 1 })).body.reflection).toMatchObject({
      talked: 20,
      revision: 2,
    })
  })

  test('ratings that come at once are all accepted, and one of them is kept whole', async () => {
    const taps = await Promise.all([1, 2, 3, 4, 5].map((value) => rate('milan', value, value > 2)))
    expect(new Set(taps.map((one) => one.status))).toEqual(new Set([200]))
    const { rating } = (await read('milan')).body
    expect(rating?.showEachOther).toBe((rating?.value ?? 0) > 2)
  })

  const wrong: [string, string, unknown][] = [
    ['a minute of nothing', 'reflection', {}],
    ['more than all of the time', 'reflection', { ...right, talked: 101 }],
    ['a zero', 'reflection', { ...right, asked: 0 }],
    ['an eleven', 'reflection', { ...right, frames: 11 }],
    ['a field that nobody knows', 'reflection', { ...right, role: 'coach' }],
    ['a rating of nothing', 'rating', {}],
    ['no star', 'rating', { value: 0, showEachOther: true }],
    ['six stars', 'rating', { value: 6, showEachOther: true }],
    ['a wish that is none', 'rating', { value: 3, showEachOther: 'yes' }],
  ]
  test('a malformed minute or rating is answered 400 and changes nothing', async () => {
    for (const [what, part, body] of wrong) {
      const refused = await tenant.as('sanne')('PUT', path(part), body)
      expect([what, refused.status, refused.body.type]).toEqual([
        what,
        400,
        'urn:groei:problem:invalid-request',
      ])
    }
    expect((await read('sanne')).body).toEqual({
      reflection: null,
      rating: null,
      theirRating: null,
      ratings: true,
    })
  })

  test('strangers are answered 404, and other tenants 401', async () => {
    await write('sanne')
    await rate('sanne', 5, true)
    for (const stranger of ['tom', 'noor', 'aylin']) {
      expect((await read(stranger)).status).toBe(404)
      expect((await write(stranger)).status).toBe(404)
      expect((await rate(stranger, 3, true)).status).toBe(404)
    }
    const token = await tenant.token('eva@elsewhere.example', 'api')
    for (const [method, part] of [
      ['GET', 'feedback'],
      ['PUT', 'reflection'],
      ['PUT', 'rating'],
    ] as const)
      expect(
        (await tenant.request(path(part), { method, token, ...(method === 'PUT' ? { body: {} } : {}) }))
          .status,
      ).toBe(401)
  })

  test('the reflection is not readable in the database, and feedback changes nothing in the invite', async () => {
    const [first, second] = await tenant.meetings('sanne', 'Tom')
    conversation = await tenant.conversation('sanne', 'tom', first!)
    await tenant.commit('tom', conversation.id, 'Elke dag een uur')
    const shared = async () => {
      await tenant.finish('sanne', conversation.id)
      await tenant.publication('sanne', conversation.id, (one) => one?.state === 'published')
      return (await tenant.invite('tom', second!.iCalUId)).content
    }
    const before = await shared()
    expect(before).toContain('Elke dag een uur')
    await write('sanne')
    await rate('sanne', 4, true)
    await rate('tom', 5, true)
    expect(await shared()).toBe(before)
    const stored = await tenant.stored()
    expect(stored).toContain('showEachOther')
    for (const word of ['talked', 'listened', 'summarised', 'frames']) expect(stored).not.toContain(word)
  })
})
