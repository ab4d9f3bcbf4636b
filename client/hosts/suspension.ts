import { app } from '@microsoft/teams-js'
import { resume, suspend } from '../lib/suspension.ts'
import type { FollowOn } from './personal-tab.ts'

/** The host keeps the person waiting until we are done; what is not away by then stays in the browser. Milliseconds. */
const patience = 2000

type Page = {
  /** The context in which the page was opened. */
  context: app.Context
  /** The meeting that the page stands beside now, in any form that tells meetings apart. */
  meeting: () => Promise<unknown>
  tellTheme: (name: string) => void
  /** Goes to what the personal tab is resumed for. */
  followOn: FollowOn | false
}

/** The bounds of all that the page shows: whose it is, where it stands and beside which meeting, and its language. */
async function boundTo({ user, page, chat, app: { locale } }: app.Context, { meeting }: Page) {
  return JSON.stringify([user?.id, user?.tenant?.id, page.frameContext, chat?.id, locale, await meeting()])
}

function show(isShown: boolean): void {
  document.documentElement.style.visibility = isShown ? '' : 'hidden'
}

/** Another person, place or meeting: nothing of this page is theirs. */
function loadAnew(contentUrl: URL): void {
  if (contentUrl.origin === location.origin) history.replaceState(null, '', contentUrl)
  location.reload()
}

/**
 * Lets the host keep the page when somebody leaves it, and resume it when they come back. A host that does not do so
 * takes no notice. One page serves all that a person opens in a window, so it may be resumed for something else.
 */
export async function allowSuspension(page: Page): Promise<void> {
  const bound = await boundTo(page.context, page)
  /** Counts how often it was left: a person may leave again while it is being resumed. */
  let times = 0

  async function leave(): Promise<void> {
    times += 1
    show(false)
    await Promise.race([suspend(), new Promise((resolve) => setTimeout(resolve, patience))])
  }
  async function comeBack({ entityId, contentUrl }: { entityId: string; contentUrl: URL }): Promise<void> {
    const time = times
    const context = await app.getContext()
    const isSame = contentUrl.pathname === location.pathname && (await boundTo(context, page)) === bound
    if (time !== times) return
    if (!isSame) return loadAnew(contentUrl)
    register()
    app.registerOnThemeChangeHandler(page.tellTheme)
    page.tellTheme(context.app.theme)
    if (page.followOn) await page.followOn(entityId, context.page.subPageId, contentUrl.hash)
    show(true)
    resume()
    app.notifySuccess()
  }
  /** A host forgets all handlers of a page that it laid aside. */
  function register(): void {
    app.lifecycle.registerBeforeSuspendOrTerminateHandler(leave)
    app.lifecycle.registerOnResumeHandler((asked) => {
      comeBack(asked).catch(() => loadAnew(asked.contentUrl))
    })
  }
  register()
}
