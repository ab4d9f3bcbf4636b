import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { auditSpec } from '../../server/audit/collection.ts'
import { feedbackSpec } from '../../server/feedback/collection.ts'
import { commitmentSpec } from '../../server/commitment/collection.ts'
import type { Conversation, Summary } from '../../server/contract/conversation.ts'
import type { Collection } from '../../server/database/collection.ts'
import { conversationSpec } from '../../server/conversation/collection.ts'
import { pairSpec } from '../../server/pair/collection.ts'
import type { OfPair } from '../../server/pair/active-collection.ts'
import { privateNoteSpec } from '../../server/private-note/collection.ts'
import { reviewSpec } from '../../server/review/collection.ts'
import { scaleSpec } from '../../server/scale/collection.ts'
import { holdable } from '../support/held.ts'
import { commitment } from '../support/conversations.ts'
import { startTenant, type Tenant } from '../support/tenant.ts'
import { until } from '../support/until.ts'

vi.setConfig({ testTimeout: 60_000 })

let house: Tenant
let earlier: Conversation
let conversation: Conversation
const slow = holdable()
beforeEach(async () => {
  house = await startTenant({ over: slow.over })
  const [first, second] = await house.meetings('sanne', 'Milan')
  earlier = await house.conversation('sanne', 'milan', first!)
  conversation = await house.conversation('sanne', 'milan', second!)
})
afterEach(async () => {
  slow.release()
  await house.close()
})

type Ask = [user: string, method: string, path: string, body?: object]
async function ask([user, method, path, body]: Ask): Promise<{ status: number; type?: string }> {
  const answer = await house.as(user)<{ type?: string }>(method, path, body)
  const { type } = answer.body
  return { status: answer.status, ...(type ? { type } : {}) }
}
const done = async (...one: Ask) => {
  const answer = await ask(one)
  expect(answer.status, `${one[1]} ${one[2]} ${answer.type}`).toBeLessThan(300)
}
const inConversation = (rest = '') => `/api/conversations/${conversation.id}${rest}`
const pairPath = (rest = '') => `/api/pairs/${conversation.pair.id}${rest}`
const ended = { status: 409, type: 'urn:groei:problem:pair-ended' }

/** All that is kept of the pair, but for the end itself and for what workers note down. */
async function kept(): Promise<unknown> {
  const specs = [conversationSpec, commitmentSpec, privateNoteSpec, scaleSpec, feedbackSpec, reviewSpec]
  const all = await Promise.all(
    specs.map(async (spec) => {
      const collection = (await house.database().collection(spec as never)) as unknown as Collection<OfPair>
      return collection.find({ pairId: conversation.pair.id }).toArray()
    }),
  )
  const pair = await (await house.database().collection(pairSpec)).findOne({ _id: conversation.pair.id })
  const { scope, rhythm, plan, members } = pair!
  const documents = all.flat() as (OfPair & { unplannedSince?: Date })[]
  return {
    pair: { scope, rhythm, plan, members },
    documents: Object.fromEntries(
      documents.map(({ pairEnded: _mark, unplannedSince: _unplanned, ...rest }) => [rest._id, rest]),
    ),
  }
}

/** Lets all of these in, ends the pair before any of them writes, and lets them write. */
async function raceOf(asks: Ask[], held: Parameters<typeof slow.hold>[0]) {
  slow.hold(held)
  const answers = asks.map(ask)
  await until(async () => (slow.held() >= asks.length ? true : null)).catch((error: unknown) => {
    throw new Error(`held are ${slow.held()} of ${asks.length}`, { cause: error })
  })
  const before = await kept()
  expect((await ask(['milan', 'POST', pairPath('/end')])).status).toBe(200)
  slow.release()
  const said = await Promise.all(answers)
  expect(said.map((one, at) => [asks[at]!.slice(0, 3), one])).toEqual(
    asks.map((one) => [one.slice(0, 3), ended]),
  )
  expect(await kept()).toEqual(before)
}

