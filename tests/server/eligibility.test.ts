import { afterEach, describe, expect } from 'vitest'
import type { Conversation, OpenedConversation } from '../../server/contract/conversation.ts'
import { changeCalendar } from '../support/calendar.ts'
import type { Meeting } from '../support/conversations.ts'
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
afterEach(() => tenant.sandbox('POST', 'notifications', { mode: 'prompt' }))

const open = (user: string, reference: { iCalUId: string; start?: string }) =>
  tenant.as(user)<OpenedConversation>('POST', '/api/conversations', reference)
async function opened(user: string, { iCalUId, start }: Meeting): Promise<Conversation> {
  const { body } = await open(user, { iCalUId, start })
  if (body.kind !== 'conversation') throw new Error('not opened')
  return body.conversation
}
const read = async (user: string, { id }: Conversation) =>
  (await tenant.as(user)<Conversation>('GET', `/api/conversations/${id}`)).body
const whenIs = (user: string, conversation: Conversation, is: (one: Conversation) => boolean) =>
  until(async () => {
    const one = await read(user, conversation)
    return is(one) ? one : null
  })

/** A conversation that both opened, in a calendar that is followed. */
async function talked(coach: string, employee: string, subject: string) {
  await calendar.series(coach, employee, subject)
  const [first, second] = await tenant.meetings(coach, subject)
  await tenant.conversation(coach, employee, first!)
  await until(async () => ((await calendar.subscriptions(coach)).length > 0 ? true : null))
  return { first: first!, second: second!, next: await opened(coach, second!) }
}

describe('eligibility of a meeting', () => {
  test('a meeting that is moved months ahead stays eligible and does not count as cancelled', async () => {
    const far = await calendar.single('tom', 'aylin', 'Kwartaal', '2026-06-08T12:00:00')
    await tenant.as('tom')('POST', '/api/pairs', {
      meeting: { iCalUId: far.iCalUId, start: far.start },
      myRole: 'coach',
    })
    const conversation = await opened('tom', far)
    await until(async () => ((await calendar.subscriptions('tom')).length > 0 ? true : null))
    await calendar.move('tom', far, '2026-10-12T12:00:00')
    const moved = await whenIs('tom', conversation, (one) => one.meeting.start.startsWith('2026-10-12'))
    expect(moved.eligibility).toBe('one-on-one')
    const off = await calendar.single('tom', 'aylin', 'Afgezegd', '2026-06-09T12:00:00')
    const gone = await opened('tom', off)
    await calendar.remove('tom', off)
    await whenIs('tom', gone, (one) => one.eligibility === 'cancelled')
  })

  test('a meeting without the other person is told apart from one with others invited', async () => {
    const { second, next } = await talked('tom', 'ines', 'Alleen')
    await calendar.invited('tom', second)
    await whenIs('tom', next, (one) => one.eligibility === 'not-of-two')
    // Opened anew too.
    expect((await opened('tom', second)).eligibility).toBe('not-of-two')
    await calendar.invited('tom', second, 'ines', 'milan')
    await whenIs('tom', next, (one) => one.eligibility === 'others-invited')
    await calendar.invited('tom', second, 'ines')
    await whenIs('tom', next, (one) => one.eligibility === 'one-on-one')
  })

  test('a link to a cancelled meeting opens its conversation for both people', async () => {
    const { second, next } = await talked('noor', 'aylin', 'Link')
    await calendar.cancel('noor', second)
    await whenIs('noor', next, (one) => one.eligibility === 'cancelled')
    for (const user of ['noor', 'aylin']) {
      const { body } = await open(user, { iCalUId: second.iCalUId })
      expect(body).toMatchObject({
        kind: 'conversation',
        conversation: { id: next.id, eligibility: 'cancelled' },
      })
    }
    // Of nobody else, and of a conversation that nobody opened there is nothing.
    expect((await open('tom', { iCalUId: second.iCalUId })).status).toBe(404)
    expect((await open('noor', { iCalUId: 'unknown' })).status).toBe(404)
  })

  test('a link to a meeting of seven weeks ago opens its conversation', async () => {
    const { first } = await talked('noor', 'milan', 'Lang geleden')
    await tenant.moveTo(new Date(Date.parse(first.start) + 49 * 24 * 60 * 60_000).toISOString())
    const { status, body } = await open('milan', { iCalUId: first.iCalUId })
    expect([status, body.kind]).toEqual([200, 'conversation'])
  })
})
