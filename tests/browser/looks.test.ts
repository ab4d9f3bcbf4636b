import { AxeBuilder } from '@axe-core/playwright'
import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { goTo, openPanel, type Theme } from '../support/panels.ts'
import { startTenant, type Tenant } from '../support/tenant.ts'

let tenant: Tenant
let browser: Browser
beforeAll(async () => {
  ;[tenant, browser] = await Promise.all([startTenant({ history: true }), launchChromium()])
  mkdirSync('.screens', { recursive: true })
})
afterAll(async () => {
  await browser.close()
  await tenant.close()
})

const screens = {
  'nl-nl': {
    steps: 'Stappen van het gesprek',
    titles: ['Opvolging', 'Doel', 'Afspraken', 'Wat wordt gedeeld'],
    add: 'Afspraak toevoegen',
  },
  'en-us': {
    steps: 'Steps of the conversation',
    titles: ['Follow-up', 'Goal', 'Commitments', 'What will be shared'],
    add: 'Add a commitment',
  },
}
const cases = (['default', 'dark', 'contrast'] as Theme[]).flatMap((theme) =>
  (['nl-nl', 'en-us'] as const).map((language) => [theme, language] as const),
)

test.each(cases)('axe finds nothing, and nothing scrolls sideways: %s, %s', async (theme, language) => {
  const [meeting] = await tenant.meetings('sanne', 'Milan')
  const words = screens[language]
  const panel = await openPanel(browser, tenant, 'sanne', meeting!, { theme, language })
  for (const [at, title] of words.titles.entries()) {
    await goTo(panel, words.steps, title)
    if (at === 1) await panel.frame.getByRole('textbox', { name: title, exact: true }).waitFor()
    if (at === 2) await panel.frame.getByRole('button', { name: words.add }).click()
    const { violations } = await new AxeBuilder({ page: panel.page }).include(['iframe']).analyze()
    const found = violations.map(
      (one) => `${title}: ${one.id} ${one.nodes.map((node) => node.html).join(' ')}`,
    )
    expect(found).toEqual([])
    const [content, width] = await panel.frame
      .locator('html')
      .evaluate((html) => [html.scrollWidth, window.innerWidth] as const)
    expect(width).toBe(280)
    expect(content).toBeLessThanOrEqual(width)
    await panel.page.locator('.side').screenshot({ path: `.screens/${theme}-${language}-${at + 1}.png` })
  }
  await panel.close()
})
