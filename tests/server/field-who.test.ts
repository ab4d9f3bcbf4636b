import { afterEach, describe, expect } from 'vitest'
import type { Conversation, OpenedConversation } from '../../server/contract/conversation.ts'
import type { Audience } from '../../server/contract/publication.ts'
import { changeCalendar } from '../support/calendar.ts'
import { sections, type Meeting } from '../support/conversations.ts'
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
const odd = (...oddities: string[]) => tenant.sandbox('POST', 'oddities', { oddities })
afterEach(() => odd())

const open = (user: string, { joinUrl, start }: Meeting) =>
  tenant.as(user)<OpenedConversation>('POST', '/api/conversations', { joinUrl, start })
async function opened(user: string, meeting: Meeting): Promise<Conversation> {
  const { body } = await open(user, meeting)
  if (body.kind !== 'conversation') throw new Error(`not opened: ${JSON.stringify(body)}`)
  return body.conversation
}
const whenIs = (user: string, { id }: Conversation, is: (one: Conversation) => boolean) =>
  until(async () => {
    const one = (await tenant.as(user)<Conversation>('GET', `/api/conversations/${id}`)).body
    return is(one) ? one : null
  })
const followed = (user: string) =>
  until(async () => ((await calendar.subscriptions(user)).length > 0 ? true : null))
/** The invite by its time: ids may be odd. */
async function bodyOf(user: string, { start, end, subject }: Meeting): Promise<string> {
  const asked = new URLSearchParams({ startDateTime: start, endDateTime: end, $select: 'subject,body' })
  const { value } = await calendar.graph<{ value: { subject: string; body: { content: string } }[] }>(
    user,
    'GET',
    `/me/calendarView?${asked}`,
  )
  return value.find((one) => one.subject.startsWith(subject))?.body.content ?? 'none'
}
const count = async (user: string, meeting: Meeting) => sections(await bodyOf(user, meeting))
/** What was agreed stands in this invite, or in none. */
const stands = (user: string, meeting: Meeting, times: number) =>
  until(async () => ((await count(user, meeting)) === times ? true : null))

async function talked(coach: string, employee: string, subject: string) {
  await calendar.series(coach, employee, subject)
  const meetings = await tenant.meetings(coach, subject)
  const conversation = await tenant.conversation(coach, employee, meetings[0]!)
  await followed(coach)
  await tenant.commit(employee, conversation.id, `Afspraak ${subject}`)
  return { conversation, meetings }
}
const invite = (user: string, meeting: Meeting, ...addresses: string[]) =>
  calendar.change(user, meeting, {
    attendees: addresses.map((address) => ({
      type: 'required',
      emailAddress: { address, name: address.split('@')[0] },
    })),
  })

