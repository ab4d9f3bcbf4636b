import type { Browser } from 'playwright-core'
import { describe, expect } from 'vitest'
import { chatOf } from '../support/chats.ts'
import type { Meeting } from '../support/conversations.ts'
import { openPanel, type Panel } from '../support/panels.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'

const test = testIn()
let tenant: Tenant
let browser: Browser
let aylin: Meeting
let tom: Meeting
const on = (meetings: Meeting[], day: string) => meetings.find(({ start }) => start.startsWith(day))!
test.beforeAll(async ({ tenant: started, browser: running }) => {
  tenant = started
  browser = running
  aylin = on(await tenant.meetings('sanne', 'Aylin'), '2026-06-17')
  tom = on(await tenant.meetings('sanne', 'Tom'), '2026-06-18')
  await tenant.conversation('sanne', 'aylin', aylin)
  await tenant.conversation('sanne', 'tom', tom)
  await tenant.as('sanne')('PUT', '/api/me', { timeZone: 'Europe/Amsterdam' }, 'nl')
  const chat = chatOf(tenant, 'sanne')
  await chat.heard('Hallo')
  await tenant.moveTo('2026-06-16T07:00:00Z')
  await chat.heard('14:00: Aylin')
  await tenant.moveTo('2026-06-17T07:00:00Z')
  await chat.heard('09:00: Tom')
})

const app = ({ page }: Panel, name: string) =>
  page.getByRole('navigation', { name: 'Apps, Sanne de Vries' }).getByRole('button', { name })
/** Presses "Prepare" in the card about somebody. */
async function prepare(panel: Panel, card: string): Promise<void> {
  await app(panel, 'Chat').click()
  const messages = panel.page.getByRole('list', { name: 'Chat met Groei' }).getByRole('listitem')
  await messages.filter({ hasText: card }).getByRole('link', { name: 'Voorbereiden' }).click()
}
const address = ({ frame }: Panel) => frame.locator('html').evaluate(() => decodeURIComponent(location.hash))
const list = ({ frame }: Panel) => frame.getByRole('heading', { level: 1, name: /^(Goede|Vandaag)/ })

describe('links of cards into the personal app', () => {
  test.each([undefined, 'web'] as const)(
    'each link leads to its own meeting, also back again: %s',
    async (client) => {
      const panel = await openPanel(browser, tenant, 'sanne', aylin, {
        place: 'chat',
        ...(client ? { client } : {}),
      })
      for (const [card, { iCalUId }] of [
        ['14:00: Aylin', aylin],
        ['09:00: Tom', tom],
        ['14:00: Aylin', aylin],
      ] as const) {
        await prepare(panel, card)
        await panel.frame.getByRole('navigation', { name: 'Stappen van het gesprek' }).waitFor()
        await expect.poll(() => address(panel)).toContain(iCalUId)
      }
      await panel.close()
    },
  )

  test.each([undefined, 'web'] as const)(
    'where the host names the first link for ever, a second one leads to the list and not to the first meeting: %s',
    async (client) => {
      const panel = await openPanel(browser, tenant, 'sanne', aylin, {
        place: 'chat',
        links: 'first',
        ...(client ? { client } : {}),
      })
      await prepare(panel, '14:00: Aylin')
      await panel.frame.getByRole('navigation', { name: 'Stappen van het gesprek' }).waitFor()
      expect(await address(panel)).toContain(aylin.iCalUId)
      await prepare(panel, '09:00: Tom')
      await list(panel).waitFor()
      await panel.frame.getByRole('link', { name: /Tom/ }).first().waitFor()
      // A tab that is pressed is shown, whatever link the host still names.
      await panel.page.getByRole('tab', { name: 'Mensen' }).click()
      await panel.frame.getByRole('heading', { level: 1, name: 'Mensen' }).waitFor()
      await panel.close()
    },
  )
})
