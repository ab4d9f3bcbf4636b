import { beforeEach, describe, expect } from 'vitest'
import type { Conversation } from '../../server/contract/conversation.ts'
import type { MyData } from '../../server/contract/my-data.ts'
import type { Review } from '../../server/contract/review.ts'
import type { Scale } from '../../server/contract/scale.ts'
import { conversationSpec } from '../../server/conversation/collection.ts'
import { scaleSpec } from '../../server/scale/collection.ts'
import { askingIn } from '../support/own-questions.ts'
import type { Meeting } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

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

const { write, rewrite, remove, propose, pick } = askingIn(
  () => tenant,
  () => conversation,
)
const said = { value: 6, notLower: 'Ik heb een plan', oneMore: '' }
const scale = (user: string, question: string, at = conversation) =>
  tenant.as(user)<Scale>('GET', `/api/conversations/${at.id}/scales/${question}`)
const answer = (user: string, question: string, at = conversation) =>
  tenant.as(user)<Scale>('PUT', `/api/conversations/${at.id}/scales/${question}`, said)
const dutch = (text: string) => ({ nl: text, en: text })

describe('scale questions of one’s own', () => {
  test('an answer keeps the words of its question when that is changed or removed', async () => {
    const { id, name } = await write('milan', { kind: 'scale', text: 'Hoe gaat het, van 1 tot 10?' })
    expect((await scale('milan', name)).body).toMatchObject({ mine: null, course: [] })
    expect((await answer('milan', name)).body.mine).toMatchObject({ value: 6 })
    await rewrite('milan', id, { kind: 'open', text: 'Nu zonder cijfer?' })
    await remove('milan', id, 2)
    expect((await scale('milan', name)).body.mine).toMatchObject({ value: 6 })
    expect((await propose('milan', 'focus')).find((one) => one.id === name)).toMatchObject({
      kind: 'scale',
      text: dutch('Hoe gaat het, van 1 tot 10?'),
    })
    // Nobody else finds it; and in another conversation there is no such question any more.
    for (const user of ['sanne', 'tom']) {
      expect((await scale(user, name)).status).toBe(404)
      expect((await answer(user, name)).status).toBe(404)
    }
    const { pairs } = (await tenant.as('sanne')<MyData>('GET', '/api/me/data')).body
    expect(JSON.stringify(pairs)).not.toMatch(/Hoe gaat het, van|Ik heb een plan/)
    const next = await tenant.conversation('sanne', 'milan', meetings.shift()!)
    expect((await answer('milan', name, next)).status).toBe(404)
  })

  test('a scale question of the team is answered by both, has its course, and is in the review', async () => {
    const text = 'Hoe goed past het werk bij je, van 1 tot 10?'
    const { id, name } = await write('sanne', { team: true, kind: 'scale', text })
    const alone = await write('milan', { kind: 'scale', text: 'Hoe moe ben ik, van 1 tot 10?' })
    const next = await tenant.conversation('sanne', 'milan', meetings.shift()!)
    for (const at of [conversation, next]) expect((await answer('milan', name, at)).status).toBe(200)
    for (const at of [conversation, next]) await answer('sanne', name, at)
    await answer('milan', alone.name, next)
    const seen = (await scale('sanne', name, next)).body
    expect(seen).toMatchObject({ mine: { value: 6 }, theirs: { value: 6 } })
    expect(seen.course).toHaveLength(2)
    await remove('sanne', id, 1)
    expect((await scale('milan', name, next)).body.theirs).toMatchObject({ value: 6 })
    const period = { from: '2026-01-01', to: '2027-12-31' }
    const { body } = await tenant.as('milan')<Review>(
      'POST',
      `/api/pairs/${conversation.pair.id}/reviews`,
      period,
    )
    const scales = body.candidates.flatMap(({ item }) => (item.kind === 'scale' ? [item] : []))
    expect(scales.find((one) => one.question === name)).toMatchObject({ text: dutch(text) })
    expect(scales.find((one) => one.question === name)!.points).toHaveLength(2)
    expect(JSON.stringify(body)).not.toContain('Hoe moe')
  })

  test('questions that nobody picked change after a finished conversation, and answered ones are remembered', async () => {
    const of = async (at: Conversation) => (await propose('milan', 'reality', at)).map((one) => one.id)
    const first = await of(conversation)
    const open = first.filter((id) => id !== 'reality-scale')
    // Looking alone is not asking.
    const next = await tenant.conversation('sanne', 'milan', meetings.shift()!)
    expect(await of(next)).toEqual(first)
    await tenant.commit('milan', conversation.id, 'Elke week een klant spreken')
    expect((await tenant.finish('sanne', conversation.id)).status).toBe(200)
    const now = await of(next)
    expect(now.filter((id) => open.includes(id))).toEqual([])
    expect(await of(next)).toEqual(now)

    const rest = async (at: Conversation) =>
      (await propose('milan', 'check-in', at)).some((one) => one.id === 'check-in-rest')
    await tenant.as('milan')('PUT', '/api/questions/check-in-rest/favourite')
    expect(await rest(next)).toBe(true)
    await answer('milan', 'check-in-rest', next)
    const later = await tenant.conversation('sanne', 'milan', meetings.shift()!)
    expect([await rest(next), await rest(later)]).toEqual([true, false])
  })

  test('what only one person could read is gone at once when they delete the pair', async () => {
    const [meeting] = await tenant.meetings('sanne', 'Aylin')
    const theirs = await tenant.conversation('sanne', 'aylin', meeting!)
    const mine = await write('aylin', { kind: 'scale', text: 'Zilverreiger, van 1 tot 10?' })
    const team = await write('sanne', { team: true, text: 'Roerdomp?' })
    await pick('aylin', mine.name, 'focus', theirs)
    await pick('aylin', team.name, 'focus', theirs)
    await answer('aylin', mine.name, theirs)
    expect((await tenant.as('aylin')('DELETE', `/api/pairs/${theirs.pair.id}`)).status).toBe(204)
    const conversations = await tenant.database().collection(conversationSpec)
    const scales = await tenant.database().collection(scaleSpec)
    const kept = await until(async () => {
      const conversation = await conversations.findOne({ _id: theirs.id })
      const words = JSON.stringify([conversation?.asked, conversation?.answered])
      const numbers = await scales.find({ pairId: theirs.pair.id }).toArray()
      return words.includes('Zilverreiger') || numbers.length > 0 ? null : words
    })
    expect(kept).toContain('Roerdomp')
  })
})
