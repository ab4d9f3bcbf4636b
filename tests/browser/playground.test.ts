import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from '../../infra/local/free-port.ts'
import { openPlayground } from '../../infra/local/playground.ts'
import { launchChromium } from '../support/chromium.ts'
import { picture } from '../support/looks.ts'
import { startTenant, type Tenant } from '../support/tenant.ts'
import { until } from '../support/until.ts'
import type { Conversation, OpenedConversation } from '../../server/contract/conversation.ts'

const dir = mkdtempSync(join(tmpdir(), 'groei-playground-'))
let tenant: Tenant
let browser: Browser
let playground: { url: string; close(): Promise<void> }
beforeAll(async () => {
  ;[tenant, browser] = await Promise.all([
    startTenant({ history: true, dangerouslyOpenBot: true }),
    launchChromium(),
  ])
  await tenant.as('milan')('PUT', '/api/me', { timeZone: 'Europe/Amsterdam' }, 'nl')
  playground = await openPlayground(tenant.launched, {
    dir: relative('.', dir),
    port: await freePort(),
    user: 'milan@sandbox.example',
  })
})
afterAll(async () => {
  await browser.close()
  await playground.close()
  await tenant.close()
  rmSync(dir, { recursive: true, force: true })
})

describe('Microsoft’s own chat client', () => {
  test('the bot answers help and sends a reminder, and Done in its card finishes the commitment', async () => {
    const page = await browser.newPage({ viewport: { width: 1200, height: 900 } })
    await page.goto(playground.url)
    const box = page.getByRole('textbox').last()
    await box.waitFor()
    await until(async () => {
      // Its own connection to the bot takes a moment; what is typed before that goes nowhere.
      await box.click()
      await page.keyboard.type('hulp')
      await page.keyboard.press('Enter')
      const answered = page.getByText('mijn afspraken: wat er van jou openstaat').first()
      return answered.waitFor({ timeout: 5000 }).then(
        () => true,
        () => null,
      )
    }, 60_000)

    await tenant.moveTo('2026-06-04T09:30:00Z')
    await page
      .getByText(/^Morgen:/)
      .last()
      .waitFor()
    await page.getByRole('button', { name: 'Gedaan' }).last().click()
    await page
      .getByText(/^Gedaan:/)
      .last()
      .waitFor()
    await picture(page, 'playground')

    const [, second] = await tenant.meetings('sanne', 'Milan')
    const reference = { iCalUId: second!.iCalUId, start: second!.start }
    const { body } = await tenant.as('milan')<OpenedConversation>('POST', '/api/conversations', reference)
    const { followUps } = (body as { conversation: Conversation }).conversation
    expect(followUps.map((one) => one.status)).toEqual(['done'])
    await page.close()
  })
})
