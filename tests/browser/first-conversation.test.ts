import type { Locator, Browser } from 'playwright-core'
import { describe, expect } from 'vitest'
import { inOrder, shoot } from '../support/looks.ts'
import { editor, openPanel, stored } from '../support/panels.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'

const test = testIn()
let tenant: Tenant
let browser: Browser
test.beforeAll(async ({ tenant: started, browser: running }) => {
  tenant = started
  browser = running
})

/** What a newcomer may need, besides typing, from opening the panel to the finished state. */
const most = 9

describe('first use', () => {
  /** Follows the button that leads on through every step: no shorter way has to be known. */
  test('the first conversation of a newcomer takes at most 9 presses besides typing, from opening to finished', async () => {
    const [meeting] = await tenant.meetings('sanne', 'Aylin')
    await tenant.moveTo(meeting!.start)
    const panel = await openPanel(browser, tenant, 'sanne', meeting!)
    const { frame, page } = panel
    const root = frame.locator('html')
    await frame.getByRole('heading', { name: 'Wie is de leidinggevende?' }).waitFor()
    // Counted where they arrive: whatever presses, in whatever way. Going to a text in order to type is no press.
    await root.evaluate(() => {
      document.documentElement.dataset['clicks'] = '0'
      document.addEventListener(
        'pointerdown',
        ({ target }) => {
          if ((target as Element).closest('[role="textbox"], input, textarea')) return
          const { dataset } = document.documentElement
          dataset['clicks'] = String(Number(dataset['clicks']) + 1)
        },
        true,
      )
    })
    const clicks = () => root.evaluate((html) => Number(html.dataset['clicks']))
    const press = (name: string | RegExp): Promise<void> => frame.getByRole('button', { name }).click()
    const focused = (one: Locator) => frame.locator(':focus').and(one).waitFor()

    await press('Begin het gesprek')
    await editor(panel, 'Check-in').click()
    await page.keyboard.type('Goed geslapen, en benieuwd.')
    await stored(panel)
    for (const step of ['Focus', 'Doel', 'Realiteit', 'Opties', 'Wil', 'Afspraken']) {
      await press(`Door naar ${step}`)
      await frame.getByRole('heading', { level: 1, name: step }).waitFor()
    }
    await focused(frame.getByRole('textbox', { name: 'Wat ga je doen?' }))
    await page.keyboard.type('Elke maandag één ontwerp laten zien')
    await press('Door naar Afronden')
    await frame
      .getByRole('region', { name: 'Voorbeeld van wat wordt gedeeld' })
      .getByText('Elke maandag één ontwerp laten zien')
      .waitFor()
    await press('Delen en afronden')
    // The other is a newcomer too: that is the last thing that is said.
    await frame.getByText(/^Aylin Yılmaz moet Groei eerst één keer openen/).waitFor()

    expect(await clicks()).toBeLessThanOrEqual(most)
    expect(await clicks()).toBeGreaterThan(5)
    await panel.close()
  })

  test.each([
    ['nl-nl', 'Open Groei in je 1-op-1.'],
    ['en-us', 'Open Groei in your 1-on-1.'],
  ] as const)('the personal tab tells a newcomer how a pair begins: %s', async (language, how) => {
    const [meeting] = await tenant.meetings('noor', '')
    const tab = await openPanel(browser, tenant, 'noor', meeting!, { place: 'personal', language })
    await tab.frame.getByText(how).waitFor()
    await inOrder(tab, 'no pair yet')
    await shoot(tab, `no-pair-${language}`)
    await tab.close()
  })
})
