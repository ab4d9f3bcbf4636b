import type { Browser } from 'playwright-core'
import { describe, expect } from 'vitest'
import type { Conversation } from '../../server/contract/conversation.ts'
import { goTo, openPanel, tabTo, type Panel } from '../support/panels.ts'
import { openOutlook } from '../support/panes.ts'
import { measured } from '../support/room.ts'
import { sections } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

const test = testIn({ history: true })
let tenant: Tenant
let browser: Browser
test.beforeAll(async ({ tenant: started, browser: running }) => {
  tenant = started
  browser = running
})

const frameTop = async (panel: Panel) => (await panel.page.locator('iframe[title^="Groei"]').boundingBox())!.y
const bodyHeight = ({ frame }: Panel) => frame.locator('main').evaluate((main) => main.scrollHeight)

describe('Outlook pane', () => {
  test('a preparation made by keyboard in Outlook shows in Teams, and its outcome in the next invite and pane', async () => {
    const [first, second] = await tenant.meetings('sanne', 'Milan')
    const earlier = 'Twee dagdelen per week blokkeren om te ontwerpen'
    const milan = await openOutlook(browser, tenant, 'milan', { event: first! })
    await milan.frame.getByRole('heading', { level: 1, name: 'Voorbereiding' }).waitFor()
    await milan.frame.getByRole('button', { name: new RegExp(earlier) }).waitFor()
    // Its first field stands high, and nothing of Groei's own asks for scrolling.
    const topics = milan.frame.getByRole('textbox', { name: 'Jouw onderwerpen' })
    expect((await topics.boundingBox())!.y - (await frameTop(milan))).toBeLessThanOrEqual(120)
    expect(await bodyHeight(milan)).toBeLessThanOrEqual(700)
    // Seven of them are the commitment’s own.
    expect((await measured(milan)).words - 7).toBeLessThanOrEqual(60)
    await milan.page.getByRole('button', { name: 'Sluiten' }).focus()
    await tabTo(milan, 'textbox', /Jouw onderwerpen/)
    await milan.page.keyboard.type('- Nieuwe rol')
    await milan.page.keyboard.press('Enter')
    await milan.page.keyboard.type('Vakantie')
    await tabTo(milan, 'button', /^\+ notitie$/)
    await milan.page.keyboard.press('Enter')
    await milan.frame.getByRole('textbox', { name: 'Notitie' }).fill('Ik twijfel nog')
    await tabTo(milan, 'button', /^Vorige keer: di 26 mei/)
    await milan.page.keyboard.press('Enter')
    await milan.frame.getByText('Ik begin met blokken, en vertel het team waarom.').waitFor()
    // Nobody presses save: it is kept as soon as typing rests.
    const { id } = await tenant.conversation('sanne', 'milan', first!)
    const path = `/api/conversations/${id}`
    const mine = async () => (await tenant.as('milan')<Conversation>('GET', path)).body.preparation.mine
    await expect
      .poll(mine)
      .toMatchObject({ topics: ['Nieuwe rol', 'Vakantie'], note: 'Ik twijfel nog', shared: false })

    // A draft is his alone: she sees that he has shared nothing, wherever she looks.
    const tab = await openPanel(browser, tenant, 'sanne', first!, { place: 'personal' })
    await tab.frame.getByRole('link', { name: 'Voorbereiden: gesprek met Milan Bakker' }).waitFor()
    expect(await tab.frame.getByText('deelde een voorbereiding').count()).toBe(0)
    await tab.page.getByRole('button', { name: 'Groei', exact: true }).focus()
    await tabTo(tab, 'link', /Voorbereiden: gesprek met Milan Bakker/)
    await tab.page.keyboard.press('Enter')
    await tab.frame.getByRole('textbox', { name: 'Jouw onderwerpen' }).waitFor()
    expect(await tab.frame.getByRole('region', { name: 'Van Milan' }).count()).toBe(0)
    const sees = milan.frame.getByRole('switch', { name: 'Sanne ziet dit' })
    await sees.focus()
    await milan.page.keyboard.press('Space')
    await expect.poll(async () => (await mine())?.shared).toBe(true)
    // And now she does, without asking again.
    const from = tab.frame.getByRole('region', { name: 'Van Milan' })
    await from.getByText('Nieuwe rol').waitFor()
    await from.getByText('Ik twijfel nog').waitFor()
    await tab.frame.getByRole('link', { name: 'Vandaag' }).click()
    await tab.frame
      .locator(':focus')
      .and(tab.frame.getByRole('heading', { level: 1 }))
      .waitFor()
    await tab.frame.getByText('Milan deelde een voorbereiding').waitFor()
    await tab.frame.getByRole('region', { name: 'Van mijn mensen' }).getByText(earlier).waitFor()
    await tab.close()

    // In the call his topics are at hand.
    await tenant.moveTo(first!.start)
    const sanne = await openPanel(browser, tenant, 'sanne', first!)
    await goTo(sanne, 'Stappen van het gesprek', 'Focus')
    await sanne.frame.getByRole('region', { name: 'Onderwerpen' }).getByText('Vakantie').waitFor()
    await tenant.commit(
      'milan',
      (await tenant.conversation('sanne', 'milan', first!)).id,
      'Met Noor praten over de rol',
    )
    await goTo(sanne, 'Stappen van het gesprek', 'Afronden')
    const shared = sanne.frame.getByRole('region', { name: 'Voorbeeld van wat wordt gedeeld' })
    await shared.getByText('Met Noor praten over de rol').waitFor()
    await tabTo(sanne, 'button', /^Delen en afronden$/)
    await sanne.page.keyboard.press('Enter')
    await sanne.frame.getByText('Het staat in de uitnodiging').waitFor()
    await sanne.close()
    const { content } = await tenant.invite('milan', second!.iCalUId)
    expect(sections(content)).toBe(1)
    expect(content).not.toContain('Ik twijfel nog')
    await milan.close()

    const next = await openOutlook(browser, tenant, 'milan', { event: second! })
    await next.frame.getByRole('button', { name: /Met Noor praten over de rol/ }).waitFor()
    await next.frame.getByRole('button', { name: /^Vorige keer: di 2 juni/ }).waitFor()
    const invite = next.page.frameLocator('iframe[title^="Uitnodiging"]')
    await invite.getByText('Met Noor praten over de rol').waitFor()
    await next.close()
  })

  test('the pane says why there is no conversation: unsaved event, team meeting, somebody else’s calendar', async () => {
    const outlook = await openOutlook(browser, tenant, 'sanne', { language: 'en-us' })
    await outlook.page.getByRole('button', { name: 'New event' }).click()
    await outlook.frame.getByRole('heading', { name: 'Save the meeting first' }).waitFor()
    await outlook.page.getByRole('button', { name: /Teamoverleg/ }).click()
    await outlook.frame.getByRole('heading', { name: 'This is not a 1-on-1' }).waitFor()
    outlook.complaints.splice(0, 1)
    await outlook.close()

    const [meeting] = await tenant.meetings('milan', 'Milan')
    const other = await openOutlook(browser, tenant, 'sanne', { event: meeting!, calendar: 'milan' })
    await other.frame.getByRole('heading', { name: 'Dit is de agenda van iemand anders' }).waitFor()
    await other.close()
    const added = await openOutlook(browser, tenant, 'sanne', {
      event: meeting!,
      calendar: 'milan',
      address: 'milan@sandbox.example',
    })
    await added.frame.getByRole('heading', { name: 'Je bent aangemeld met een ander account' }).waitFor()
    added.complaints.splice(0, 1)
    await added.close()
  })

  test('a single occurrence and the whole series lead the organiser to the same conversation', async () => {
    const [meeting] = await tenant.meetings('sanne', 'Tom')
    const { id } = await tenant.conversation('sanne', 'tom', meeting!)
    const outlook = await openOutlook(browser, tenant, 'sanne', { event: meeting! })
    const topics = outlook.frame.getByRole('textbox', { name: 'Jouw onderwerpen' })
    const sees = outlook.frame.getByRole('switch', { name: 'Tom ziet dit' })
    await topics.fill('Inwerken')
    await sees.check()
    // What is on its way to the server when the page is left is the change of another device for the next page.
    const told = () => tenant.as('tom')<Conversation>('GET', `/api/conversations/${id}`)
    await until(async () => (await told()).body.preparation.theirs)
    await outlook.page.getByRole('button', { name: 'Reeks openen' }).click()
    await until(async () => ((await topics.inputValue()) === 'Inwerken' ? true : null))
    await expect.poll(() => sees.isChecked()).toBe(true)
    await sees.uncheck()
    await outlook.frame.getByText('Alleen jij', { exact: true }).waitFor()
    await outlook.close()
  })

  test('an occurrence opens by its own start in classic Outlook, and by itself once a Mac knows its id', async () => {
    const [first, , third] = await tenant.meetings('sanne', 'Tom')
    const { pair } = await tenant.conversation('sanne', 'tom', first!)
    const classic = await openOutlook(browser, tenant, 'tom', { event: third!, client: 'classic' })
    // Opening made it: nobody has been there before.
    const { conversations } = tenant.app().collections
    const thirdOne = { tenantId: tenant.launched.sandbox.tenantId, pairId: pair.id, iCalUId: third!.iCalUId }
    await until(() => conversations.findOne(thirdOne))
    await classic.close()
    const mac = await openOutlook(browser, tenant, 'sanne', { event: first!, client: 'mac' })
    await mac.frame.getByRole('textbox', { name: 'Jouw onderwerpen' }).waitFor()
    await mac.close()
  })

  test('each host loads only what it needs itself', async () => {
    const [meeting] = await tenant.meetings('sanne', 'Milan')
    const loaded = async (open: () => Promise<Panel>) => {
      const panel = await open()
      const paths: string[] = []
      panel.page.on('request', (request) => paths.push(new URL(request.url()).pathname))
      await panel.page.reload()
      await panel.page
        .frameLocator('iframe[title^="Groei"]')
        .getByRole('heading', { level: 1 })
        .first()
        .waitFor()
      await panel.close()
      return paths.join(' ')
    }
    const outlook = await loaded(() => openOutlook(browser, tenant, 'sanne', { event: meeting! }))
    expect(outlook).toMatch(/office-stand-in.*assets\/outlook-/s)
    expect(outlook).not.toMatch(/assets\/teams-/)
    const teams = await loaded(() => openPanel(browser, tenant, 'sanne', meeting!))
    expect(teams).toMatch(/assets\/teams-/)
    expect(teams).not.toMatch(/office-stand-in|assets\/outlook-/)
  })
})
