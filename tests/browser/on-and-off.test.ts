import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { describe, expect } from 'vitest'
import { getTenantSettings, type TenantSettings } from '../../server/contract/tenant-settings.ts'
import { inOrder, inOrderInAllThemes, shoot } from '../support/looks.ts'
import { goTo, openPanel } from '../support/panels.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'

const { path } = getTenantSettings

const test = testIn()
let tenant: Tenant
let browser: Browser
test.beforeAll(async ({ tenant: started, browser: running }) => {
  tenant = started
  browser = running
  mkdirSync('.screens', { recursive: true })
})

const words = {
  'nl-nl': {
    region: 'Organisatie',
    ratings: 'Een cijfer voor elk gesprek',
    summaries: 'Een samenvatting in de uitnodiging',
    save: 'Aan en uit opslaan',
    saved: 'Aan en uit opgeslagen',
    steps: 'Stappen van het gesprek',
    finish: 'Afronden',
    only: 'In jullie organisatie komen alleen afspraken in de uitnodiging',
    minute: 'Minuut voor jezelf',
    rate: 'Hoe was dit gesprek voor jou?',
    off: 'Je organisatie heeft herinneringen uitgezet.',
  },
  'en-us': {
    region: 'Organisation',
    ratings: 'A rating for each conversation',
    summaries: 'A summary in the invite',
    save: 'Save on and off',
    saved: 'On and off saved',
    steps: 'Steps of the conversation',
    finish: 'Wrap up',
    only: 'In your organisation only commitments go into the invite',
    minute: 'A minute for yourself',
    rate: 'How was this conversation for you?',
    off: 'Your organisation has switched reminders off.',
  },
}
const on = { reminders: true, ratings: true, summaries: true }

describe('organisation settings on and off', () => {
  test.each(['nl-nl', 'en-us'] as const)(
    'an admin switches ratings off by keyboard, and keeps what another admin changed: %s',
    async (language) => {
      await tenant.as('noor')('PUT', path, on)
      const [meeting] = await tenant.meetings('noor', 'Bijpraten Noor en Sanne')
      const word = words[language]
      const panel = await openPanel(browser, tenant, 'noor', meeting!, {
        place: 'personal',
        page: '/organisation',
        language,
      })
      const region = panel.frame.getByRole('region', { name: word.region })
      const ratings = region.getByRole('checkbox', { name: word.ratings })
      await ratings.waitFor()
      await expect.poll(() => ratings.isChecked()).toBe(true)
      await ratings.focus()
      await panel.page.keyboard.press('Space')
      // Another admin, meanwhile: what this one did not touch stays theirs.
      await tenant.as('noor')('PUT', path, { summaries: false })
      await region.getByRole('button', { name: word.save }).click()
      await region.getByRole('status').getByText(word.saved).waitFor()
      await expect.poll(() => region.getByRole('checkbox', { name: word.summaries }).isChecked()).toBe(false)
      await ratings.scrollIntoViewIfNeeded()
      await inOrderInAllThemes(panel, 'on and off', `on-and-off-${language}`)
      const { body } = await tenant.as('milan')<TenantSettings>('GET', path)
      expect(body).toMatchObject({ reminders: true, ratings: false, summaries: false })
      await panel.close()
    },
  )

  test.each(['nl-nl', 'en-us'] as const)(
    'an organisation without ratings, summaries and reminders is offered none of them: %s',
    async (language) => {
      await tenant.as('noor')('PUT', path, { reminders: false, ratings: false, summaries: false })
      const word = words[language]
      const [meeting] = await tenant.meetings('sanne', language === 'nl-nl' ? 'Milan' : 'Tom')
      const employee = language === 'nl-nl' ? 'milan' : 'tom'
      const conversation = await tenant.conversation('sanne', employee, meeting!)
      await tenant.commit(employee, conversation.id, 'Elke dag een uur')
      const panel = await openPanel(browser, tenant, 'sanne', meeting!, { language })
      await goTo(panel, word.steps, word.finish)
      await panel.frame.getByText(word.only).waitFor()
      expect(await panel.frame.getByRole('switch').count()).toBe(0)
      await panel.frame.getByRole('button', { name: /^(Delen en afronden|Share and finish)$/ }).click()
      await panel.frame.getByRole('button', { name: word.minute }).waitFor()
      expect(await panel.frame.getByRole('region', { name: word.rate }).count()).toBe(0)
      await inOrder(panel, 'without ratings')
      await shoot(panel, `without-${language}`)
      await panel.close()
      const tab = await openPanel(browser, tenant, 'sanne', meeting!, {
        place: 'personal',
        page: '/settings',
        language,
      })
      await tab.frame.getByText(word.off).waitFor()
      await inOrder(tab, 'without reminders')
      await tab.frame.getByText(word.off).scrollIntoViewIfNeeded()
      await shoot(tab, `without-reminders-${language}`)
      await tab.close()
    },
  )
})
