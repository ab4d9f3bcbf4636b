import type { Browser, WebSocketRoute } from 'playwright-core'
import { livePath } from '../../server/contract/live.ts'
import { openPanel, type Panel } from './panels.ts'
import type { Meeting } from './conversations.ts'
import type { Tenant } from './tenant.ts'

/** A panel whose live socket can be cut, as a network does. */
export async function openCuttable(
  browser: Browser,
  tenant: Tenant,
  user: string,
  meeting: Meeting,
): Promise<{ panel: Panel; cut: () => Promise<void> }> {
  const panel = await openPanel(browser, tenant, user, meeting)
  let open: WebSocketRoute | null = null
  await panel.page.routeWebSocket(
    (url) => url.pathname === livePath,
    (socket) => {
      socket.connectToServer()
      open = socket
    },
  )
  await panel.page.reload()
  const cut = async () => {
    if (!open) throw new Error('there is no socket to cut')
    await open.close({ code: 4000 })
  }
  return { panel, cut }
}
