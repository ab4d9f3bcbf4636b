import type { Browser } from 'playwright-core'
import type { Panel, Theme } from './panels.ts'
import { comeTo, watched } from './panels.ts'
import type { Tenant } from './tenant.ts'

/** Opens the sandbox's Outlook for one person, at the narrow width of a Mac, with an event open when one is named. */
export async function openOutlook(
  browser: Browser,
  tenant: Tenant,
  user: string,
  options: {
    event?: { iCalUId: string; start: string }
    language?: 'nl-nl' | 'en-us'
    theme?: Theme
    /** Another person's calendar. */
    calendar?: string
    naa?: 'off' | 'promised' | 'mute'
    /** Another account that Outlook has, and gives by itself. */
    account?: string
    /** The mailbox's address, where it is not the name that its person signs in with. */
    address?: string
    /** The failure of every sign-in: an AADSTS code, or `untrusted`. */
    refuses?: string
    width?: number
    client?: 'classic' | 'mac'
  } = {},
): Promise<Panel> {
  const query = new URLSearchParams({
    a: `${user}@sandbox.example`,
    language: options.language ?? 'nl-nl',
    theme: options.theme ?? 'default',
    width: String(options.width ?? 270),
    ...(options.event ? { event: options.event.iCalUId, start: options.event.start } : {}),
    ...(options.calendar ? { calendar: `${options.calendar}@sandbox.example` } : {}),
    ...(options.client ? { client: options.client } : {}),
    ...(options.naa ? { naa: options.naa } : {}),
    ...(options.account ? { account: options.account } : {}),
    ...(options.address ? { address: options.address } : {}),
    ...(options.refuses ? { refuses: options.refuses } : {}),
  })
  const panel = await watched(browser, { width: 1100, height: 900 }, 'iframe[title^="Groei"]')
  await comeTo(panel, `${tenant.url}/sandbox/outlook?${query}`)
  return panel
}
