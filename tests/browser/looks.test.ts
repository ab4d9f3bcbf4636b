import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import { inOrder, shoot } from '../support/looks.ts'
import { goTo, openPanel, type Theme } from '../support/panels.ts'
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
    titles: ['Voorbereiding', 'Opvolging', 'Doel', 'Afspraken', 'Wat wordt gedeeld'],
    add: 'Afspraak toevoegen',
    last: /^Vorige keer/,
    tab: 'Mijn 1-op-1’s',
    shared: 'Groei in dit gesprek',
  },
  'en-us': {
    steps: 'Steps of the conversation',
    titles: ['Preparation', 'Follow-up', 'Goal', 'Commitments', 'What will be shared'],
    add: 'Add a commitment',
    last: /^Last time/,
    tab: 'My 1-on-1s',
    shared: 'Groei in this conversation',
  },
}
const cases = (['default', 'dark', 'contrast'] as Theme[]).flatMap((theme) =>
  (['nl-nl', 'en-us'] as const).map((language) => [theme, language] as const),
)

test.each(cases)('the side panel looks right: %s, %s', async (theme, language) => {
  const [meeting] = await tenant.meetings('sanne', 'Milan')
  const words = screens[language]
  const panel = await openPanel(browser, tenant, 'sanne', meeting!, { theme, language })
  for (const [at, title] of words.titles.entries()) {
    await goTo(panel, words.steps, title)
    if (at === 2) await panel.frame.getByRole('textbox', { name: title, exact: true }).waitFor()
    if (at === 3) await panel.frame.getByRole('button', { name: words.add }).click()
    expect(await inOrder(panel, title)).toBe(280)
    await shoot(panel, `panel-${theme}-${language}-${at + 1}`)
  }
  await panel.close()
})

test.each(cases)('the Outlook pane looks right: %s, %s', async (theme, language) => {
  const [meeting] = await tenant.meetings('milan', 'Milan')
  const words = screens[language]
  const pane = await openOutlook(browser, tenant, 'milan', { event: meeting!, theme, language })
  const last = pane.frame.getByRole('button', { name: words.last })
  await last.waitFor()
  await shoot(pane, `pane-${theme}-${language}-1`)
  await last.click()
  expect(await inOrder(pane, 'pane')).toBe(270)
  await last.evaluate((button) => button.scrollIntoView())
  await shoot(pane, `pane-${theme}-${language}-2`)
  await goTo(pane, words.steps, words.titles[1]!)
  expect(await inOrder(pane, 'pane, follow-up')).toBe(270)
  await pane.close()
})

test.each(cases)('the personal tab and the shared one look right: %s, %s', async (theme, language) => {
  const [meeting] = await tenant.meetings('sanne', 'Milan')
  const words = screens[language]
  for (const [place, title] of [
    ['personal', words.tab],
    ['details', words.shared],
    ['configure', words.shared],
  ] as const) {
    const tab = await openPanel(browser, tenant, 'sanne', meeting!, { theme, language, place })
    await tab.frame.getByRole('heading', { level: 1, name: title }).waitFor()
    await inOrder(tab, place)
    await shoot(tab, `${place}-${theme}-${language}`)
    await tab.close()
  }
})