describe('who is in a meeting, as calendars of the field have it', () => {
  test('a pair is one by whatever names Exchange lists the two and their room', async () => {
    await odd('answers-doubled', 'organiser-by-exchange-name', 'rooms-required', 'customised-zone')
    const [first, second] = await tenant.meetings('sanne', 'Aylin')
    const conversation = await tenant.conversation('sanne', 'aylin', first!)
    expect(conversation.pair).toMatchObject({
      coach: { name: 'Sanne de Vries' },
      employee: { name: 'Aylin Yılmaz' },
    })
    await tenant.commit('aylin', conversation.id, 'Afspraak')
    const { body } = await tenant.as('sanne')<Audience>(
      'GET',
      `/api/conversations/${conversation.id}/audience`,
    )
    expect(body.next).toMatchObject({
      organiser: 'Sanne de Vries',
      alsoInvited: ['Kamer Eik'],
      noteTakers: [],
    })
    await tenant.finish('sanne', conversation.id)
    await stands('sanne', second!, 1)
    expect((await opened('aylin', second!)).eligibility).toBe('one-on-one')
    // By the clock of the organiser: the zone of the series has no name.
    expect(await bodyOf('sanne', second!)).toContain('woensdag 3 juni 2026')
    const me = await tenant.as('sanne')<{ meetings: { iCalUId: string; pairId: string | null }[] }>(
      'GET',
      '/api/one-on-ones',
    )
    expect(me.body.meetings.find((one) => one.iCalUId === second!.iCalUId)?.pairId).toBe(conversation.pair.id)
  })

  test('an answer without addresses concludes nothing, and what was agreed stays where it stands', async () => {
    const { conversation, meetings } = await talked('noor', 'milan', 'Zonder adressen')
    await tenant.finish('noor', conversation.id)
    await stands('noor', meetings[1]!, 1)
    await odd('attendees-without-addresses')
    expect((await open('noor', meetings[2]!)).status).toBe(503)
    // What is known opens as it was.
    expect(await opened('milan', meetings[0]!)).toMatchObject({
      id: conversation.id,
      eligibility: 'one-on-one',
    })
    await calendar.change('noor', meetings[1]!, { subject: 'Zonder adressen, hernoemd' })
    // The worker looks, and keeps what it knows.
    await tenant.as('noor')('PUT', `/api/pairs/${conversation.pair.id}/privacy`, { keepPrivate: true })
    await tenant.publication('noor', conversation.id, (one) => one?.reason === 'microsoft-unavailable')
    expect(await count('noor', meetings[1]!)).toBe(1)
    await odd()
    await tenant.moveTo(new Date(Date.parse(await tenant.now()) + 60 * 60_000).toISOString())
    await tenant.publication(
      'noor',
      conversation.id,
      (one) => one?.state === 'published' && one.reason === null,
    )
    expect(await count('noor', meetings[1]!)).toBe(1)
  })

  test('the two are asked once whether a service that takes notes is a person, and read that it reads along', async () => {
    const { conversation, meetings } = await talked('aylin', 'tom', 'Notulist')
    const next = meetings[1]!
    const answer = (user: string, isPerson: boolean) =>
      tenant.as(user)('PUT', `/api/pairs/${conversation.pair.id}/note-takers`, {
        address: 'Fred@Fireflies.ai',
        isPerson,
      })
    await invite('aylin', next, 'tom@sandbox.example', 'fred@fireflies.ai')
    for (const user of ['tom', 'aylin'])
      expect((await open(user, next)).body).toEqual({
        kind: 'person-needed',
        pairId: conversation.pair.id,
        name: 'fred',
        address: 'fred@fireflies.ai',
        saidPerson: false,
      })
    // Until then it may be one, who would read what is written there.
    await tenant.finish('aylin', conversation.id)
    await stands('aylin', meetings[2]!, 1)
    expect(await count('aylin', next)).toBe(0)
    expect((await answer('tom', false)).status).toBe(200)
    expect((await opened('aylin', next)).eligibility).toBe('one-on-one')
    await stands('aylin', next, 1)
    const { body } = await tenant.as('tom')<Audience>('GET', `/api/conversations/${conversation.id}/audience`)
    expect(body.next).toMatchObject({ noteTakers: ['fred'], alsoInvited: [] })
    // Looked at a moment ago, as when somebody opens Groei; and said otherwise: a person has no business in it.
    await opened('aylin', next)
    const checked = async () =>
      (await tenant.app().collections.conversations.findOne({ _id: conversation.id }))?.publication?.checkedAt
    await until(async () => (await checked()) ?? null)
    await stands('aylin', next, 1)
    expect((await answer('aylin', true)).status).toBe(200)
    await stands('aylin', next, 0)
    expect((await opened('aylin', next)).eligibility).toBe('others-invited')
    await invite('aylin', meetings[3]!, 'tom@sandbox.example', 'fred@fireflies.ai')
    expect((await open('tom', meetings[3]!)).body).toMatchObject({
      kind: 'person-needed',
      saidPerson: true,
    })
    expect((await answer('sanne', false)).status).toBe(404)
    // Both at once: one word stands.
    await Promise.all([answer('tom', true), answer('aylin', false), answer('tom', false)])
    const { pairs } = tenant.app().collections
    expect((await pairs.findOne({ _id: conversation.pair.id }))?.noteTakers).toHaveLength(1)
  })

  test('somebody who declined is named, the conversation opens, and their invite gets nothing', async () => {
    const { conversation, meetings } = await talked('noor', 'tom', 'Afgemeld')
    const [, next, later] = meetings as [Meeting, Meeting, Meeting]
    await invite('noor', next, 'tom@sandbox.example', 'ines@sandbox.example')
    expect((await open('noor', next)).status).toBe(422)
    await calendar.graph(
      'ines',
      'POST',
      `/me/events/${encodeURIComponent(await calendar.idOf('ines', next))}/decline`,
      {},
    )
    expect(await opened('noor', next)).toMatchObject({ eligibility: 'others-declined', declined: ['ines'] })
    await tenant.finish('noor', conversation.id)
    await stands('noor', later, 1)
    expect(await count('noor', next)).toBe(0)
    const opens = await opened('tom', next)
    expect(opens.eligibility).toBe('others-declined')
    await invite('noor', next, 'tom@sandbox.example')
    expect(await whenIs('noor', opens, (one) => one.eligibility === 'one-on-one')).toMatchObject({
      declined: [],
    })
    await stands('noor', next, 1)
  })
})

describe('ids of a series, as calendars of the field have them', () => {
  test.for([
    ['one-id-for-a-series', 'ines'],
    ['no-ids', 'milan'],
  ] as const)(
    'the conversations of a series with %s are kept apart, and the next invite is found',
    async ([oddity, employee]) => {
      await calendar.series('aylin', employee, `Reeks ${employee}`)
      const [first, second, third] = await tenant.meetings('aylin', `Reeks ${employee}`)
      const id = await calendar.idOf('aylin', third!)
      await odd(oddity)
      const { joinUrl, start } = first!
      const conversation = await tenant.conversation('aylin', employee, first!, { joinUrl, start })
      const others = [await opened('aylin', second!), await opened(employee, third!)]
      expect(new Set([conversation, ...others].map((one) => one.id)).size).toBe(3)
      expect((await opened(employee, first!)).id).toBe(conversation.id)
      await tenant.commit(employee, conversation.id, 'Afspraak')
      await tenant.finish('aylin', conversation.id)
      await tenant.publication('aylin', conversation.id, (one) => one?.state === 'published')
      expect([
        await count('aylin', first!),
        await count('aylin', second!),
        await count('aylin', third!),
      ]).toEqual([0, 1, 0])
      // Followed too: none is taken for gone.
      await followed('aylin')
      const at = (time: string) => ({ dateTime: `${third!.start.slice(0, 11)}${time}`, timeZone: 'UTC' })
      const moved = { start: at('15:00:00'), end: at('15:30:00') }
      await calendar.graph('aylin', 'PATCH', `/me/events/${encodeURIComponent(id)}`, moved)
      await whenIs('aylin', others[1]!, (one) => one.meeting.start.includes('T15:00'))
      expect((await opened('aylin', second!)).eligibility).toBe('one-on-one')
    },
  )
})
