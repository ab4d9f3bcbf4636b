import type { Browser } from 'playwright-core'
import { describe, expect } from 'vitest'
import { inOrder } from '../support/looks.ts'
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
    const told = outlook.frame.getByRole('heading', { name: 'Je hebt nog geen toegang tot Groei' })
    await told.waitFor()
    await outlook.frame.getByRole('button', { name: 'Opnieuw aanmelden' }).click()
    await outlook.page.getByRole('button', { name: 'Akkoord' }).click()
    await told.waitFor()
    await outlook.frame.getByText('Voor je beheerder: AADSTS50105').waitFor()
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

/** The page's own stores: all that a sign-in could leave behind. */
const left = ({ frame }: Panel) =>
  frame.locator('html').evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])

describe('sign-in that the host spoils', () => {
  test.each(['promised', 'mute'] as const)(
    'an Outlook whose bridge is only promised, or never answers, gives words and no prompt: %s',
    async (naa) => {
      const [meeting] = await tenant.meetings('sanne', 'Milan')
      const outlook = await openOutlook(browser, tenant, 'milan', { event: meeting!, naa })
      const windows: unknown[] = []
      outlook.page.on('popup', (opened) => windows.push(opened))
      await outlook.frame.getByRole('heading', { name: 'Outlook kan je hier niet aanmelden' }).waitFor()
      expect(await outlook.frame.locator('main').innerText()).not.toMatch(/organisatie|beheerder/)
      await outlook.frame.getByRole('button', { name: 'Opnieuw proberen' }).click()
      await outlook.frame.getByRole('heading', { name: 'Outlook kan je hier niet aanmelden' }).waitFor()
      expect(windows).toEqual([])
      expect(await outlook.page.getByRole('dialog').count()).toBe(0)
      expect((await left(outlook)).filter((key) => key.includes('msal'))).toEqual([])
      await outlook.close()
    },
  )

  test('a bridge that comes later signs in with the next try', async () => {
    const [meeting] = await tenant.meetings('sanne', 'Milan')
    await tenant.conversation('sanne', 'milan', meeting!)
    const outlook = await openOutlook(browser, tenant, 'milan', { event: meeting! })
    await outlook.page.route('**/office-stand-in.js', (route) => route.continue())
    // Office.js has promised it; the page finds it a moment later.
    await outlook.context.addInitScript(() => {
      let bridge: unknown
      let isThere = false
      Object.defineProperty(window, 'nestedAppAuthBridge', {
        get: () => (isThere ? bridge : undefined),
        set: (given: unknown) => (bridge = given),
      })
      addEventListener('click', () => (isThere = true), { capture: true })
    })
    await outlook.page.reload()
    await outlook.frame.getByRole('button', { name: 'Opnieuw proberen' }).click()
    await outlook.frame.getByRole('heading', { level: 1, name: 'Voorbereiding' }).waitFor()
    await outlook.close()
  })

  test('a Teams that recommends a bridge and gives none signs in its own way', async () => {
    const [meeting] = await tenant.meetings('sanne', 'Milan')
    await tenant.conversation('sanne', 'milan', meeting!)
    const teams = await openPanel(browser, tenant, 'sanne', meeting!, { naa: 'promised' })
    await teams.frame.getByRole('heading', { level: 1, name: 'Check-in' }).waitFor()
    await teams.close()
  })

  test.each([
    ['untrusted', 'Groei is nog niet goed ingesteld', 'untrusted_origin', 'Opnieuw proberen'],
    ['50011', 'Groei is nog niet goed ingesteld', 'AADSTS50011', 'Opnieuw proberen'],
    ['700016', 'Je organisatie heeft Groei niet', 'AADSTS700016', 'Opnieuw proberen'],
    ['90094', 'Je beheerder moet Groei eerst goedkeuren', 'AADSTS90094', 'Opnieuw aanmelden'],
    ['53003', 'De regels van je organisatie houden dit tegen', 'AADSTS53003', 'Opnieuw aanmelden'],
    ['50057', 'Je account kan zich niet aanmelden', 'AADSTS50057', 'Opnieuw aanmelden'],
    ['90033', 'Aanmelden lukt nu niet', 'AADSTS90033', 'Opnieuw proberen'],
  ])(
    'a fault of the registration or the tenant is told to who can mend it, with its code: %s',
    async (refuses, title, code, action) => {
      const [meeting] = await tenant.meetings('sanne', 'Milan')
      const outlook = await openOutlook(browser, tenant, 'milan', { event: meeting!, refuses })
      await outlook.frame.getByRole('heading', { name: title }).waitFor()
      await outlook.frame.getByText(`Voor je beheerder: ${code}`).waitFor()
      await outlook.frame.getByRole('button', { name: action }).waitFor()
      if (title.includes('ingesteld'))
        await outlook.frame.getByText(`brk-multihub://${new URL(tenant.url).host}`).waitFor()
      await inOrder(outlook, title)
      await closeAfterRefusals(outlook)
    },
  )

  test('consent that only an admin can give is told after the one prompt', async () => {
    const [meeting] = await tenant.meetings('sanne', 'Milan')
    const outlook = await openOutlook(browser, tenant, 'milan', { event: meeting!, refuses: '65001' })
    await outlook.frame.getByRole('heading', { name: 'Je bent niet aangemeld' }).waitFor()
    await outlook.frame.getByRole('button', { name: 'Opnieuw aanmelden' }).click()
    await outlook.page.getByRole('button', { name: 'Akkoord' }).click()
    await outlook.frame.getByRole('heading', { name: 'Je beheerder moet Groei eerst goedkeuren' }).waitFor()
    await outlook.frame.getByText('Voor je beheerder: AADSTS65001').waitFor()
    await closeAfterRefusals(outlook)
  })
})

