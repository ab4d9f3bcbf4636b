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
    const form = mine.getByRole('group', { name: 'Eigen vraag maken' })
    await form.getByRole('textbox', { name: 'Je vraag' }).waitFor()
    await page.keyboard.type('Hoe licht voelt je werk, van 1 tot 10?')
    await tabTo(panel, 'textbox', /Wanneer helpt deze vraag/)
    await page.keyboard.type('Als het druk is.')
    const parts = form.getByRole('group', { name: 'Bij welk deel van het gesprek past de vraag?' })
    await parts.getByRole('checkbox', { name: 'focus' }).uncheck()
    await parts.getByText('Kies minstens één deel van het gesprek.').waitFor()
    await form.getByRole('button', { name: 'Vraag bewaren' }).click()
    await parts.getByRole('checkbox', { name: 'doel' }).check()
    await form.getByRole('checkbox', { name: 'Je antwoordt met een cijfer' }).check()
    await form.getByRole('checkbox', { name: 'Al mijn medewerkers' }).check()
    await inOrder(panel, 'own question form')
    await form.getByRole('button', { name: 'Vraag bewaren' }).click()
    const item = mine.getByRole('listitem').filter({ hasText: 'Hoe licht voelt je werk' })
    await item.getByText('Als het druk is. · van het team · doel').waitFor()

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
    await own.getByRole('textbox', { name: 'Waarom is het een 7 en geen 3?' }).waitFor()
    await inOrder(milan, 'two scales')
    await milan.close()

    await item.getByRole('button', { name: /^Aanpassen: / }).click()
    const change = mine.getByRole('group', { name: 'Aanpassen: Hoe licht voelt je werk' })
    await change.getByRole('checkbox', { name: 'Al mijn medewerkers' }).uncheck()
    await change.getByRole('checkbox', { name: 'wil', exact: true }).check()
    await change.getByRole('button', { name: 'Vraag bewaren' }).click()
    await item.getByText('van jou · doel, wil').waitFor()
    await item.getByRole('button', { name: /^Verwijderen: / }).click()
    await item.getByRole('button', { name: 'Ja, verwijderen' }).click()
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
      page: '/library',
    })
    const team = panel.frame.getByRole('region', { name: 'Gespreksvormen' })
    await team.getByRole('button', { name: 'Aanpassen: Kort gesprek' }).click()
    await team.getByRole('button', { name: 'Stap aanpassen: Opvolging' }).click()
    const step = team.getByRole('group', { name: 'Opvolging', exact: true })
    await step.getByText('Kies hooguit vijf vragen, of geen.').waitFor()
    await step.getByRole('button', { name: 'Vraag toevoegen' }).click()
    await step.getByRole('textbox', { name: 'Zoek in de vragen' }).fill('xyzzy')
    await step.getByRole('button', { name: 'Neem: Wat vond xyzzy?' }).click()
    await step.getByRole('button', { name: 'Sluiten' }).click()
    await team.getByRole('button', { name: 'Concept bewaren' }).click()
    await team.getByRole('button', { name: 'Voorbeeld bekijken' }).click()
    await team
      .getByRole('group', { name: 'Voorbeeld van Kort gesprek' })
      .getByText('Wat vond xyzzy?')
      .waitFor()
    await team.getByRole('button', { name: 'Publiceren' }).click()
    await team.getByText('Kort gesprek is gepubliceerd').waitFor()
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
      const mine = panel.frame.getByRole('region', {
        name: language === 'nl-nl' ? 'Mijn vragen' : 'My questions',
      })
      await mine.getByRole('button', { name: /^(Eigen vraag maken|Write your own question)/ }).click()
      await mine.getByRole('textbox').first().waitFor()
      await mine.evaluate((one) => one.scrollIntoView())
      expect(await inOrderInAllThemes(panel, 'own questions', `own-questions-${language}`)).toBe(280)
      await mine.getByRole('button', { name: /^(Annuleren|Cancel)/ }).click()
      await panel.close()
    },
  )
})
