/** The sandbox's own API, as the host page uses it. */
export type Person = {
  oid: string
  upn: string
  mail: string
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
  attendees: { upn: string; name: string; type: string }[]
  isCancelled: boolean
}
export type CalendarEvent = {
  id: string
  iCalUId: string
  type: string
  seriesMasterId: string | null
  isOrganizer: boolean
  attendees: { emailAddress: { name: string; address: string } }[]
  changeKey: string
  subject: string
  start: { dateTime: string }
  end: { dateTime: string }
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

export type Nested = { access_token: string; id_token: string; expires_in: number; scope: string }
export type EntraError = { error: string; error_description: string; error_codes: number[] }

/** Asks Entra, as the host's broker, for the tokens of the page nested in it. @returns the error when it refuses */
export async function getNestedToken(request: object): Promise<Nested | EntraError> {
  const response = await fetch('/sandbox/api/nested-token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  })
  return (await response.json()) as Nested | EntraError
}

/** This person's calendar, as Graph returns it. Ids are of the default kind, which Outlook has too. */
export async function getCalendar(user: string, from: Date, until: Date): Promise<CalendarEvent[]> {
  const query = new URLSearchParams({
    startDateTime: from.toISOString(),
    endDateTime: until.toISOString(),
    $top: '50',
    $select:
      'iCalUId,type,seriesMasterId,changeKey,subject,start,end,isCancelled,isAllDay,isOrganizer,organizer,attendees,body',
  })
  const token = await getToken(user, 'graph')
  return (
    await call<{ value: CalendarEvent[] }>('GET', `graph/v1.0/me/calendarView?${query}`, undefined, token)
  ).value
}

export type ChatMessage = {
  id: string
  from: 'bot' | 'person'
  text: string
  card: unknown
  changedAt: string | null
}
export type Chat = { installed: boolean; blocked: boolean; messages: ChatMessage[] }

export const getChat = (user: string) => call<Chat>('GET', `api/chat?user=${encodeURIComponent(user)}`)
export const sayInChat = (user: string, text: string) => call<Chat>('POST', 'api/chat', { user, text })
export const actInChat = (user: string, messageId: string, verb: string, data: object) =>
  call<Chat>('POST', 'api/chat/action', { user, messageId, verb, data })
export const switchChat = (user: string, state: { installed?: boolean; blocked?: boolean }) =>
  call<Chat>('POST', 'api/chat/state', { user, ...state })
