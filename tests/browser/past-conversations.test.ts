import type { Browser } from 'playwright-core'
import { beforeEach, describe, expect } from 'vitest'
import type { Conversation } from '../../server/contract/conversation.ts'
import { inOrder, inOrderInAllThemes, shoot } from '../support/looks.ts'
import { goTo, openPanel, stored } from '../support/panels.ts'
import type { Meeting } from '../support/conversations.ts'
import { startTenant, type Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'

const test = testIn()
let tenant: Tenant
let browser: Browser
let meeting: Meeting
let conversation: Conversation
test.beforeAll(({ browser: running }) => {
  browser = running
})
beforeEach(async () => {
  tenant = await startTenant()
  meeting = (await tenant.meetings('sanne', 'Milan'))[0]!
  conversation = await tenant.conversation('sanne', 'milan', meeting)
  return () => tenant.close()
})

const steps = 'Stappen van het gesprek'
const pairWords = {
  'nl-nl': {
    past: 'Gesprekken',
    ended: 'Beëindigde duo’s',
    finish: 'Afgerond',
    agreements: 'Afspraken',
    steps,
    review: 'Periodeoverzicht met Sanne',
    none: 'Van dit duo is geen periodeoverzicht gemaakt.',
    begin: 'Periode openen',
  },
  'en-us': {
    past: 'Conversations',
    ended: 'Ended pairs',
    finish: 'Finished',
    agreements: 'Commitments',
    steps: 'Steps of the conversation',
    review: 'Review pack with Sanne',
    none: 'No review pack was made for this pair.',
    begin: 'Open period',
  },
}

describe('conversation of an ended pair', () => {
  test('an opened conversation is readable and offers nothing to change', async () => {
    await tenant.commit('milan', conversation.id, 'Elke dag een uur')
    const milan = await openPanel(browser, tenant, 'milan', meeting)
    await goTo(milan, steps, 'Doel')
    const goal = milan.frame.getByRole('textbox', { name: 'Doel', exact: true })
    await goal.click()
    await milan.page.keyboard.type('Gezegd voor het einde')
    await stored(milan)
    await tenant.moveTo(new Date(Date.parse(meeting.start) + 600_000).toISOString())
    await tenant.as('sanne')('POST', `/api/pairs/${conversation.pair.id}/end`)
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
    await milan.closeLoud()
  })

  test('the coach reads how they rated the conversation, and their own minute', async () => {
    const path = `/api/conversations/${conversation.id}`
    await tenant.commit('milan', conversation.id, 'Elke dag een uur')
    await tenant.finish('sanne', conversation.id)
    const minute = { talked: 40, asked: 7, listened: null, summarised: null, frames: 9, revision: 0 }
    await tenant.as('sanne')('PUT', `${path}/reflection`, minute)
    await tenant.as('sanne')('PUT', `${path}/rating`, { value: 4, showEachOther: true })
    await tenant.as('milan')('PUT', `${path}/rating`, { value: 5, showEachOther: true })
    await tenant.moveTo(new Date(Date.parse(meeting.start) + 600_000).toISOString())
    await tenant.as('milan')('POST', `/api/pairs/${conversation.pair.id}/end`)
    const sanne = await openPanel(browser, tenant, 'sanne', meeting)
    await goTo(sanne, steps, 'Afgerond')
    const rated = sanne.frame.getByRole('group', { name: 'Hoe was dit gesprek?' })
    await rated.getByText('Jouw cijfer was 4: goed.').waitFor()
    await rated.getByText('Milan Bakker gaf een 5.').waitFor()
    const own = sanne.frame.getByRole('group', { name: 'Mijn minuut' })
    await own.getByText('40%').waitFor()
    expect(await own.getByText('Geen antwoord').count()).toBe(2)
    for (const role of ['radio', 'combobox', 'checkbox'] as const)
      expect(await sanne.frame.getByRole(role).count()).toBe(0)
    expect(await inOrder(sanne, 'ended rating')).toBe(280)
    await shoot(sanne, 'ended-rating')
    await sanne.close()

    const milan = await openPanel(browser, tenant, 'milan', meeting, { language: 'en-us' })
    await goTo(milan, 'Steps of the conversation', 'Finished')
    await milan.frame.getByText('Your rating was 5: very good.').waitFor()
    expect(await milan.frame.getByText('My minute').count()).toBe(0)
    await milan.close()
  })
})

describe('past conversation', () => {
  test('a conversation that others followed shows its own words, all of its follow-up and what it shared', async () => {
    const [, second, third] = await tenant.meetings('sanne', 'Milan')
    const [kept, left] = [
      await tenant.commit('milan', conversation.id, 'Vaker bellen'),
      await tenant.commit('milan', conversation.id, 'Een lijst maken'),
    ]
    await tenant.finish('sanne', conversation.id)
    await tenant.moveTo(second!.start)
    const now = await tenant.conversation('sanne', 'milan', second!)
    const follow = (of: Conversation, id: string, body: object) =>
      tenant.as('milan')('PUT', `/api/conversations/${of.id}/follow-ups/${id}`, {
        tried: 'Twee keer gebeld',
        next: 'Vrijdag weer',
        outcome: 'open',
        ...body,
      })
    const reshaped = { obstacle: 'Geen rustige plek', what: 'Elke vrijdag bellen' }
    await follow(now, kept, reshaped)
    await follow(now, left, { outcome: 'dropped', why: 'De klant is weg' })
    // Long enough after it: with the link of a series people mean the one that is on.
    await tenant.moveTo(new Date(Date.parse(third!.end) + 3_600_000).toISOString())
    const last = await tenant.conversation('sanne', 'milan', third!)
    await follow(last, kept, { what: 'Samen bellen' })

    const first = await openPanel(browser, tenant, 'milan', meeting)
    await goTo(first, steps, 'Afspraken')
    await first.frame.getByText('Milan Bakker: Vaker bellen').waitFor()
    await first.frame.getByText('Dit ging mee naar een later gesprek').first().waitFor()
    expect(await first.frame.getByRole('button', { name: /verwijderen|aanpassen/i }).count()).toBe(0)
    await goTo(first, steps, 'Afgerond')
    await first.frame.getByText('Milan: Vaker bellen').waitFor()
    await first.close()

    await tenant.as('sanne')('POST', `/api/pairs/${conversation.pair.id}/end`)
    const past = await openPanel(browser, tenant, 'milan', second!)
    await goTo(past, steps, 'Opvolging')
    const group = past.frame.getByRole('group', { name: 'Elke vrijdag bellen' })
    for (const line of [
      'Was: Vaker bellen',
      'Wat heb je geprobeerd, wat werkte? Twee keer gebeld',
      'Wat zit er in de weg? Geen rustige plek',
      'Loopt',
    ])
      await group.getByText(line).waitFor()
    const dropped = past.frame.getByRole('group', { name: 'Een lijst maken' })
    await dropped.getByText('Waarom? De klant is weg').waitFor()
    await inOrder(past, 'past follow-up')
    await shoot(past, 'past-follow-up')
    await goTo(past, steps, 'Afronden')
    await past.frame.getByText('Van dit gesprek staat niets in een uitnodiging.').waitFor()
    await past.close()

    const shared = await openPanel(browser, tenant, 'sanne', meeting)
    await goTo(shared, steps, 'Afgerond')
    await shared.frame
      .getByRole('region', { name: 'Wat is gedeeld' })
      .getByText('Milan Bakker: Vaker bellen')
      .waitFor()
    await inOrder(shared, 'past shared')
    await shoot(shared, 'past-shared')
    await shared.close()
  })
})

describe('past conversations and ended pairs in the personal tab', () => {
  test('a past conversation is readable, and takes no new commitment once another has followed', async () => {
    const [, second, third] = await tenant.meetings('sanne', 'Milan')
    const id = await tenant.commit('milan', conversation.id, 'Elke dag een uur')
    await tenant.finish('sanne', conversation.id)
    const words = pairWords['nl-nl']
    const page = `/people/${conversation.pair.id}`
    const early = await openPanel(browser, tenant, 'milan', meeting, { place: 'personal', page })
    await early.frame.getByText('Jullie hebben nog geen gesprek gehad.').waitFor()
    await early.close()
    await tenant.moveTo(second!.start)
    const next = await tenant.conversation('sanne', 'milan', second!)
    const tab = await openPanel(browser, tenant, 'milan', meeting, { place: 'personal', page })
    const past = tab.frame.getByRole('region', { name: words.past }).getByRole('link', { name: /2 jun/ })
    await past.waitFor()
    await inOrderInAllThemes(tab, 'pair', 'pair-page')
    await past.click()
    // Its outcome comes first, and not the form.
    await tab.frame.getByRole('heading', { level: 1, name: words.finish }).waitFor()
    await tab.frame.getByText('Milan: Elke dag een uur').waitFor()
    await goTo(tab, words.steps, words.agreements)
    await tab.frame.getByText('Milan Bakker: Elke dag een uur').waitFor()
    await tab.frame.getByText('Na dit gesprek was er al een ander: maak nieuwe afspraken daar.').waitFor()
    expect(await tab.frame.getByRole('textbox', { name: 'Wat ga je doen?' }).count()).toBe(0)
    await tab.frame.locator('html').evaluate(() => history.back())
    await past.waitFor()
    await tab.close()

    // What that other one said of it is in its own outcome.
    const followUp = { tried: 'Elke ochtend om negen', outcome: 'done' }
    await tenant.as('milan')('PUT', `/api/conversations/${next.id}/follow-ups/${id}`, followUp)
    await tenant.commit('milan', next.id, 'Ook op vrijdag')
    await tenant.finish('sanne', next.id)
    await tenant.moveTo(third!.start)
    const later = await openPanel(browser, tenant, 'sanne', second!, {
      place: 'personal',
      page: `/conversations/${next.id}`,
    })
    const followed = later.frame.getByRole('group', { name: 'Opgevolgd' })
    await followed.getByText('Milan: Elke dag een uur').waitFor()
    await followed.getByText('Gedaan · Elke ochtend om negen').waitFor()
    await inOrder(later, 'outcome of a past conversation')
    await later.close()
  })

  test.each(['nl-nl', 'en-us'] as const)(
    'an ended pair is still there to read, and its list passes axe in all themes: %s',
    async (language) => {
      const words = pairWords[language]
      await tenant.commit('milan', conversation.id, 'Elke dag een uur')
      await tenant.moveTo(new Date(Date.parse(meeting.start) + 600_000).toISOString())
      await tenant.as('sanne')('POST', `/api/pairs/${conversation.pair.id}/end`)
      const tab = await openPanel(browser, tenant, 'milan', meeting, {
        place: 'personal',
        page: '/people',
        language,
      })
      await tab.frame.getByText(`${words.ended} (1)`).click()
      const ended = tab.frame.getByRole('list', { name: words.ended })
      await ended.getByRole('link').waitFor()
      await inOrderInAllThemes(tab, 'ended pairs', `ended-pairs-${language}`)
      await ended.getByRole('link').click()
      const past = tab.frame.getByRole('region', { name: words.past }).getByRole('link')
      await past.waitFor()
      await inOrder(tab, 'page of an ended pair')
      await tab.frame.getByRole('link', { name: words.review }).click()
      await tab.frame.getByText(words.none).waitFor()
      expect(await tab.frame.getByRole('button', { name: words.begin }).count()).toBe(0)
      await tab.frame.locator('html').evaluate(() => history.back())
      await past.click()
      await goTo(tab, words.steps, words.agreements)
      await tab.frame.getByText('Elke dag een uur').first().waitFor()
      await tab.close()
    },
  )

  test('a review pack of an ended pair is readable and offers nothing to change', async () => {
    const period = { from: '2026-01-01', to: '2026-06-30' }
    await tenant.as('milan')('POST', `/api/pairs/${conversation.pair.id}/reviews`, period)
    await tenant.moveTo(new Date(Date.parse(meeting.start) + 600_000).toISOString())
    await tenant.as('sanne')('POST', `/api/pairs/${conversation.pair.id}/end`)
    const tab = await openPanel(browser, tenant, 'milan', meeting, {
      place: 'personal',
      page: `/people/${conversation.pair.id}/review`,
    })
    await tab.frame.getByRole('button', { name: '1 januari 2026 tot en met 30 juni 2026' }).click()
    await tab.frame.getByText('Er staat niets in.').waitFor()
    expect(await tab.frame.getByRole('textbox').count()).toBe(0)
    expect(await tab.frame.getByRole('checkbox').count()).toBe(0)
    await inOrder(tab, 'review of an ended pair')
    await shoot(tab, 'review-ended')
    await tab.close()
  })

  test('a person who ends a pair stays where they are, and finds it among the ended ones', async () => {
    const tab = await openPanel(browser, tenant, 'milan', meeting, { place: 'personal', page: '/settings' })
    const data = tab.frame.getByRole('region', { name: 'Jouw gegevens' })
    await data.getByRole('button', { name: /Duo beëindigen: Sanne/ }).click()
    await data.getByRole('button', { name: 'Ja, beëindigen' }).click()
    await data.getByText(/Beëindigd op/).waitFor()
    expect(await data.getByRole('button', { name: 'Ja, beëindigen' }).count()).toBe(0)
    await tab.page.getByRole('tab', { name: 'Mensen' }).click()
    await tab.frame.getByText('Beëindigde duo’s (1)').click()
    await tab.frame.getByRole('list', { name: 'Beëindigde duo’s' }).getByRole('link').waitFor()
    await tab.close()
  })
})
