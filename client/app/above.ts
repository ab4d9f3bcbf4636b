import type { Route } from '../lib/route.ts'

/** The page from which one comes to another; null for those that the tabs lead to. */
export function above(route: Route): Route | null {
  switch (route.page) {
    case 'today':
    case 'people':
    case 'commitments':
      return null
    case 'pair':
    case 'review':
      return { page: 'people' }
    case 'question':
      return { page: 'library' }
    case 'template':
      return route.isChanged ? { ...route, isChanged: false } : homeOf(route.scope)
    case 'file':
      return homeOf(route.scope)
    default:
      return { page: 'today' }
  }
}

const homeOf = (scope: 'team' | 'organisation'): Route =>
  scope === 'team' ? { page: 'library' } : { page: 'organisation', section: 'templates' }
