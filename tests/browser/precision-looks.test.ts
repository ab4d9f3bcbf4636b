import type { Browser } from 'playwright-core'
import { describe, expect } from 'vitest'
import { inOrderInAllThemes, shoot, takesPictures } from '../support/looks.ts'
import { goTo, openInfo, openPanel, turnTo, type Panel } from '../support/panels.ts'
import type { Meeting } from '../support/conversations.ts'
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
  if (!takesPictures) return
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
    finish: 'Afgerond',
    reshape: 'Aanpassen',
    observe: 'Beschrijf wat je zag',
    scale: 'van 1 tot 10',
    minute: 'Minuut voor jezelf',
    course: 'Verloop over jullie gesprekken',
    rate: 'Hoe was dit gesprek voor jou?',
    guide: 'Klein beginnen',
  },
  'en-us': {
    steps: 'Steps of the conversation',
    followUp: 'Follow-up',
    reality: 'Reality',
    finish: 'Finished',
    reshape: 'Adjust',
    observe: 'Describe what you saw',
    scale: '1 to 10',
    minute: 'A minute for yourself',
    course: 'Change over your conversations',
    rate: 'How was this conversation for you?',
    guide: 'Start small',
  },
}
/** Conversations of Sanne and Milan, with a course and a commitment that is carried over; the last is finished. */
async function history(): Promise<Meeting> {
  const meetings = (await tenant.meetings('sanne', 'Milan')).slice(0, 5)
  let id = ''
  for (const [at, meeting] of meetings.entries()) {
    await tenant.moveTo(meeting.start)
    const conversation = await tenant.conversation('sanne', 'milan', meeting)
    const path = `/api/conversations/${conversation.id}`
    for (const [user, value] of [
      ['milan', [3, 4, 4, 6, 7][at]],
      ['sanne', [5, 5, 6, 6, 8][at]],
    ] as const)
      await tenant.as(user)('PUT', `${path}/scales/reality-scale`, {
        value,
        notLower: 'Het plan staat er',
        oneMore: 'Een vaste ochtend',
      })
    if (at === 0) id = await tenant.commit('milan', conversation.id, 'Elke week één les voorbereiden')
    else if (at < 4) {
      const said = { tried: 'Eén keer', next: '', outcome: 'open' }
      const reshaped = at === 1 ? { what: 'Elke maandag één les voorbereiden' } : {}
      await tenant.as('milan')('PUT', `${path}/follow-ups/${id}`, { ...said, ...reshaped })
    } else {
      await tenant.commit('milan', conversation.id, 'Elke dinsdag een half uur lezen')
      await tenant.finish('sanne', conversation.id)
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
      await turnTo(panel, said.scale)
      await frame.getByRole('table', { name: said.course }).waitFor({ state: 'attached' })
      expect(await inOrderInAllThemes(panel, said.reality, `${language}-reality`, shootAll)).toBe(280)
      await openInfo(panel)
      await frame.getByRole('button', { name: said.observe }).click()
      await frame.getByRole('heading', { level: 1, name: said.observe }).waitFor()
      expect(await inOrderInAllThemes(panel, said.observe, `${language}-observation`, shootAll)).toBe(280)

      await goTo(panel, said.steps, said.finish)
      await frame.getByRole('region', { name: said.rate }).waitFor()
      expect(await inOrderInAllThemes(panel, said.finish, `${language}-result`, shootAll)).toBe(280)
      await frame.getByRole('button', { name: said.minute }).click()
      await frame.getByRole('heading', { level: 1, name: said.minute }).waitFor()
      expect(await inOrderInAllThemes(panel, said.minute, `${language}-minute`, shootAll)).toBe(280)
      await panel.close()

      const tab = await openPanel(browser, tenant, 'sanne', meeting, { language, place: 'personal' })
      await tab.frame.getByText(said.guide).click()
      await inOrderInAllThemes(tab, 'personal', `${language}-guide`, shootAll)
      await tab.close()
    },
  )
})
