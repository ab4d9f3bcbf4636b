/** Names in Graph's paths; whatever else stands in one is an id or an address. */
const names = new Set([
  'me',
  'users',
  'events',
  'instances',
  'calendar',
  'getSchedule',
  'calendarView',
  'delta',
  'chats',
  'subscriptions',
  'mailboxSettings',
  'teamwork',
  'installedApps',
])

/** A call to Graph as one of its kind: `GET me/events/{id}`. @param path after the address of Graph */
export function operationOf(method: string, path: string): string {
  const [bare = ''] = path.split(/[?#]/)
  const parts = bare.split('/').filter(Boolean)
  return `${method} ${parts.map((part) => (names.has(part) ? part : '{id}')).join('/')}`
}
