import type { Browser } from 'playwright-core'
import type { Panel, Theme } from './panels.ts'
import { watched } from './panels.ts'
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
    /** The mailbox's address, where it is not the name that its person signs in with. */
    address?: string
    naa?: 'off'
    client?: 'classic' | 'mac'
  } = {},
): Promise<Panel> {
  const query = new URLSearchParams({
    a: `${user}@sandbox.example`,
    language: options.language ?? 'nl-nl',
    theme: options.theme ?? 'default',
    width: '270',
    ...(options.event ? { event: options.event.iCalUId, start: options.event.start } : {}),
    ...(options.calendar ? { calendar: `${options.calendar}@sandbox.example` } : {}),
    ...(options.address ? { address: options.address } : {}),
    ...(options.client ? { client: options.client } : {}),
    ...(options.naa ? { naa: options.naa } : {}),
  })
  const panel = await watched(browser, { width: 1100, height: 900 }, 'iframe[title^="Groei"]')
  await panel.page.goto(`${tenant.url}/sandbox/outlook?${query}`)
  await panel.page.locator('body[data-ready]').waitFor()
  return panel
}
