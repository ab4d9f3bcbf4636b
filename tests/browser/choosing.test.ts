import type { Browser } from 'playwright-core'
import { describe, expect } from 'vitest'
import { livePath } from '../../server/contract/live.ts'
import { inOrder, inOrderInAllThemes, shoot } from '../support/looks.ts'
import {
  cardIn,
  editor,
  goBack,
  goTo,
  openInfo,
  openPanel,
  openTemplates,
  openTool,
  stepButton,
  stored,
  tabTo,
  turnTo,
  type,
} from '../support/panels.ts'
import type { Meeting } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

const test = testIn()
let tenant: Tenant
let browser: Browser
let meetings: Meeting[]
test.beforeAll(async ({ tenant: started, browser: running }) => {
  tenant = started
  browser = running
  meetings = await tenant.meetings('sanne', 'Milan')
})
const nl = 'Stappen van het gesprek'
const en = 'Steps of the conversation'

/** A conversation of Sanne and Milan that nobody was in yet. */
async function fresh(): Promise<Meeting> {
  const meeting = meetings.shift()!
  await tenant.conversation('sanne', 'milan', meeting)
  return meeting
}

describe('choosing a template', () => {
  test('either person chooses a template by keyboard, the other sees it, and notes without a step stay readable', async () => {
    const meeting = await fresh()
    const milan = await openPanel(browser, tenant, 'milan', meeting)
    const sanne = await openPanel(browser, tenant, 'sanne', meeting, { language: 'en-us' })
    await goTo(milan, nl, 'Opties')
    await type(milan, 'Opties', 'Zilvervos')
    await stored(milan)
    await goTo(milan, nl, 'Check-in')
    await tabTo(milan, 'button', /^Check-in, /)
    await milan.page.keyboard.press('Enter')
    await tabTo(milan, 'button', /^GROW-gesprek · wijzigen$/)
    await milan.page.keyboard.press('Enter')
    const list = milan.frame.getByRole('main', { name: 'Gespreksvorm' })
    await list
      .getByRole('button', { name: /^GROW-gesprek \d+\smin$/ })
      .and(list.locator('[aria-current="true"]'))
      .waitFor()
    await tabTo(milan, 'button', /^Kort gesprek \d+\smin$/)
    await milan.page.keyboard.press('Enter')
    await list.waitFor({ state: 'detached' })
    await milan.frame.locator(':focus').and(stepButton(milan, nl)).waitFor()
    await stepButton(sanne, en).click()
    await sanne.frame.getByRole('button', { name: /^Short .* · change$/ }).waitFor()
    await stepButton(sanne, en).click()
    await openInfo(sanne)
    const other = sanne.frame.locator('details')
    await other.getByText('Other notes').click()
    await other.getByText('Zilvervos').waitFor()
    await other.getByText('This is not shared.').waitFor()
    await goTo(sanne, en, 'Wrap up')
    expect(await sanne.frame.getByRole('region', { name: 'Preview of what will be shared' }).count()).toBe(0)
    await milan.close()
    await sanne.close()
  })

  test('a person is told who chose, and stays in their step with the keyboard or is told where they are now', async () => {
    const meeting = await fresh()
    const { id } = await tenant.conversation('sanne', 'milan', meeting)
    const choose = (templateId: string) =>
      tenant.as('sanne')('PUT', `/api/conversations/${id}/template`, { templateId })
    const panel = await openPanel(browser, tenant, 'milan', meeting)
    const { frame, page } = panel
    await goTo(panel, nl, 'Realiteit')
    await type(panel, 'Realiteit', 'Halverwege ')
    const said = frame.getByRole('status').filter({ hasText: 'Sanne de Vries koos een andere gespreksvorm' })
    await choose('steering')
    await said.waitFor()
    // Steering has this step under another name; one goes on typing in it.
    await page.keyboard.type('een zin')
    await until(async () =>
      (await frame.locator('.cm-content').textContent()) === 'Halverwege een zin' ? true : null,
    )
    expect(await frame.locator('.cm-content').getAttribute('aria-label')).toBe(
      await frame.getByRole('heading', { level: 1 }).textContent(),
    )
    await inOrder(panel, 'other chose')
    await shoot(panel, 'choosing-other')

    await choose('short-check-in')
    await said.filter({ hasText: 'je bent nu bij' }).waitFor()
    await frame.locator(':focus').and(stepButton(panel, nl)).waitFor()

    // The screen where one shares is in every template.
    await goTo(panel, nl, 'Afronden')
    expect(await said.count()).toBe(0)
    await choose('grow')
    await said.waitFor()
    await frame.getByRole('heading', { level: 1, name: 'Afronden' }).waitFor()
    await panel.close()
  })

  test('a person whose page is still connecting when the other chooses is told so', async () => {
    const meeting = await fresh()
    const { id } = await tenant.conversation('sanne', 'milan', meeting)
    const panel = await openPanel(browser, tenant, 'milan', meeting)
    let connect = () => undefined as void
    const mayConnect = new Promise<void>((resolve) => (connect = resolve))
    await panel.page.routeWebSocket(
      (url) => url.pathname === livePath,
      async (socket) => {
        await mayConnect
        socket.connectToServer()
      },
    )
    await panel.page.reload()
    await goTo(panel, nl, 'Realiteit')
    await tenant.as('sanne')('PUT', `/api/conversations/${id}/template`, { templateId: 'steering' })
    connect()
    await panel.frame
      .getByRole('status')
      .filter({ hasText: 'Sanne de Vries koos een andere gespreksvorm' })
      .waitFor()
    await panel.close()
  })

  test('a pair sets its usual template for new conversations where it chooses one', async () => {
    const meeting = await fresh()
    const panel = await openPanel(browser, tenant, 'sanne', meeting)
    const { frame, page } = panel
    await goTo(panel, nl, 'Check-in')
    const list = frame.getByRole('main', { name: 'Gespreksvorm' })
    await openTemplates(panel, nl)
    await list.getByRole('button', { name: /^Kort gesprek/ }).click()
    await list.waitFor({ state: 'detached' })
    await openTemplates(panel, nl)
    const box = list.getByRole('checkbox', { name: 'Nieuwe gesprekken beginnen met Kort gesprek' })
    await box.focus()
    await page.keyboard.press('Space')
    await list.getByText(/jullie gewone gespreksvorm/).waitFor()
    await inOrder(panel, 'usual')
    await shoot(panel, 'choosing-usual')
    const coming = await tenant.conversation('sanne', 'milan', meetings.at(-1)!)
    expect(coming.template.id).toBe('short-check-in')
    await box.click()
    await list.getByText(/jullie gewone gespreksvorm/).waitFor({ state: 'detached' })
    await panel.close()
  })

  test('words of danger offer steering with the reason once typing rests, and stay away once dismissed', async () => {
    const meeting = await fresh()
    const panel = await openPanel(browser, tenant, 'milan', meeting)
    const { frame, page } = panel
    await goTo(panel, nl, 'Realiteit')
    await cardIn(panel).getByRole('button', { name: 'Andere vraag' }).waitFor()
    let asked = 0
    page.on('request', (request) => {
      if (request.url().endsWith('/templates')) asked += 1
    })
    await type(
      panel,
      'Realiteit',
      'De steiger op de bouwplaats is al weken onveilig en niemand zegt er iets van',
    )
    const offer = frame.getByRole('status').filter({ hasText: '“onveilig”' })
    await offer.waitFor()
    expect(asked).toBeLessThan(5)
    await inOrder(panel, 'offer')
    await shoot(panel, 'choosing-offer')
    await offer.getByRole('button', { name: 'Nu niet' }).click()
    await goTo(panel, nl, 'Focus')
    const again = page.waitForResponse((one) => one.url().endsWith('/templates'))
    await type(panel, 'Focus', 'De ladder is nog steeds onveilig. ')
    await (await again).finished()
    expect(await frame.getByText('“onveilig”').count()).toBe(0)
    // What is named in other words may be another matter, and silence about a danger costs more than one more tap.
    await type(panel, 'Focus', 'Het is ook gevaarlijk, en er was een datalek. ')
    const other = frame.getByRole('status').filter({ hasText: '“gevaarlijk”' })
    await other.getByRole('button', { name: 'Nu niet' }).click()
    const third = frame.getByRole('status').filter({ hasText: '“datalek”' })
    await third.getByRole('button', { name: 'Nu niet' }).click()
    await third.waitFor({ state: 'detached' })
    await panel.close()

    // The other was offered it too, and takes it.
    const sanne = await openPanel(browser, tenant, 'sanne', meeting, { language: 'en-us' })
    await sanne.frame
      .getByRole('status')
      .filter({ hasText: '“onveilig”' })
      .getByRole('button', { name: /^Go to/ })
      .click()
    await stepButton(sanne, en).click()
    await sanne.frame.getByRole('button', { name: /steer.* · change$/i }).waitFor()
    await sanne.close()
  })
})

