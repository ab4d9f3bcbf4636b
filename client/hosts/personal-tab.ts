import { pages } from '@microsoft/teams-js'
import { hrefOf } from '../lib/route.ts'

/** Goes to what a link into the personal tab names, and lets the host's own way back go through its pages first. */
export function followLinks(subPageId: string | undefined): void {
  if (subPageId) {
    // A page, or a meeting by what both calendars call it.
    const page = subPageId.startsWith('/') ? `#${subPageId}` : null
    history.replaceState(null, '', page ?? hrefOf({ page: 'meeting', iCalUId: subPageId, start: null }))
  }
  if (!pages.backStack.isSupported()) return
  const first = location.hash
  pages.backStack.registerBackButtonHandler(() => {
    if (location.hash === first) return false
    history.back()
    return true
  })
}
