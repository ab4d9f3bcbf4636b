import { beforeEach, describe, expect } from 'vitest'
import { otherTenantId, tenantId } from '../../infra/sandbox/seed/organisation.ts'
import { commitmentSpec } from '../../server/commitment/collection.ts'
import type { AuditPage } from '../../server/contract/audit.ts'
import type { Commitment } from '../../server/contract/commitment.ts'
import type { Conversation } from '../../server/contract/conversation.ts'
import type { MyCommitments } from '../../server/contract/my-commitments.ts'
import { chatOf, wordsOf } from '../support/chats.ts'
import { commitment, type Meeting } from '../support/conversations.ts'
import { startTenant, type Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'

const test = testIn({ settings: () => ({ TENANT_IDS: `${tenantId},${otherTenantId}` }) })
let tenant: Tenant
let meetings: Meeting[]
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
})

let made: Conversation
let id: string
/** Each test has a conversation of its own: in one there is room for two commitments. */
const used = new Set<string>()
async function begin() {
  const coming = await tenant.meetings('sanne', 'Milan')
  meetings = coming.filter(({ iCalUId }) => !used.has(iCalUId))
  made = await tenant.conversation('sanne', 'milan', take())
  id = crypto.randomUUID()
  const path = `/api/conversations/${made.id}/commitments/${id}`
  await tenant.call('milan', 'PUT', path, commitment({ due: await day(7) }))
}
function take(): Meeting {
  const meeting = meetings.shift()!
  used.add(meeting.iCalUId)
  return meeting
}
const day = async (ahead: number) =>
  new Date(Date.parse(await tenant.now()) + ahead * 86_400_000).toISOString().slice(0, 10)
const answer = (body: unknown, user = 'milan', pairId = made.pair.id, commitmentId = id) =>
  tenant.as(user)<Commitment>('PUT', `/api/pairs/${pairId}/commitments/${commitmentId}/answer`, body)
const mine = async (user = 'milan') => (await tenant.as(user)<MyCommitments>('GET', '/api/commitments')).body
const ofPair = async (user = 'milan', pairId = made.pair.id) =>
  (await mine(user)).pairs.find(({ pair }) => pair.id === pairId)!
const now = async (user = 'milan') => {
  const { commitments, closed } = await ofPair(user)
  return [...commitments, ...closed.map((one) => one.commitment)].find((one) => one.id === id)
}
const refusal = async (given: ReturnType<typeof answer>) => {
  const { status, body } = await given
  return [status, body.type?.replace('urn:groei:problem:', '')]
}
const log = async () => {
  const { body } = await tenant.as('sanne')<AuditPage>('GET', `/api/pairs/${made.pair.id}/audit`)
  return body.entries.map(({ who, what }) => `${who} ${what}`)
}
const answers = async () => (await log()).filter((one) => one.endsWith('answered-commitment')).length
const next = async () => {
  const meeting = take()
  await tenant.moveTo(meeting.start)
  return tenant.conversation('sanne', 'milan', meeting)
}