const note = (text: string, revision: number) => ({ text, revision })
const scale = { value: 6, notLower: 'x', oneMore: '' }
const preparation = { topics: ['x'], note: '', shared: true, revision: 0 }
const reflection = { talked: 40, asked: 7, listened: 8, summarised: null, frames: 9 }

describe('requests under way when a pair ends', () => {
  test('a request that was let in before the end and writes after it is refused and changes nothing', async () => {
    await done('sanne', 'PUT', inConversation(`/commitments/${crypto.randomUUID()}`), commitment())
    await done('sanne', 'PUT', inConversation('/private-note'), note('Eerst', 0))
    await done('sanne', 'PUT', inConversation('/scales/goal-scale'), scale)
    await done('sanne', 'PUT', inConversation('/reflection'), { ...reflection, revision: 0 })
    const made = await house.call<{ id: string }>('sanne', 'POST', pairPath('/reviews'), {
      from: '2026-01-01',
      to: '2026-03-31',
    })
    const review = `/api/reviews/${made.id}`
    const scope = 'commitments-only'
    const { fingerprint } = await house.call<Summary>(
      'sanne',
      'GET',
      inConversation(`/summary?scope=${scope}`),
    )
    const next = (await house.meetings('milan', 'Sanne')).find(
      ({ subject, start }) => subject.includes('Milan') && start > conversation.meeting.start,
    )!

    const asks: Ask[] = [
      ['sanne', 'PUT', inConversation('/private-note'), note('Te laat', 1)],
      ['milan', 'PUT', inConversation('/private-note'), note('Te laat', 0)],
      ['sanne', 'PUT', inConversation('/scales/goal-scale'), scale],
      ['milan', 'PUT', inConversation('/scales/goal-scale'), scale],
      ['sanne', 'PUT', inConversation('/reflection'), { ...reflection, revision: 1 }],
      ['milan', 'PUT', inConversation('/rating'), { value: 4, showEachOther: true }],
      ['milan', 'PUT', inConversation('/preparation'), preparation],
      ['milan', 'PUT', inConversation('/template'), { templateId: 'steering' }],
      ['milan', 'POST', inConversation('/asked'), { questionId: 'goal-good', step: 'goal' }],
      ['sanne', 'POST', inConversation('/finish'), { scope, fingerprint }],
      ['milan', 'POST', pairPath('/reviews'), { from: '2026-04-01', to: '2026-06-30' }],
      ['milan', 'PUT', `${review}/text`, note('Te laat', 0)],
      ['milan', 'PUT', `${review}/choices`, { item: 'rhythm', chosen: true }],
      ['milan', 'PUT', `${review}/ready`, { ready: false }],
      ['milan', 'POST', '/api/conversations', { joinUrl: next.joinUrl, start: next.start }],
    ]
    await raceOf(asks, (name, given) => {
      const [collection = ''] = name.split('.')
      // The planner of reminders only takes its mark away.
      if (given.includes('"$unset":{"unplannedSince"')) return false
      return collection === 'conversations'
        ? /preparation\.|otherSteps|"asked":\{"question"|finishedAt":"|"iCalUId"/.test(given)
        : ['privateNotes', 'scales', 'feedback', 'reviews'].includes(collection)
    })
  })

  test('what was on its way into the notes is stored before the end is answered, and nothing after it', async () => {
    const [old, mine] = [crypto.randomUUID(), crypto.randomUUID()]
    const commitments = inConversation('/commitments')
    await done('sanne', 'PUT', `/api/conversations/${earlier.id}/commitments/${old}`, commitment())
    await done('sanne', 'PUT', `${commitments}/${mine}`, commitment())
    const asks: Ask[] = [
      ['sanne', 'PUT', `${commitments}/${mine}`, commitment({ what: 'Net op tijd' })],
      ['milan', 'PUT', inConversation(`/follow-ups/${old}`), { tried: 'x', outcome: 'done' }],
    ]
    slow.hold((name) => name.startsWith('commitments.'))
    const answers = asks.map(ask)
    await until(async () => (slow.held() > 0 ? true : null))
    const ending = ask(['milan', 'POST', pairPath('/end')])
    const pairs = await house.database().collection(pairSpec)
    await until(async () => (await pairs.findOne({ _id: conversation.pair.id }))?.ended ?? null)
    slow.release()
    expect((await ending).status).toBe(200)
    const atTheEnd = await kept()
    for (const answer of await Promise.all(answers)) expect([{ status: 200 }, ended]).toContainEqual(answer)
    for (const late of asks) expect(await ask(late)).toEqual(ended)
    expect(await kept()).toEqual(atTheEnd)
  })

  test('a request that writes to the pair itself after the end is refused and changes nothing', async () => {
    const id = crypto.randomUUID()
    await done('sanne', 'PUT', inConversation(`/commitments/${id}`), commitment())
    const scope = 'summary-and-commitments'
    const { fingerprint } = await house.call<Summary>(
      'sanne',
      'GET',
      inConversation(`/summary?scope=${scope}`),
    )
    const day = Date.parse(conversation.meeting.start) + 30 * 86_400_000
    const [start, end] = [day, day + 1_800_000].map((at) => new Date(at).toISOString())
    const asks: Ask[] = [
      ['sanne', 'PUT', pairPath('/rhythm'), { everyWeeks: 2, revision: 0 }],
      ['sanne', 'PUT', pairPath('/privacy'), { keepPrivate: true }],
      ['milan', 'POST', pairPath('/conversations'), { start, end, everyWeeks: null, revision: 0 }],
      ['sanne', 'POST', inConversation('/finish'), { scope, fingerprint }],
    ]
    await raceOf(
      asks,
      (name, given) => name.startsWith('pairs') && /"(rhythm|plan|scope)":|keepPrivate/.test(given),
    )
  })

  test('a next conversation that a publication makes after the end is not kept', async () => {
    const conversations = await house.database().collection(conversationSpec)
    const all = async () => (await conversations.find({ pairId: conversation.pair.id }).toArray()).length
    await done('sanne', 'PUT', inConversation(`/commitments/${crypto.randomUUID()}`), commitment())
    const scope = 'commitments-only'
    const { fingerprint } = await house.call<Summary>(
      'sanne',
      'GET',
      inConversation(`/summary?scope=${scope}`),
    )
    const before = await all()
    slow.hold((name) => name === 'conversations.bulkWrite')
    await done('sanne', 'POST', inConversation('/finish'), { scope, fingerprint })
    await until(async () => (slow.held() > 0 ? true : null))
    await done('milan', 'POST', pairPath('/end'))
    slow.release()
    // It is there for a moment, until it is seen that the pair has ended.
    slow.hold((name) => name === 'conversations.deleteMany')
    await until(async () => (slow.held() > 0 ? true : null))
    expect(await all()).toBe(before + 1)
    slow.release()
    await until(async () => ((await all()) === before ? true : null))
  })

  test('a late audit log entry goes with the deleted pair, which keeps no name meanwhile', async () => {
    slow.hold((name, given) => name === 'auditLog.insertOne' && given.includes('"exported"'))
    const reading = ask(['milan', 'GET', '/api/me/data'])
    await until(async () => (slow.held() > 0 ? true : null))
    for (const user of ['sanne', 'milan']) await done(user, 'DELETE', pairPath())
    const pairs = await house.database().collection(pairSpec)
    const auditLog = await house.database().collection(auditSpec)
    const emptied = await until(async () => {
      const pair = await pairs.findOne({ _id: conversation.pair.id })
      return pair?.deletion?.emptied ? pair : null
    })
    expect(JSON.stringify(emptied)).not.toMatch(/sanne|milan/i)
    slow.release()
    expect((await reading).status).toBe(200)
    expect(await auditLog.countDocuments({ pairId: conversation.pair.id })).toBe(1)
    const now = Date.parse(await house.now())
    await house.moveTo(new Date(now + 3_700_000).toISOString())
    await until(async () => ((await pairs.findOne({ _id: conversation.pair.id })) ? null : true))
    expect(await auditLog.countDocuments({ pairId: conversation.pair.id })).toBe(0)
  })
})
