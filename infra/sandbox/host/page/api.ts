/** The sandbox's own API, as the host page uses it. */
export type Person = {
  oid: string
  upn: string
  name: string
  locale: string
  timeZone: string
  consented: boolean
}
export type Meeting = {
  iCalUId: string
  subject: string
  chatId: string
  joinUrl: string
  start: string
  end: string
  organizer: { oid: string; upn: string; name: string }
  attendees: { upn: string; name: string }[]
  isCancelled: boolean
}
export type CalendarEvent = {
  id: string
  changeKey: string
  subject: string
  start: { dateTime: string }
  isCancelled: boolean
  isAllDay: boolean
  organizer: { emailAddress: { name: string } }
  body: { content: string }
}

async function call<T>(method: string, path: string, body?: object, token?: string): Promise<T> {
  const response = await fetch(`/sandbox/${path}`, {
    method,
    headers: {
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`)
  return (await response.json()) as T
}

export const getPeople = () => call<{ tenantId: string; people: Person[] }>('GET', 'api/people')
export const getToken = async (user: string, resource: 'api' | 'graph') =>
  (await call<{ access_token: string }>('POST', 'api/token', { user, resource })).access_token
export const getNow = async () => new Date((await call<{ now: string }>('GET', 'api/clock')).now)
export const setNow = (now: Date) => call('POST', 'api/clock', { now: now.toISOString() })
export const reset = () => call('POST', 'api/reset', {})
export const consent = (user: string) => call('POST', 'api/consent', { user })
export const getMeetings = async (user: string) =>
  (await call<{ meetings: Meeting[] }>('GET', `api/meetings?user=${encodeURIComponent(user)}`)).meetings

/** What this person's mailbox holds around now, as Graph tells it. */
export async function getCalendar(user: string, now: Date): Promise<CalendarEvent[]> {
  const day = 24 * 60 * 60 * 1000
  const query = new URLSearchParams({
    startDateTime: new Date(now.getTime() - day / 4).toISOString(),
    endDateTime: new Date(now.getTime() + 15 * day).toISOString(),
    $top: '50',
    $select: 'changeKey,subject,start,isCancelled,isAllDay,organizer,body',
  })
  const token = await getToken(user, 'graph')
  return (
    await call<{ value: CalendarEvent[] }>('GET', `graph/v1.0/me/calendarView?${query}`, undefined, token)
  ).value
}