describe('Outlook with several accounts', () => {
  test('the account of the open mailbox signs in by itself where Outlook knows it', async () => {
    const [meeting] = await tenant.meetings('sanne', 'Milan')
    await tenant.conversation('sanne', 'milan', meeting!)
    for (const account of ['sanne@sandbox.example', 'eva@elsewhere.example']) {
      const outlook = await openOutlook(browser, tenant, 'milan', { event: meeting!, account })
      await outlook.frame.getByRole('heading', { level: 1, name: 'Voorbereiding' }).waitFor()
      await outlook.close()
    }
  })

  test('a mailbox’s other address locks nobody out', async () => {
    const [meeting] = await tenant.meetings('sanne', 'Milan')
    await tenant.conversation('sanne', 'milan', meeting!)
    const address = 'milan.bakker@sandbox.example'
    const outlook = await openOutlook(browser, tenant, 'milan', { event: meeting!, address })
    await outlook.frame.getByRole('heading', { level: 1, name: 'Voorbereiding' }).waitFor()
    await outlook.close()
    // Their event may be gone as anybody's, which is no matter of accounts.
    const gone = { service: 'graph', method: 'GET', path: '/events', status: 404, code: 'ErrorItemNotFound' }
    await tenant.sandbox('POST', 'faults', { faults: [gone] })
    const other = await openOutlook(browser, tenant, 'milan', { event: meeting!, address })
    await other.frame.getByRole('heading', { name: 'Deze vergadering staat niet in je agenda' }).waitFor()
    await tenant.sandbox('DELETE', 'faults')
    await closeAfterRefusals(other)
  })

  test('the account of another mailbox is named, and the right one is asked for', async () => {
    const [meeting] = await tenant.meetings('sanne', 'Milan')
    await tenant.conversation('sanne', 'milan', meeting!)
    const address = 'milan.bakker@sandbox.example'
    for (const account of ['sanne@sandbox.example', 'eva@elsewhere.example']) {
      const outlook = await openOutlook(browser, tenant, 'milan', { event: meeting!, account, address })
      await outlook.frame.getByRole('heading', { name: 'Je bent aangemeld met een ander account' }).waitFor()
      await outlook.frame.getByText(`Hier is de mailbox van ${address} open`).waitFor()
      await inOrder(outlook, 'another account')
      await outlook.frame.getByRole('button', { name: `Aanmelden als ${address}` }).click()
      await outlook.page.getByRole('button', { name: 'Akkoord' }).click()
      await outlook.frame.getByRole('heading', { level: 1, name: 'Voorbereiding' }).waitFor()
      await closeAfterRefusals(outlook)
    }
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
