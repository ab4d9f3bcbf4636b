import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { beforeEach, describe, expect } from 'vitest'
import type { Conversation } from '../../server/contract/conversation.ts'
import { chatOf } from '../support/chats.ts'
import { inOrder, inOrderInAllThemes, shoot } from '../support/looks.ts'
import {
  answered,
  goBack,
  goTo,
  openInfo,
  openOwnNotes,
  openPanel,
  tabTo,
  type Panel,
} from '../support/panels.ts'
import type { Meeting } from '../support/conversations.ts'
import { startTenant, type Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

const test = testIn()
let tenant: Tenant
let browser: Browser
let meeting: Meeting
let later: Meeting
let conversation: Conversation
test.beforeAll(({ browser: running }) => {
  browser = running
  mkdirSync('.screens', { recursive: true })
})
beforeEach(async () => {
  tenant = await startTenant()
  ;[meeting, later] = (await tenant.meetings('sanne', 'Milan')) as [Meeting, Meeting]
  conversation = await tenant.conversation('sanne', 'milan', meeting)
  return () => tenant.close()
})

const steps = 'Stappen van het gesprek'
const special = 'Niets over gezondheid'
const warned = (panel: Panel, times: number) =>
  until(async () => ((await panel.frame.getByText(special).count()) === times ? true : null))

describe('warning about special categories of personal data', () => {
  test('the warning shows in full until a person has understood it, and then stands in the information', async () => {
    const panel = await openPanel(browser, tenant, 'milan', meeting)
    for (const step of ['Check-in', 'Afspraken', 'Doel']) {
      await goTo(panel, steps, step)
      await warned(panel, 1)
    }
    await inOrder(panel, 'special data')
    await shoot(panel, 'special-once')
    await tabTo(panel, 'button', /^Begrepen$/)
    const remembered = panel.page.waitForResponse((one) => one.url().endsWith('/api/tips/special-data'))
    await panel.page.keyboard.press('Enter')
    await warned(panel, 0)
    await (await remembered).finished()
    await panel.close()

    // On whatever device, in whatever step.
    const other = await openPanel(browser, tenant, 'milan', meeting)
    await goTo(other, steps, 'Doel')
    await answered(other, '/api/tips')
    await openInfo(other)
    await warned(other, 1)
    await other.frame.getByText('Jullie twee lezen dit.').waitFor()
    await other.frame.getByText('Beheerders en collega’s kunnen er in Groei niet bij.').waitFor()
    await goBack(other)
    await warned(other, 0)
    await other.close()
  })
})

describe('dates of an ended or deleted pair', () => {
  test('a pair that ended near midnight shows the date of the person’s own time zone', async () => {
    // Late on the 30th of June in Amsterdam it is still the 30th in UTC; in Auckland it is July already.
    await tenant.moveTo('2026-06-30T13:00:00Z')
    await tenant.as('sanne')('POST', `/api/pairs/${conversation.pair.id}/end`)
    await tenant.as('sanne')('DELETE', `/api/pairs/${conversation.pair.id}`)
    const far = { timeZone: 'Pacific/Auckland' }
    const panel = await openPanel(browser, tenant, 'milan', meeting, far)
    await panel.frame.getByText('Dit duo is op wo 1 juli beëindigd').waitFor()
    await panel.frame.getByText('Op vr 31 juli wordt alles').waitFor()
    await panel.close()
    const tab = await openPanel(browser, tenant, 'milan', meeting, {
      ...far,
      place: 'personal',
      page: '/settings',
    })
    await tab.frame.getByText('Beëindigd op wo 1 juli').waitFor()
    await tab.frame.getByText('op vr 31 juli wordt alles verwijderd').waitFor()
    await tab.close()
  })

  test('the last day on which the other reads deleted data is a date of the person’s own time zone', async () => {
    await tenant.moveTo('2026-06-30T13:00:00Z')
    const tab = await openPanel(browser, tenant, 'milan', meeting, {
      place: 'personal',
      page: '/settings',
      timeZone: 'Pacific/Auckland',
    })
    await tab.frame.getByRole('button', { name: /Verwijderen: alles met Sanne/ }).click()
    await tab.frame.getByText('Sanne de Vries kan het tot vr 31 juli nog lezen').waitFor()
    await tab.close()
  })
})

describe('deleting a pair on another device', () => {
  test('an open conversation leaves the screen, and everything typed in it leaves the browser', async () => {
    await tenant.commit('milan', conversation.id, 'Iets vertrouwelijks')
    const panel = await openPanel(browser, tenant, 'milan', meeting)
    await goTo(panel, steps, 'Voorbereiding')
    await panel.frame.getByRole('textbox', { name: 'Jouw onderwerpen' }).fill('Heel geheim')
    await goTo(panel, steps, 'Afspraken')
    await panel.frame.getByText('Iets vertrouwelijks').first().waitFor()
    // On another device.
    await tenant.as('milan')('DELETE', `/api/pairs/${conversation.pair.id}`)
    await panel.frame.getByRole('heading', { name: 'Je kunt dit gesprek niet meer openen' }).waitFor()
    expect(await panel.frame.getByText('Iets vertrouwelijks').count()).toBe(0)
    const kept = () => panel.frame.locator('html').evaluate(() => JSON.stringify({ ...sessionStorage }))
    await until(async () => ((await kept()).includes('Heel geheim') ? null : true))
    await inOrder(panel, 'gone')
    await shoot(panel, 'gone')
    await panel.closeLoud()
  })

  test('an open review pack leaves the screen', async () => {
    const tab = await openPanel(browser, tenant, 'milan', meeting, {
      place: 'personal',
      page: `/people/${conversation.pair.id}/review`,
    })
    await tab.frame.getByRole('heading', { level: 1, name: 'Periodeoverzicht met Sanne de Vries' }).waitFor()
    // It looks every five seconds whether it is still there.
    await tab.page.clock.install()
    await tab.frame.getByRole('button', { name: 'Periode openen' }).click()
    await warned(tab, 1)
    await tenant.as('milan')('DELETE', `/api/pairs/${conversation.pair.id}`)
    await tab.page.clock.fastForward(5000)
    await tab.frame.getByText('Je kunt dit periodeoverzicht niet meer openen').waitFor()
    expect(await tab.frame.getByRole('textbox').count()).toBe(0)
    await shoot(tab, 'review-gone')
    await tab.closeLoud()
  })
})

describe('preparation on two devices', () => {
  test('a person chooses what becomes of their draft when it was shared on another device', async () => {
    const path = `/api/conversations/${conversation.id}/preparation`
    const put = (revision: number, shared: boolean, note: string) =>
      tenant.as('milan')('PUT', path, { topics: [], note, shared, revision })
    const theirs = async () =>
      (await tenant.as('sanne')<Conversation>('GET', `/api/conversations/${conversation.id}`)).body
        .preparation.theirs
    await put(0, false, 'Eerst')
    const panel = await openPanel(browser, tenant, 'milan', meeting)
    const note = panel.frame.getByRole('textbox', { name: 'Notitie' })
    await goTo(panel, steps, 'Voorbereiding')
    /** Typed here while nothing gets through, and something else there. */
    const typedMeanwhile = async (here: string, revision: number, there: string) => {
      await panel.page.route(`**${path}`, (route) =>
        route.request().method() === 'PUT' ? route.abort() : route.continue(),
      )
      await note.fill(here)
      await put(revision, true, there)
      await panel.frame.getByText('op een ander apparaat').waitFor()
      await panel.page.unroute(`**${path}`)
    }
    await typedMeanwhile('Nog niet voor Sanne', 1, 'Wel voor Sanne')
    expect(await panel.frame.getByRole('button', { name: 'Mijn versie bewaren', exact: true }).count()).toBe(
      0,
    )
    await inOrder(panel, 'draft and shared')
    await panel.frame.getByText('op een ander apparaat').evaluate((node) => node.scrollIntoView())
    await shoot(panel, 'draft-and-shared')
    await panel.frame.getByRole('button', { name: 'Mijn versie, alleen voor mij' }).click()
    await until(async () => ((await theirs()) === null ? true : null))

    await typedMeanwhile('Toch wel voor Sanne', 3, 'Van mijn telefoon')
    await panel.frame.getByRole('button', { name: 'Mijn versie delen met Sanne' }).click()
    await until(async () => ((await theirs())?.note === 'Toch wel voor Sanne' ? true : null))
    // What did not get through is loud in the console, and rightly so.
    await panel.closeLoud()
  })
})

describe('progress line', () => {
  test('its author corrects and removes a line, the other sees both, and it passes axe in all themes', async () => {
    const id = await tenant.commit('milan', conversation.id, 'Elke dag een uur')
    await tenant.as('milan')('PUT', '/api/me', { timeZone: 'Europe/Amsterdam' })
    const chat = chatOf(tenant, 'milan')
    await chat.heard('Hallo Milan!')
    const list = await chat.ask('mijn afspraken')
    for (const progress of ['Een', 'Twee', 'Drie', 'Ik was ziek'])
      await chat.press(list.id, 'progress', { commitmentId: id, progress })
    await tenant.moveTo(later.start)
    const sanne = await openPanel(browser, tenant, 'sanne', later)
    await goTo(sanne, steps, 'Opvolging')
    await sanne.frame.getByText('Tussendoor: Ik was ziek').waitFor()
    expect(await sanne.frame.getByRole('button', { name: /Verbeteren/ }).count()).toBe(0)

    const milan = await openPanel(browser, tenant, 'milan', later)
    await goTo(milan, steps, 'Opvolging')
    await milan.frame.getByText('Tussendoor: Ik was ziek').waitFor()
    await inOrderInAllThemes(milan, 'progress', 'progress')
    await tabTo(milan, 'button', /Verbeteren: Ik was ziek/)
    await milan.page.keyboard.press('Enter')
    const field = milan.frame.getByRole('textbox', { name: 'Hoe ging het tussendoor?' })
    await field.fill('  ')
    await milan.frame.getByText('Schrijf een regel, of verwijder hem.').waitFor()
    await field.fill('Deze week niet gelukt')
    await sanne.frame.getByText('Tussendoor: Deze week niet gelukt').waitFor()
    expect(await sanne.frame.getByText('ziek').count()).toBe(0)
    await milan.frame.getByRole('button', { name: 'Klaar' }).click()

    await milan.frame.getByText('Eerder tussendoor (1)').click()
    await milan.frame.getByRole('button', { name: 'Verwijderen: Een' }).click()
    await milan.frame.getByText('De ander ziet hem dan ook niet meer').waitFor()
    await milan.frame.getByRole('button', { name: 'Ja, verwijderen' }).click()
    await until(async () => ((await sanne.frame.getByText('Eerder tussendoor').count()) === 0 ? true : null))
    await sanne.close()
    await milan.close()
  })
})

describe('own notes of an ended pair', () => {
  test('a person removes their own notes by keyboard after the pair has ended', async () => {
    const path = `/api/conversations/${conversation.id}/private-note`
    await tenant.as('milan')('PUT', path, { text: 'Zandhagedis', revision: 0 })
    await tenant.moveTo(new Date(Date.parse(meeting.start) + 600_000).toISOString())
    await tenant.as('sanne')('POST', `/api/pairs/${conversation.pair.id}/end`)
    const panel = await openPanel(browser, tenant, 'milan', meeting)
    await openOwnNotes(panel)
    const text = panel.frame.getByRole('textbox', { name: 'Eigen notities bij dit gesprek' })
    await text.waitFor()
    await expect.poll(() => text.inputValue()).toBe('Zandhagedis')
    await tabTo(panel, 'button', /Deze notities verwijderen/)
    await panel.page.keyboard.press('Enter')
    await panel.frame.getByText('Dit is niet terug te draaien').waitFor()
    await inOrder(panel, 'remove own notes')
    await shoot(panel, 'remove-own-notes')
    await panel.frame.getByRole('button', { name: 'Ja, verwijderen' }).click()
    await until(async () => ((await text.inputValue()) === '' ? true : null))
    const { body } = await tenant.as('milan')<{ text: string }>('GET', path)
    expect(body.text).toBe('')
    await panel.close()
  })
})
