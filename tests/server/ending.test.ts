import { HocuspocusProvider } from '@hocuspocus/provider'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Conversation, OpenedConversation } from '../../server/contract/conversation.ts'
import type { Review } from '../../server/contract/review.ts'
import { stepText } from '../../server/contract/live.ts'
import type { MyData } from '../../server/contract/my-data.ts'
import type { OneOnOnes } from '../../server/contract/one-on-ones.ts'
import type { Pair } from '../../server/contract/pair.ts'
import { changeCalendar } from '../support/calendar.ts'
import { commitment, sections, type Meeting } from '../support/conversations.ts'
import { startTenant, type Tenant } from '../support/tenant.ts'
import { until } from '../support/until.ts'

vi.setConfig({ testTimeout: 60_000 })

let tenant: Tenant
let meetings: Meeting[]
let conversation: Conversation
const providers: HocuspocusProvider[] = []
beforeEach(async () => {
  tenant = await startTenant()
  meetings = await tenant.meetings('sanne', 'Milan')
  conversation = await tenant.conversation('sanne', 'milan', meetings[0]!)
})
afterEach(async () => {
  for (const provider of providers.splice(0)) provider.destroy()
  await tenant.close()
})

const pairPath = () => `/api/pairs/${conversation.pair.id}`
const path = (more = '') => `/api/conversations/${conversation.id}${more}`
const data = async (user: string) => (await tenant.as(user)<MyData>('GET', '/api/me/data')).body
const note = (user: string, text: string, revision = 0) =>
  tenant.as(user)('PUT', path('/private-note'), { text, revision })
const scale = { value: 6, notLower: 'Een plan', oneMore: 'Een ochtend' }
const reflection = { talked: 40, asked: 7, listened: 8, summarised: null, frames: 9, revision: 0 }
const later = async (days: number) =>
  tenant.moveTo(new Date(Date.parse(await tenant.now()) + days * 86_400_000).toISOString())
const open = (user: string, meeting: Meeting) =>
  tenant.as(user)<OpenedConversation>('POST', '/api/conversations', {
    joinUrl: meeting.joinUrl,
    start: meeting.start,
  })

async function join(user: string) {
  const provider = new HocuspocusProvider({
    url: tenant.liveUrl,
    name: conversation.id,
    token: await tenant.token(user, 'api'),
  })
  providers.push(provider)
  const entered = await new Promise<boolean>((resolve) => {
    provider.on('synced', () => resolve(true))
    provider.on('authenticationFailed', () => resolve(false))
  })
  return { provider, entered, text: provider.document.getText(stepText('goal')) }
}

