import axe from 'axe-core'
import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { describe, expect } from 'vitest'
import type { PersonSettings } from '../../server/contract/person.ts'
import { picture } from '../support/looks.ts'
import { wordsIn } from '../../infra/sandbox/host/page/texts.ts'
import { openPanel, type Panel } from '../support/panels.ts'
import type { Meeting } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

const test = testIn({ history: true })
let tenant: Tenant
let browser: Browser
let first: Meeting
let second: Meeting
test.beforeAll(async ({ tenant: started, browser: running }) => {
  tenant = started
  browser = running
  ;[first, second] = (await tenant.meetings('sanne', 'Milan')) as [Meeting, Meeting]
  mkdirSync('.screens', { recursive: true })
})
/** What axe finds in the chat, which the host draws in a page of its own: Groei has no frame there. */
async function faults({ page }: Panel): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(`${axe.source}; null`)
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run('.messages', { resultTypes: ['violations'] }),
  )
  return violations.map((one) => `${one.id} ${one.nodes[0]?.html}`)
}

/** Last week's commitment, due on 5 June. */
const lastWeeks = 'Twee dagdelen per week blokkeren om te ontwerpen'

describe('chat with the bot', () => {
  test('a reminder answered in the chat shows in the panel at once and in the next conversation', async () => {
    // Opening the panel is what brings the bot.
    const panel = await openPanel(browser, tenant, 'milan', first)
    await panel.frame.getByRole('group', { name: lastWeeks }).waitFor()
    const chat = await openPanel(browser, tenant, 'milan', first, { place: 'chat' })
    const messages = chat.page.getByRole('list', { name: 'Chat met Groei' })
    await messages.getByText('Hallo Milan!').waitFor()

    // Morning where the browser is, which knows no zone but UTC.
    await tenant.moveTo('2026-06-04T09:30:00Z')
    const card = messages.getByRole('listitem').filter({ hasText: 'Morgen: ' })
    await card.getByText(lastWeeks).waitFor()
    // The rest is behind "more".
    const criterion = card.getByText('Beide blokken zijn twee weken lang niet verschoven')
    await criterion.waitFor({ state: 'hidden' })
    await card.getByRole('button', { name: 'More options' }).click()
    await chat.page.getByRole('menuitem', { name: 'Meer', exact: true }).click()
    await criterion.waitFor()
    await card.getByRole('button', { name: 'Hoe gaat het?' }).click()
    await card.getByLabel('Eén regel is genoeg').fill('Dinsdag lukte')
    await card.getByRole('button', { name: 'Bewaren' }).click()
    const same = messages.getByRole('listitem').filter({ hasText: lastWeeks })
    await same.getByText('Bewaard. Dit staat klaar in het volgende gesprek.').waitFor()
    await panel.frame.getByText('Tussendoor: Dinsdag lukte').waitFor()

    await same.getByRole('button', { name: 'Gedaan' }).click()
    await same.getByText('kijken jullie wat het opleverde').waitFor()
    expect(await same.getByRole('button', { name: 'Gedaan' }).count()).toBe(0)
    // Two days went by in a moment: its token was over, and it got another.
    panel.complaints.splice(
      0,
      panel.complaints.length,
      ...panel.complaints.filter((text) => !text.includes('401')),
    )
    await panel.close()
    await chat.page.getByLabel('Bericht aan Groei').fill('mijn afspraken')
    await chat.page.getByRole('button', { name: 'Versturen' }).click()
    await messages.getByText('Er staat niets van je open.').waitFor()
    await chat.close()
    await tenant.moveTo(second.start)
    const next = await openPanel(browser, tenant, 'milan', second)
    // The conversation looks back on what was done in between.
    const lookedBack = next.frame.getByRole('group', { name: lastWeeks })
    await lookedBack.getByRole('radio', { name: 'Gedaan', checked: true }).waitFor()
    await next.close()
  })
})

describe('settings of reminders', () => {
  test('a person sets what they are reminded of, and when, in the personal tab', async () => {
    const tab = await openPanel(browser, tenant, 'aylin', first, {
      place: 'personal',
      page: '/settings',
      language: 'en-us',
    })
    const settings = tab.frame.getByRole('region', { name: 'Reminders' })
    await settings.getByRole('checkbox', { name: 'Preparing, one working day before' }).uncheck()
    await settings.getByRole('checkbox', { name: 'Fri' }).uncheck()
    await settings.getByLabel('Until').selectOption('09:00')
    await settings.getByText('an end time that differs').waitFor()
    await settings.getByLabel('Until').selectOption('06:00')
    await settings.getByText('goes on until 06:00 the next day').waitFor()
    await settings.getByLabel('Until').selectOption('16:30')
    // It saves itself.
    await until(async () => {
      const { body } = await tenant.as('aylin')<PersonSettings>('GET', '/api/settings')
      return body.reminders.until === '16:30' ? true : null
    })
    await tab.page.reload()
    await expect
      .poll(() => settings.getByRole('checkbox', { name: 'Preparing, one working day before' }).isChecked())
      .toBe(false)
    await expect.poll(() => settings.getByLabel('Until').inputValue()).toBe('16:30')
    await tab.close()
  })
})

describe('appearance of the chat', () => {
  test.each(['nl-nl', 'en-us'] as const)(
    'the chat and its cards pass axe in all themes: %s',
    async (language) => {
      const dutch = language === 'nl-nl'
      const host = wordsIn(language)
      const [mine, heading, progress] = dutch
        ? ['mijn afspraken', 'eerst: Vandaag inplannen', 'Hoe gaat het?']
        : ['my commitments', 'first: Vandaag inplannen', 'How is it going?']
      await tenant.as('tom')('PUT', '/api/me', { timeZone: 'Europe/Amsterdam' }, language.slice(0, 2))
      const [meeting] = await tenant.meetings('sanne', 'Tom')
      const conversation = await tenant.conversation('sanne', 'tom', meeting!)
      if (conversation.commitments.length === 0)
        await tenant.commit('tom', conversation.id, 'Elke week één uur meekijken')
      const chat = await openPanel(browser, tenant, 'tom', meeting!, { place: 'chat', language })
      const messages = chat.page.getByRole('list', { name: host.messages }).getByRole('listitem')
      for (const text of ['help', mine]) {
        const before = await messages.count()
        await chat.page.getByLabel(host.message).fill(text)
        await chat.page.getByRole('button', { name: host.send }).click()
        await messages.nth(before + 1).waitFor()
      }
      await messages.last().getByRole('button', { name: 'Elke week één uur meekijken' }).waitFor()
      await picture(chat.page.locator('.side'), `chat-list-${language}`)
      await messages.last().getByRole('button', { name: 'Elke week één uur meekijken' }).click()
      await messages.last().getByText(heading).waitFor()
      const line = messages.last().getByRole('textbox')
      const found: string[] = []
      for (const theme of ['default', 'dark', 'contrast'] as const) {
        await chat.page.getByRole('combobox', { name: host.theme }).selectOption(theme)
        // The host draws its cards anew for another theme, so what was open in one is closed.
        await line.waitFor({ state: 'hidden' })
        await messages.last().getByRole('button', { name: progress }).click()
        await line.waitFor()
        found.push(...(await faults(chat)).map((one) => `${theme}: ${one}`))
        await picture(chat.page.locator('.side'), `chat-${theme}-${language}`)
      }
      expect(found).toEqual([])
      await chat.close()
    },
  )
})
