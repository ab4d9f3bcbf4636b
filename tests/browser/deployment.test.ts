import type { Browser } from 'playwright-core'
import { beforeEach, expect } from 'vitest'
import { startDeployments } from '../support/deployments.ts'
import { cardIn, editor, goTo, openPanel, openTool, stored, type, type Panel } from '../support/panels.ts'
import type { Meeting } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

const test = testIn()
let tenant: Tenant
let browser: Browser
let meetings: Meeting[]
let server: Awaited<ReturnType<typeof startDeployments>>
test.beforeAll(async ({ tenant: started, browser: running }) => {
  tenant = started
  browser = running
  meetings = await tenant.meetings('sanne', 'Milan')
  server = await startDeployments(tenant)
})
test.afterAll(() => server.close())
beforeEach(() => server.repair())

const steps = 'Stappen van het gesprek'
const words = 'Vragen zoeken'

/** A panel in a conversation of its own, the loads of its page from then on. */
async function openConversation() {
  const meeting = meetings.shift()!
  await tenant.conversation('sanne', 'milan', meeting)
  const panel = await openPanel(browser, tenant, 'milan', meeting)
  await goTo(panel, steps, 'Focus')
  await editor(panel, 'Focus').waitFor()
  await cardIn(panel).waitFor()
  await stored(panel)
  const loads: string[] = []
  panel.page.on('request', (request) => {
    if (request.isNavigationRequest()) loads.push(new URL(request.url()).pathname)
  })
  return { panel, loads }
}
const buildOf = async ({ frame }: Panel) => {
  const entry = await frame.locator('script[type="module"]').getAttribute('src')
  return Number(entry?.split('.')[1])
}
const searchFor = (panel: Panel) => openTool(panel, 'Zoek een vraag')
const found = ({ frame }: Panel) => frame.getByRole('group', { name: words })

/** Resolves once the page is another one: what stood on the one before is gone by then. */
const loadedAnew = ({ page }: Panel) => page.waitForEvent('framenavigated')

/** A part that does not come is loud in the console, and rightly so. */
async function close(panel: Panel) {
  await panel.closeLoud()
}

test('a panel that is open during a deployment loads the new one, and what was typed is there', async () => {
  const { panel, loads } = await openConversation()
  const before = await buildOf(panel)
  await goTo(panel, steps, 'Afspraken')
  await panel.frame.getByRole('textbox', { name: 'Wat ga je doen?' }).fill('Bellen')
  await goTo(panel, steps, 'Focus')
  server.deploy()
  await type(panel, 'Focus', 'Getypt tijdens de uitrol')
  const anew = loadedAnew(panel)
  await searchFor(panel)
  await anew
  await goTo(panel, steps, 'Focus')
  await expect.poll(() => editor(panel, 'Focus').textContent()).toContain('Getypt tijdens de uitrol')
  expect(await buildOf(panel)).toBe(before + 1)
  await searchFor(panel)
  await found(panel).waitFor()
  await goTo(panel, steps, 'Afspraken')
  await expect
    .poll(() => panel.frame.getByRole('group', { name: 'Afspraak 1' }).innerText())
    .toContain('Milan Bakker: Bellen')
  expect(loads).toEqual(['/panel'])
  await close(panel)
})

test('a panel that misses a part after a reload too says so and leaves the next one to the person', async () => {
  const { panel, loads } = await openConversation()
  server.lose('FindQuestions')
  const anew = loadedAnew(panel)
  await searchFor(panel)
  await anew
  await goTo(panel, steps, 'Focus')
  await searchFor(panel)
  await panel.frame.getByRole('heading', { name: 'Er ging iets mis' }).waitFor()
  expect(loads).toEqual(['/panel'])

  server.repair()
  await panel.frame.getByRole('button', { name: 'Opnieuw proberen' }).click()
  await goTo(panel, steps, 'Focus')
  await searchFor(panel)
  await found(panel).waitFor()
  expect(loads).toEqual(['/panel', '/panel'])
  await close(panel)
})

test('a panel without a network waits for a part, and shows it once the network is back', async () => {
  const { panel, loads } = await openConversation()
  const failed: string[] = []
  panel.page.on('requestfailed', (request) => failed.push(new URL(request.url()).pathname))
  await panel.context.setOffline(true)
  await searchFor(panel)
  await until(async () => (failed.filter((path) => path === '/panel').length > 1 ? true : null))
  await panel.context.setOffline(false)
  await found(panel).waitFor()
  expect(loads).toEqual([])
  await close(panel)
})

test('a panel that misses a part while the server is away loads anew once it is back, and what was typed is there', async () => {
  const { panel, loads } = await openConversation()
  const answers: number[] = []
  panel.page.on('response', (response) => {
    if (new URL(response.url()).pathname === '/panel') answers.push(response.status())
  })
  server.goAway()
  await type(panel, 'Focus', 'Getypt zonder server')
  await searchFor(panel)
  await until(async () => (answers.length > 1 ? true : null))
  expect(new Set(answers)).toEqual(new Set([502]))
  expect(loads).toEqual([])
  const anew = loadedAnew(panel)
  server.comeBack()
  await anew
  await goTo(panel, steps, 'Focus')
  await expect.poll(() => editor(panel, 'Focus').textContent()).toContain('Getypt zonder server')
  await searchFor(panel)
  await found(panel).waitFor()
  expect(loads).toEqual(['/panel'])
  await close(panel)
})
