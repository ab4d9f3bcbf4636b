import type { Browser } from 'playwright-core'
import { describe, expect } from 'vitest'
import { inOrder, inOrderInAllThemes, shoot } from '../support/looks.ts'
import { goBack, goTo, openInfo, openPanel, stepButton, stored, type } from '../support/panels.ts'
import { sized } from '../support/room.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'

const test = testIn({ history: true })
let tenant: Tenant
let browser: Browser
test.beforeAll(async ({ tenant: started, browser: running }) => {
  tenant = started
  browser = running
})
const steps = 'Stappen van het gesprek'

/** Words that may stand on a step at most, of what Groei says itself. */
describe('the frame of the side panel', () => {
  test('finishing says of which earlier commitments nobody said anything, and leads there', async () => {
    const [meeting] = await tenant.meetings('sanne', 'Milan')
    const panel = await openPanel(browser, tenant, 'sanne', meeting!)
    await goTo(panel, steps, 'Afronden')
    await panel.frame.getByRole('button', { name: 'Nog niets gezegd over 1 afspraak' }).click()
    await panel.frame.getByRole('heading', { level: 1, name: 'Opvolging' }).waitFor()
    await panel.frame.getByRole('radio', { name: 'Gedaan' }).check()
    // Where colours are the system's, what is chosen has another edge than what is not.
    await panel.page.emulateMedia({ forcedColors: 'active' })
    const edges = await panel.frame
      .locator('label:has(:checked), label:has([type="radio"]:not(:checked))')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).borderTopWidth))
    expect(edges).toEqual(['2px', '1px', '1px'])
    await panel.page.emulateMedia({ forcedColors: 'none' })
    await goTo(panel, steps, 'Afronden')
    await panel.frame.getByRole('button', { name: 'Delen en afronden' }).waitFor()
    await panel.frame.getByRole('button', { name: /^Nog niets gezegd/ }).waitFor({ state: 'detached' })
    await panel.close()
  })

  test('the frame holds at any width, in views and in the list of steps', async () => {
    const [, meeting] = await tenant.meetings('sanne', 'Aylin')
    await tenant.conversation('sanne', 'aylin', meeting!)
    const panel = await openPanel(browser, tenant, 'aylin', meeting!)
    await goTo(panel, steps, 'Doel')
    await panel.frame.getByRole('button', { name: 'Andere vraag' }).waitFor()
    await stored(panel)
    for (const width of [200, 280, 320, 400]) {
      await sized(panel, width)
      expect(await inOrder(panel, `frame, ${width}`)).toBe(width)
      await shoot(panel, `frame-${width}`)
      await openInfo(panel)
      expect(await inOrder(panel, `information, ${width}`)).toBe(width)
      await goBack(panel)
      await stepButton(panel, steps).click()
      expect(await inOrder(panel, `steps, ${width}`)).toBe(width)
      await shoot(panel, `frame-steps-${width}`)
      await panel.page.keyboard.press('Escape')
      await panel.frame.locator(':focus').and(stepButton(panel, steps)).waitFor()
    }
    for (const width of [270, 800, 1400, 1600]) {
      await sized(panel, width)
      expect(await inOrder(panel, `frame, ${width}`)).toBe(width)
    }
    await sized(panel, 280)
    await openInfo(panel)
    await inOrderInAllThemes(panel, 'information', 'frame-info')
    await panel.page.keyboard.press('Escape')
    await panel.frame
      .locator(':focus')
      .and(panel.frame.getByRole('button', { name: /^Informatie/ }))
      .waitFor()
    await panel.close()
  })

  test('the time left is told, and near the end there is time for a commitment, once', async () => {
    const [, , meeting] = await tenant.meetings('sanne', 'Aylin')
    await tenant.conversation('sanne', 'aylin', meeting!)
    const at = (minutes: number, from: string) => new Date(Date.parse(from) + minutes * 60_000).toISOString()
    await tenant.moveTo(at(-20, meeting!.start))
    const panel = await openPanel(browser, tenant, 'aylin', meeting!, { language: 'en-us' })
    await panel.frame.getByText(/^at \d\d:\d\d$/).waitFor()
    await tenant.moveTo(at(-8.5, meeting!.end))
    await panel.page.reload()
    await panel.frame.getByText(/^[89]\smin$/).waitFor()
    // What there is to know stays one press away.
    await panel.frame.getByRole('button', { name: /^Information/ }).waitFor()
    await panel.frame.getByRole('button', { name: 'Time for a commitment?' }).click()
    await panel.frame.getByRole('heading', { level: 1, name: 'Commitments' }).waitFor()
    await goTo(panel, 'Steps of the conversation', 'Goal')
    await panel.frame.getByRole('button', { name: /^Information/ }).waitFor()
    await tenant.moveTo(at(5.5, meeting!.end))
    await panel.page.reload()
    await panel.frame.getByText(/^5\smin over$/).waitFor()
    await panel.close()
  })

  test('who is typing when the other finishes is told so and stays, and who is not sees what became of it', async () => {
    const [, , , meeting] = await tenant.meetings('sanne', 'Aylin')
    const { id } = await tenant.conversation('sanne', 'aylin', meeting!)
    await tenant.commit('aylin', id, 'Elke review één vraag stellen')
    const sanne = await openPanel(browser, tenant, 'sanne', meeting!)
    const aylin = await openPanel(browser, tenant, 'aylin', meeting!)
    await goTo(sanne, steps, 'Doel')
    await goTo(aylin, steps, 'Wil')
    await stored(sanne)
    await stored(aylin)
    await type(sanne, 'Doel', 'Midden in een ')
    await tenant.finish('aylin', id)
    await aylin.frame.getByRole('heading', { level: 1, name: 'Afgerond' }).waitFor()
    await sanne.frame.getByText('Aylin rondde af').waitFor()
    await sanne.page.keyboard.type('zin')
    await expect
      .poll(() => sanne.frame.getByRole('textbox', { name: 'Doel', exact: true }).innerText())
      .toBe('Midden in een zin')
    await inOrder(sanne, 'the other finished')
    await shoot(sanne, 'frame-other-finished')
    await sanne.frame.getByRole('button', { name: 'Bekijk' }).click()
    await sanne.frame.getByRole('heading', { level: 1, name: 'Afgerond' }).waitFor()
    await sanne.close()
    await aylin.close()
  })
})
