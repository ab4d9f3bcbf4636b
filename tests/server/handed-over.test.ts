import { describe, expect } from 'vitest'
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

async function opened(user: string, { iCalUId, start }: Meeting): Promise<Conversation> {
  const { body } = await tenant.as(user)<OpenedConversation>('POST', '/api/conversations', { iCalUId, start })
  if (body.kind !== 'conversation') throw new Error('not opened')
  return body.conversation
}
const read = async (user: string, { id }: Conversation) =>
  (await tenant.as(user)<Conversation>('GET', `/api/conversations/${id}`)).body
const prepare = (user: string, { id }: Conversation, note: string, shared: boolean) =>
  tenant.as(user)('PUT', `/api/conversations/${id}/preparation`, {
    topics: [`Onderwerp van ${user}`],
    note,
    shared,
    revision: 0,
  })

async function prepared(coach: string, employee: string, subject: string) {
  await calendar.series(coach, employee, subject)
  const [first, second, third] = await tenant.meetings(coach, subject)
  await tenant.conversation(coach, employee, first!)
  await until(async () => ((await calendar.subscriptions(coach)).length > 0 ? true : null))
  const conversation = await opened(employee, second!)
  await prepare(employee, conversation, 'Gedeeld', true)
  await prepare(coach, conversation, 'Kladje', false)
  return { first: first!, second: second!, third: third!, conversation }
}
const isOff = (user: string, conversation: Conversation) =>
  until(async () => ((await read(user, conversation)).eligibility === 'cancelled' ? true : null))

describe('preparation of a cancelled meeting', () => {
  test('a series that moves to another day takes each preparation along, once and to its author', async () => {
    const { second, conversation } = await prepared('noor', 'aylin', 'Andere dag')
    const { seriesMasterId } = await calendar.graph<{ seriesMasterId: string }>(
      'noor',
      'GET',
      `/me/events/${encodeURIComponent(await calendar.idOf('noor', second))}`,
    )
    const path = `/me/events/${encodeURIComponent(seriesMasterId)}`
    await calendar.graph('noor', 'PATCH', path, {
      start: { dateTime: '2026-06-04T07:00:00', timeZone: 'UTC' },
      end: { dateTime: '2026-06-04T07:30:00', timeZone: 'UTC' },
    })
    await isOff('noor', conversation)
    const moved = (await tenant.meetings('noor', 'Andere dag')).filter((one) => one.start > '2026-06-09')
    const mine = await opened('aylin', moved[0]!)
    expect(mine.id).not.toBe(conversation.id)
    expect(mine.preparedFor).toBe(new Date(second.start).toISOString())
    expect(mine.preparation.mine).toMatchObject({
      topics: ['Onderwerp van aylin'],
      note: 'Gedeeld',
      shared: true,
    })
    // A draft is still its author's alone.
    expect(mine.preparation.theirs).toBeNull()
    const theirs = await opened('noor', moved[0]!)
    expect(theirs.preparation.mine).toMatchObject({ note: 'Kladje', shared: false })
    expect(theirs.preparation.theirs).toMatchObject({ note: 'Gedeeld' })
    // It goes along once; what stood in the old one still does.
    const after = await opened('aylin', moved[1]!)
    expect([after.preparedFor, after.preparation.mine]).toEqual([null, null])
    expect((await read('aylin', conversation)).preparation.mine).toMatchObject({ note: 'Gedeeld' })
  })

  test('a preparation that the next conversation already has stays as it is', async () => {
    const { first, second, third, conversation } = await prepared('noor', 'tom', 'Heeft al')
    await tenant.moveTo(new Date(Date.parse(first.end) + 60_000).toISOString())
    const next = await opened('tom', third)
    await prepare('tom', next, 'Eigen', true)
    await calendar.cancel('noor', second)
    await isOff('noor', conversation)
    const mine = await opened('tom', third)
    expect(mine.preparation.mine).toMatchObject({ note: 'Eigen' })
    expect((await opened('noor', third)).preparation.mine).toMatchObject({ note: 'Kladje' })
  })

  test('a conversation that is further off gets the preparation only when there is no nearer one', async () => {
    const { first, second, third, conversation } = await prepared('milan', 'ines', 'Verder weg')
    await calendar.cancel('milan', second)
    await isOff('milan', conversation)
    expect((await opened('ines', third)).preparation.mine).toBeNull()
    await tenant.moveTo(new Date(Date.parse(first.end) + 60_000).toISOString())
    expect((await opened('ines', third)).preparation.mine).toMatchObject({ note: 'Gedeeld' })
  })
})
