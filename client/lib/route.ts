/** The pages of the personal tab. The browser's address names one behind `#`, so that links and the way back work. */
export type Route =
  | { page: (typeof pages)[number] }
  /** The pages for an organisation's admins. */
  | { page: 'organisation'; section: Section }
  /** A template of a coach (`team`) or of the organisation: to read, or to change. */
  | { page: 'template'; scope: Scope; templateId: string; isChanged: boolean }
  /** A template that comes out of a file. */
  | { page: 'file'; scope: Scope }
  /** A question of one's own, which may not be there yet. */
  | { page: 'question'; ownId: string }
  | { page: 'pair' | 'review'; pairId: string }
  | { page: 'conversation'; conversationId: string }
  /** A meeting as both calendars name it, which may have no conversation yet. */
  | { page: 'meeting'; iCalUId: string; start: string | null }

const pages = ['today', 'people', 'commitments', 'library', 'settings'] as const

/** The pages for an organisation's admins; the first one is where they begin. */
export const sections = ['templates', 'offer', 'language', 'keeping'] as const
export type Section = (typeof sections)[number]

type Scope = 'team' | 'organisation'
/** The page under which the templates of a scope lie. */
const homes = { team: 'library', organisation: 'organisation' } as const

/** The address of a page, for a link. */
export function hrefOf(route: Route): string {
  switch (route.page) {
    case 'today':
      return '#/'
    case 'pair':
      return `#/people/${encodeURIComponent(route.pairId)}`
    case 'review':
      return `#/people/${encodeURIComponent(route.pairId)}/review`
    case 'organisation':
      return route.section === 'templates' ? '#/organisation' : `#/organisation/${route.section}`
    case 'template': {
      const address = `#/${homes[route.scope]}/template/${encodeURIComponent(route.templateId)}`
      return route.isChanged ? `${address}/change` : address
    }
    case 'file':
      return `#/${homes[route.scope]}/file`
    case 'question':
      return `#/library/question/${encodeURIComponent(route.ownId)}`
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
  const [page = '', id = '', rest = '', last = ''] = hash.replace(/^#\/?/, '').split('/').map(decoded)
  if (page === 'people' && id) return { page: rest === 'review' ? 'review' : 'pair', pairId: id }
  if (page === 'conversations' && id) return { page: 'conversation', conversationId: id }
  if (page === 'meetings' && id) return { page: 'meeting', iCalUId: id, start: rest || null }
  if (page === homes.team) return templatesOf('team', id, rest, last) ?? questionOf(id, rest) ?? { page }
  if (page === homes.organisation) {
    const section = sections.find((one) => one === id) ?? 'templates'
    return templatesOf('organisation', id, rest, last) ?? { page, section }
  }
  return { page: pages.find((one) => one === page) ?? 'today' }
}

function templatesOf(scope: Scope, part: string, templateId: string, last: string): Route | null {
  if (part === 'file') return { page: 'file', scope }
  if (part !== 'template' || !templateId) return null
  return { page: 'template', scope, templateId, isChanged: last === 'change' }
}

const questionOf = (part: string, ownId: string): Route | null =>
  part === 'question' && ownId ? { page: 'question', ownId } : null

/** A part that is mistyped is taken as it stands. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
