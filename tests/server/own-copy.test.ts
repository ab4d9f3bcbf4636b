import { describe, expect, vi } from 'vitest'
import type { Conversation, OpenedConversation } from '../../server/contract/conversation.ts'
import { changeCalendar } from '../support/calendar.ts'
import type { Meeting } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

vi.setConfig({ testTimeout: 120_000 })

const test = testIn()
let tenant: Tenant
let calendar: ReturnType<typeof changeCalendar>
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
  calendar = changeCalendar(tenant)
})

const open = (user: string, { iCalUId }: Meeting) =>
  tenant.as(user)<OpenedConversation>('POST', '/api/conversations', { iCalUId })
const read = async (user: string, conversation: Conversation) =>
  (await tenant.as(user)<Conversation>('GET', `/api/conversations/${conversation.id}`)).body
/** Two occurrences of a series that `organiser` has with `attendee`; both opened the first. */
async function talked(organiser: string, attendee: string, subject: string) {
  await calendar.series(organiser, attendee, subject)
  const [first, second] = (await tenant.meetings(organiser, subject)) as [Meeting, Meeting]
  await until(async () => ((await tenant.meetings(attendee, subject)).length > 1 ? true : null))
  return { first, second, conversation: await tenant.conversation(organiser, attendee, first) }
}
const forged = {
  subject: 'Meld je opnieuw aan: https://evil.example',
  start: { dateTime: '2026-06-05T09:00:00', timeZone: 'UTC' },
  end: { dateTime: '2026-06-05T09:30:00', timeZone: 'UTC' },
}

describe('an attendee’s own copy of the event', () => {
  test('a copy that the attendee changed changes neither subject nor times for either of the two', async () => {
    const { first, second, conversation } = await talked('noor', 'aylin', 'Eigen exemplaar')
    const { meeting } = await read('noor', conversation)
    await calendar.change('aylin', first, forged)
    expect((await open('aylin', first)).body).toMatchObject({
      conversation: { id: conversation.id, meeting },
    })
    // The attendee's calendar is looked at by itself too, now that there is another conversation of theirs in it.
    await open('aylin', second)
    expect([(await read('noor', conversation)).meeting, (await read('aylin', conversation)).meeting]).toEqual(
      [meeting, meeting],
    )
  })

  test('a copy to which the attendee invited others leaves the conversation a 1-on-1', async () => {
    const { first, conversation } = await talked('tom', 'ines', 'Met zijn tweeën')
    await calendar.invited('ines', first, 'ines', 'milan')
    await open('ines', first)
    expect((await read('tom', conversation)).eligibility).toBe('one-on-one')
  })

  test('times that the organiser changes reach both, by themselves and when the organiser opens Groei', async () => {
    const { first, second, conversation } = await talked('sanne', 'grace', 'Echt verzet')
    await calendar.move('sanne', first, '2026-06-05T12:00:00')
    await until(async () =>
      (await read('grace', conversation)).meeting.start.startsWith('2026-06-05T12') ? true : null,
    )
    const next = (await open('sanne', second)).body
    if (next.kind !== 'conversation') throw new Error('not opened')
    await tenant.sandbox('POST', 'notifications', { mode: 'lost' })
    await calendar.move('sanne', second, '2026-06-12T12:00:00')
    await open('sanne', second)
    expect((await read('grace', next.conversation)).meeting.start).toMatch(/^2026-06-12T12/)
    await tenant.sandbox('POST', 'notifications', { mode: 'prompt' })
  })

  test('until the organiser has been here the attendee’s calendar says when the meeting is', async () => {
    await calendar.series('joris', 'milan', 'Zonder Joris')
    const [first] = (await tenant.meetings('milan', 'Zonder Joris')) as [Meeting]
    await tenant.as('milan')('POST', '/api/pairs', {
      meeting: { iCalUId: first.iCalUId, start: first.start },
      myRole: 'employee',
    })
    const opened = (await open('milan', first)).body
    if (opened.kind !== 'conversation') throw new Error('not opened')
    await calendar.move('joris', first, '2026-06-05T12:00:00')
    await open('milan', first)
    expect((await read('milan', opened.conversation)).meeting.start).toMatch(/^2026-06-05T12/)
  })
})
