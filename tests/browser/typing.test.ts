import type { Browser } from 'playwright-core'
import { describe, expect } from 'vitest'
import { openCuttable } from '../support/cuttable.ts'
import { editor, faceOf, goTo, openPanel, stepButton, type, type Panel } from '../support/panels.ts'
import { textIn, typeTogether } from '../support/random-edits.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

const test = testIn({ ownProcess: true })
let tenant: Tenant
let browser: Browser
test.beforeAll(async ({ tenant: started, browser: running }) => {
  tenant = started
  browser = running
})
const steps = 'Stappen van het gesprek'

const close = async (...panels: Panel[]) => {
  for (const panel of panels) {
    // Losing the server is loud in the console, and rightly so.
    await panel.closeLoud()
  }
}

describe('typing together', () => {
  test('no character of 600 random edits by two is lost, with broken connections and a killed server', async () => {
    const [meeting] = await tenant.meetings('sanne', 'Milan')
    const conversation = await tenant.conversation('sanne', 'milan', meeting!)
    const sanne = await openCuttable(browser, tenant, 'sanne', meeting!)
    const milan = await openCuttable(browser, tenant, 'milan', meeting!)
    const cut = (who: 'sanne' | 'milan') => (who === 'sanne' ? sanne : milan).cut()
    const people = { sanne: sanne.panel, milan: milan.panel, cut }
    const done = await typeTogether(tenant, people, conversation.id, {
      edits: 600,
      rounds: 5,
      restEvery: 5,
    })
    expect(done.edits).toBe(600)
    await close(sanne.panel, milan.panel)
  })

  test('undo takes back only one’s own typing, also after a look at another step', async () => {
    const [, meeting] = await tenant.meetings('sanne', 'Milan')
    await tenant.conversation('sanne', 'milan', meeting!)
    const sanne = await openPanel(browser, tenant, 'sanne', meeting!)
    const milan = await openPanel(browser, tenant, 'milan', meeting!)
    for (const panel of [sanne, milan]) await goTo(panel, steps, 'Doel')
    await type(sanne, 'Doel', 'van Sanne ')
    await until(async () => ((await textIn(milan, 'Doel')) === 'van Sanne ' ? true : null))
    await type(milan, 'Doel', 'van Milan ')
    await until(async () => ((await textIn(sanne, 'Doel')) === 'van Sanne van Milan ' ? true : null))
    await goTo(sanne, steps, 'Opties')
    await goTo(sanne, steps, 'Doel')
    await editor(sanne, 'Doel').click()
    await sanne.page.keyboard.press('Control+z')
    await until(async () => ((await textIn(milan, 'Doel')) === 'van Milan ' ? true : null))
    await sanne.page.keyboard.press('Control+y')
    await until(async () => ((await textIn(milan, 'Doel')) === 'van Sanne van Milan ' ? true : null))
    await close(sanne, milan)
  })

  test('whoever leaves a text with the caret at the end of a wrapped line stays where they went', async () => {
    const [, , , meeting] = await tenant.meetings('sanne', 'Milan')
    await tenant.conversation('sanne', 'milan', meeting!)
    const panel = await openPanel(browser, tenant, 'sanne', meeting!)
    await goTo(panel, steps, 'Doel')
    await type(panel, 'Doel', 'een regel die zo lang is dat hij in dit smalle paneel niet op één regel past')
    await panel.page.keyboard.press('Control+Home')
    await panel.page.keyboard.press('End')
    await stepButton(panel, steps).click()
    // The text has heard that it was left, and has drawn its caret since.
    await panel.frame.locator('.cm-editor:not(.cm-focused)').waitFor()
    await editor(panel, 'Doel').evaluate(
      () =>
        new Promise((drawn) =>
          requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(drawn))),
        ),
    )
    await expect(stepButton(panel, steps).getAttribute('aria-expanded')).resolves.toBe('true')
    await panel.frame.locator(':focus').and(stepButton(panel, steps)).waitFor()
    await panel.close()
  })

  test('words from one of three devices that is closed in mid-sentence are there on all others', async () => {
    const [, , meeting] = await tenant.meetings('sanne', 'Milan')
    await tenant.conversation('sanne', 'milan', meeting!)
    const devices = [
      await openPanel(browser, tenant, 'milan', meeting!),
      await openPanel(browser, tenant, 'milan', meeting!),
      await openPanel(browser, tenant, 'milan', meeting!),
    ] as const
    const sanne = await openPanel(browser, tenant, 'sanne', meeting!)
    for (const panel of [...devices, sanne]) await goTo(panel, steps, 'Focus')
    await faceOf(sanne, 'Milan is bij Focus').waitFor()
    // Myself on another device is nobody else: the other is told apart by who they are, not by what they type.
    await faceOf(devices[0], 'Sanne is bij Focus').waitFor()
    await type(devices[0], 'Focus', 'een ')
    await until(async () => ((await textIn(devices[1], 'Focus')) === 'een ' ? true : null))
    await type(devices[1], 'Focus', 'twee ')
    await until(async () => ((await textIn(devices[2], 'Focus')) === 'een twee ' ? true : null))
    await type(devices[2], 'Focus', 'midden in een zi')
    await devices[2].page.close()
    for (const panel of [devices[0], devices[1], sanne])
      await until(async () => ((await textIn(panel, 'Focus')) === 'een twee midden in een zi' ? true : null))
    await close(...devices, sanne)
  })
})
