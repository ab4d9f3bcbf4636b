import { mkdirSync, readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Conversation } from '../../server/contract/conversation.ts'
import type { MyData } from '../../server/contract/my-data.ts'
import { launchChromium } from '../support/chromium.ts'
import { inOrder, shoot } from '../support/looks.ts'
import { goTo, openPanel, tabTo, type Panel, type Theme } from '../support/panels.ts'
import { startTenant, until, type Meeting, type Tenant } from '../support/tenant.ts'

let tenant: Tenant
let browser: Browser
let meeting: Meeting
let talk: Conversation
beforeAll(async () => {
  browser = await launchChromium()
  mkdirSync('.screens', { recursive: true })
})
afterAll(() => browser.close())
beforeEach(async () => {
  tenant = await startTenant()
  meeting = (await tenant.meetings('sanne', 'Milan'))[0]!
  talk = await tenant.talk('sanne', 'milan', meeting)
  return () => tenant.close()
})

const own = { nl: 'Mijn eigen notities', en: 'My own notes' }
const field = { nl: 'Eigen notities bij dit gesprek', en: 'My own notes of this talk' }
const steps = 'Stappen van het gesprek'
const note = (user: string) =>
  tenant.as(user)<{ text: string }>('GET', `/api/conversations/${talk.id}/private-note`)
const section = (panel: Panel, name: string) => panel.frame.getByRole('region', { name })

test('own notes by keyboard: saved as one types, there in every step and after a reload, and nobody else’s', async () => {
  const sanne = await openPanel(browser, tenant, 'sanne', meeting)
  await sanne.frame.getByRole('button', { name: own.nl }).waitFor()
  await tabTo(sanne, 'button', new RegExp(own.nl))
  await sanne.page.keyboard.press('Enter')
  await sanne.frame.getByRole('textbox', { name: field.nl }).waitFor()
  await tabTo(sanne, 'textbox', new RegExp(field.nl))
  await sanne.page.keyboard.type('Zilvervos: rustig beginnen')
  await section(sanne, own.nl).getByText('Bewaard', { exact: true }).waitFor()
  await sanne.page.keyboard.type(', dan doorvragen')
  await until(async () => ((await note('sanne')).body.text.endsWith('dan doorvragen') ? true : null))

  await goTo(sanne, steps, 'Realiteit')
  expect(await sanne.frame.getByRole('textbox', { name: field.nl }).inputValue()).toContain('Zilvervos')
  const milan = await openPanel(browser, tenant, 'milan', meeting)
  await milan.frame.getByRole('button', { name: own.nl }).click()
  expect(await milan.frame.getByRole('textbox', { name: field.nl }).inputValue()).toBe('')
  await sanne.page.reload()
  await sanne.frame.getByRole('button', { name: own.nl }).click()
  const again = sanne.frame.getByRole('textbox', { name: field.nl })
  await again.waitFor()
  expect(await again.inputValue()).toBe('Zilvervos: rustig beginnen, dan doorvragen')
  await sanne.close()
  await milan.close()
})

test('own notes outlive a server that is gone, and two devices of one person are told of each other', async () => {
  const sanne = await openPanel(browser, tenant, 'sanne', meeting)
  await sanne.frame.getByRole('button', { name: own.nl }).click()
  const text = sanne.frame.getByRole('textbox', { name: field.nl })
  await text.waitFor()
  await tenant.launched.kill()
  await text.fill('Getypt zonder server')
  await section(sanne, own.nl).getByText('Geen verbinding').waitFor()
  await tenant.launched.startProduct()
  await section(sanne, own.nl).getByRole('button', { name: 'Nu bewaren' }).click()
  await section(sanne, own.nl).getByText('Bewaard', { exact: true }).waitFor()

  const elsewhere = { text: 'Van mijn telefoon', revision: 1 }
  await tenant.as('sanne')('PUT', `/api/conversations/${talk.id}/private-note`, elsewhere)
  await text.fill('Van mijn laptop')
  await sanne.frame.getByText('op een ander apparaat').waitFor()
  await sanne.frame.getByText('Van mijn telefoon').waitFor()
  await sanne.frame.getByRole('button', { name: 'Bewaar die van mij' }).click()
  await until(async () => ((await note('sanne')).body.text === 'Van mijn laptop' ? true : null))
  // Losing the server is loud in the console, and rightly so.
  sanne.complaints.length = 0
  await sanne.close()
})

