import type { Browser } from 'playwright-core'
import { describe, expect } from 'vitest'
import { inOrderInAllThemes, shoot } from '../support/looks.ts'
import { goTo, openPanel, type Panel } from '../support/panels.ts'
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
  meeting = await history()
})

/** All of a page, one screenful after the other. */
async function shootAll(panel: Panel, name: string) {
  const html = panel.frame.locator('html')
  const pages = await html.evaluate((page) => Math.ceil(page.scrollHeight / window.innerHeight))
  for (let at = 0; at < pages; at += 1) {
    // Less than a screenful: what stands across the edge is seen whole once.
    await html.evaluate((_page, to) => window.scrollTo(0, to * (window.innerHeight - 120)), at)
    await shoot(panel, `precision-${name}-${at + 1}`)
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

describe('follow-up, scale, closing and guide, in all themes', () => {
  test.each(['nl-nl', 'en-us'] as const)(
    'each screen passes axe and fits its frame: %s',
    async (language) => {
      const said = words[language]
      const panel = await openPanel(browser, tenant, 'sanne', meeting, { language })
      const { frame } = panel
      await goTo(panel, said.steps, said.followUp)
      await frame.getByRole('button', { name: said.reshape }).first().click()
      expect(await inOrderInAllThemes(panel, said.followUp, `${language}-follow-up`, shootAll)).toBe(280)

      await goTo(panel, said.steps, said.reality)
      await frame.getByRole('table', { name: said.course }).waitFor({ state: 'attached' })
      await frame.getByRole('button', { name: said.save }).waitFor()
      await frame.getByRole('button', { name: said.observe }).click()
      expect(await inOrderInAllThemes(panel, said.reality, `${language}-reality`, shootAll)).toBe(280)

      await goTo(panel, said.steps, said.finish)
      await frame.getByRole('group', { name: said.rate }).waitFor()
      await frame.getByRole('button', { name: said.minute }).click()
      expect(await inOrderInAllThemes(panel, said.finish, `${language}-finish`, shootAll)).toBe(280)
      await panel.close()

      const tab = await openPanel(browser, tenant, 'sanne', meeting, { language, place: 'personal' })
      await tab.frame.getByRole('region', { name: said.guide }).waitFor()
      await inOrderInAllThemes(tab, 'personal', `${language}-guide`, shootAll)
      await tab.close()
    },
  )
})
