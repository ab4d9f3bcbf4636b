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
    region: 'Wat staat aan?',
    reminders: 'Herinneringen in de chat van Teams',
    ratings: 'Een cijfer voor elk gesprek',
    offline: 'Geen verbinding',
    summaries: 'Een samenvatting in de uitnodiging',
    steps: 'Stappen van het gesprek',
    finish: 'Afronden',
    only: 'In jullie organisatie komen alleen afspraken in de uitnodiging',
    minute: 'Minuut voor jezelf',
    rate: 'Hoe was dit gesprek voor jou?',
    off: 'Je organisatie heeft herinneringen uitgezet.',
  },
  'en-us': {
    region: 'What is on?',
    reminders: 'Reminders in the chat of Teams',
    ratings: 'A rating for each conversation',
    offline: 'No connection',
    summaries: 'A summary in the invite',
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
    'an admin’s switches save at once, two pressed quickly, and keep what another admin changed: %s',
    async (language) => {
      await tenant.as('noor')('PUT', path, on)
      const [meeting] = await tenant.meetings('noor', 'Bijpraten Noor en Sanne')
      const word = words[language]
      const panel = await openPanel(browser, tenant, 'noor', meeting!, {
        place: 'personal',
        page: '/organisation/language',
        language,
      })
      const region = panel.frame.getByRole('region', { name: word.region })
      const part = (name: string) => region.getByRole('switch', { name })
      await part(word.ratings).waitFor()
      await expect.poll(() => part(word.ratings).isChecked()).toBe(true)
      // Another admin, meanwhile: what this one does not touch stays theirs.
      await tenant.as('noor')('PUT', path, { summaries: false })
      await part(word.ratings).focus()
      await panel.page.keyboard.press('Space')
      await part(word.reminders).press('Space')
      const settings = async () => (await tenant.as('milan')<TenantSettings>('GET', path)).body
      await expect.poll(settings).toMatchObject({ reminders: false, ratings: false, summaries: false })
      await expect.poll(() => part(word.summaries).isChecked()).toBe(false)
      await inOrderInAllThemes(panel, 'on and off', `on-and-off-${language}`)
      // A switch that could not be saved is as it was, and says so.
      await panel.page.route(`**${path}`, (route) => route.abort())
      await part(word.ratings).press('Space')
      await region.getByRole('alert').getByText(word.offline).waitFor()
      await expect.poll(() => part(word.ratings).isChecked()).toBe(false)
      expect(await settings()).toMatchObject({ ratings: false })
      panel.complaints.splice(0)
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
