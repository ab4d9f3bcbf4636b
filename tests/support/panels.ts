import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Tenant } from './tenant.ts'
import { until } from './until.ts'

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
  bas: 'Bas Willems',
  noor: 'Noor Jansen',
}
/** The one thing a page on this machine cannot have: TeamsJS asks Microsoft for its list of hosts. */
const expected = /validDomains|res\.cdn\.office\.net|ERR_(INTERNET|NAME|CONNECTION|TUNNEL)/

/** A browser of somebody's own; an error or warning in its console fails the test when it is closed. */
export async function watched(
  browser: Browser,
  viewport: { width: number; height: number },
  frame: string,
  timezoneId?: string,
): Promise<Panel> {
  return watchedPage(
    await browser.newContext({ viewport, reducedMotion: 'reduce', ...(timezoneId ? { timezoneId } : {}) }),
    frame,
  )
}

async function watchedPage(context: BrowserContext, frame: string): Promise<Panel> {
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    const serious = message.type() === 'error' || message.type() === 'warning'
    if (serious && !expected.test(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return {
    page,
    context,
    frame: page.frameLocator(frame),
    complaints,
    close: async () => {
      await context.close()
      expect(complaints).toEqual([])
    },
  }
}

type Options = {
  language?: 'nl-nl' | 'en-us'
  theme?: Theme
  place?: 'call' | 'details' | 'configure' | 'personal' | 'chat'
  naa?: 'off'
  timeZone?: string
}
const frameOf = (user: string) => `iframe[title="Groei – ${names[user]}"]`

function addressOf(tenant: Tenant, user: string, meeting: { iCalUId: string }, options: Options): string {
  const query = new URLSearchParams({
    a: `${user}@sandbox.example`,
    b: '',
    meeting: meeting.iCalUId,
    theme: options.theme ?? 'default',
    la: options.language ?? 'nl-nl',
    place: options.place ?? 'call',
    ...(options.naa ? { naa: options.naa } : {}),
  })
  return `${tenant.url}/sandbox?${query}`
}

/** Opens Groei in Teams for one person, in a browser of their own: in the call beside the meeting, or elsewhere. */
export async function openPanel(
  browser: Browser,
  tenant: Tenant,
  user: string,
  meeting: { iCalUId: string },
  options: Options = {},
): Promise<Panel> {
  const panel = await watched(browser, { width: 720, height: 900 }, frameOf(user), options.timeZone)
  await panel.page.goto(addressOf(tenant, user, meeting, options))
  return panel
}

/** Opens it in one more window of the browser that a panel is in, perhaps for somebody else. */
export async function openBeside(
  { context }: Panel,
  tenant: Tenant,
  user: string,
  meeting: { iCalUId: string },
  options: Options = {},
): Promise<Panel> {
  const panel = await watchedPage(context, frameOf(user))
  await panel.page.goto(addressOf(tenant, user, meeting, options))
  return panel
}

/** Presses Tab until the focus is on what is named so. */
export async function tabTo(panel: Panel, role: 'button' | 'textbox', name: RegExp): Promise<void> {
  const wanted = panel.frame.getByRole(role, { name })
  for (let press = 0; press < 80; press += 1) {
    await panel.page.keyboard.press('Tab')
    if (await wanted.evaluateAll((found) => found.some((one) => one === document.activeElement))) return
  }
  throw new Error(`${role} ${String(name)} is not to be reached by keyboard`)
}

/** Goes to a step by its name in the list of steps. */
export async function goTo(panel: Panel, list: string, step: string): Promise<void> {
  const steps = panel.frame.getByRole('navigation', { name: list })
  const toggle = steps.getByRole('button', { name: /alle stappen|all steps/ })
  const item = steps.getByRole('listitem').filter({ hasText: step }).getByRole('button')
  // The list closes when the keyboard goes elsewhere, as it may when a part of the step comes in late.
  await until(async () => {
    if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click()
    return item.click({ timeout: 2000 }).then(
      () => true,
      () => null,
    )
  })
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
