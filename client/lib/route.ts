/** The pages of the personal tab. The browser's address names one behind `#`, so that links and the way back work. */
export type Route =
  | { page: (typeof pages)[number] }
  | { page: 'pair' | 'review'; pairId: string }
  | { page: 'conversation'; conversationId: string }
  /** A meeting as both calendars name it, which may have no conversation yet. */
  | { page: 'meeting'; iCalUId: string; start: string | null }

const pages = ['today', 'people', 'commitments', 'library', 'settings', 'organisation'] as const

/** The address of a page, for a link. */
export function hrefOf(route: Route): string {
  switch (route.page) {
    case 'today':
      return '#/'
    case 'pair':
      return `#/people/${encodeURIComponent(route.pairId)}`
    case 'review':
      return `#/people/${encodeURIComponent(route.pairId)}/review`
    case 'conversation':
      return `#/conversations/${encodeURIComponent(route.conversationId)}`
    case 'meeting': {
      const start = route.start ? `/${encodeURIComponent(route.start)}` : ''
      return `#/meetings/${encodeURIComponent(route.iCalUId)}${start}`
    }
    default:
      return `#/${route.page}`
  }
}

/** The page that an address names; the first one where it names none. */
export function routeOf(hash: string): Route {
  const [page = '', id = '', rest = ''] = hash.replace(/^#\/?/, '').split('/').map(decoded)
  if (page === 'people' && id) return { page: rest === 'review' ? 'review' : 'pair', pairId: id }
  if (page === 'conversations' && id) return { page: 'conversation', conversationId: id }
  if (page === 'meetings' && id) return { page: 'meeting', iCalUId: id, start: rest || null }
  return { page: pages.find((one) => one === page) ?? 'today' }
}

/** A part that is mistyped is taken as it stands. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
