import { afterEach, describe, expect } from 'vitest'
import type { Conversation, OpenedConversation } from '../../server/contract/conversation.ts'
import { changeCalendar } from '../support/calendar.ts'
import { sections, type GraphCall, type Meeting } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

const test = testIn({ ownProcess: true })
let tenant: Tenant
let calendar: ReturnType<typeof changeCalendar>
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
  calendar = changeCalendar(tenant)
})
afterEach(async () => {
  await tenant.sandbox('DELETE', 'faults')
  await tenant.sandbox('POST', 'notifications', { mode: 'prompt' })
  await takes(0)
})

const count = async (user: string, meeting: { iCalUId: string }) =>
  sections((await tenant.invite(user, meeting.iCalUId)).content)
const counts = (user: string, ...some: Meeting[]) => Promise.all(some.map((one) => count(user, one)))
const stand = (user: string, some: Meeting[], expected: number[]) =>
  until(async () => ((await counts(user, ...some)).join() === expected.join() ? true : null))
const publicationOf = async (user: string, conversationId: string) =>
  (await tenant.as(user)<Conversation>('GET', `/api/conversations/${conversationId}`)).body.publication
const later = async (minutes: number) =>
  tenant.moveTo(new Date(Date.parse(await tenant.now()) + minutes * 60_000).toISOString())

/** What Graph answers about one event of a mailbox until it is told otherwise. */
async function trouble(user: string, meeting: Meeting, fault: object) {
  const around = new URLSearchParams({
    startDateTime: new Date(Date.parse(meeting.start) - 60_000).toISOString(),
    endDateTime: new Date(Date.parse(meeting.start) + 60 * 60_000).toISOString(),
    $select: 'iCalUId',
  })
  const { value } = await calendar.graph<{ value: { id: string; iCalUId: string }[] }>(
    user,
    'GET',
    `/me/calendarView?${around}`,
  )
  const { id } = value.find((one) => one.iCalUId === meeting.iCalUId)!
  await tenant.sandbox('POST', 'faults', { faults: [{ service: 'graph', path: id, ...fault }] })
}

/** A pair that no other test has, each week at the same time: talked, committed. */
async function talked(coach: string, employee: string, subject: string) {
  await calendar.series(coach, employee, subject)
  const [first, second, third] = await tenant.meetings(coach, subject)
  const conversation = await tenant.conversation(coach, employee, first!)
  await until(async () => ((await calendar.subscriptions(coach)).length > 0 ? true : null))
  await tenant.commit(employee, conversation.id, `Afspraak ${subject}`)
  return { conversation, first: first!, second: second!, third: third! }
}
async function finished(coach: string, employee: string, subject: string) {
  const found = await talked(coach, employee, subject)
  await tenant.finish(coach, found.conversation.id)
  await tenant.publication(coach, found.conversation.id, (one) => one?.state === 'published')
  return found
}
/** Plans a conversation before the next one of the series, and holds what Graph tells of it. */
async function planNearer(by: string, other: string, second: Meeting, hour = '05') {
  await tenant.sandbox('POST', 'notifications', { mode: 'held' })
  return calendar.single(by, other, 'Nader', `${second.start.slice(0, 11)}${hour}:00:00`)
}
/** How long Noor's mailbox takes for each request, milliseconds; what waits there is let through. */
const takes = (milliseconds: number) =>
  tenant.sandbox('POST', 'latency', { milliseconds, user: 'noor@sandbox.example' })
const tell = async () => {
  await tenant.sandbox('POST', 'notifications/release')
  await tenant.sandbox('POST', 'notifications', { mode: 'prompt' })
}

