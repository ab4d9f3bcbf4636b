import type { Meeting } from './conversations.ts'
import type { Tenant } from './tenant.ts'

type Event = { id: string; iCalUId: string }

/** What people do in Outlook themselves, as Graph calls of theirs. */
export function changeCalendar(tenant: Tenant) {
  async function graph<T>(user: string, method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(`${tenant.url}/sandbox/graph/v1.0${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await tenant.token(user, 'graph')}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
        prefer: 'IdType="ImmutableId"',
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    const text = await response.text()
    return (text ? JSON.parse(text) : undefined) as T
  }
  const attendee = (name: string) => ({
    type: 'required',
    emailAddress: { address: `${name}@sandbox.example`, name },
  })
  const half = (start: string) => ({
    start: { dateTime: start, timeZone: 'UTC' },
    end: {
      dateTime: new Date(Date.parse(`${start}Z`) + 30 * 60_000).toISOString().slice(0, 19),
      timeZone: 'UTC',
    },
  })
  /** The event of a meeting in somebody's mailbox. */
  const idOf = async (user: string, meeting: { iCalUId: string }) =>
    (await tenant.invite(user, meeting.iCalUId)).id
  const path = (id: string) => `/me/events/${encodeURIComponent(id)}`
  const change = async (user: string, meeting: { iCalUId: string }, body: object) =>
    graph<Event>(user, 'PATCH', path(await idOf(user, meeting)), body)

  async function make(user: string, other: string, subject: string, start: string, more: object = {}) {
    const made = await graph<Event>(user, 'POST', '/me/events', {
      subject,
      ...half(start),
      isOnlineMeeting: true,
      attendees: [attendee(other)],
      ...more,
    })
    return made
  }
  /** The path of the series that a meeting is of. */
  async function masterOf(user: string, meeting: { iCalUId: string }): Promise<string> {
    const { seriesMasterId } = await graph<{ seriesMasterId: string }>(
      user,
      'GET',
      path(await idOf(user, meeting)),
    )
    return path(seriesMasterId)
  }
  return {
    graph,
    idOf,
    change,
    series: (user: string, other: string, subject: string, start = '2026-06-03T07:00:00', count?: number) =>
      make(user, other, subject, start, {
        recurrence: {
          pattern: { type: 'weekly', interval: 1 },
          range: count ? { type: 'numbered', numberOfOccurrences: count } : { type: 'noEnd' },
        },
      }),
    async single(
      user: string,
      other: string,
      subject: string,
      start: string,
      more: object = {},
    ): Promise<Meeting> {
      const { iCalUId } = await make(user, other, subject, start, more)
      return { iCalUId, subject, chatId: '', joinUrl: '', start: `${start}Z`, end: `${start}Z` }
    },
    move: (user: string, meeting: { iCalUId: string }, start: string) => change(user, meeting, half(start)),
    masterOf,
    /** Ends the series of a meeting after so many. */
    async end(user: string, meeting: { iCalUId: string }, count: number) {
      const of = await masterOf(user, meeting)
      const master = await graph<{ recurrence: { pattern: object; range: object } }>(user, 'GET', of)
      const range = { ...master.recurrence.range, type: 'numbered', numberOfOccurrences: count }
      await graph(user, 'PATCH', of, { recurrence: { ...master.recurrence, range } })
    },
    invited: (user: string, meeting: { iCalUId: string }, ...names: string[]) =>
      change(user, meeting, { attendees: names.map(attendee) }),
    cancel: async (user: string, meeting: { iCalUId: string }) =>
      graph(user, 'POST', `${path(await idOf(user, meeting))}/cancel`, {}),
    remove: async (user: string, meeting: { iCalUId: string }) =>
      graph(user, 'DELETE', path(await idOf(user, meeting))),
    subscriptions: async (user: string) =>
      (
        await graph<{ value: { id: string; expirationDateTime: string; notificationUrl: string }[] }>(
          user,
          'GET',
          '/subscriptions',
        )
      ).value,
  }
}
