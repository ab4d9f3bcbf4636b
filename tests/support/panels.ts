import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Tenant } from './tenant.ts'

export type Theme = 'default' | 'dark' | 'contrast'
export type Panel = {
  page: Page
  context: BrowserContext
  frame: FrameLocator
  complaints: string[]
  close(): Promise<void>
}

const names: Record<string, string> = {
  sanne: 'Sanne de Vries',
  milan: 'Milan Bakker',
  aylin: 'Aylin Yılmaz',
  tom: 'Tom Visser',
  joris: 'Joris Mulder',
}
/** The one thing a page on this machine cannot have: TeamsJS asks Microsoft for its list of hosts. */
const expected = /validDomains|res\.cdn\.office\.net|ERR_(INTERNET|NAME|CONNECTION|TUNNEL)/

/** Opens the side panel of one person in a browser of their own, beside the meeting named. */
export async function openPanel(
  browser: Browser,
  tenant: Tenant,
  user: string,
  meeting: { iCalUId: string },
  options: { language?: 'nl-nl' | 'en-us'; theme?: Theme } = {},
): Promise<Panel> {
  const context = await browser.newContext({ viewport: { width: 720, height: 900 } })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    const serious = message.type() === 'error' || message.type() === 'warning'
    if (serious && !expected.test(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  const query = new URLSearchParams({
    a: `${user}@sandbox.example`,
    b: '',
    meeting: meeting.iCalUId,
    theme: options.theme ?? 'default',
    la: options.language ?? 'nl-nl',
  })
  await page.goto(`${tenant.url}/sandbox?${query}`)
  const frame = page.frameLocator(`iframe[title="Groei – ${names[user]}"]`)
  return {
    page,
    context,
    frame,
    complaints,
    close: async () => {
      await context.close()
      expect(complaints).toEqual([])
    },
  }
}

/** Goes to a step by its name in the list of steps. */
export async function goTo(panel: Panel, list: string, step: string): Promise<void> {
  const steps = panel.frame.getByRole('navigation', { name: list })
  await steps.getByRole('button', { name: /alle stappen|all steps/ }).click()
  await steps.getByRole('listitem').filter({ hasText: step }).getByRole('button').click()
  await panel.frame.getByRole('heading', { level: 1, name: step }).waitFor()
}

export const editor = (panel: Panel, name: string) => panel.frame.getByRole('textbox', { name, exact: true })

/** Types at the end of a step's notes. */
export async function type(panel: Panel, step: string, text: string): Promise<void> {
  const place = editor(panel, step)
  await place.click()
  await panel.page.keyboard.press('Control+End')
  await panel.page.keyboard.type(text)
}
