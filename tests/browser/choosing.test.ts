import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { describe, expect } from 'vitest'
import { inOrder, inOrderInAllThemes, shoot } from '../support/looks.ts'
import { goTo, openPanel, tabTo, type } from '../support/panels.ts'
import type { Meeting } from '../support/talks.ts'
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
  mkdirSync('.screens', { recursive: true })
})
const nl = 'Stappen van het gesprek'
const en = 'Steps of the conversation'

/** A talk of Sanne and Milan that nobody was in yet. */
async function fresh(): Promise<Meeting> {
  const meeting = meetings.shift()!
  await tenant.talk('sanne', 'milan', meeting)
  return meeting
}

describe('choosing a template', () => {
  test('either person chooses a template by keyboard, the other sees it, and notes without a step stay readable', async () => {
    const meeting = await fresh()
    const milan = await openPanel(browser, tenant, 'milan', meeting)
    const sanne = await openPanel(browser, tenant, 'sanne', meeting, { language: 'en-us' })
    await goTo(milan, nl, 'Opties')
    await type(milan, 'Opties', 'Zilvervos')
    await milan.frame.getByText('Opgeslagen', { exact: true }).waitFor()
    await goTo(milan, nl, 'Check-in')
    await sanne.frame.getByRole('button', { name: 'Template: GROW conversation' }).waitFor()

    await tabTo(milan, 'button', /Gespreksvorm: GROW-gesprek/)
    await milan.page.keyboard.press('Enter')
    const list = milan.frame.getByRole('group', { name: 'Andere gespreksvorm kiezen' })
    const short = list.getByRole('listitem').filter({ hasText: 'Kort' }).first()
    await short.getByText(/coachend · ±\s\d+\smin · van Groei/).waitFor()
    await list.getByText('Deze gebruiken jullie nu').waitFor()
    await tabTo(milan, 'button', /Kies deze: Kort/)
    await milan.page.keyboard.press('Enter')
    await list.waitFor({ state: 'detached' })
    await milan.frame.getByRole('button', { name: /Gespreksvorm: Kort/, expanded: false }).waitFor()
    await sanne.frame.getByRole('button', { name: /Template: Short/ }).waitFor()

    const other = sanne.frame.locator('details')
    await other.getByText('Other notes').click()
    await other.getByText('Zilvervos').waitFor()
    await other.getByText('This is not shared.').waitFor()
    await goTo(sanne, en, 'What will be shared')
    expect(await sanne.frame.getByRole('region', { name: 'Preview of what will be shared' }).count()).toBe(0)
    await milan.close()
    await sanne.close()
  })

  test('a person is told who chose, and stays in their step with the keyboard or is told where they are now', async () => {
    const meeting = await fresh()
    const { id } = await tenant.talk('sanne', 'milan', meeting)
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
    await frame
      .locator(':focus')
      .and(frame.getByRole('heading', { level: 1 }))
      .waitFor()

    // The screen where one shares is in every template.
    await goTo(panel, nl, 'Wat wordt gedeeld')
    expect(await said.count()).toBe(0)
    await choose('grow')
    await said.waitFor()
    await frame.getByRole('heading', { level: 1, name: 'Wat wordt gedeeld' }).waitFor()
    await panel.close()
  })

  test('a pair sets its usual template for new conversations where it chooses one', async () => {
    const meeting = await fresh()
    const panel = await openPanel(browser, tenant, 'sanne', meeting)
    const { frame, page } = panel
    await goTo(panel, nl, 'Check-in')
    const toggle = frame.getByRole('button', { name: /^Gespreksvorm: / })
    const list = frame.getByRole('group', { name: 'Andere gespreksvorm kiezen' })
    await toggle.click()
    await list.getByRole('button', { name: /Kies deze: Kort/ }).click()
    await list.waitFor({ state: 'detached' })
    await toggle.click()
    const box = list.getByRole('checkbox', { name: /^Onze gewone gespreksvorm/ })
    await box.focus()
    await page.keyboard.press('Space')
    await list.getByText(/jullie gewone gespreksvorm/).waitFor()
    await inOrder(panel, 'usual')
    await shoot(panel, 'choosing-usual')
    const coming = await tenant.talk('sanne', 'milan', meetings.at(-1)!)
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
    await frame.getByRole('button', { name: 'Andere vragen' }).waitFor()
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
    await sanne.frame.getByRole('button', { name: /Template: Steering|Template: .*steer/i }).waitFor()
    await sanne.close()
  })
})