describe('finding a question', () => {
  test('a question is turned for both, starred for one person, found elsewhere, and made by oneself', async () => {
    const meeting = await fresh()
    const milan = await openPanel(browser, tenant, 'milan', meeting)
    const sanne = await openPanel(browser, tenant, 'sanne', meeting, { language: 'en-us' })
    await goTo(milan, nl, 'Doel')
    await goTo(sanne, en, 'Goal')
    const mine = cardIn(milan)
    const theirs = cardIn(sanne)
    await turnTo(milan, 'Wat zien anderen je doen')
    await theirs.getByText('What will others see you doing').waitFor()
    await mine.getByRole('button', { name: /^Favoriet: / }).click()
    await mine.getByRole('button', { name: /^Favoriet: /, pressed: true }).waitFor()
    expect(await theirs.getByRole('button', { name: /^Favourite: /, pressed: true }).count()).toBe(0)
    await openTool(milan, 'Waarom deze')
    await mine.getByText('Jouw favoriet.').waitFor()
    await type(milan, 'Doel', 'Zij zien mij vragen stellen')
    await openTool(milan, 'Zet in de notities')
    await expect
      .poll(() => editor(sanne, 'Goal').innerText())
      .toMatch(/Wat zien anderen je doen[^]*Zij zien mij vragen stellen/)

    // One from another part of the conversation, found by its words, is before both.
    await openTool(milan, 'Zoek een vraag')
    const search = milan.frame.getByRole('main', { name: 'Zoek een vraag' })
    const theme = search.getByRole('button', { name: 'Samenwerking' })
    await theme.click()
    const words = search.getByRole('searchbox', { name: 'Zoek in de vragen' })
    await words.fill('drie dingen')
    await search.getByText('Geen vraag gevonden.').waitFor()
    await theme.click()
    await search
      .getByRole('button', { name: /^[^:]*drie dingen/i })
      .first()
      .click()
    await mine.getByText(/drie dingen/i).waitFor()
    await theirs.getByText(/three things/i).waitFor()

    // One of one's own is before nobody else.
    await openTool(milan, 'Eigen vraag')
    const form = milan.frame.getByRole('group', { name: 'Eigen vraag maken' })
    await form.getByRole('textbox', { name: 'Je vraag' }).fill('Wat zou xyzzy doen?')
    await form.getByRole('button', { name: 'Voeg vraag toe' }).click()
    await form.getByText('Vul je vraag in, en wanneer hij helpt.').waitFor()
    await form.getByRole('textbox', { name: 'Wanneer helpt deze vraag?' }).fill('Om van buiten te kijken.')
    await form.getByText('Meer over de vraag').click()
    await form.getByRole('combobox', { name: 'Thema' }).selectOption('Samenwerking')
    expect(await form.getByRole('checkbox', { name: 'Al mijn medewerkers' }).count()).toBe(0)
    await inOrder(milan, 'own question')
    await shoot(milan, 'questions-own')
    await form.getByRole('button', { name: 'Voeg vraag toe' }).click()
    await mine.getByText('Wat zou xyzzy doen?').waitFor()
    await theirs.getByText(/three things/i).waitFor()
    await openTool(milan, 'Zoek een vraag')
    await words.fill('xyzzy')
    await search.getByText('van jou').waitFor()
    await search.getByRole('button', { name: /^Verwijderen: / }).click()
    await search.getByRole('button', { name: 'Nee, laat staan' }).click()
    await milan.close()

    await openTool(sanne, 'Find a question')
    await sanne.frame.getByRole('searchbox', { name: 'Search the questions' }).fill('xyzzy')
    await sanne.frame.getByText('No question found.').waitFor()
    await sanne.close()
  })
})

describe('choosing and finding, in all themes', () => {
  test.each(['nl-nl', 'en-us'] as const)(
    'templates and questions pass axe and fit 280 px: %s',
    async (language) => {
      const meeting = meetings[0]!
      await tenant.conversation('sanne', 'milan', meeting)
      const panel = await openPanel(browser, tenant, 'sanne', meeting, { language })
      const { frame } = panel
      await goTo(panel, language === 'nl-nl' ? nl : en, 'Check-in')
      await openTemplates(panel, language === 'nl-nl' ? nl : en)
      // Under the pointer too: the contrast theme turns its colours round there.
      await frame.getByRole('button', { name: /^GROW/ }).hover()
      expect(await inOrderInAllThemes(panel, 'choices', `choosing-${language}`)).toBe(280)
      await goBack(panel)
      await openTool(panel, language === 'nl-nl' ? 'Zoek een vraag' : 'Find a question')
      await frame.getByText(/^8 (van|of) /).waitFor()
      expect(await inOrderInAllThemes(panel, 'questions', `questions-${language}`)).toBe(280)
      await panel.close()
    },
  )
})
