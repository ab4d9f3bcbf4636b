import type { Browser } from 'playwright-core'
import { beforeEach, describe, expect } from 'vitest'
import { editor, faceOf, goTo, openPanel, type, type Panel } from '../support/panels.ts'
import { textIn } from '../support/random-edits.ts'
import type { Meeting } from '../support/conversations.ts'
import { startTenant, type Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

const test = testIn()
let tenant: Tenant
let browser: Browser
let meetings: Meeting[]
test.beforeAll(({ browser: running }) => {
  browser = running
})
beforeEach(async () => {
  tenant = await startTenant()
  meetings = await tenant.meetings('sanne', 'Milan')
  await tenant.conversation('sanne', 'milan', meetings[0]!)
  return () => tenant.close()
})
const steps = 'Stappen van het gesprek'

/** The page, once it told its host that it may be suspended; a page that is loaded anew has lost the mark. */
async function mark({ page, frame }: Panel): Promise<void> {
  await page.locator('iframe[data-handlers~="load"][data-handlers~="beforeUnload"]').waitFor()
  await frame.locator('html').evaluate((html) => (html.dataset['mark'] = 'the same'))
}
const isSame = ({ frame }: Panel) => frame.locator('html').evaluate((html) => 'mark' in html.dataset)

/** Goes to an app of Milan's Teams. */
const go = ({ page }: Panel, name: 'Groei' | 'Chat' | 'Vergadering') =>
  page.getByRole('navigation', { name: 'Apps, Milan Bakker' }).getByRole('button', { name }).click()
async function goToChat(panel: Panel): Promise<void> {
  await go(panel, 'Chat')
  await panel.page.getByLabel('Bericht aan Groei').waitFor()
}
/** Joins the second meeting of a series from the calendar. */
async function join(panel: Panel, { subject }: Meeting): Promise<void> {
  await panel.page.getByRole('button', { name: 'Agenda', exact: true }).click()
  const calendar = panel.page.getByRole('complementary', { name: 'Agenda, Milan Bakker' })
  await calendar.locator('summary').filter({ hasText: subject }).nth(1).click()
  await calendar.getByRole('button', { name: 'Deelnemen' }).click()
}
const tab = (panel: Panel, name: string) => panel.page.getByRole('tab', { name })
const title = (panel: Panel, name: string) => panel.frame.getByRole('heading', { level: 1, name })

describe('panel that Teams suspends', () => {
  test('it lets go of the server, and shows what was typed on both sides when it is resumed', async () => {
    const sanne = await openPanel(browser, tenant, 'sanne', meetings[0]!)
    const milan = await openPanel(browser, tenant, 'milan', meetings[0]!)
    const open = new Set<unknown>()
    milan.page.on('websocket', (socket) => {
      open.add(socket)
      socket.on('close', () => open.delete(socket))
    })
    await milan.page.reload()
    for (const panel of [sanne, milan]) await goTo(panel, steps, 'Doel')
    await faceOf(sanne, 'Milan is bij Doel').waitFor()
    await mark(milan)
    await expect.poll(() => open.size).toBe(1)
    await type(milan, 'Doel', 'half getypt')
    await goToChat(milan)
    // The server has let go of him, and has what he typed.
    await faceOf(sanne, 'Milan is er nog niet').waitFor()
    await until(async () => ((await textIn(sanne, 'Doel')) === 'half getypt' ? true : null))
    await expect.poll(() => open.size).toBe(0)
    await type(sanne, 'Doel', ', en meer')
    await milan.page.getByRole('combobox', { name: 'Thema' }).selectOption('dark')

    await go(milan, 'Vergadering')
    await title(milan, 'Doel').waitFor()
    await until(async () => ((await textIn(milan, 'Doel')) === 'half getypt, en meer' ? true : null))
    await faceOf(sanne, 'Milan is bij Doel').waitFor()
    expect(await isSame(milan)).toBe(true)
    await expect.poll(() => open.size).toBe(1)
    expect(await milan.frame.locator('html').evaluate((html) => html.style.colorScheme)).toBe('dark')
    // It goes on as before: what both type, and being left again.
    await type(milan, 'Doel', ' van Milan')
    await until(async () =>
      (await textIn(sanne, 'Doel')) === 'half getypt, en meer van Milan' ? true : null,
    )
    await mark(milan)
    await goToChat(milan)
    await faceOf(sanne, 'Milan is er nog niet').waitFor()
    await sanne.close()
    await milan.close()
  })

  test('it is loaded anew for another meeting, and for another place', async () => {
    const [first, second] = meetings
    const milan = await openPanel(browser, tenant, 'milan', first!)
    await goTo(milan, steps, 'Doel')
    await mark(milan)
    await type(milan, 'Doel', 'Alleen van dit gesprek')
    await goToChat(milan)
    await join(milan, second!)
    await goTo(milan, steps, 'Doel')
    await editor(milan, 'Doel').waitFor()
    expect(await textIn(milan, 'Doel')).toBe('')
    expect(await isSame(milan)).toBe(false)
    await mark(milan)
    await go(milan, 'Groei')
    await title(milan, 'Goedemorgen, Milan').waitFor()
    expect(await isSame(milan)).toBe(false)
    await milan.close()
  })
})

describe('personal app that Teams suspends', () => {
  test('tabs and links lead to their page, a page that was left is as it was left, and lists are fresh', async () => {
    const what = 'Elke dag een uur'
    const [meeting] = meetings
    const conversation = await tenant.conversation('sanne', 'milan', meeting!)
    const commitmentId = await tenant.commit('milan', conversation.id, what)
    await tenant.finish('sanne', conversation.id)
    const milan = await openPanel(browser, tenant, 'milan', meeting!, { place: 'personal' })
    await title(milan, 'Goedemorgen, Milan').waitFor()
    await mark(milan)
    await tab(milan, 'Afspraken').click()
    await milan.frame.getByRole('button', { name: `Gedaan: ${what}` }).waitFor()
    await tab(milan, 'Mensen').click()
    await milan.frame.getByRole('link', { name: /^Sanne de Vries/ }).click()
    await title(milan, 'Sanne de Vries').waitFor()
    // A page under a tab, and no field of it, was left for the chat.
    await goToChat(milan)
    const path = `/api/pairs/${conversation.pair.id}/commitments/${commitmentId}/answer`
    await tenant.as('milan')('PUT', path, { done: true })
    await go(milan, 'Groei')
    await title(milan, 'Sanne de Vries').waitFor()
    await milan.frame.getByText(what).waitFor({ state: 'hidden' })
    await milan.page.getByRole('button', { name: 'Terug', exact: true }).click()
    await title(milan, 'Mensen').waitFor()
    await tab(milan, 'Afspraken').click()
    await title(milan, 'Afspraken').waitFor()
    await milan.frame.getByRole('region', { name: 'Afgerond (30 dagen)' }).getByText(what).waitFor()
    expect(await isSame(milan)).toBe(true)
    await milan.close()
  })
})
