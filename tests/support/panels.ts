import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { inFrame } from './in-frame.ts'
import type { Tenant } from './tenant.ts'
import { until } from './until.ts'

export type Theme = 'default' | 'dark' | 'contrast'
export type Panel = {
  page: Page
  context: BrowserContext
  frame: FrameLocator
  complaints: string[]
  /** Closes it; a complaint in its console fails the test. */
  close(): Promise<void>
  /** Closes it after trouble that the test made: that is loud in the console, also a moment later. */
  closeLoud(): Promise<void>
}

const names: Record<string, string> = {
  sanne: 'Sanne de Vries',
  milan: 'Milan Bakker',
  esther: 'Esther Hoekstra',
  carla: 'Carla Prins',
  dirk: 'Dirk Zijlstra',
  'esther-1': 'Bram van den Berg',
  aylin: 'Aylin Yılmaz',
  tom: 'Tom Visser',
  joris: 'Joris Mulder',
  bas: 'Bas Willems',
  noor: 'Noor Jansen',
}
/** The one thing a page on this machine cannot have: TeamsJS asks Microsoft for its list of hosts. */
const expected = /validDomains|res\.cdn\.office\.net|ERR_(INTERNET|NAME|CONNECTION|TUNNEL)/

/** How long a page may take to come to what a test waits for, milliseconds: as in `until`, for what never comes. */
const patience = 60_000

/** A browser of somebody's own; an error or warning in its console fails the test when it is closed. */
export async function watched(
  browser: Browser,
  viewport: { width: number; height: number },
  frame: string,
  own: { timezoneId?: string; locale?: string } = {},
): Promise<Panel> {
  return watchedPage(await browser.newContext({ viewport, reducedMotion: 'reduce', ...own }), frame)
}

async function watchedPage(context: BrowserContext, frame: string): Promise<Panel> {
  context.setDefaultTimeout(patience)
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
    frame: inFrame(page, frame),
    complaints,
    close: async () => {
      await context.close()
      expect(complaints).toEqual([])
    },
    closeLoud: () => context.close(),
  }
}

type Options = {
  language?: 'nl-nl' | 'en-us'
  theme?: Theme
  place?: 'call' | 'details' | 'configure' | 'personal' | 'chat'
  /** The page of the personal app that a deep link opens, such as `/settings`. */
  page?: string
  naa?: 'off' | 'promised'
  client?: 'web' | 'android'
  /** Only the first file that the page gives is kept, and nothing is printed. */
  files?: 'first'
  /** The page hears of the first link only. */
  links?: 'first'
  /** The host never answers what it is asked about the meeting. */
  details?: 'off'
  timeZone?: string
  /** What the browser speaks, whatever the host does. */
  locale?: string
}
const frameOf = (user: string) => `iframe[title="Groei – ${names[user]}"]`

function addressOf(tenant: Tenant, user: string, meeting: { iCalUId: string }, options: Options): string {
  const query = new URLSearchParams({
    a: `${user}@sandbox.example`,
    b: '',
    meeting: meeting.iCalUId,
    theme: options.theme ?? 'default',
    language: options.language ?? 'nl-nl',
    place: options.place ?? 'call',
    ...(options.page ? { page: options.page } : {}),
    ...(options.naa ? { naa: options.naa } : {}),
    ...(options.client ? { client: options.client } : {}),
    ...(options.files ? { files: options.files } : {}),
    ...(options.links ? { links: options.links } : {}),
    ...(options.details ? { details: options.details } : {}),
  })
  return `${tenant.url}/sandbox?${query}`
}

/** The host has all that it asks for: a route that a test takes away or adds meanwhile would lose an answer to it. */
export async function comeTo({ page }: Panel, address: string): Promise<void> {
  await page.goto(address)
  await page.locator('body[data-ready]').waitFor()
}

/** Opens Groei in Teams for one person, in a browser of their own: in the call beside the meeting, or elsewhere. */
export async function openPanel(
  browser: Browser,
  tenant: Tenant,
  user: string,
  meeting: { iCalUId: string },
  options: Options = {},
): Promise<Panel> {
  const { timeZone, locale } = options
  const panel = await watched(browser, { width: 720, height: 900 }, frameOf(user), {
    ...(timeZone ? { timezoneId: timeZone } : {}),
    ...(locale ? { locale } : {}),
  })
  await comeTo(panel, addressOf(tenant, user, meeting, options))
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
  await comeTo(panel, addressOf(tenant, user, meeting, options))
  return panel
}

/** Somebody else signs in where a panel was, in the same tab. */
export async function signInThere(
  panel: Panel,
  tenant: Tenant,
  user: string,
  meeting: { iCalUId: string },
  options: Options = {},
): Promise<Panel> {
  await comeTo(panel, addressOf(tenant, user, meeting, options))
  return { ...panel, frame: inFrame(panel.page, frameOf(user)) }
}