describe('answer to a commitment on a screen', () => {
  beforeEach(begin)

  test('an owner ticks, reports and moves, and both read it; saying it again changes nothing', async () => {
    const before = await answers()
    const due = await day(9)
    for (const body of [{ progress: ' Dinsdag gelukt ' }, { due }, { done: true }] as const) {
      const first = await answer(body)
      expect(first.status).toBe(200)
      const again = await answer(body)
      expect(again.body).toEqual(first.body)
    }
    expect(await answers()).toBe(before + 3)
    expect(await log()).toContain('employee answered-commitment')
    for (const user of ['milan', 'sanne'])
      expect(await now(user)).toMatchObject({
        status: 'done',
        due,
        progress: [{ text: 'Dinsdag gelukt', by: 'employee' }],
      })
    const { closed, commitments } = await ofPair('sanne')
    expect(closed[0]).toMatchObject({ commitment: { id }, at: expect.stringMatching(/^20/) })
    expect(commitments.map((one) => one.id)).not.toContain(id)
    expect(await refusal(answer({ progress: 'Te laat' }))).toEqual([409, 'commitment-closed'])
    expect(await refusal(answer({ due: await day(12) }))).toEqual([409, 'commitment-closed'])
  })

  test('nobody but its owner answers, and who is not of the pair learns nothing', async () => {
    expect(await refusal(answer({ done: true }, 'sanne'))).toEqual([404, 'not-found'])
    for (const user of ['tom', 'noor', 'eva@elsewhere.example'])
      expect(await refusal(answer({ done: true }, user))).toEqual([404, 'not-found'])
    // By way of another pair of hers, and what was never there.
    const [other] = await tenant.meetings('sanne', 'Aylin')
    const { pair } = await tenant.conversation('sanne', 'aylin', other!)
    expect(await refusal(answer({ done: true }, 'aylin', pair.id))).toEqual([404, 'not-found'])
    expect(await refusal(answer({ done: true }, 'milan', made.pair.id, crypto.randomUUID()))).toEqual([
      404,
      'not-found',
    ])
    expect((await now())?.status).toBe('open')
  })

  test('what is malformed, huge or of a day that is over is refused', async () => {
    const wrong = [
      {},
      { done: 'yes' },
      { done: true, due: '2026-12-01' },
      { progress: '' },
      { progress: '  ' },
      { progress: 'x'.repeat(501) },
      { progress: ['x'] },
      { due: null },
      { due: 'morgen' },
      { due: '2026-02-31' },
      { due: await day(-1) },
      [],
      null,
      'done',
    ]
    for (const body of wrong) expect([body, (await answer(body)).status]).toEqual([body, 400])
    expect((await answer({ progress: 'x'.repeat(70_000) })).status).toBe(413)
    expect((await answer({ done: true }, 'milan', 'geen-id')).status).toBe(400)
    expect(await now()).toMatchObject({ status: 'open', progress: [] })
  })

  test('of answers that come at once each is kept once', async () => {
    const before = await answers()
    const lines = ['Een', 'Twee', 'Drie', 'Vier']
    const said = await Promise.all(lines.map((progress) => answer({ progress })))
    expect(said.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect((await now())?.progress.map(({ text }) => text).sort()).toEqual([...lines].sort())
    const ticks = await Promise.all([1, 2, 3].map(() => answer({ done: true })))
    expect(ticks.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(await answers()).toBe(before + 5)
  })

  test('a tick is taken back, also one from the chat, until a later conversation looked back on it', async () => {
    expect((await answer({ done: false })).body.status).toBe('open')
    await answer({ done: true })
    const undone = await answer({ done: false })
    expect(undone.body).toMatchObject({ status: 'open', followUps: [] })
    expect((await answer({ done: false })).body).toEqual(undone.body)
    expect((await now('sanne'))?.status).toBe('open')

    const milan = chatOf(tenant, 'milan')
    await tenant.call('milan', 'PUT', '/api/me', { timeZone: 'Europe/Amsterdam' })
    await milan.heard('Milan')
    const list = await milan.ask('mijn afspraken')
    expect(wordsOf(list.card)).toContain('Twee dagdelen blokkeren')
    await milan.press(list.id, 'done', { commitmentId: id })
    expect((await now())?.status).toBe('done')
    expect((await answer({ done: false })).body.status).toBe('open')
    const card = async () => {
      const { messages } = await milan.press(list.id, 'show', { commitmentId: id })
      return wordsOf(messages.find((one) => one.id === list.id)!.card)
    }
    expect(await card()).not.toContain('was al afgerond')
    await answer({ done: true })
    expect(await card()).toContain('was al afgerond')

    const conversation = await next()
    const follow = (outcome: string) =>
      tenant.call('sanne', 'PUT', `/api/conversations/${conversation.id}/follow-ups/${id}`, { outcome })
    await follow('done')
    expect(await refusal(answer({ done: false }))).toEqual([409, 'carried-over'])
    expect((await answer({ done: true })).body.status).toBe('done')
    await follow('dropped')
    expect(await refusal(answer({ done: true }))).toEqual([409, 'commitment-closed'])
    expect(await refusal(answer({ done: false }))).toEqual([409, 'carried-over'])
    await follow('open')
    expect((await answer({ done: false })).body.status).toBe('open')
  })

  test('a tick and its undo reach the conversation that is open, whatever it said of it before', async () => {
    const conversation = await next()
    const path = `/api/conversations/${conversation.id}`
    await tenant.call('milan', 'PUT', `${path}/follow-ups/${id}`, { outcome: 'open' })
    const shown = async () => {
      const { followUps } = await tenant.call<Conversation>('sanne', 'GET', path)
      return followUps.find((one) => one.id === id)?.status
    }
    await answer({ done: true })
    expect(await shown()).toBe('done')
    expect((await answer({ done: false })).status).toBe(200)
    expect(await shown()).toBe('open')
  })

  test('my commitments are those of my present pairs, closed ones for thirty days', async () => {
    await answer({ done: true })
    const { closed } = await ofPair()
    expect(closed.map(({ at }) => at)).toEqual(
      closed
        .map(({ at }) => at)
        .sort()
        .reverse(),
    )
    expect((await mine('tom')).pairs.flatMap((one) => [...one.commitments, ...one.closed])).toEqual([])
    expect((await mine('eva@elsewhere.example')).pairs).toEqual([])
    const later = new Date(Date.parse(await tenant.now()) + 31 * 86_400_000).toISOString()
    await tenant.moveTo(later)
    expect(await now()).toBeUndefined()
    const before = (await log()).length
    await mine('milan')
    await mine('milan')
    expect((await log()).length - before).toBeLessThanOrEqual(1)
    expect(await log()).toContain('employee read-commitments')
  })

  test('of all that was closed lately the fifty newest are listed', async () => {
    const at = Date.parse(await tenant.now())
    const stored = await tenant.database().collection(commitmentSpec)
    for (let ago = 1; ago <= 60; ago += 1)
      await stored.insertOne({
        ...commitment(),
        _id: crypto.randomUUID(),
        what: `${ago} uur geleden`,
        tenantId,
        pairId: made.pair.id,
        conversationId: made.id,
        slot: 9,
        status: 'done',
        doneAt: new Date(at - ago * 3_600_000),
        followUps: [],
        shownIn: [made.id],
        createdAt: new Date(at - 61 * 3_600_000),
        revision: 1,
      } as never)
    const { closed } = await ofPair('sanne')
    expect(closed).toHaveLength(50)
    expect(closed.at(-1)!.commitment.what).toBe('50 uur geleden')
    await stored.deleteMany({ pairId: made.pair.id, status: 'done' })
  })

  test('of a pair that ended nothing is answered or listed any more', async () => {
    await tenant.call('sanne', 'POST', `/api/pairs/${made.pair.id}/end`)
    expect(await refusal(answer({ done: true }))).toEqual([409, 'pair-ended'])
    expect(await ofPair()).toBeUndefined()
  })
})

describe('reminders after an answer on a screen', () => {
  test('no reminder comes of a commitment that was ticked, and one comes again once that is taken back', async () => {
    const own = await startTenant()
    const [meeting] = await own.meetings('sanne', 'Milan')
    const conversation = await own.conversation('sanne', 'milan', meeting!)
    const milan = chatOf(own, 'milan')
    await own.as('milan')('PUT', '/api/me', { timeZone: 'Europe/Amsterdam' }, 'nl')
    await milan.heard('Hallo')
    const ids: string[] = []
    for (const what of ['Wel gedaan', 'Toch niet gedaan']) {
      const made = crypto.randomUUID()
      ids.push(made)
      await own.call(
        'milan',
        'PUT',
        `/api/conversations/${conversation.id}/commitments/${made}`,
        commitment({ what }),
      )
    }
    const say = (which: number, done: boolean) =>
      own.call('milan', 'PUT', `/api/pairs/${conversation.pair.id}/commitments/${ids[which]}/answer`, {
        done,
      })
    await say(0, true)
    await say(1, true)
    await say(1, false)
    await own.moveTo('2026-06-05T07:00:00Z')
    const card = await milan.heard('Maandag: \nToch niet gedaan')
    expect(wordsOf(card.card)).not.toContain('Wel gedaan')
    await own.moveTo('2026-06-08T07:00:00Z')
    await milan.heard('Vandaag: \nToch niet gedaan')
    const words = (await milan.cards()).map((one) => wordsOf(one.card)).join('\n')
    expect(words).not.toContain('Wel gedaan')
    await own.close()
  })
})
