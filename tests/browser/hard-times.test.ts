import type { Browser } from 'playwright-core'
import { describe, expect } from 'vitest'
import type { Summary } from '../../server/contract/conversation.ts'
import { editor, goTo, openPanel, stored, type, type Panel } from '../support/panels.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

const test = testIn({ ownProcess: true })
let tenant: Tenant
let browser: Browser
test.beforeAll(async ({ tenant: started, browser: running }) => {
  tenant = started
  browser = running
})
const steps = 'Stappen van het gesprek'

/** The text alone, without the mark of where the other stands. */
const shown = (panel: Panel, step: string): Promise<string> =>
  editor(panel, step).evaluate((node) => {
    const copy = node.cloneNode(true) as HTMLElement
    for (const caret of copy.querySelectorAll('.cm-ySelectionCaret')) caret.remove()
    return copy.textContent
  })

describe('loss of the server', () => {
  test('a server killed while both people type costs nothing, neither on their screens nor on disk', async () => {
    const [meeting] = await tenant.meetings('sanne', 'Milan')
    const conversation = await tenant.conversation('sanne', 'milan', meeting!)
    const sanne = await openPanel(browser, tenant, 'sanne', meeting!)
    const milan = await openPanel(browser, tenant, 'milan', meeting!)
    for (const panel of [sanne, milan]) await goTo(panel, steps, 'Realiteit')
    await type(sanne, 'Realiteit', 'voor')
    await until(async () => ((await shown(milan, 'Realiteit')) === 'voor' ? true : null))

    await tenant.launched.kill()
    await Promise.all([type(sanne, 'Realiteit', ' SANNE'), type(milan, 'Realiteit', ' MILAN')])
    await sanne.frame.getByText('Offline, wordt bewaard').waitFor()
    await tenant.launched.startProduct()

    const text = await until(async () => {
      const [a, b] = [await shown(sanne, 'Realiteit'), await shown(milan, 'Realiteit')]
      return a === b && ['voor', 'SANNE', 'MILAN'].every((word) => a.includes(word)) ? a : null
    }, 60_000)
    await stored(sanne)
    await tenant.launched.stop()
    await tenant.launched.startProduct()
    const path = `/api/conversations/${conversation.id}/summary?scope=summary-and-commitments`
    const { body } = await tenant.as('milan')<Summary>('GET', path)
    expect(body.steps.map((one) => one.text)).toEqual([text.trim()])
    // Losing the server is loud in the console, and rightly so.
    for (const panel of [sanne, milan]) {
      await panel.closeLoud()
    }
  })

  test('words typed offline in notes and in a commitment survive a reload', async () => {
    const [, meeting] = await tenant.meetings('sanne', 'Milan')
    await tenant.conversation('sanne', 'milan', meeting!)
    const milan = await openPanel(browser, tenant, 'milan', meeting!)
    await goTo(milan, steps, 'Focus')
    await editor(milan, 'Focus').waitFor()
    await stored(milan)
    // It comes with the steps: once it stands, a server that goes takes no step away.
    await milan.frame.getByRole('button', { name: 'Mijn eigen notities' }).waitFor()
    await tenant.launched.kill()
    await milan.frame.getByText('Offline, wordt bewaard').waitFor()
    await type(milan, 'Focus', 'Getypt zonder verbinding')
    await goTo(milan, steps, 'Afspraken')
    await milan.frame.getByRole('textbox', { name: 'Wat ga je doen?' }).fill('Bellen')
    await tenant.launched.startProduct()
    await milan.page.reload()
    await goTo(milan, steps, 'Afspraken')
    await milan.frame.getByRole('group', { name: 'Afspraak 1' }).getByText('Milan Bakker: Bellen').waitFor()
    await goTo(milan, steps, 'Focus')
    await until(async () => ((await shown(milan, 'Focus')) === 'Getypt zonder verbinding' ? true : null))
    await milan.closeLoud()
  })
})

describe('opening without access', () => {
  test('a team meeting, a cancelled meeting and missing consent are explained in the language of the host', async () => {
    const [team] = await tenant.meetings('sanne', 'Teamoverleg')
    const [cancelled] = await tenant.meetings('sanne', 'Even sparren')
    const [joris] = await tenant.meetings('joris', 'Joris')
    const one = await openPanel(browser, tenant, 'sanne', team!, { language: 'en-us' })
    await one.frame.getByRole('heading', { name: 'This is not a 1-on-1' }).waitFor()
    const two = await openPanel(browser, tenant, 'sanne', cancelled!)
    await two.frame.getByRole('heading', { name: 'Deze vergadering is geannuleerd' }).waitFor()
    const three = await openPanel(browser, tenant, 'joris', joris!)
    await three.frame.getByRole('heading', { name: 'Groei heeft je toestemming nodig' }).waitFor()
    await three.frame.getByRole('button', { name: 'Toestemming geven' }).click()
    await three.page.getByRole('button', { name: 'Akkoord' }).click()
    await three.frame.getByRole('heading', { name: 'Wie is de leidinggevende?' }).waitFor()
    // A refusal is a failed request, which the browser reports; nothing else may be there.
    for (const panel of [one, two, three]) {
      const rest = panel.complaints.filter((text) => !/status of 4\d\d/.test(text))
      panel.complaints.splice(0, panel.complaints.length, ...rest)
      await panel.close()
    }
  })

  test('a person who cannot be signed in is told so, and gets in once sign-in works again', async () => {
    const [, , meeting] = await tenant.meetings('sanne', 'Milan')
    await tenant.conversation('sanne', 'milan', meeting!)
    const panel = await openPanel(browser, tenant, 'milan', meeting!)
    await goTo(panel, steps, 'Afspraken')
    const tokens = (url: URL) => url.pathname === '/sandbox/api/nested-token'
    await panel.page.route(tokens, (route) => route.fulfill({ status: 500 }))
    // The tab is loaded anew, as Teams does when the language changes; its token is to be asked for again.
    await panel.page.getByRole('combobox', { name: 'Taal' }).selectOption('en-us')
    await panel.frame.getByRole('heading', { name: 'Signing in did not work' }).waitFor()
    await panel.page.unroute(tokens)
    await panel.frame.getByRole('button', { name: 'Sign in again' }).click()
    await panel.page.getByRole('button', { name: 'Accept' }).click()
    await panel.frame.getByRole('navigation', { name: 'Steps of the conversation' }).waitFor()
    await panel.closeLoud()
  })
})
