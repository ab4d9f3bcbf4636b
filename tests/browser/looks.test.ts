import type { Browser } from 'playwright-core'
import { describe, expect } from 'vitest'
import { inOrderInAllThemes, shoot } from '../support/looks.ts'
import { goTo, openPanel } from '../support/panels.ts'
import { openOutlook } from '../support/panes.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'

const test = testIn({ history: true })
let tenant: Tenant
let browser: Browser
test.beforeAll(async ({ tenant: started, browser: running }) => {
  tenant = started
  browser = running
})

const screens = {
  'nl-nl': {
    steps: 'Stappen van het gesprek',
    titles: ['Voorbereiding', 'Opvolging', 'Doel', 'Afspraken', 'Afronden'],
    last: /^Vorige keer/,
    tab: /^(Goede|Vandaag)/,
    shared: 'Groei in dit gesprek',
  },
  'en-us': {
    steps: 'Steps of the conversation',
    titles: ['Preparation', 'Follow-up', 'Goal', 'Commitments', 'Wrap up'],
    last: /^Last time/,
    tab: /^(Good |Today)/,
    shared: 'Groei in this conversation',
  },
}
const languages = ['nl-nl', 'en-us'] as const

describe('the main screens, in all themes', () => {
  test.each(languages)('the side panel passes axe and fits 280 px: %s', async (language) => {
    const [meeting] = await tenant.meetings('sanne', 'Milan')
    const words = screens[language]
    const panel = await openPanel(browser, tenant, 'sanne', meeting!, { language })
    for (const [at, title] of words.titles.entries()) {
      await goTo(panel, words.steps, title)
      if (at === 2) await panel.frame.getByRole('textbox', { name: title, exact: true }).waitFor()
      expect(await inOrderInAllThemes(panel, title, `panel-${language}-${at + 1}`)).toBe(280)
    }
    await panel.close()
  })

  test.each(languages)('the Outlook pane passes axe and fits 270 px: %s', async (language) => {
    const [meeting] = await tenant.meetings('milan', 'Milan')
    const words = screens[language]
    const pane = await openOutlook(browser, tenant, 'milan', { event: meeting!, language })
    const last = pane.frame.getByRole('button', { name: words.last })
    await last.waitFor()
    await shoot(pane, `pane-${language}-1`)
    await last.click()
    await last.evaluate((button) => button.scrollIntoView())
    expect(await inOrderInAllThemes(pane, 'pane', `pane-${language}-2`)).toBe(270)
    await goTo(pane, words.steps, words.titles[1]!)
    expect(await inOrderInAllThemes(pane, 'pane, follow-up', `pane-${language}-3`)).toBe(270)
    await pane.close()
  })

  test.each(languages)(
    'the personal tab and the shared tab pass axe and fit their frame: %s',
    async (language) => {
      const [meeting] = await tenant.meetings('sanne', 'Milan')
      const words = screens[language]
      for (const [place, title] of [
        ['personal', words.tab],
        ['details', words.shared],
        ['configure', words.shared],
      ] as const) {
        const tab = await openPanel(browser, tenant, 'sanne', meeting!, { language, place })
        await tab.frame.getByRole('heading', { level: 1, name: title }).waitFor()
        await inOrderInAllThemes(tab, place, `${place}-${language}`)
        await tab.close()
      }
    },
  )
})
