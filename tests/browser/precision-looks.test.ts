import { AxeBuilder } from '@axe-core/playwright'
import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import { goTo, openPanel, type Panel, type Theme } from '../support/panels.ts'
import type { Meeting } from '../support/talks.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'

const test = testIn()
let tenant: Tenant
let browser: Browser
let meeting: Meeting
test.beforeAll(async ({ tenant: started, browser: running }) => {
  tenant = started
  browser = running
  mkdirSync('.screens', { recursive: true })
  meeting = await history()
})

/** Axe finds nothing, and nothing is wider than the frame. */
async function inOrder(panel: Panel, name: string) {
  const { violations } = await new AxeBuilder({ page: panel.page })
    .include(['iframe[title^="Groei"]'])
    .analyze()
  expect(
    violations.map((one) => `${name}: ${one.id} ${one.nodes.map((node) => node.html).join(' ')}`),
  ).toEqual([])
  const [content, width] = await panel.frame
    .locator('html')
    .evaluate((html) => [html.scrollWidth, window.innerWidth] as const)
  expect(content).toBeLessThanOrEqual(width)
  return width
}
/** All of a page, one screenful after the other. */
async function shoot(panel: Panel, name: string) {
  const html = panel.frame.locator('html')
  const pages = await html.evaluate((page) => Math.ceil(page.scrollHeight / window.innerHeight))
  for (let at = 0; at < pages; at += 1) {
    // Less than a screenful: what stands across the edge is seen whole once.
    await html.evaluate((_page, to) => window.scrollTo(0, to * (window.innerHeight - 120)), at)
    const path = `.screens/precision-${name}-${at + 1}.png`
    await panel.page.locator('iframe[title^="Groei"]').screenshot({ path })
  }
}
const words = {
  'nl-nl': {
    steps: 'Stappen van het gesprek',
    followUp: 'Opvolging',
    reality: 'Realiteit',
    finish: 'Wat wordt gedeeld',
    reshape: 'Afspraak veranderen',
    observe: 'Beschrijf wat je zag',
    minute: 'Minuut voor jezelf nemen',
    course: 'Verloop over jullie gesprekken',
    rate: 'Hoe was dit gesprek?',
    save: 'Antwoord bewaren',
    guide: 'Klein beginnen',
  },
  'en-us': {
    steps: 'Steps of the conversation',
    followUp: 'Follow-up',
    reality: 'Reality',
    finish: 'What will be shared',
    reshape: 'Change the commitment',
    observe: 'Describe what you saw',
    minute: 'Take a minute for yourself',
    course: 'Change over your conversations',
    rate: 'How was this conversation?',
    save: 'Save answer',
    guide: 'Start small',
  },
}
/** Talks of Sanne and Milan, with a course and a commitment that is carried over; the last is finished. */
async function history(): Promise<Meeting> {
  const meetings = (await tenant.meetings('sanne', 'Milan')).slice(0, 5)
  let id = ''
  for (const [at, meeting] of meetings.entries()) {
    await tenant.moveTo(meeting.start)
    const talk = await tenant.talk('sanne', 'milan', meeting)
    const path = `/api/conversations/${talk.id}`
    for (const [user, value] of [
      ['milan', [3, 4, 4, 6, 7][at]],
      ['sanne', [5, 5, 6, 6, 8][at]],
    ] as const)
      await tenant.as(user)('PUT', `${path}/scales/reality-scale`, {
        value,
        notLower: 'Het plan staat er',
        oneMore: 'Een vaste ochtend',
        revision: 0,
      })
    if (at === 0) id = await tenant.commit('milan', talk.id, 'Elke week één les voorbereiden')
    else if (at < 4) {
      const said = { tried: 'Eén keer', happened: 'Lukte niet', next: '', outcome: 'open', revision: at }
      const reshaped = at === 1 ? { what: 'Elke maandag één les voorbereiden' } : {}
      await tenant.as('milan')('PUT', `${path}/follow-ups/${id}`, { ...said, ...reshaped })
    } else {
      await tenant.commit('milan', talk.id, 'Elke dinsdag een half uur lezen')
      await tenant.finish('sanne', talk.id)
    }
  }
  return meetings[4]!
}

const cases = (['default', 'dark', 'contrast'] as Theme[]).flatMap((theme) =>
  (['nl-nl', 'en-us'] as const).map((language) => [theme, language] as const),
)
test.each(cases)('it all looks right: %s, %s', async (theme, language) => {
  const said = words[language]
  const panel = await openPanel(browser, tenant, 'sanne', meeting, { theme, language })
  const { frame } = panel
  await goTo(panel, said.steps, said.followUp)
  await frame.getByRole('button', { name: said.reshape }).first().click()
  expect(await inOrder(panel, said.followUp)).toBe(280)
  await shoot(panel, `${theme}-${language}-follow-up`)

  await goTo(panel, said.steps, said.reality)
  await frame.getByRole('table', { name: said.course }).waitFor({ state: 'attached' })
  await frame.getByRole('button', { name: said.save }).waitFor()
  await frame.getByRole('button', { name: said.observe }).click()
  expect(await inOrder(panel, said.reality)).toBe(280)
  await shoot(panel, `${theme}-${language}-reality`)

  await goTo(panel, said.steps, said.finish)
  await frame.getByRole('group', { name: said.rate }).waitFor()
  await frame.getByRole('button', { name: said.minute }).click()
  expect(await inOrder(panel, said.finish)).toBe(280)
  await shoot(panel, `${theme}-${language}-finish`)
  await panel.close()

  const tab = await openPanel(browser, tenant, 'sanne', meeting, { theme, language, place: 'personal' })
  await tab.frame.getByRole('region', { name: said.guide }).waitFor()
  await inOrder(tab, 'personal')
  await shoot(tab, `${theme}-${language}-guide`)
  await tab.close()
})