test('what is kept is shown and taken out; the trail, the end and the deletion are reached by keyboard', async () => {
  await tenant.as('milan')('PUT', `/api/conversations/${talk.id}/private-note`, {
    text: 'Zandhagedis',
    revision: 0,
  })
  await tenant.as('sanne')('PUT', `/api/conversations/${talk.id}/private-note`, {
    text: 'Zilvervos',
    revision: 0,
  })
  await tenant.commit('milan', talk.id, 'Elke dag een uur')
  const tab = await openPanel(browser, tenant, 'milan', meeting, { place: 'personal' })
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
  expect(data.pairs[0]!.talks.flatMap(({ myNotes }) => myNotes?.text ?? [])).toEqual(['Zandhagedis'])

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
  await tab.frame.getByText('Jouw eigen notities (1)').waitFor()
  await tab.frame.getByText(/Sanne de Vries kan het tot .* nog lezen/).waitFor()
  await tab.page.keyboard.press('Tab')
  await tab.page.keyboard.press('Enter')
  await tab.frame.getByText('Je verzoek is uitgevoerd').waitFor()
  await until(async () => ((await tab.frame.getByText(/Beëindigd op/).count()) === 0 ? true : null))
  await tab.close()
})

test('who opens a talk of a pair that ended reads it, and is offered nothing to change', async () => {
  await tenant.commit('milan', talk.id, 'Elke dag een uur')
  const milan = await openPanel(browser, tenant, 'milan', meeting)
  await goTo(milan, steps, 'Doel')
  const goal = milan.frame.getByRole('textbox', { name: 'Doel', exact: true })
  await goal.click()
  await milan.page.keyboard.type('Gezegd voor het einde')
  await milan.frame.getByText('Opgeslagen').waitFor()
  await tenant.moveTo(new Date(Date.parse(meeting.start) + 600_000).toISOString())
  await tenant.as('sanne')('POST', `/api/pairs/${talk.pair.id}/end`)
  await milan.page.reload()
  await milan.frame.getByText(/Dit duo is op .* beëindigd/).waitFor()
  await goTo(milan, steps, 'Doel')
  await milan.frame.getByText('Gezegd voor het einde').waitFor()
  await goal.click()
  await milan.page.keyboard.type('NIET')
  expect(await goal.textContent()).toBe('Gezegd voor het einde')
  await goTo(milan, steps, 'Afspraken')
  await milan.frame.getByText('Elke dag een uur').first().waitFor()
  for (const name of [/Afspraak/, /bewaren/i, /verwijderen/i])
    expect(await milan.frame.getByRole('button', { name }).count()).toBe(0)
  await inOrder(milan, 'ended')
  await shoot(milan, 'ended-commitments')
  milan.complaints.length = 0
  await milan.close()
})