describe('section that moves between invites', () => {
  test('a section that cannot be written into a nearer invite waits, and returns when that meeting is cancelled', async () => {
    const { conversation, second, third } = await finished('noor', 'aylin', 'Nergens')
    const nearer = await planNearer('noor', 'aylin', second)
    await trouble('noor', nearer, { method: 'PATCH', status: 503 })
    await tell()
    const nowhere = await tenant.publication(
      'noor',
      conversation.id,
      (one) => one?.reason === 'microsoft-unavailable',
    )
    expect(nowhere).toMatchObject({ state: 'waiting', target: null })
    expect(await counts('noor', nearer, second)).toEqual([0, 0])
    await calendar.cancel('noor', nearer)
    await tenant.sandbox('DELETE', 'faults')
    await later(20)
    await stand('noor', [second, third], [1, 0])
    expect(await publicationOf('noor', conversation.id)).toMatchObject({ state: 'published', reason: null })
  })

  test('a section stays where it is while the old invite cannot be read, and the panel is told why', async () => {
    const { conversation, second } = await finished('noor', 'tom', 'Loopt achter')
    const nearer = await planNearer('noor', 'tom', second)
    await trouble('noor', second, { method: 'GET', status: 503 })
    await tell()
    const behind = await tenant.publication(
      'noor',
      conversation.id,
      (one) => one?.reason === 'microsoft-unavailable',
    )
    expect(behind).toMatchObject({
      state: 'published',
      target: { start: new Date(second.start).toISOString() },
    })
    await tenant.sandbox('DELETE', 'faults')
    await later(20)
    await stand('noor', [nearer, second], [1, 0])
  })

  test('a section whose write lost its answer ends up only in the invite that became next meanwhile', async () => {
    const { conversation, first, second, third } = await talked('noor', 'milan', 'Antwoord kwijt')
    // Groei hears of its own write in a notification, and would look again before anybody saw that it waited.
    await tenant.sandbox('POST', 'notifications', { mode: 'held' })
    await trouble('noor', second, { method: 'PATCH', status: 504, times: 1, after: 'apply' })
    await tenant.finish('noor', conversation.id)
    await tenant.publication('noor', conversation.id, (one) => one?.reason === 'microsoft-unavailable')
    expect(await counts('noor', second)).toEqual([1])
    const nearer = await calendar.single('noor', 'milan', 'Nader', '2026-06-05T12:00:00')
    await tell()
    await later(20)
    await tenant.conversation('noor', 'milan', first)
    await stand('noor', [nearer, second, third], [1, 0, 0])
  })

  test('a section whose write a crash left unrecorded ends up only in the invite that became next meanwhile', async () => {
    const { conversation, second } = await talked('noor', 'ines', 'Gedood')
    // What the worker wrote it reads once more before it keeps that.
    await trouble('noor', second, { method: 'PATCH', status: 412, times: 1, after: 'apply' })
    await tenant.sandbox('DELETE', 'calls')
    await takes(10_000)
    await tenant.finish('noor', conversation.id)
    await until(async () => {
      const { calls } = await tenant.sandbox<{ calls: GraphCall[] }>('GET', 'calls')
      if (calls.some(({ method, status }) => method === 'PATCH' && status === 412)) return true
      // One call at a time.
      await takes(10_000)
      return null
    })
    await tenant.launched.kill()
    await takes(0)
    expect(await counts('noor', second)).toEqual([1])
    const nearer = await calendar.single('noor', 'ines', 'Nader', '2026-06-05T13:00:00')
    await later(2)
    await tenant.launched.startProduct()
    await stand('noor', [nearer, second], [1, 0])
  })

  test.each([
    ['is changed again and again while it is taken out', 'ines', { method: 'PATCH', status: 412, times: 3 }],
    ['cannot be changed for now', 'aylin', { method: 'PATCH', status: 403, times: 1 }],
  ])('an old invite that %s is cleared later', async (name, other, fault) => {
    const { conversation, second } = await finished('milan', other, `Oud ${name}`)
    const nearer = await planNearer('milan', other, second)
    await trouble('milan', second, fault)
    await tell()
    await tenant.publication(
      'milan',
      conversation.id,
      (one) => one?.reason !== null && one?.reason !== 'queued',
    )
    await later(20)
    await stand('milan', [nearer, second], [1, 0])
    await tenant.publication('milan', conversation.id, (one) => one?.reason === null)
  })

  test('a section moves on while its old organiser is signed out, and leaves the old invite when they return', async () => {
    const { conversation, first, second } = await finished('grace', 'tom', 'Afgemeld')
    const nearer = await planNearer('tom', 'grace', second)
    await trouble('grace', second, { status: 401 })
    await tell()
    await stand('tom', [nearer, second], [1, 1])
    const told = await tenant.publication('tom', conversation.id, (one) => one?.reason === 'not-cleared')
    expect(told).toMatchObject({ state: 'published', target: { subject: 'Nader' } })
    await tenant.sandbox('DELETE', 'faults')
    await tenant.conversation('grace', 'tom', first)
    await stand('tom', [nearer, second], [1, 0])
    await tenant.publication('tom', conversation.id, (one) => one?.reason === null)
  })

  test('a section superseded while its old organiser was signed out leaves the old invite when they return', async () => {
    const { first, second } = await finished('grace', 'aylin', 'Achterhaald')
    const nearer = await planNearer('aylin', 'grace', second)
    await trouble('grace', second, { status: 401 })
    await tell()
    await stand('aylin', [nearer, second], [1, 1])
    const reference = { iCalUId: nearer.iCalUId, start: nearer.start }
    const opened = await tenant.as('aylin')<OpenedConversation>('POST', '/api/conversations', reference)
    if (opened.body.kind !== 'conversation') throw new Error('not opened')
    const { id } = opened.body.conversation
    await tenant.commit('aylin', id, 'Een latere')
    await tenant.moveTo(nearer.start)
    await tenant.finish('aylin', id)
    await tenant.sandbox('DELETE', 'faults')
    await tenant.conversation('grace', 'aylin', first)
    await until(async () => {
      const { content } = await tenant.invite('aylin', second.iCalUId)
      return sections(content) === 1 && content.includes('Een latere') ? true : null
    })
  })
})
