import { mkdirSync, readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { beforeEach, describe, expect } from 'vitest'
import type { Conversation } from '../../server/contract/conversation.ts'
import type { MyData } from '../../server/contract/my-data.ts'
import { inOrder, inOrderInAllThemes, shoot } from '../support/looks.ts'
import { goTo, openPanel, tabTo, type Panel } from '../support/panels.ts'
import type { Meeting } from '../support/conversations.ts'
import { startTenant, type Tenant, type TenantOptions } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

const test = testIn()
let tenant: Tenant
let browser: Browser
let meeting: Meeting
let conversation: Conversation
test.beforeAll(({ browser: running }) => {
  browser = running
  mkdirSync('.screens', { recursive: true })
})
/** A tenant of each test's own: what is deleted in one is there in the next. */
const begin = (options: TenantOptions) => async () => {
  tenant = await startTenant(options)
  meeting = (await tenant.meetings('sanne', 'Milan'))[0]!
  conversation = await tenant.conversation('sanne', 'milan', meeting)
  return () => tenant.close()
}

const own = { nl: 'Mijn eigen notities', en: 'My private notes' }
const field = { nl: 'Eigen notities bij dit gesprek', en: 'My private notes on this conversation' }
const steps = 'Stappen van het gesprek'
const note = (user: string) =>
  tenant.as(user)<{ text: string }>('GET', `/api/conversations/${conversation.id}/private-note`)
const view = (panel: Panel, name: string) => panel.frame.getByRole('main', { name })
const section = (panel: Panel, name: string) => panel.frame.getByRole('region', { name })

describe('private notes', () => {
  beforeEach(begin({}))

  test('private notes save as one types, stay in every step and after a reload, and are nobody else’s', async () => {
    const sanne = await openPanel(browser, tenant, 'sanne', meeting)
    await sanne.frame.getByRole('button', { name: own.nl }).waitFor()
    await tabTo(sanne, 'button', new RegExp(own.nl))
    await sanne.page.keyboard.press('Enter')
    await sanne.frame.getByRole('textbox', { name: field.nl }).waitFor()
    await tabTo(sanne, 'textbox', new RegExp(field.nl))
    await sanne.page.keyboard.type('Zilvervos: rustig beginnen')
    await view(sanne, own.nl).getByText('Bewaard', { exact: true }).waitFor()
    await sanne.page.keyboard.type(', dan doorvragen')
    await until(async () => ((await note('sanne')).body.text.endsWith('dan doorvragen') ? true : null))

    await goTo(sanne, steps, 'Realiteit')
    await sanne.frame.getByRole('button', { name: own.nl }).click()
    await expect
      .poll(() => sanne.frame.getByRole('textbox', { name: field.nl }).inputValue())
      .toContain('Zilvervos')
    const milan = await openPanel(browser, tenant, 'milan', meeting)
    await milan.frame.getByRole('button', { name: own.nl }).click()
    await expect.poll(() => milan.frame.getByRole('textbox', { name: field.nl }).inputValue()).toBe('')
    await sanne.page.reload()
    await sanne.frame.getByRole('button', { name: own.nl }).click()
    const again = sanne.frame.getByRole('textbox', { name: field.nl })
    await again.waitFor()
    await expect.poll(() => again.inputValue()).toBe('Zilvervos: rustig beginnen, dan doorvragen')
    await sanne.close()
    await milan.close()
  })
})

describe('private notes that cannot be saved at once', () => {
  beforeEach(begin({ ownProcess: true }))

  test('private notes outlive a killed server, and a change on another device is shown beside them', async () => {
    const sanne = await openPanel(browser, tenant, 'sanne', meeting)
    await sanne.frame.getByRole('button', { name: own.nl }).click()
    const text = sanne.frame.getByRole('textbox', { name: field.nl })
    await text.waitFor()
    await tenant.launched.kill()
    await text.fill('Getypt zonder server')
    await view(sanne, own.nl).getByText('Geen verbinding').waitFor()
    await tenant.launched.startProduct()
    // It is tried again by itself.
    await view(sanne, own.nl).getByText('Bewaard', { exact: true }).waitFor()

    const elsewhere = { text: 'Van mijn telefoon', revision: 1 }
    await tenant.as('sanne')('PUT', `/api/conversations/${conversation.id}/private-note`, elsewhere)
    await text.fill('Van mijn laptop')
    await sanne.frame.getByText('op een ander apparaat').waitFor()
    await sanne.frame.getByText('Van mijn telefoon').waitFor()
    await sanne.frame.getByRole('button', { name: 'Mijn versie bewaren' }).click()
    await until(async () => ((await note('sanne')).body.text === 'Van mijn laptop' ? true : null))
    // Losing the server is loud in the console, and rightly so.
    await sanne.closeLoud()
  })
})

describe('my data', () => {
  beforeEach(begin({}))

  test('a person sees and exports their data, and reaches the audit log, the end and the deletion by keyboard', async () => {
    await tenant.as('milan')('PUT', `/api/conversations/${conversation.id}/private-note`, {
      text: 'Zandhagedis',
      revision: 0,
    })
    await tenant.as('sanne')('PUT', `/api/conversations/${conversation.id}/private-note`, {
      text: 'Zilvervos',
      revision: 0,
    })
    await tenant.commit('milan', conversation.id, 'Elke dag een uur')
    const tab = await openPanel(browser, tenant, 'milan', meeting, { place: 'personal', page: '/settings' })
    await section(tab, 'Jouw gegevens').waitFor()
    await tabTo(tab, 'button', /Laat zien wat Groei bewaart/)
    await tab.page.keyboard.press('Enter')
    await tab.frame
      .getByText(/1-op-1 Sanne en Milan/)
      .first()
      .click()
    await tab.frame.getByText('Zandhagedis').waitFor()
    expect(await tab.frame.getByText('Zilvervos').count()).toBe(0)
    const [download] = await Promise.all([
      tab.page.waitForEvent('download'),
      tab.frame.getByRole('button', { name: 'Download als JSON' }).click(),
    ])
    const data = JSON.parse(readFileSync(await download.path(), 'utf8')) as MyData
    expect(data.pairs[0]!.conversations.flatMap(({ myNotes }) => myNotes?.text ?? [])).toEqual([
      'Zandhagedis',
    ])

    await tabTo(tab, 'button', /Wie las of veranderde wat, met Sanne/)
    await tab.page.keyboard.press('Enter')
    await tab.frame.getByText('Jij maakte een afspraak').waitFor()
    await tab.frame.getByText('Sanne de Vries las het gesprek').waitFor()

    await tabTo(tab, 'button', /Duo beëindigen: Sanne/)
    await tab.page.keyboard.press('Enter')
    await tab.frame.getByText('kunnen alles nog lezen, maar niets meer veranderen').waitFor()
    // The way back has the focus; the other is one Tab on.
    await tab.page.keyboard.press('Tab')
    await tab.page.keyboard.press('Enter')
    await tab.frame.getByText(/Beëindigd op/).waitFor()

    await tabTo(tab, 'button', /Verwijderen: alles met Sanne/)
    await tab.page.keyboard.press('Enter')
    await tab.frame.getByText('Je eigen notities (1)').waitFor()
    await tab.frame.getByText(/Sanne de Vries kan het tot .* nog lezen/).waitFor()
    await tab.page.keyboard.press('Tab')
    await tab.page.keyboard.press('Enter')
    await tab.frame.getByText('Je verzoek is uitgevoerd').waitFor()
    await until(async () => ((await tab.frame.getByText(/Beëindigd op/).count()) === 0 ? true : null))
    await tab.close()
  })

  const farewell = {
    nl: {
      host: 'nl-nl',
      title: 'Jouw gegevens',
      open: /Al mijn gegevens verwijderen/,
      other: /Met Sanne de Vries: gesprekken \(1\) en afspraken \(1\).*kan het tot .* nog lezen/,
      anew: 'Open je Groei later weer, dan begin je opnieuw.',
      done: 'Al je gegevens zijn verwijderd',
      settings: /^Taal: Nederlands. Tijdzone: /,
      show: /Laat zien/,
    },
    en: {
      host: 'en-us',
      title: 'Your data',
      open: /Delete all my data/,
      other:
        /With Sanne de Vries: conversations \(1\) and commitments \(1\).*can still read and download it until/,
      anew: 'If you open Groei again later, you start from scratch.',
      done: 'All your data is deleted',
      settings: /^Language: English. Time zone: /,
      show: /Show what/,
    },
  } as const
  test.each(['nl', 'en'] as const)(
    'a person deletes all of their data by keyboard, and begins anew: %s',
    async (language) => {
      const words = farewell[language]
      await tenant.commit('milan', conversation.id, 'Elke dag een uur')
      await tenant.as('milan')('PUT', '/api/me', { timeZone: 'Europe/Amsterdam' }, language)
      await tenant.as('milan')('PUT', '/api/questions/goal-scale/favourite')
      const open = () =>
        openPanel(browser, tenant, 'milan', meeting, {
          place: 'personal',
          page: '/settings',
          language: words.host,
        })
      const tab = await open()
      await tab.page.locator('iframe[title^="Groei"]').evaluate((one) => (one.style.width = '280px'))
      const data = section(tab, words.title)
      await data.getByRole('button', { name: words.show }).click()
      await data.getByText(words.settings).waitFor()
      await inOrder(tab, 'kept about me')
      await shoot(tab, `kept-${language}`)
      await tabTo(tab, 'button', words.open)
      await tab.page.keyboard.press('Enter')
      await data.getByText(words.other).waitFor()
      await data.getByText(words.anew).waitFor()
      expect(await inOrder(tab, 'leaving')).toBe(280)
      await data.getByRole('alertdialog', { name: words.open }).evaluate((node) => node.scrollIntoView())
      await shoot(tab, `leaving-${language}`)
      // The way back has the focus; the other is one Tab on.
      await tab.page.keyboard.press('Tab')
      await tab.page.keyboard.press('Enter')
      await tab.frame.getByRole('heading', { name: words.done }).waitFor()
      expect(await inOrder(tab, 'left')).toBe(280)
      await shoot(tab, `left-${language}`)
      const kept = (await tenant.as('milan')<MyData>('GET', '/api/me/data')).body
      expect([kept.pairs, kept.me.language, kept.me.favouriteQuestions]).toEqual([[], null, []])
      await tab.close()

      const again = await open()
      await section(again, words.title).waitFor()
      expect(await again.frame.getByRole('heading', { name: words.done }).count()).toBe(0)
      await again.close()
    },
  )
})

describe('private notes and my data, in all themes', () => {
  beforeEach(begin({}))

  test.each(['nl', 'en'] as const)(
    'both screens pass axe, and private notes fit 280 px: %s',
    async (language) => {
      const host = language === 'nl' ? ('nl-nl' as const) : ('en-us' as const)
      const panel = await openPanel(browser, tenant, 'sanne', meeting, { language: host })
      await panel.frame.getByRole('button', { name: own[language] }).click()
      await panel.frame.getByRole('textbox', { name: field[language] }).fill('…')
      await panel.frame
        .getByRole('textbox', { name: field[language] })
        .evaluate((node) => node.scrollIntoView())
      expect(await inOrderInAllThemes(panel, 'private notes', `own-notes-${language}`)).toBe(280)
      await panel.close()

      const tab = await openPanel(browser, tenant, 'sanne', meeting, {
        language: host,
        place: 'personal',
        page: '/settings',
      })
      const title = language === 'nl' ? 'Jouw gegevens' : 'Your data'
      const show = language === 'nl' ? /Laat zien/ : /Show what/
      const remove = language === 'nl' ? /Verwijderen: alles met Milan/ : /Delete: everything/
      await section(tab, title).getByRole('button', { name: show }).click()
      await section(tab, title).getByRole('button', { name: /JSON/ }).waitFor()
      await section(tab, title).getByRole('button', { name: remove }).click()
      await section(tab, title).getByRole('alert').waitFor()
      await section(tab, title).evaluate((node) => node.scrollIntoView())
      await inOrderInAllThemes(tab, 'your data', `your-data-${language}`)
      await tab.close()
    },
  )
})
