import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { describe, expect } from 'vitest'
import { inOrder, inOrderInAllThemes } from '../support/looks.ts'
import { cardIn, goTo, openPanel, tabTo, turnTo } from '../support/panels.ts'
import type { Meeting } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'

const test = testIn()
let tenant: Tenant
let browser: Browser
let meetings: Meeting[]
test.beforeAll(async ({ tenant: started, browser: running }) => {
  tenant = started
  browser = running
  meetings = await tenant.meetings('sanne', 'Milan')
  await tenant.conversation('sanne', 'milan', meetings[0]!)
  mkdirSync('.screens', { recursive: true })
})
const nl = 'Stappen van het gesprek'
const next = async () => {
  meetings.shift()
  await tenant.conversation('sanne', 'milan', meetings[0]!)
  return meetings[0]!
}

describe('own questions', () => {
  test('a coach makes a question by keyboard for a part of the conversation, shares, changes and removes it', async () => {
    const panel = await openPanel(browser, tenant, 'sanne', meetings[0]!, {
      place: 'personal',
      page: '/library',
    })
    const { frame, page } = panel
    const mine = frame.getByRole('region', { name: 'Mijn vragen' })
    await mine.getByText('Je hebt nog geen eigen vragen.').waitFor()
    await mine.getByRole('button', { name: 'Eigen vraag maken' }).focus()
    await page.keyboard.press('Enter')
    const form = frame.getByRole('group', { name: 'Eigen vraag maken' })
    await form.getByRole('textbox', { name: 'Je vraag' }).waitFor()
    await page.keyboard.type('Hoe licht voelt je werk, van 1 tot 10?')
    await tabTo(panel, 'textbox', /Wanneer helpt deze vraag/)
    await page.keyboard.type('Als het druk is.')
    // By its words it is a scale; the rest is guessed too, and is there for who wants it otherwise.
    expect(await form.getByRole('combobox').count()).toBe(0)
    await form.getByText('Meer over de vraag').click()
    await expect
      .poll(() => form.getByRole('checkbox', { name: 'Je antwoordt met een cijfer' }).isChecked())
      .toBe(true)
    const parts = form.getByRole('group', { name: 'Bij welk deel van het gesprek past de vraag?' })
    await parts.getByRole('checkbox', { name: 'focus' }).uncheck()
    await parts.getByText('Kies minstens één deel van het gesprek.').waitFor()
    await form.getByRole('button', { name: 'Voeg vraag toe' }).click()
    await parts.getByRole('checkbox', { name: 'doel' }).check()
    await form.getByRole('checkbox', { name: 'Al mijn medewerkers' }).check()
    await inOrder(panel, 'own question form')
    await form.getByRole('button', { name: 'Voeg vraag toe' }).click()
    const item = mine.getByRole('link', { name: /^Hoe licht voelt je werk/ })
    await item.getByText('van het team · doel').waitFor()

    // In the conversation it is a scale beside the step's own, each with its question in its name.
    const milan = await openPanel(browser, tenant, 'milan', await next())
    await goTo(milan, nl, 'Doel')
    await turnTo(milan, 'Hoe graag wil je dit')
    await milan.frame.getByRole('radiogroup', { name: /^Mijn cijfer Hoe graag wil je dit/ }).waitFor()
    await turnTo(milan, 'Hoe licht voelt je werk')
    const own = milan.frame.getByRole('group', { name: 'Hoe licht voelt je werk, van 1 tot 10?' })
    await own.getByText('1: helemaal niet').waitFor()
    await own
      .getByRole('radiogroup', { name: 'Mijn cijfer Hoe licht voelt je werk' })
      .getByRole('radio', { name: '7', exact: true })
      .check()
    await own.getByRole('textbox', { name: 'Waarom een 7 en geen 3?' }).waitFor()
    await inOrder(milan, 'two scales')
    await milan.close()

    await item.click()
    const change = frame.getByRole('group', { name: 'Aanpassen: Hoe licht voelt je werk' })
    await change.getByRole('checkbox', { name: 'Al mijn medewerkers' }).uncheck()
    await change.getByText('Meer over de vraag').click()
    await change.getByRole('checkbox', { name: 'wil', exact: true }).check()
    await change.getByRole('button', { name: 'Pas vraag aan' }).click()
    await item.getByText('van jou · doel, wil').waitFor()
    await item.click()
    await frame.getByRole('button', { name: 'Verwijderen' }).click()
    await frame.getByRole('button', { name: 'Ja, verwijderen' }).click()
    await mine.getByText('Je hebt nog geen eigen vragen.').waitFor()
    await panel.close()
  })

  test('another question is before both at once, in the preparation too, and nobody sees the one it replaced', async () => {
    const meeting = await next()
    const milan = await openPanel(browser, tenant, 'milan', meeting)
    const sanne = await openPanel(browser, tenant, 'sanne', meeting, { language: 'en-us' })
    for (const [step, theirs] of [
      ['Opties', 'Options'],
      ['Voorbereiding', 'Preparation'],
    ] as const) {
      await goTo(milan, nl, step)
      await goTo(sanne, 'Steps of the conversation', theirs)
      await cardIn(sanne).getByRole('button', { name: 'Another question' }).waitFor()
      const before = await cardIn(sanne).innerText()
      await cardIn(milan).getByRole('button', { name: 'Andere vraag' }).click()
      await expect.poll(() => cardIn(sanne).innerText()).not.toBe(before)
      // And the other way round, with the arrow key.
      const his = await cardIn(milan).innerText()
      await cardIn(sanne).getByRole('button', { name: 'Another question' }).press('ArrowRight')
      await expect.poll(() => cardIn(milan).innerText()).not.toBe(his)
    }
    await milan.close()
    await sanne.close()
  })

  test('a team’s template takes the team’s question, and the follow-up step may do without any', async () => {
    const id = crypto.randomUUID()
    await tenant.as('sanne')('PUT', `/api/questions/own/${id}`, {
      ...{ kind: 'open', text: 'Wat vond xyzzy?', purpose: 'Om te lachen.', theme: 'reflection' },
      ...{ phases: ['follow-up'], depth: 'light', team: true, revision: 0 },
    })
    const panel = await openPanel(browser, tenant, 'sanne', meetings[0]!, {
      place: 'personal',
      page: '/library/template/short-check-in',
    })
    const { frame } = panel
    await frame.getByRole('link', { name: 'Gebruik als basis' }).click()
    await frame.getByRole('button', { name: /^2\. Opvolging/ }).click()
    const step = frame.getByRole('group', { name: 'Opvolging', exact: true })
    await step.getByText('Kies hooguit vijf vragen, of geen.').waitFor()
    await step.getByRole('button', { name: 'Vraag toevoegen' }).click()
    await step.getByRole('searchbox', { name: 'Zoek in de vragen' }).fill('xyzzy')
    await step.getByRole('button', { name: 'Neem: Wat vond xyzzy?' }).click()
    await step.getByRole('button', { name: 'Sluiten' }).click()
    await frame.getByRole('button', { name: 'Voorbeeld bekijken' }).click()
    await frame
      .getByRole('group', { name: 'Voorbeeld van Kort gesprek' })
      .getByText('Wat vond xyzzy?')
      .waitFor()
    await frame.getByRole('button', { name: 'Publiceer' }).click()
    await frame.getByText('Kort gesprek is gepubliceerd').waitFor()
    await panel.close()
  })

  test.each(['nl-nl', 'en-us'] as const)(
    'the form passes axe and fits 280 px in all themes: %s',
    async (language) => {
      const panel = await openPanel(browser, tenant, 'sanne', meetings[0]!, {
        language,
        place: 'personal',
        page: '/library',
      })
      await panel.page.locator('iframe[title^="Groei"]').evaluate((one) => (one.style.width = '280px'))
      await panel.frame.getByRole('button', { name: /^(Eigen vraag maken|Write your own question)/ }).click()
      await panel.frame.getByRole('textbox').first().waitFor()
      await panel.frame.getByText(/^(Meer over de vraag|More about the question)$/).click()
      expect(await inOrderInAllThemes(panel, 'own questions', `own-questions-${language}`)).toBe(280)
      await panel.frame.getByRole('button', { name: /^(Annuleren|Cancel)/ }).click()
      await panel.frame.getByRole('region', { name: /^(Mijn vragen|My questions)$/ }).waitFor()
      await panel.close()
    },
  )
})
