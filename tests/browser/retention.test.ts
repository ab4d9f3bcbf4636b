import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { describe, expect } from 'vitest'
import { inOrderInAllThemes } from '../support/looks.ts'
import { openPanel } from '../support/panels.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'

const test = testIn()
let tenant: Tenant
let browser: Browser
test.beforeAll(async ({ tenant: started, browser: running }) => {
  tenant = started
  browser = running
  mkdirSync('.screens', { recursive: true })
})

type Kept = { retentionDays: number }
const words = {
  'nl-nl': {
    days: 'Dagen na het einde van een duo, of na hun laatste gesprek',
    save: 'Bewaartermijn opslaan',
    saved: 'Opgeslagen',
    shorter: 'Wat langer dan 400 dagen geleden is',
    waits: 'bewaren we nog alles van de laatste 730 dagen',
    takeBack: 'Toch 730 dagen bewaren',
    log: 'Wat beheerders veranderden',
    changed: 'van 730 naar 400',
    invalid: 'Vul een heel getal in tussen 30 en 3650.',
  },
  'en-us': {
    days: 'Days after a pair ended, or after their last conversation',
    save: 'Save retention period',
    saved: 'Saved',
    shorter: 'What is more than 400 days ago',
    waits: 'we still keep everything of the last 730 days',
    takeBack: 'Keep it for 730 days after all',
    log: 'What admins changed',
    changed: 'from 730 to 400',
    invalid: 'Enter a whole number from 30 to 3650.',
  },
}

describe('retention period', () => {
  test.each(['nl-nl', 'en-us'] as const)(
    'an admin is warned before it becomes shorter, and its form passes axe in all themes: %s',
    async (language) => {
      const [meeting] = await tenant.meetings('noor', 'Bijpraten Noor en Sanne')
      await tenant.as('noor')('PUT', '/api/tenant/settings', { retentionDays: 730 })
      const word = words[language]
      const panel = await openPanel(browser, tenant, 'noor', meeting!, {
        place: 'personal',
        page: '/organisation/keeping',
        language,
      })
      const region = panel.frame.getByRole('main')
      const days = region.getByRole('spinbutton', { name: word.days })
      await days.fill('7')
      await region.getByRole('button', { name: word.save }).click()
      await region.getByRole('alert').getByText(word.invalid).waitFor()
      await days.fill('400')
      await region.getByRole('button', { name: word.save }).focus()
      await panel.page.keyboard.press('Enter')
      // Shorter deletes what is there: that is said first.
      await region.getByRole('alertdialog').getByText(word.shorter).waitFor()
      await inOrderInAllThemes(panel, 'shorter', `retention-shorter-${language}`)
      expect((await tenant.as('noor')<Kept>('GET', '/api/tenant/settings')).body.retentionDays).toBe(730)
      // The way back has the focus; the other is one Tab on.
      await panel.page.keyboard.press('Tab')
      await panel.page.keyboard.press('Enter')
      await region.getByRole('status').getByText(word.saved).waitFor()
      const { body } = await tenant.as('noor')<Kept>('GET', '/api/tenant/settings')
      expect(body.retentionDays).toBe(400)
      // Nothing is deleted yet: it is said until when, who did it, and it can be taken back.
      await region.getByText(word.waits).waitFor()
      await region.getByRole('list', { name: word.log }).getByText(word.changed).first().waitFor()
      await days.scrollIntoViewIfNeeded()
      await inOrderInAllThemes(panel, 'retention', `retention-${language}`)
      await region.getByRole('button', { name: word.takeBack }).click()
      await region.getByText(word.waits).waitFor({ state: 'detached' })
      const back = await tenant.as('noor')<Kept>('GET', '/api/tenant/settings')
      expect(back.body.retentionDays).toBe(730)
      await panel.close()
    },
  )
})
