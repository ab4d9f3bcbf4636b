import { describe, expect } from 'vitest'
import type { OpenedConversation } from '../../server/contract/conversation.ts'
import type { MeetingReference } from '../../server/contract/meeting.ts'
import { changeCalendar } from '../support/calendar.ts'
import type { Meeting } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'

const test = testIn()
let tenant: Tenant
let calendar: ReturnType<typeof changeCalendar>
let meetings: Meeting[]
let chatId: string
let shortUrl: string
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
  calendar = changeCalendar(tenant)
  meetings = await tenant.meetings('sanne', 'Milan')
  await tenant.conversation('sanne', 'milan', meetings[0]!)
  const { content } = await tenant.invite('sanne', meetings[0]!.iCalUId)
  shortUrl = /https:\/\/teams\.microsoft\.com\/meet\/[^"]+/.exec(content)![0]
  chatId = decodeURIComponent(/19%3ameeting_[^/]+%40thread\.v2/i.exec(meetings[0]!.joinUrl)![0])
})

const open = (reference: MeetingReference) =>
  tenant.as('sanne')<OpenedConversation>('POST', '/api/conversations', reference)
const startOf = async (reference: MeetingReference) => {
  const { body } = await open(reference)
  return body.kind === 'conversation' ? body.conversation.meeting.start : body
}
const iso = (meeting: Meeting) => new Date(meeting.start).toISOString()
/** How many calls Graph got meanwhile. */
async function callsOf(work: () => Promise<unknown>): Promise<string[]> {
  await tenant.sandbox('DELETE', 'calls')
  await work()
  const { calls } = await tenant.sandbox<{ calls: { method: string; path: string }[] }>('GET', 'calls')
  return calls.map(({ method, path }) => `${method} ${path.split('?')[0]}`)
}

describe('finding the meeting that the host is beside', () => {
  test('the short link with the chat finds the meeting whose long link Graph tells, without asking for the chat', async () => {
    const calls = await callsOf(async () => {
      expect(await startOf({ joinUrl: shortUrl, chatId, start: meetings[0]!.start })).toBe(iso(meetings[0]!))
    })
    expect(calls.filter((one) => one.includes('/chats/'))).toEqual([])
  })

  test('the short link alone finds it by the links in the invite', async () => {
    expect(await startOf({ joinUrl: shortUrl, start: meetings[0]!.start })).toBe(iso(meetings[0]!))
    // Also beside a chat that is of nobody's.
    const chat = '19:meeting_nobody@thread.v2'
    expect(await startOf({ joinUrl: shortUrl, chatId: chat, start: meetings[0]!.start })).toBe(
      iso(meetings[0]!),
    )
    const other = shortUrl.replace('teams.microsoft.com', 'teams.cloud.microsoft').replace('?', '?anon=true&')
    expect(await startOf({ joinUrl: other, start: meetings[0]!.start })).toBe(iso(meetings[0]!))
  })

  test('a link that is wrong or old does not hide the meeting that the chat names', async () => {
    const joinUrl = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_old%40thread.v2/0'
    expect(await startOf({ joinUrl, chatId, start: meetings[0]!.start })).toBe(iso(meetings[0]!))
    const { joinUrl: right } = meetings[0]!
    const chat = '19:meeting_nobody@thread.v2'
    expect(await startOf({ joinUrl: right, chatId: chat, start: meetings[0]!.start })).toBe(iso(meetings[0]!))
  })

  test('a decoded link is a link: it is compared and never fetched', async () => {
    const joinUrl = decodeURIComponent(meetings[0]!.joinUrl)
    expect(joinUrl).toContain('{"Tid"')
    expect(await startOf({ joinUrl, start: meetings[0]!.start })).toBe(iso(meetings[0]!))
  })

  test('a start that is impossible or broken counts as none', async () => {
    for (const start of ['0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z', 'soon', ''])
      expect([start, await startOf({ joinUrl: meetings[0]!.joinUrl, start })]).toEqual([
        start,
        iso(meetings[0]!),
      ])
  })

  test('of a series whose first start the host gives, what is on now or begins in a moment opens', async () => {
    const before = await tenant.now()
    await tenant.moveTo(new Date(Date.parse(meetings[2]!.start) + 5 * 60_000).toISOString())
    expect(await startOf({ joinUrl: meetings[2]!.joinUrl, chatId, start: meetings[0]!.start })).toBe(
      iso(meetings[2]!),
    )
    // Also for who comes early.
    await tenant.moveTo(new Date(Date.parse(meetings[2]!.start) - 5 * 60_000).toISOString())
    expect(await startOf({ joinUrl: meetings[2]!.joinUrl, start: meetings[0]!.start })).toBe(
      iso(meetings[2]!),
    )
    // Nothing is on: what the host says holds.
    await tenant.moveTo(new Date(Date.parse(meetings[2]!.end) + 60 * 60_000).toISOString())
    expect(await startOf({ joinUrl: meetings[2]!.joinUrl, chatId, start: meetings[1]!.start })).toBe(
      iso(meetings[1]!),
    )
    await tenant.moveTo(before)
  })

  test('a meeting that moved to another day is found with the start that the host still has', async () => {
    await calendar.single('sanne', 'milan', 'Verhuisd', '2026-06-09T13:00:00')
    const [found] = await tenant.meetings('sanne', 'Verhuisd')
    const single = found!
    await calendar.move('sanne', single, '2026-06-12T13:00:00')
    const { body } = await open({ joinUrl: single.joinUrl, start: single.start })
    expect(body).toMatchObject({
      kind: 'conversation',
      conversation: { meeting: { start: '2026-06-12T13:00:00.000Z' } },
    })
  })

  test('a start that is far off counts as none, with a link of any length and with the chat', async () => {
    const start = '2025-01-07T09:00:00Z'
    for (const reference of [{ joinUrl: meetings[0]!.joinUrl }, { joinUrl: shortUrl }, { chatId }])
      expect([reference, await startOf({ ...reference, start })]).toEqual([reference, iso(meetings[0]!)])
  })

  test('a meeting that nobody planned is not found, in words, whatever the host gives', async () => {
    for (const reference of [
      { joinUrl: 'https://teams.microsoft.com/', start: '0001-01-01T00:00:00Z' },
      { chatId: '19:aa_bb@unq.gbl.spaces' },
      { joinUrl: 'https://teams.microsoft.com/meet/1?p=x', chatId: '19:meeting_nobody@thread.v2' },
    ]) {
      const { status, body } = await tenant.as('sanne')('POST', '/api/conversations', reference)
      expect([status, body.type]).toEqual([404, 'urn:groei:problem:meeting-not-found'])
    }
  })
})

describe('an occurrence that classic Outlook gives the id of its series for', () => {
  test('opens by its own start, before and after today', async () => {
    const path = await calendar.masterOf('milan', meetings[0]!)
    const eventId = decodeURIComponent(path.split('/').at(-1)!)
    for (const meeting of [meetings[2]!, meetings[0]!]) {
      const { body } = await tenant.as('milan')<OpenedConversation>('POST', '/api/conversations', {
        eventId,
        start: meeting.start,
      })
      expect(body).toMatchObject({ kind: 'conversation', conversation: { meeting: { start: iso(meeting) } } })
    }
  })
})
