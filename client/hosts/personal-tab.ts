import { pages, type app } from '@microsoft/teams-js'
import { keptInTab } from '../lib/kept.ts'
import { hrefOf } from '../lib/route.ts'

/** A page, or a meeting by what both calendars call it. */
const addressOf = (subPageId: string): string =>
  subPageId.startsWith('/') ? `#${subPageId}` : hrefOf({ page: 'meeting', iCalUId: subPageId, start: null })

/** Goes on in the personal tab: to the page of a link, else of the tab with that id, which lies at that hash. */
export type FollowOn = (entityId: string, linked: string | undefined, hash: string) => Promise<void>

/**
 * Some hosts name the first link for as long as they run, whichever was pressed since (docs/platform-facts.md, Pages in Teams
 * and Outlook). So the link that was followed last is no news: it may stand for any other.
 * @returns whether a link is another one than the last; from then on it is the last
 */
function newLinks({ user, app: { host } }: app.Context): (subPageId: string) => boolean {
  const kept = user?.tenant && keptInTab({ tenantId: user.tenant.id, oid: user.id })
  let last = kept?.recall('link') ?? null
  return (subPageId) => {
    const link = `${host.sessionId} ${subPageId}`
    if (link === last) return false
    last = link
    kept?.keep('link', link)
    return true
  }
}

/**
 * Goes to what a link into the personal tab names, and lets the host's own way back go through its pages first.
 * @returns how to go on when the host resumes the page: the tab that was left is as it was left, a new link and any other
 * tab lead to their page, and a link that may stand for another leads to the page of its tab, where all meetings are
 */
export function followLinks(context: app.Context): FollowOn {
  const { id, subPageId } = context.page
  const isNew = newLinks(context)
  if (subPageId && isNew(subPageId)) history.replaceState(null, '', addressOf(subPageId))
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
    const stays = entityId === tab
    const follows = linked ? isNew(linked) : false
    const there =
      linked && follows
        ? addressOf(linked)
        : stays && !linked
          ? location.hash
          : hash || hrefOf({ page: 'today' })
    tab = entityId
    if (there === location.hash) return
    const moved = new Promise((resolve) =>
      addEventListener('hashchange', resolve, { once: true, capture: true }),
    )
    if (stays && !follows) {
      // Perhaps nobody pressed a link: the way back leads to the page that was left.
      location.assign(there)
    } else {
      first = there
      location.replace(there)
    }
    await moved
  }
}
