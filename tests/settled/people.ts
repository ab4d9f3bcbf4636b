import type { GraphCall } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { until } from '../support/until.ts'
import type { Meeting } from './model.ts'

type Event = {
  id: string
  iCalUId: string
  '@odata.etag': string
  type: string
  seriesMasterId: string | null
  start: { dateTime: string }
  end: { dateTime: string }
  isOrganizer: boolean
  isCancelled: boolean
  attendees: { emailAddress: { address: string } }[]
  body: { content: string }
  onlineMeeting: { joinUrl: string } | null
}

const day = 24 * 60 * 60_000
export const wall = (at: number): string => new Date(at).toISOString().slice(0, 19)
export const at = (start: number, minutes = 30) => ({
  start: { dateTime: wall(start), timeZone: 'UTC' },
  end: { dateTime: wall(start + minutes * 60_000), timeZone: 'UTC' },
})
export const invited = (...names: string[]) => ({
  attendees: names.map((name) => ({
    type: 'required',
    emailAddress: { address: `${name}@sandbox.example`, name },
  })),
})

/** What people do in Outlook, in any week: Graph calls of theirs, and what their calendars hold. */
export function inOutlook(tenant: Tenant) {
  const tokens = new Map<string, { token: string; until: number }>()
  /** A token is good for an hour of the sandbox's time. */
  async function tokenOf(user: string): Promise<string> {
    const now = Date.parse(await tenant.now())
    const known = tokens.get(user)
    if (known && known.until > now) return known.token
    const token = await tenant.token(user, 'graph')
    tokens.set(user, { token, until: now + 30 * 60_000 })
    return token
  }

  /** @throws Error when it is refused for good; null for what Outlook does not allow, or is gone or changed meanwhile */
  async function graph<T>(
    user: string,
    method: string,
    path: string,
    body?: object,
    etag?: string,
  ): Promise<T | null> {
    for (;;) {
      const response = await fetch(`${tenant.url}/sandbox/graph/v1.0${path}`, {
        method,
        headers: {
          authorization: `Bearer ${await tokenOf(user)}`,
          'content-type': 'application/json',
          prefer: 'IdType="ImmutableId"',
          ...(etag ? { 'if-match': etag } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
      const text = await response.text()
      if (response.ok) return (text ? JSON.parse(text) : {}) as T
      // Trouble that was meant for Groei: a person tries once more.
      if ([401, 429, 503].includes(response.status) || (response.status === 412 && !etag)) continue
      // It was done, and only the answer was lost.
      if (response.status === 504) return {} as T
      if ([400, 404, 412].includes(response.status)) return null
      throw new Error(`${method} ${path}: ${response.status} ${text}`)
    }
  }
  const eventPath = (id: string) => `/me/events/${encodeURIComponent(id)}`

  /** What a person organises from a day before `from`, for 75 days. */
  async function organisedBy(user: string, from: number): Promise<Meeting[]> {
    const query = new URLSearchParams({
      startDateTime: new Date(from - day).toISOString(),
      endDateTime: new Date(from + 75 * day).toISOString(),
      $top: '500',
      $select:
        'iCalUId,type,seriesMasterId,start,end,isOrganizer,isCancelled,attendees,body,isOnlineMeeting,onlineMeeting',
    })
    const answer = await graph<{ value: Event[] }>(user, 'GET', `/me/calendarView?${query}`)
    return (answer?.value ?? [])
      .filter((one) => one.isOrganizer && !one.isCancelled)
      .map((one) => ({
        uid: one.iCalUId,
        id: one.id,
        etag: one['@odata.etag'],
        organiser: user,
        people: [user, ...one.attendees.map(({ emailAddress }) => emailAddress.address.split('@')[0] ?? '')],
        start: Date.parse(`${one.start.dateTime.replace(/Z$/, '')}Z`),
        end: Date.parse(`${one.end.dateTime.replace(/Z$/, '')}Z`),
        seriesId: one.seriesMasterId,
        joinUrl: one.onlineMeeting?.joinUrl ?? null,
        content: one.body.content,
      }))
  }

  const make = (user: string, other: string, subject: string, start: number, online: boolean, weeks = 0) =>
    graph<Event>(user, 'POST', '/me/events', {
      subject,
      body: { contentType: 'html', content: `<p>Agenda van ${subject}</p>` },
      ...at(start),
      isOnlineMeeting: online,
      ...invited(other),
      ...(weeks > 0
        ? { recurrence: { pattern: { type: 'weekly', interval: weeks }, range: { type: 'noEnd' } } }
        : {}),
    })
  const change = ({ organiser, id }: Pick<Meeting, 'organiser' | 'id'>, body: object, etag?: string) =>
    graph(organiser, 'PATCH', eventPath(id), body, etag)
  const cancel = ({ organiser, id }: Meeting) => graph(organiser, 'POST', `${eventPath(id)}/cancel`, {})
  const remove = ({ organiser, id }: Meeting) => graph(organiser, 'DELETE', eventPath(id))
  const master = (one: Meeting) =>
    graph<{ start: { dateTime: string } }>(one.organiser, 'GET', eventPath(one.seriesId ?? ''))

  return { graph, organisedBy, make, change, cancel, remove, master }
}
export type InOutlook = ReturnType<typeof inOutlook>

/** Opens a meeting in Groei. @returns the id of the conversation; null when the meeting cannot be opened */
export async function openGroei(tenant: Tenant, user: string, meeting: Meeting): Promise<string | null> {
  const reference = { iCalUId: meeting.uid, start: new Date(meeting.start).toISOString() }
  const open = () =>
    tenant.as(user)<{ kind: string; conversation?: { id: string } }>('POST', '/api/conversations', reference)
  let opened = await open()
  if (opened.body.kind === 'roles-needed') {
    await tenant.as(user)('POST', '/api/pairs', { meeting: reference, myRole: 'coach' })
    opened = await open()
  }
  return opened.body.conversation?.id ?? null
}

/**
 * Two people beside the others, whose meeting is moved to see that Groei has got so far: what was told or due before
 * has been seen when Groei has read their invite.
 */
export async function startBeacon(tenant: Tenant, outlook: InOutlook): Promise<() => Promise<void>> {
  const [user, other] = ['beacon', 'lamp']
  const clock = async () => Date.parse(await tenant.now())
  const begun = await clock()
  const inHours = (hours: number) => Math.ceil(begun / 3_600_000 + hours) * 3_600_000
  await outlook.make(user, other, 'Baken', inHours(1), true)
  await outlook.make(user, other, 'Baken', inHours(50), true)
  const [conversation, next] = await outlook.organisedBy(user, begun)
  if (!conversation || !next) throw new Error('no beacon')
  const id = await openGroei(tenant, user, conversation)
  if (!id || !(await openGroei(tenant, other, conversation))) throw new Error('no beacon')
  await tenant.commit(user, id, 'Schijnen')
  await tenant.finish(user, id)
  await tenant.publication(user, id, (one) => one?.state === 'published')
  const path = `/me/events/${encodeURIComponent(next.id)}`
  let count = 0
  /** Moves it by some minutes. */
  async function touch(): Promise<void> {
    count += 1
    const start = Math.ceil((await clock()) / day) * day + 50 * day + (count % 300) * 120_000
    const { mode } = await tenant.sandbox<{ mode: string }>('GET', 'notifications')
    if (mode !== 'prompt') await tenant.sandbox('POST', 'notifications', { mode: 'prompt' })
    await outlook.change({ organiser: user, id: next?.id ?? '' }, at(start))
    if (mode !== 'prompt') await tenant.sandbox('POST', 'notifications', { mode })
  }
  const isRead = () =>
    until(async () => {
      const { calls } = await tenant.sandbox<{ calls: GraphCall[] }>('GET', 'calls')
      return calls.some((one) => one.method === 'GET' && one.status === 200 && one.path.startsWith(path))
        ? true
        : null
    }, 600)
  return async () => {
    await tenant.sandbox('DELETE', 'calls')
    for (let attempt = 1; ; attempt += 1) {
      await touch()
      // Trouble can strike this one: then it waits for its time, and the clock goes on.
      const read = await isRead().catch(() => false)
      if (read) return
      if (attempt > 20) throw new Error('Groei does not read calendars any more.')
      await tenant.moveTo(new Date((await clock()) + 15_000).toISOString())
    }
  }
}
