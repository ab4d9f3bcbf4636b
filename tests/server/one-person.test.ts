import { describe, expect } from 'vitest'
import type { OpenedConversation } from '../../server/contract/conversation.ts'
import type { MyData } from '../../server/contract/my-data.ts'
import type { OneOnOnes } from '../../server/contract/one-on-ones.ts'
import type { Audience } from '../../server/contract/publication.ts'
import { changeCalendar } from '../support/calendar.ts'
import { sections } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

const test = testIn()
let tenant: Tenant
let calendar: ReturnType<typeof changeCalendar>
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
  calendar = changeCalendar(tenant)
})

const group = 'afdeling-dienstverlening@sandbox.example'
const invited = (address: string) => ({
  attendees: [{ type: 'required', emailAddress: { address, name: address } }],
})
const reference = (one: { iCalUId: string; start: string }) => ({ iCalUId: one.iCalUId, start: one.start })
const open = (user: string, meeting: { iCalUId: string; start: string }) =>
  tenant.as(user)<OpenedConversation>('POST', '/api/conversations', reference(meeting))
const count = async (user: string, meeting: { iCalUId: string }) =>
  sections((await tenant.invite(user, meeting.iCalUId)).content)

/** Somebody is alone in Groei with a conversation, and finishes it. */
async function aloneFinished(user: string, meeting: { iCalUId: string; start: string }) {
  await tenant.as(user)('POST', '/api/pairs', { meeting: reference(meeting), myRole: 'coach' })
  const opened = await open(user, meeting)
  if (opened.body.kind !== 'conversation') throw new Error('not opened')
  const { id } = opened.body.conversation
  await tenant.commit(user, id, 'Onder ons')
  await tenant.finish(user, id)
  return id
}
const audience = async (user: string, id: string) =>
  (await tenant.as(user)<Audience>('GET', `/api/conversations/${id}/audience`)).body

describe('pair whose other person is not known yet', () => {
  test('a group that was invited like a person gets no section, and its members take no place in the pair', async () => {
    const conversation = await calendar.single('noor', '', 'Afdeling', '2026-06-05T14:00:00', invited(group))
    const next = await calendar.single('noor', '', 'Afdeling', '2026-06-12T14:00:00', invited(group))
    const id = await aloneFinished('noor', conversation)
    const waiting = await tenant.publication('noor', id, (one) => one?.reason === 'other-not-here')
    expect(waiting).toMatchObject({ state: 'waiting', target: null })
    expect(await audience('noor', id)).toMatchObject({ waitsFor: group })
    expect((await open('aylin', next)).status).toBe(403)
    expect(await Promise.all(['noor', 'aylin', 'tom'].map((user) => count(user, next)))).toEqual([0, 0, 0])
  })

  test('a section waits until the other person has opened Groei once', async () => {
    await calendar.series('noor', 'ines', 'Eén keer openen')
    const [conversation, next] = await tenant.meetings('noor', 'Eén keer openen')
    const id = await aloneFinished('noor', conversation!)
    await tenant.publication('noor', id, (one) => one?.reason === 'other-not-here')
    expect(await count('noor', next!)).toBe(0)
    await open('ines', conversation!)
    await tenant.publication('noor', id, (one) => one?.state === 'published')
    expect(await count('ines', next!)).toBe(1)
    expect(await audience('noor', id)).toMatchObject({ waitsFor: null })
  })

  test('a person who is invited by another of their addresses is in the same pair', async () => {
    await calendar.series('noor', 'milan', 'Reeks', '2026-06-03T07:00:00', 1)
    const [first] = await tenant.meetings('noor', 'Reeks')
    const conversation = await tenant.conversation('noor', 'milan', first!)
    await until(async () => ((await calendar.subscriptions('noor')).length > 0 ? true : null))
    await tenant.commit('milan', conversation.id, 'Onder ons')
    await tenant.finish('noor', conversation.id)
    await tenant.publication('noor', conversation.id, (one) => one?.reason === 'no-next-meeting')
    const named = invited('milan.bakker@sandbox.example')
    const next = await calendar.single('noor', '', 'Nieuw adres', '2026-06-05T12:00:00', named)
    await until(async () => ((await count('milan', next)) === 1 ? true : null))
    for (const user of ['noor', 'milan']) {
      const opened = await open(user, next)
      expect(opened.body).toMatchObject({
        kind: 'conversation',
        conversation: { pair: { id: conversation.pair.id } },
      })
      const { body } = await tenant.as(user)<OneOnOnes>('GET', '/api/one-on-ones')
      expect(body.meetings.find((one) => one.iCalUId === next.iCalUId)?.pairId).toBe(conversation.pair.id)
    }
    // What is kept of them is theirs to see; of the other only the address that both know.
    const { body } = await tenant.as('milan')<MyData>('GET', '/api/me/data')
    const members = body.pairs.find((one) => one.pair.id === conversation.pair.id)!.members
    expect(members.map((one) => one.addresses.includes('milan.bakker@sandbox.example'))).toContain(true)
    expect(members.find((one) => one.address.startsWith('noor'))?.addresses).toEqual(['noor@sandbox.example'])
  })

  test('a person who comes in by another address than the pair was made with has the place in it', async () => {
    const named = invited('tom.visser@sandbox.example')
    const first = await calendar.single('noor', '', 'Oud adres', '2026-06-04T12:00:00', named)
    const next = await calendar.single('noor', 'tom', 'Adres van nu', '2026-06-11T12:00:00')
    await tenant.as('noor')('POST', '/api/pairs', { meeting: reference(first), myRole: 'coach' })
    const made = await open('noor', first)
    const entered = await open('tom', next)
    if (made.body.kind !== 'conversation' || entered.body.kind !== 'conversation')
      throw new Error('not opened')
    expect(entered.body.conversation.pair.id).toBe(made.body.conversation.pair.id)
    // Asked who is who all the same, by a client that did not know: it is the pair that there is.
    const again = await tenant.as('tom')<{ id: string; myRole: string }>('POST', '/api/pairs', {
      meeting: reference(next),
      myRole: 'coach',
    })
    expect(again).toMatchObject({
      status: 201,
      body: { id: made.body.conversation.pair.id, myRole: 'employee' },
    })
  })
})