describe('finding a question', () => {
  test('a question is picked for both, starred for one person, found elsewhere, and made by oneself', async () => {
    const meeting = await fresh()
    const milan = await openPanel(browser, tenant, 'milan', meeting)
    const sanne = await openPanel(browser, tenant, 'sanne', meeting, { language: 'en-us' })
    await goTo(milan, nl, 'Doel')
    await goTo(sanne, en, 'Goal')
    const mine = milan.frame.getByRole('region', { name: 'Vragen bij de hand' })
    const theirs = sanne.frame.getByRole('region', { name: 'Questions you can ask' })
    const first = mine.getByRole('listitem').first()
    await first.getByText('hoort bij deze gespreksvorm').waitFor()
    await first.getByRole('button', { name: /^Kies: / }).click()
    await first.getByRole('button', { name: /^Gekozen: / }).waitFor()
    await theirs
      .getByRole('button', { name: /^Picked: / })
      .first()
      .waitFor()
    await first.getByRole('button', { name: /^Favoriet: / }).click()
    await first.getByRole('button', { name: /^Favoriet: /, pressed: true }).waitFor()
    expect(await theirs.getByRole('button', { name: /^Favourite: /, pressed: true }).count()).toBe(0)
    // The scale of this step is there to answer, as before.
    await mine.getByRole('radiogroup', { name: 'Mijn cijfer' }).waitFor()

    await mine.getByRole('button', { name: 'Andere vragen' }).click()
    const search = milan.frame.getByRole('group', { name: 'Andere vragen' })
    await search.getByRole('combobox', { name: 'Thema' }).selectOption('Samenwerking')
    await search.getByRole('textbox', { name: 'Zoek in de vragen' }).fill('xyzzy')
    await search.getByText('Geen vraag gevonden.').waitFor()
    await search.getByRole('button', { name: 'Eigen vraag maken' }).click()
    const form = search.getByRole('group', { name: 'Eigen vraag maken' })
    await form.getByRole('textbox', { name: 'Je vraag' }).fill('Wat zou xyzzy doen?')
    await form.getByRole('button', { name: 'Vraag bewaren' }).click()
    await form.getByText('Vul je vraag in, en wanneer hij helpt.').waitFor()
    await form.getByRole('textbox', { name: 'Wanneer helpt deze vraag?' }).fill('Om van buiten te kijken.')
    await form.getByRole('combobox', { name: 'Thema' }).selectOption('Samenwerking')
    expect(await form.getByRole('checkbox', { name: 'Al mijn medewerkers' }).count()).toBe(0)
    await inOrder(milan, 'own question')
    await shoot(milan, 'questions-own')
    await form.getByRole('button', { name: 'Vraag bewaren' }).click()
    const made = search.getByRole('listitem').filter({ hasText: 'Wat zou xyzzy doen?' })
    await made.getByText('van jou').waitFor()
    await made.getByRole('button', { name: /^Verwijderen: / }).click()
    await made.getByRole('button', { name: 'Nee, laat staan' }).click()

    // One from another part of the talk, picked, stands in this step for both.
    await search.getByRole('combobox', { name: 'Thema' }).selectOption('Alle thema’s')
    await search.getByRole('textbox', { name: 'Zoek in de vragen' }).fill('drie dingen')
    await search
      .getByRole('button', { name: /^Kies: .*drie dingen/i })
      .first()
      .click()
    await search
      .getByRole('button', { name: /^Gekozen: .*drie dingen/i })
      .first()
      .waitFor()
    await search.getByRole('button', { name: 'Sluiten' }).click()
    await mine.getByRole('button', { name: 'Andere vragen', expanded: false }).waitFor()
    await theirs.getByRole('button', { name: /^Picked: .*three things/i }).waitFor()

    await sanne.frame.getByRole('button', { name: 'Other questions' }).click()
    await sanne.frame.getByRole('textbox', { name: 'Search the questions' }).fill('xyzzy')
    await sanne.frame.getByText('No question found.').waitFor()
    await milan.close()
    await sanne.close()
  })
})

describe('choosing and finding, in all themes', () => {
  test.each(['nl-nl', 'en-us'] as const)(
    'templates and questions pass axe and fit 280 px: %s',
    async (language) => {
      const meeting = meetings[0]!
      await tenant.talk('sanne', 'milan', meeting)
      const panel = await openPanel(browser, tenant, 'sanne', meeting, { language })
      const { frame } = panel
      await goTo(panel, language === 'nl-nl' ? nl : en, 'Check-in')
      await frame.getByRole('button', { name: /^(Gespreksvorm|Template):/ }).click()
      await frame
        .getByRole('button', { name: /^(Kies deze|Choose this one):/ })
        .first()
        .waitFor()
      expect(await inOrderInAllThemes(panel, 'choices', `choosing-${language}`)).toBe(280)
      await frame.getByRole('button', { name: /^(Gespreksvorm|Template):/ }).click()
      await frame.getByRole('button', { name: /^(Andere vragen|Other questions)/ }).click()
      await until(async () =>
        (await frame.getByRole('button', { name: /^(Kies|Pick): / }).count()) > 6 ? true : null,
      )
      const search = frame.getByRole('textbox', { name: /^(Zoek|Search)/ })
      await search.evaluate((one) => one.scrollIntoView({ block: 'center' }))
      expect(await inOrderInAllThemes(panel, 'questions', `questions-${language}`)).toBe(280)
      await panel.close()
    },
  )
})
