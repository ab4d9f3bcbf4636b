import type { Browser } from 'playwright-core'
import { describe, expect } from 'vitest'
import {
  editor,
  faceOf,
  goTo,
  liveText,
  openPanel,
  type Panel,
  stepButton,
  stored,
  tabTo,
  type,
} from '../support/panels.ts'
import { pickDay } from '../support/days.ts'
import { sections } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

const test = testIn({ history: true })
let tenant: Tenant
let browser: Browser
test.beforeAll(async ({ tenant: started, browser: running }) => {
  tenant = started
  browser = running
})
const steps = 'Stappen van het gesprek'

describe('conversations from follow-up to invite', () => {
  test('two people hold a whole conversation, and the next one asks what was tried', async () => {
    const [first, second] = await tenant.meetings('sanne', 'Milan')
    await tenant.moveTo(first!.start)
    const sanne = await openPanel(browser, tenant, 'sanne', first!)
    const milan = await openPanel(browser, tenant, 'milan', first!)

    // Follow-up first: last week's commitment, answered by its owner and seen by the other at once.
    const earlier = 'Twee dagdelen per week blokkeren om te ontwerpen'
    await sanne.frame.getByRole('heading', { level: 1, name: 'Opvolging' }).waitFor()
    const form = milan.frame.getByRole('group', { name: earlier })
    await form
      .getByRole('textbox', { name: 'Wat heb je geprobeerd, wat werkte?' })
      .fill('Dinsdag gelukt, donderdag niet')
    await form.getByRole('radio', { name: 'Gedaan' }).check()
    const seen = sanne.frame
      .getByRole('group', { name: earlier })
      .getByRole('textbox', { name: 'Wat heb je geprobeerd, wat werkte?' })
    await until(async () => ((await liveText(seen)) === 'Dinsdag gelukt, donderdag niet' ? true : null))
    const theirs = sanne.frame.getByRole('group', { name: earlier })
    await theirs.getByText('Milan: Gedaan').waitFor()

    // Both in one text at once, each seeing where the other is.
    await goTo(sanne, steps, 'Doel')
    await faceOf(milan, 'Sanne is bij Doel').waitFor()
    await goTo(milan, steps, 'Doel')
    await Promise.all([
      type(sanne, 'Doel', 'Rust in de week. '),
      type(milan, 'Doel', 'Twee vaste ochtenden. '),
    ])
    const typed = [...'Rust in de week. Twee vaste ochtenden. ']
      .filter((one) => one.trim())
      .sort()
      .join('')
    const letters = async (panel: Panel) =>
      [...(await liveText(editor(panel, 'Doel')))]
        .filter((one) => one.trim())
        .sort()
        .join('')
    for (const panel of [sanne, milan]) await expect.poll(() => letters(panel)).toBe(typed)
    await sanne.frame.getByText('Wanneer is dit gesprek voor jou geslaagd?').waitFor()

    await goTo(milan, steps, 'Check-in')
    await type(milan, 'Check-in', 'Slecht geslapen')
    await goTo(milan, steps, 'Afspraken')
    await milan.frame.getByRole('textbox', { name: 'Wat ga je doen?' }).fill('Verzoeken bundelen op woensdag')
    await milan.frame.getByRole('button', { name: '+ eerste stap' }).click()
    await milan.frame.getByRole('textbox', { name: 'Wat is je eerste stap?' }).fill('Het team vertellen')
    await pickDay(milan.frame, 'Andere dag…', '2026-06-08')
    await milan.frame.getByRole('button', { name: '+ gelukt als' }).click()
    await milan.frame
      .getByRole('textbox', { name: 'Waaraan merken we dat het werkte?' })
      .fill('Geen losse verzoeken')

    await goTo(sanne, steps, 'Afronden')
    const shared = sanne.frame.getByRole('region', { name: 'Voorbeeld van wat wordt gedeeld' })
    await shared.getByText('Verzoeken bundelen op woensdag').waitFor()
    await shared.getByRole('heading', { name: 'Doel' }).waitFor()
    expect(await shared.innerText()).not.toContain('Slecht geslapen')
    await sanne.frame.getByRole('button', { name: 'Delen en afronden' }).click()
    await sanne.frame.getByText('Het staat in de uitnodiging').waitFor()
    for (const person of ['sanne', 'milan']) {
      const { content, joinUrl } = await tenant.invite(person, second!.iCalUId)
      expect(sections(content)).toBe(1)
      expect(content).toContain('Verzoeken bundelen op woensdag')
      expect(content).not.toContain('Slecht geslapen')
      expect(joinUrl).toBe(second!.joinUrl)
    }
    await sanne.close()
    await milan.close()

    await tenant.moveTo(second!.start)
    const next = await openPanel(browser, tenant, 'milan', second!)
    await next.frame.getByRole('heading', { level: 1, name: 'Opvolging' }).waitFor()
    await next.frame.getByRole('group', { name: 'Verzoeken bundelen op woensdag' }).waitFor()
    await next.frame.getByRole('textbox', { name: 'Wat heb je geprobeerd, wat werkte?' }).waitFor()
    expect(await next.frame.getByRole('group', { name: earlier }).count()).toBe(0)
    await next.close()
  })

  test('a new pair goes from the first question to the invite, in English and by keyboard alone', async () => {
    const [first, second] = await tenant.meetings('sanne', 'Aylin')
    await tenant.moveTo(first!.start)
    const panel = await openPanel(browser, tenant, 'aylin', first!, { language: 'en-us' })
    const { page, frame } = panel
    const goByKey = async (title: string) => {
      await tabTo(panel, 'button', /, \d of \d$/)
      await page.keyboard.press('Enter')
      await tabTo(panel, 'button', new RegExp(title))
      await page.keyboard.press('Enter')
      // Whoever goes on lands on the heading, or in the commitment: a Tab before that would be taken back.
      const name = stepButton(panel, 'Steps of the conversation').filter({ hasText: title })
      const what = frame.getByRole('textbox', { name: 'What will you do?' })
      await frame
        .locator(':focus')
        .and(title === 'Commitments' ? what : name)
        .waitFor()
    }
    await frame.getByRole('heading', { name: 'Who is the coach?' }).waitFor()
    await tabTo(panel, 'button', /Start the conversation/)
    await page.keyboard.press('Enter')
    await frame.getByRole('heading', { level: 1, name: 'Check-in' }).waitFor()

    await goByKey('Goal')
    await editor(panel, 'Goal').waitFor()
    await tabTo(panel, 'textbox', /^Goal$/)
    await page.keyboard.type('Speak up earlier in design reviews')
    await stored(panel)

    // Tab leaves the text, so the list of steps is reached from inside it: no trap.
    await goByKey('Commitments')
    await frame.getByRole('group', { name: 'Commitment 1' }).waitFor()
    // What one comes for has the focus.
    await frame
      .locator(':focus')
      .and(frame.getByRole('textbox', { name: 'What will you do?' }))
      .waitFor()
    await page.keyboard.type('Ask one question in every review')

    await goByKey('Wrap up')
    await frame
      .getByRole('region', { name: 'Preview of what will be shared' })
      .getByText('Speak up earlier')
      .waitFor()
    await tabTo(panel, 'button', /Share and finish/)
    await page.keyboard.press('Enter')
    await frame.getByText('The organiser has to open Groei first.').waitFor()
    // The organiser comes: it goes on by itself.
    const sanne = await openPanel(browser, tenant, 'sanne', first!)
    await frame.getByText('It is in the invite').waitFor()
    const { content } = await tenant.invite('aylin', second!.iCalUId)
    expect(sections(content)).toBe(1)
    expect(content).toContain('Ask one question in every review')
    await sanne.close()
    await panel.close()
  })
})