/** Presses Tab until the focus is on what is named so. */
export async function tabTo(panel: Panel, role: 'button' | 'textbox' | 'link', name: RegExp): Promise<void> {
  const wanted = panel.frame.getByRole(role, { name })
  let found = await wanted.elementHandles()
  for (let press = 0; press < 80; press += 1) {
    await panel.page.keyboard.press('Tab')
    // To find all of a role takes a page long: seldom, for what was drawn anew meanwhile.
    if (found.length === 0 || press % 10 === 9) found = await wanted.elementHandles()
    for (const one of found) if (await one.evaluate((node) => node === document.activeElement)) return
  }
  throw new Error(`${role} ${String(name)} is not to be reached by keyboard`)
}

/** The button of the step that one is in, which opens the list of all steps. */
export const stepButton = (panel: Panel, list: string) =>
  panel.frame.getByRole('navigation', { name: list }).getByRole('heading', { level: 1 }).getByRole('button')

/**
 * Goes to a step by its name in the list of steps, with the keyboard: a press of a key costs a third of a click, which
 * waits until nothing moves.
 */
export async function goTo({ frame }: Panel, list: string, step: string): Promise<void> {
  const steps = frame.getByRole('navigation', { name: list })
  const toggle = steps.getByRole('heading', { level: 1 }).getByRole('button')
  const before = frame.getByRole('button', { name: back })
  if (await before.isVisible()) await before.press('Enter')
  if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.press('Enter')
  await steps.getByRole('listitem').filter({ hasText: step }).getByRole('button').press('Enter')
  await frame.getByRole('heading', { level: 1, name: step }).waitFor()
}

/** Waits until the page has had an answer from this path: perhaps before one asks. */
export const answered = ({ frame }: Panel, path: string): Promise<true> =>
  until(async () => {
    const asked = (_html: Element, end: string) =>
      performance.getEntriesByType('resource').some(({ name }) => name.endsWith(end))
    return (await frame.locator('html').evaluate(asked, path)) || null
  })

/** Waits until all notes are stored: the header says nothing of them then, and its status waits for nothing. */
export const stored = ({ frame }: Panel): Promise<void> =>
  frame
    .locator('header:not(:has(> [role="status"])) nav [role="status"][aria-busy="false"]')
    .filter({ hasNotText: /Offline/ })
    .waitFor({ state: 'attached' })

/** Opens one's own notes, from wherever one is in the conversation. */
export const openOwnNotes = (panel: Panel): Promise<void> =>
  panel.frame.getByRole('button', { name: /^(Mijn eigen notities|My private notes)$/ }).press('Enter')

const back = /^(Terug|Back)$/
/** Goes back from a view to the step under it. */
export const goBack = ({ frame }: Panel): Promise<void> =>
  frame.getByRole('button', { name: back }).press('Enter')

/** Opens what there is to know in a step. */
export const openInfo = (panel: Panel): Promise<void> =>
  panel.frame.getByRole('button', { name: /^(Informatie|Information)/ }).press('Enter')

/** The one question at hand. */
export const cardIn = ({ frame }: Panel) => frame.getByRole('region', { name: /^(Vraag|Question)$/ })

/** Turns the card until it shows a question with these words. */
export async function turnTo(panel: Panel, words: string): Promise<void> {
  const card = cardIn(panel)
  const other = card.getByRole('button', { name: /^(Andere vraag|Another question)$/ })
  await other.waitFor()
  const text = () => card.innerText()
  await until(async () => {
    const now = await text()
    if (now.includes(words)) return true
    await other.click()
    await until(async () => ((await text()) === now ? null : true))
    return null
  })
}

/** Opens one of the tools of the question at hand. */
export async function openTool(panel: Panel, name: string): Promise<void> {
  const more = cardIn(panel).getByRole('button', { name: /^(Meer|More)$/ })
  if ((await more.getAttribute('aria-expanded')) === 'false') await more.click()
  await cardIn(panel).getByRole('button', { name, exact: true }).click()
}

/** Opens the view of the templates, from the list of steps. */
export async function openTemplates(panel: Panel, list: string): Promise<void> {
  await stepButton(panel, list).click()
  await panel.frame.getByRole('button', { name: / · (wijzigen|change)$/ }).click()
}

/** The other's face in the header says where they are. */
export const faceOf = (panel: Panel, says: string) =>
  panel.frame.getByRole('img', { name: says, exact: true })

export const editor = (panel: Panel, name: string) => panel.frame.getByRole('textbox', { name, exact: true })

/** What a text holds that both type in, without the caret that carries the other's name. */
export const liveText = (field: Locator): Promise<string> =>
  field.evaluate((node) => {
    const copy = node.cloneNode(true) as HTMLElement
    for (const other of copy.querySelectorAll('.cm-ySelectionCaret, .cm-placeholder')) other.remove()
    return [...copy.querySelectorAll('.cm-line')].map((line) => line.textContent).join('\n')
  })

/** Types at the end of a step's notes. */
export async function type(panel: Panel, step: string, text: string): Promise<void> {
  const place = editor(panel, step)
  await place.click()
  await panel.page.keyboard.press('Control+End')
  await panel.page.keyboard.type(text)
}