describe('pair that has ended', () => {
  test('an ended pair is readable to both and editable to nobody, neither by HTTP nor by socket', async () => {
    const made = await tenant.commit('milan', conversation.id, 'Elke dag een uur')
    await note('milan', 'Eigen')
    const period = { from: '2026-01-01', to: '2026-06-30' }
    const { body: review } = await tenant.as('milan')<Review>('POST', `${pairPath()}/reviews`, period)
    const live = await join('milan')
    live.text.insert(0, 'Voor het einde')
    await until(async () => (live.provider.hasUnsyncedChanges ? null : true))
    await tenant.finish('sanne', conversation.id)

    const ended = await tenant.as('milan')<Pair>('POST', `${pairPath()}/end`)
    expect([ended.status, typeof ended.body.ended]).toEqual([200, 'string'])
    // Again, by either: it stays as it is.
    expect((await tenant.as('sanne')<Pair>('POST', `${pairPath()}/end`)).body.ended).toBe(ended.body.ended)

    const refused: [string, string, unknown][] = [
      ['PUT', `/commitments/${crypto.randomUUID()}`, commitment()],
      ['PUT', `/commitments/${made}`, commitment()],
      ['DELETE', `/commitments/${made}`, undefined],
      ['PUT', `/follow-ups/${made}`, { tried: '', next: '', outcome: 'done' }],
      ['PUT', '/preparation', { topics: [], note: 'x', shared: true, revision: 0 }],
      ['PUT', '/private-note', { text: 'x', revision: 1 }],
      ['POST', '/finish', { scope: 'commitments-only', fingerprint: 'x' }],
      ['PUT', '/template', { templateId: 'steering' }],
      ['PUT', '/usual-template', { templateId: 'steering' }],
      ['PUT', '/scales/goal-scale', scale],
      ['PUT', '/reflection', reflection],
      ['PUT', '/rating', { value: 4, showEachOther: true }],
      ['POST', '/asked', { questionId: 'goal-scale', step: 'goal' }],
      ['DELETE', '/asked?questionId=goal-scale&step=goal', undefined],
    ]
    for (const user of ['sanne', 'milan'])
      for (const [method, more, body] of refused) {
        const answer = await tenant.as(user)(method, path(more), body)
        expect([method, more, answer.status, answer.body.type]).toEqual([
          method,
          more,
          409,
          'urn:groei:problem:pair-ended',
        ])
      }
    const day = { start: '2026-07-01T09:00:00.000Z', end: '2026-07-01T09:30:00.000Z' }
    const ahead: [string, string, unknown][] = [
      ['GET', '/proposals', undefined],
      ['POST', '/conversations', { ...day, everyWeeks: null, revision: 0 }],
      ['PUT', '/rhythm', { everyWeeks: 2, revision: 0 }],
      ['PUT', '/privacy', { keepPrivate: true }],
      ['POST', '/reviews', { from: '2026-01-01', to: '2026-06-30' }],
    ]
    const pack = await tenant.as('milan')<Review>('GET', `/api/reviews/${review.id}`)
    expect([pack.status, pack.body.id]).toEqual([200, review.id])
    for (const [part, body] of [
      ['choices', { item: 'rhythm', chosen: true }],
      ['text', { text: 'x', revision: 0 }],
      ['ready', { ready: false }],
    ] as const)
      expect((await tenant.as('milan')('PUT', `/api/reviews/${review.id}/${part}`, body)).body.type).toBe(
        'urn:groei:problem:pair-ended',
      )
    for (const [method, more, body] of ahead)
      expect((await tenant.as('sanne')(method, pairPath() + more, body)).body.type).toBe(
        'urn:groei:problem:pair-ended',
      )
    const line = `/commitments/${made}/progress/2026-06-01T09:00:00.000Z`
    for (const [method, body] of [
      ['PUT', { text: 'x', was: 'y' }],
      ['DELETE', undefined],
    ] as const)
      expect((await tenant.as('milan')(method, pairPath() + line, body)).body.type).toBe(
        'urn:groei:problem:pair-ended',
      )
    // Who was typing stays connected or comes in anew, and nothing of theirs arrives.
    live.text.insert(0, 'Na het einde ')
    const late = await join('sanne')
    expect(late.entered).toBe(true)
    late.text.insert(0, 'Na het einde ')
    const reader = await join('milan')
    expect(String(reader.text)).toBe('Voor het einde')
    for (const user of ['sanne', 'milan']) {
      const read = await tenant.as(user)<Conversation>('GET', path())
      expect(read.body.commitments.map(({ what }) => what)).toEqual(['Elke dag een uur'])
      expect(read.body.pair.ended).toBe(ended.body.ended)
      expect((await tenant.as(user)<OneOnOnes>('GET', '/api/one-on-ones')).body.pairs).toEqual([])
      expect((await tenant.as(user)<Pair[]>('GET', '/api/pairs')).body).toHaveLength(1)
      const { conversations } = (await data(user)).pairs[0]!
      const kept = conversations.find(({ start }) => start === conversation.meeting.start)
      expect(kept!.notes[0]!.text).toBe('Voor het einde')
    }
  })

  test('a section that waits to be published stays out of the invite once the pair has ended', async () => {
    await tenant.sandbox('POST', 'faults', {
      faults: [{ service: 'graph', method: 'PATCH', status: 503 }],
    })
    await tenant.commit('milan', conversation.id, 'Elke dag een uur')
    await tenant.finish('sanne', conversation.id)
    await tenant.publication('sanne', conversation.id, (one) => one?.reason === 'microsoft-unavailable')
    await tenant.as('sanne')('POST', `${pairPath()}/end`)
    await tenant.sandbox('DELETE', 'faults')
    await tenant.sandbox('DELETE', 'calls')
    await later(1)
    // Somebody else's is published meanwhile: the worker is at work.
    const [meeting] = await tenant.meetings('sanne', 'Tom')
    const other = await tenant.conversation('sanne', 'tom', meeting!)
    await tenant.commit('tom', other.id, 'Van een ander')
    await tenant.finish('sanne', other.id)
    await tenant.publication('sanne', other.id, (one) => one?.state === 'published')
    expect((await tenant.invite('milan', meetings[1]!.iCalUId)).content).not.toContain('Elke dag een uur')
  })

  test('a new meeting of the two begins a new pair after the end, and the old pair stays as it is', async () => {
    await tenant.commit('milan', conversation.id, 'Van vroeger')
    await later(1)
    await tenant.as('sanne')('POST', `${pairPath()}/end`)
    const old = await open('milan', meetings[0]!)
    expect(old.body).toMatchObject({ kind: 'conversation', conversation: { id: conversation.id } })
    expect((await open('milan', meetings[1]!)).body).toMatchObject({ kind: 'roles-needed' })
    const reference = { joinUrl: meetings[0]!.joinUrl, start: meetings[0]!.start }
    const again = await tenant.as('sanne')('POST', '/api/pairs', { meeting: reference, myRole: 'coach' })
    expect(again.body.type).toBe('urn:groei:problem:pair-ended')

    const next = await tenant.conversation('milan', 'sanne', meetings[1]!)
    expect(next.pair).toMatchObject({ ended: null, coach: { name: 'Milan Bakker' } })
    expect(next.pair.id).not.toBe(conversation.pair.id)
    expect(next.followUps).toEqual([])
    expect((await open('sanne', meetings[0]!)).body).toMatchObject({ conversation: { id: conversation.id } })
    expect((await tenant.as('sanne')<Pair[]>('GET', '/api/pairs')).body).toHaveLength(2)
  })

  test('a section leaves an invite to which others are added after the end, and goes nowhere else', async () => {
    const calendar = changeCalendar(tenant)
    const [, second, third] = meetings
    await until(async () => ((await calendar.subscriptions('sanne')).length === 1 ? true : null))
    await tenant.commit('milan', conversation.id, 'Onder ons')
    await tenant.finish('sanne', conversation.id)
    await tenant.publication('sanne', conversation.id, (one) => one?.state === 'published')
    await tenant.as('milan')<Pair>('POST', `${pairPath()}/end`)
    const counts = () =>
      Promise.all(
        [second!, third!].map(async (one) => sections((await tenant.invite('milan', one.iCalUId)).content)),
      )
    expect(await counts()).toEqual([1, 0])
    await calendar.invited('sanne', second!, 'milan', 'tom')
    await until(async () => ((await counts()).join() === '0,0' ? true : null))
    const { body } = await tenant.as('milan')<Conversation>('GET', path())
    expect(body.publication?.target).toBeNull()
  })
})
