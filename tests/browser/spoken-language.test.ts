import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { beforeEach, describe, expect } from 'vitest'
import { getTenantSettings, type TenantSettings } from '../../server/contract/tenant-settings.ts'
import { inOrderInAllThemes } from '../support/looks.ts'
import { goTo, openBeside, openPanel } from '../support/panels.ts'
import type { Meeting } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

const { path } = getTenantSettings

const test = testIn()
let tenant: Tenant
let browser: Browser
let meeting: Meeting
test.beforeAll(async ({ tenant: started, browser: running }) => {
  tenant = started
  browser = running
  ;[meeting] = (await tenant.meetings('sanne', 'Milan')) as [Meeting]
  await tenant.conversation('sanne', 'milan', meeting)
  mkdirSync('.screens', { recursive: true })
})
const choose = (language: TenantSettings['language']) => tenant.as('noor')('PUT', path, { language })
beforeEach(async () => {
  await choose('own')
})

describe('language of an organisation', () => {
  test.each(['nl-nl', 'en-us'] as const)(
    'an admin sets one language for everybody and sees it at once, in all themes: %s',
    async (language) => {
      const words = {
        'nl-nl': { label: 'Taal van Groei' },
        'en-us': { label: 'Language of Groei' },
      }
      const [own, other] =
        language === 'nl-nl' ? (['nl-nl', 'en-us'] as const) : (['en-us', 'nl-nl'] as const)
      const [noors] = await tenant.meetings('noor', 'Bijpraten Noor en Sanne')
      const panel = await openPanel(browser, tenant, 'noor', noors!, {
        place: 'personal',
        page: '/organisation/language',
        language,
      })
      const chosen = panel.frame.getByRole('combobox', { name: words[own].label })
      await until(async () => ((await chosen.isEnabled()) ? true : null))
      await inOrderInAllThemes(panel, 'language', `language-${language}`)
      await chosen.selectOption(other.slice(0, 2))
      await expect
        .poll(() => panel.frame.getByRole('combobox', { name: words[other].label }).inputValue())
        .toBe(other.slice(0, 2))
      expect(await panel.frame.locator('html').getAttribute('lang')).toBe(other.slice(0, 2))
      // The texts of a template are asked for in that language alone, under their own names.
      await panel.frame
        .locator('html')
        .evaluate(() => void (location.hash = '#/organisation/template/grow/change'))
      await panel.frame.getByRole('textbox', { name: /^(Title|Titel)$/ }).waitFor()
      expect(await panel.frame.getByRole('switch').count()).toBe(0)
      await inOrderInAllThemes(panel, 'template in one language', `language-template-${language}`)
      await panel.close()
    },
  )

  test('an open screen follows with the next answer and keeps what was typed, and the next screen begins in it', async () => {
    const panel = await openPanel(browser, tenant, 'milan', meeting)
    await goTo(panel, 'Stappen van het gesprek', 'Voorbereiding')
    const topics = panel.frame.getByRole('textbox', { name: 'Jouw onderwerpen' })
    await topics.waitFor()
    await choose('en')
    await topics.fill('Mijn rooster')
    await panel.frame.getByRole('navigation', { name: 'Steps of the conversation' }).waitFor()
    const topic = panel.frame.getByRole('textbox', { name: 'Your topics' })
    await expect.poll(() => topic.inputValue()).toBe('Mijn rooster')
    // Before any answer is there.
    let letThrough: () => void = () => undefined
    const held = new Promise<void>((resolve) => (letThrough = resolve))
    await panel.context.route(`${tenant.url}/api/**`, async (route) => {
      await held
      await route.continue()
    })
    const beside = await openBeside(panel, tenant, 'milan', meeting, { place: 'personal' })
    await beside.frame.getByText('Opening your conversation').first().waitFor()
    letThrough()
    await beside.frame.getByRole('heading', { level: 1, name: 'Good' }).waitFor()
    await beside.page.close()
    await panel.close()
  })
})