test('a talk is read as it was held: its words, all that was said of what it came back to, and what it shared', async () => {
  const [, second, third] = await tenant.meetings('sanne', 'Milan')
  const [kept, left] = [
    await tenant.commit('milan', talk.id, 'Vaker bellen'),
    await tenant.commit('milan', talk.id, 'Een lijst maken'),
  ]
  await tenant.finish('sanne', talk.id)
  await tenant.moveTo(second!.start)
  const now = await tenant.talk('sanne', 'milan', second!)
  const follow = (of: Conversation, id: string, body: object) =>
    tenant.as('milan')('PUT', `/api/conversations/${of.id}/follow-ups/${id}`, {
      tried: 'Twee keer gebeld',
      happened: 'Eén nam op',
      next: 'Vrijdag weer',
      outcome: 'open',
      ...body,
    })
  const reshaped = { learnt: 'Na vieren', obstacle: 'Geen rustige plek', what: 'Elke vrijdag bellen' }
  await follow(now, kept, { ...reshaped, revision: 1 })
  await follow(now, left, { outcome: 'dropped', why: 'De klant is weg', revision: 1 })
  await tenant.moveTo(third!.start)
  const last = await tenant.talk('sanne', 'milan', third!)
  await follow(last, kept, { what: 'Samen bellen', revision: 2 })

  const first = await openPanel(browser, tenant, 'milan', meeting)
  await goTo(first, steps, 'Afspraken')
  await first.frame.getByText('Milan Bakker: Vaker bellen').waitFor()
  await first.frame.getByText('Dit ging mee naar een later gesprek').first().waitFor()
  expect(await first.frame.getByRole('button', { name: /verwijderen|aanpassen/i }).count()).toBe(0)
  await goTo(first, steps, 'Wat wordt gedeeld')
  await first.frame.getByText('Milan Bakker: Vaker bellen').waitFor()
  await first.close()

  await tenant.as('sanne')('POST', `/api/pairs/${talk.pair.id}/end`)
  const past = await openPanel(browser, tenant, 'milan', second!)
  await goTo(past, steps, 'Opvolging')
  const group = past.frame.getByRole('group', { name: 'Elke vrijdag bellen' })
  for (const line of [
    'Was: Vaker bellen',
    'Wat heb je geprobeerd? Twee keer gebeld',
    'Wat heb je ervan geleerd? Na vieren',
    'Wat zit er in de weg? Geen rustige plek',
    'Loopt nog',
  ])
    await group.getByText(line).waitFor()
  const dropped = past.frame.getByRole('group', { name: 'Een lijst maken' })
  await dropped.getByText('Waarom vervalt het? De klant is weg').waitFor()
  await inOrder(past, 'past follow-up')
  await shoot(past, 'past-follow-up')
  await goTo(past, steps, 'Wat wordt gedeeld')
  await past.frame.getByText('Van dit gesprek staat niets in een uitnodiging.').waitFor()
  await past.close()

  const shared = await openPanel(browser, tenant, 'sanne', meeting)
  await goTo(shared, steps, 'Wat wordt gedeeld')
  await shared.frame
    .getByRole('region', { name: 'Wat is gedeeld' })
    .getByText('Milan Bakker: Vaker bellen')
    .waitFor()
  await inOrder(shared, 'past shared')
  await shoot(shared, 'past-shared')
  await shared.close()
})

const looks = (['default', 'dark', 'contrast'] as Theme[]).map((theme) => [theme] as const)
test.each(looks)('own notes and your data look right in both languages: %s', async (theme) => {
  for (const language of ['nl', 'en'] as const) {
    const host = language === 'nl' ? ('nl-nl' as const) : ('en-us' as const)
    const panel = await openPanel(browser, tenant, 'sanne', meeting, { theme, language: host })
    await panel.frame.getByRole('button', { name: own[language] }).click()
    await panel.frame.getByRole('textbox', { name: field[language] }).fill('…')
    expect(await inOrder(panel, 'own notes')).toBe(280)
    await panel.frame
      .getByRole('textbox', { name: field[language] })
      .evaluate((node) => node.scrollIntoView())
    await shoot(panel, `own-notes-${theme}-${language}`)
    await panel.close()

    const tab = await openPanel(browser, tenant, 'sanne', meeting, {
      theme,
      language: host,
      place: 'personal',
    })
    const title = language === 'nl' ? 'Jouw gegevens' : 'Your data'
    const show = language === 'nl' ? /Laat zien/ : /Show what/
    const remove = language === 'nl' ? /Verwijderen: alles met Milan/ : /Delete: everything/
    await section(tab, title).getByRole('button', { name: show }).click()
    await section(tab, title).getByRole('button', { name: /JSON/ }).waitFor()
    await section(tab, title).getByRole('button', { name: remove }).click()
    await section(tab, title).getByRole('alert').waitFor()
    await inOrder(tab, 'your data')
    await section(tab, title).evaluate((node) => node.scrollIntoView())
    await shoot(tab, `your-data-${theme}-${language}`)
    await tab.close()
  }
})
