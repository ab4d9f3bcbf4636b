import { pages, type app } from '@microsoft/teams-js'
import { hrefOf } from '../lib/route.ts'

/** A page, or a meeting by what both calendars call it. */
const addressOf = (subPageId: string): string =>
  subPageId.startsWith('/') ? `#${subPageId}` : hrefOf({ page: 'meeting', iCalUId: subPageId, start: null })

/** Goes on in the personal tab: to the page of a link, else of the tab with that id, which lies at that hash. */
export type FollowOn = (entityId: string, linked: string | undefined, hash: string) => Promise<void>

/**
 * Goes to what a link into the personal tab names, and lets the host's own way back go through its pages first.
 * @returns how to go on when the host resumes the page: the tab that was left is as it was left, a link and any other
 * tab lead to their page
 */
export function followLinks({ id, subPageId }: app.PageInfo): FollowOn {
  if (subPageId) history.replaceState(null, '', addressOf(subPageId))
  let tab = id
  let first = location.hash
  function register(): void {
    if (!pages.backStack.isSupported()) return
    pages.backStack.registerBackButtonHandler(() => {
      if (location.hash === first) return false
      history.back()
      return true
    })
  }
  register()
  return async (entityId, linked, hash) => {
    register()
    const there = linked ? addressOf(linked) : entityId === tab ? location.hash : hash
    tab = entityId
    if (there === location.hash) return
    const moved = new Promise((resolve) =>
      addEventListener('hashchange', resolve, { once: true, capture: true }),
    )
    first = there
    location.replace(there)
    await moved
  }
}
