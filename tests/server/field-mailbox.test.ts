import { afterEach, describe, expect } from 'vitest'
import type { Conversation, OpenedConversation } from '../../server/contract/conversation.ts'
import { changeCalendar } from '../support/calendar.ts'
import { sections, type GraphCall, type Meeting } from '../support/conversations.ts'
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
afterEach(() => tenant.sandbox('DELETE', 'faults'))

type Refusal = 'MailboxNotEnabledForRESTAPI' | 'MailboxNotSupportedForRESTAPI' | 'ResourceNotFound'
const mailbox = (user: string, refusedWith: Refusal | null) =>
  tenant.sandbox('POST', 'mailbox', { user: `${user}@sandbox.example`, refusedWith })
const later = async (hours: number) =>
  tenant.moveTo(new Date(Date.parse(await tenant.now()) + hours * 60 * 60_000).toISOString())
const count = async (user: string, meeting: Meeting) =>
  sections((await tenant.invite(user, meeting.iCalUId)).content)
const stands = (user: string, meeting: Meeting, times: number) =>
  until(async () => ((await count(user, meeting)) === times ? true : null))
const open = (user: string, { iCalUId, start }: Meeting) =>
  tenant.as(user)<OpenedConversation>('POST', '/api/conversations', { iCalUId, start })
const callsOf = async (user: string) =>
  (await tenant.sandbox<{ calls: GraphCall[] }>('GET', 'calls')).calls.filter(
    (one) => one.user === `${user}@sandbox.example`,
  )
const stored = (id: string) => tenant.app().collections.conversations.findOne({ _id: id })

async function talked(coach: string, employee: string, subject: string) {
  const tomorrow = new Date(Date.parse(await tenant.now()) + 24 * 60 * 60_000).toISOString().slice(0, 10)
  await calendar.series(coach, employee, subject, `${tomorrow}T07:00:00`)
  const meetings = await tenant.meetings(coach, subject)
  const conversation = await tenant.conversation(coach, employee, meetings[0]!)
  await until(async () => ((await calendar.subscriptions(coach)).length > 0 ? true : null))
  await tenant.commit(employee, conversation.id, `Afspraak ${subject}`)
  return { conversation, meetings }
}
async function finished(coach: string, employee: string, subject: string) {
  const found = await talked(coach, employee, subject)
  await tenant.finish(coach, found.conversation.id)
  await stands(coach, found.meetings[1]!, 1)
  return found
}

describe('mailboxes that are not in Microsoft 365 any more', () => {
  test.for([
    ['MailboxNotEnabledForRESTAPI', 'ines'],
    ['MailboxNotSupportedForRESTAPI', 'milan'],
    ['ResourceNotFound', 'tom'],
  ] as const)(
    'a section waits for a mailbox that answers %s, a day at a time, and is written when it is back',
    async ([refusedWith, employee]) => {
      const { conversation, meetings } = await talked('noor', employee, `Weg ${employee}`)
      await mailbox('noor', refusedWith)
      const opened = await open('noor', meetings[1]!)
      expect([opened.status, opened.body.type]).toEqual([422, 'urn:groei:problem:no-mailbox'])
      expect(opened.body.title).toBe('Je mailbox staat niet (meer) in Microsoft 365')
      await tenant.finish(employee, conversation.id)
      const waits = await tenant.publication(employee, conversation.id, (one) => one?.reason === 'no-mailbox')
      expect(waits).toMatchObject({ state: 'waiting', target: null, triedSince: null })
      await tenant.sandbox('DELETE', 'calls')
      await later(11)
      // What is looked at in the mean time is the other's.
      expect((await open(employee, meetings[0]!)).status).toBe(200)
      await later(25)
      await until(async () => ((await callsOf('noor')).length > 0 ? true : null))
      expect((await callsOf('noor')).length).toBeLessThan(12)
      await mailbox('noor', null)
      await later(25)
      await tenant.publication(employee, conversation.id, (one) => one?.state === 'published')
      expect(await count('noor', meetings[1]!)).toBe(1)
    },
  )

  test('a section that cannot be taken out of such a mailbox is not forgotten, and leaves when the mailbox is back', async () => {
    const { conversation, meetings } = await finished('grace', 'aylin', 'Blijft staan')
    await mailbox('grace', 'MailboxNotEnabledForRESTAPI')
    // The next is in the other's calendar now: there it is written, and here it cannot be taken out.
    const nearer = await calendar.single(
      'aylin',
      'grace',
      'Nader',
      `${meetings[1]!.start.slice(0, 11)}05:00:00`,
    )
    await open('aylin', meetings[0]!)
    await stands('aylin', nearer, 1)
    const told = await tenant.publication('aylin', conversation.id, (one) => one?.reason === 'no-mailbox')
    expect(told).toMatchObject({ state: 'published', target: { subject: 'Nader' } })
    const kept = (await stored(conversation.id))?.publication?.invites?.map((one) => one.iCalUId)
    expect(kept).toEqual([meetings[1]!.iCalUId, nearer.iCalUId])
    await mailbox('grace', null)
    expect(await count('grace', meetings[1]!)).toBe(1)
    await later(25)
    await stands('grace', meetings[1]!, 0)
    await tenant.publication('aylin', conversation.id, (one) => one?.reason === null)
  })

  test('such a mailbox is looked at once a day by calendar sync, and followed again when it is back', async () => {
    const { meetings } = await talked('aylin', 'tom', 'Volgen')
    // A mailbox is followed for a conversation to come, and the first is over by then.
    await open('tom', meetings[2]!)
    const claims = (await tenant.token('aylin')).split('.')[1] ?? ''
    const { tid, oid } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, string>
    const state = () => tenant.app().collections.mailboxes.findOne({ _id: `${tid}.${oid}` })
    await mailbox('aylin', 'ResourceNotFound')
    // Its subscription has to be renewed by then.
    await later(6 * 24)
    const away = await until(async () => {
      const one = await state()
      return one?.unreadable && !one.lease ? one : null
    })
    expect(away.dueAt!.getTime() - Date.parse(await tenant.now())).toBeGreaterThan(17 * 60 * 60_000)
    await mailbox('aylin', null)
    await later(31)
    await until(async () => ((await state())?.unreadable ? null : true))
    const start = meetings[3]!.start.slice(0, 11)
    const at = (time: string) => ({ dateTime: `${start}${time}`, timeZone: 'UTC' })
    const opened = await open('tom', meetings[3]!)
    if (opened.body.kind !== 'conversation') throw new Error('not opened')
    const { id } = opened.body.conversation
    await calendar.change('aylin', meetings[3]!, { start: at('15:00:00'), end: at('15:30:00') })
    await until(async () =>
      (await stored(id))?.meeting.start.toISOString().includes('T15:00') ? true : null,
    )
  })
})

