import type { Browser } from 'playwright-core'
import { describe, expect } from 'vitest'
import { openPanel, type Panel } from '../support/panels.ts'
import { openOutlook } from '../support/panes.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'

const test = testIn()
let tenant: Tenant
let browser: Browser
test.beforeAll(async ({ tenant: started, browser: running }) => {
  tenant = started
  browser = running
})

/** A refusal is a failed request, which the browser reports; nothing else may be there. */
async function closeAfterRefusals(panel: Panel): Promise<void> {
  const rest = panel.complaints.filter((text) => !/status of 4\d\d/.test(text))
  panel.complaints.splice(0, panel.complaints.length, ...rest)
  await panel.close()
}

describe('sign-in', () => {
  test('Outlook asks for consent at the right prompt, and the question stands after it was declined', async () => {
    const [meeting] = await tenant.meetings('joris', 'Joris')
    const outlook = await openOutlook(browser, tenant, 'joris', { event: meeting! })
    const ask = outlook.frame.getByRole('button', { name: 'Toestemming geven' })
    await ask.click()
    await outlook.page.getByText('je agenda lezen en bijwerken').waitFor()
    await outlook.page.getByRole('button', { name: 'Weigeren' }).click()
    await ask.click()
    await outlook.page.getByRole('button', { name: 'Akkoord' }).click()
    await outlook.frame.getByRole('heading', { name: 'Wie is de leidinggevende?' }).waitFor()
    await closeAfterRefusals(outlook)
  })

  test.each(['Outlook', 'Teams', 'the personal tab'])(
    'a Conditional Access challenge reaches the person in %s, who is let in after answering it',
    async (place) => {
      const [meeting] = await tenant.meetings('sanne', 'Milan')
      await tenant.conversation('sanne', 'milan', meeting!)
      await tenant.launched.stop()
      await tenant.launched.startProduct()
      const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}'
      const fault = {
        service: 'entra',
        status: 400,
        code: 'interaction_required',
        suberror: 'basic_action',
        claims,
      }
      await tenant.sandbox('POST', 'faults', { faults: [{ ...fault, times: 1 }] })
      const panel =
        place === 'Outlook'
          ? await openOutlook(browser, tenant, 'milan', { event: meeting!, language: 'en-us' })
          : await openPanel(browser, tenant, 'milan', meeting!, {
              language: 'en-us',
              place: place === 'Teams' ? 'call' : 'personal',
            })
      await panel.frame.getByRole('heading', { name: 'Your organisation asks for one more check' }).waitFor()
      await panel.frame.getByRole('button', { name: 'Sign in again' }).click()
      await panel.page.getByText('Your organisation wants to know that it is you').waitFor()
      await panel.page.getByRole('button', { name: 'Accept' }).click()
      await panel.frame
        .getByRole('heading', { level: 1, name: /^(Check-in, |Preparation$|Good |Today$)/ })
        .waitFor()
      await closeAfterRefusals(panel)
    },
  )

  test('a person whose organisation does not allow Groei is told so', async () => {
    const [meeting] = await tenant.meetings('bas', 'Bas')
    const outlook = await openOutlook(browser, tenant, 'bas', { event: meeting! })
    await outlook.frame.getByRole('heading', { name: 'Je bent niet aangemeld' }).waitFor()
    await outlook.frame.getByRole('button', { name: 'Opnieuw aanmelden' }).click()
    await outlook.page.getByRole('button', { name: 'Akkoord' }).click()
    await outlook.frame.getByRole('heading', { name: 'Je organisatie laat Groei niet toe' }).waitFor()
    await closeAfterRefusals(outlook)
  })

  test('an Outlook without nested sign-in says that it is too old, and a Teams without it signs in its own way', async () => {
    const [meeting] = await tenant.meetings('sanne', 'Milan')
    await tenant.conversation('sanne', 'milan', meeting!)
    const old = await openOutlook(browser, tenant, 'sanne', { event: meeting!, naa: 'off' })
    await old.frame.getByRole('heading', { name: 'Deze versie van Outlook is te oud' }).waitFor()
    await old.close()

    const asked: string[] = []
    const teams = await openPanel(browser, tenant, 'sanne', meeting!, { naa: 'off' })
    teams.page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await teams.page.reload()
    await teams.frame.getByRole('heading', { level: 1, name: 'Check-in' }).waitFor()
    expect(asked).toContain('/sandbox/api/token')
    expect(asked).not.toContain('/sandbox/api/nested-token')
    await teams.close()
  })
})

describe('tab that all in a meeting share', () => {
  test('the tab shows nothing of anybody and leads to the personal tab', async () => {
    const [meeting] = await tenant.meetings('sanne', 'Milan')
    const calls: string[] = []
    const panel = await openPanel(browser, tenant, 'sanne', meeting!, { place: 'configure' })
    panel.page.on('request', (request) => calls.push(new URL(request.url()).pathname))
    await panel.frame.getByText('Kies Opslaan om Groei aan deze vergadering toe te voegen.').waitFor()
    await panel.page.getByRole('button', { name: 'Opslaan' }).click()
    const open = panel.frame.getByRole('button', { name: 'Naar mijn 1-op-1’s' })
    await open.waitFor()
    expect(await panel.frame.locator('body').innerText()).not.toMatch(/Sanne|Milan/)
    expect(calls.filter((path) => path.startsWith('/api/'))).toEqual([])
    await open.click()
    await panel.frame.getByRole('heading', { level: 1, name: /^(Goede|Vandaag)/ }).waitFor()
    await panel.close()
  })
})