describe('a calendar that can be read and not written', () => {
  test('the person reads after a day since when it is tried, others go on, and it ends when Microsoft takes it', async () => {
    const { conversation, meetings } = await talked('milan', 'ines', 'Blijft 503')
    const other = await talked('sanne', 'tom', 'Gaat door')
    const { start, end, iCalUId } = meetings[1]!
    const asked = new URLSearchParams({ startDateTime: start, endDateTime: end, $select: 'iCalUId' })
    const { value } = await calendar.graph<{ value: { id: string; iCalUId: string }[] }>(
      'milan',
      'GET',
      `/me/calendarView?${asked}`,
    )
    const path = value.find((one) => one.iCalUId === iCalUId)!.id
    await tenant.sandbox('POST', 'faults', {
      faults: [{ service: 'graph', method: 'PATCH', path, status: 503, takes: 300 }],
    })
    const began = await tenant.now()
    await tenant.finish('milan', conversation.id)
    await tenant.publication('milan', conversation.id, (one) => one?.reason === 'microsoft-unavailable')
    await later(20)
    await tenant.publication('milan', conversation.id, (one) => one?.reason === 'microsoft-unavailable')
    await later(20)
    const failing = await tenant.publication(
      'ines',
      conversation.id,
      (one) => one?.reason === 'keeps-failing',
    )
    expect(failing?.state).toBe('waiting')
    expect(Math.abs(Date.parse(failing!.triedSince!) - Date.parse(began))).toBeLessThan(60_000)
    await tenant.finish('sanne', other.conversation.id)
    await tenant.publication('sanne', other.conversation.id, (one) => one?.state === 'published')
    // Sharing once more makes it no younger.
    await tenant.finish('milan', conversation.id)
    expect(
      await tenant.publication('milan', conversation.id, (one) => one?.reason === 'keeps-failing'),
    ).toMatchObject({ triedSince: failing!.triedSince })
    await tenant.sandbox('DELETE', 'faults')
    await later(1)
    const ended = await tenant.publication('ines', conversation.id, (one) => one?.state === 'published')
    expect(ended).toMatchObject({ reason: null, triedSince: null })
    const { publication } = (
      await tenant.as('milan')<Conversation>('GET', `/api/conversations/${conversation.id}`)
    ).body
    expect(publication?.target?.start).toBe(new Date(meetings[1]!.start).toISOString())
    expect(await count('milan', meetings[1]!)).toBe(1)
  })
})
