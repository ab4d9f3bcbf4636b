import type { Browser } from 'playwright-core'
import { afterEach, describe, expect } from 'vitest'
import { inOrder, inOrderInAllThemes, shoot } from '../support/looks.ts'
import { goTo, openPanel, tabTo } from '../support/panels.ts'
import { sections, type Meeting } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

const test = testIn()
let tenant: Tenant
let browser: Browser
/** Conversations that were finished and have none after them, by the two who held them. */
const held: Record<string, Meeting & { page: string }> = {}

test.beforeAll(async ({ tenant: started, browser: running }) => {
  tenant = started
  browser = running
  await tenant.request('/sandbox/graph/v1.0/me/events', {
    method: 'POST',
    token: await tenant.token('aylin', 'graph'),
    body: {
      subject: 'Aylin and Tom',
      start: { dateTime: '2026-06-11T13:00:00', timeZone: 'UTC' },
      end: { dateTime: '2026-06-11T13:30:00', timeZone: 'UTC' },
      isOnlineMeeting: true,
      attendees: [{ emailAddress: { address: 'tom@sandbox.example', name: 'Tom Visser' } }],
    },
  })
  const published: Promise<unknown>[] = []
  for (const [coach, employee, subject] of [
    ['noor', 'sanne', 'Bijpraten Noor en Sanne'],
    ['milan', 'tom', 'Meekijken met het ontwerp'],
    ['aylin', 'tom', 'Aylin and Tom'],
  ] as const) {
    const [meeting] = await tenant.meetings(coach, subject)
    const conversation = await tenant.conversation(coach, employee, meeting!)
    await tenant.commit(employee, conversation.id, 'Elke week een klant spreken')
    await tenant.finish(coach, conversation.id)
    published.push(tenant.publication(coach, conversation.id, (one) => one?.reason === 'no-next-meeting'))
    held[`${coach} ${employee}`] = { ...meeting!, page: `/people/${conversation.pair.id}` }
  }
  await Promise.all(published)
  await tenant.moveTo('2026-06-11T15:00:00Z')
})
afterEach(() => tenant.sandbox('DELETE', 'faults'))

const words = {
  'nl-nl': {
    steps: 'Stappen van het gesprek',
    finish: 'Afgerond',
    plan: /^Het volgende gesprek plannen met .*$/,
    when: 'Wanneer?',
    cancel: 'Annuleren',
  },
  'en-us': {
    steps: 'Steps of the conversation',
    finish: 'Finished',
    plan: /^Plan the next conversation with .*$/,
    when: 'When?',
    cancel: 'Cancel',
  },
}

describe('planning the next conversation', () => {
  test.each(['nl-nl', 'en-us'] as const)(
    'the form passes axe in all themes, in the panel at 280 px and in the tab: %s',
    async (language) => {
      const { steps, finish, plan, when, cancel } = words[language]
      for (const place of ['call', 'personal'] as const) {
        const panel = await openPanel(browser, tenant, 'sanne', held['noor sanne']!, {
          language,
          place,
          ...(place === 'personal' ? { page: held['noor sanne']!.page } : {}),
        })
        if (place === 'call') await goTo(panel, steps, finish)
        await panel.frame.getByRole('button', { name: plan }).click()
        await panel.frame.getByRole('radiogroup', { name: when }).waitFor()
        await panel.frame.getByRole('button', { name: cancel }).evaluate((one) => one.scrollIntoView(false))
        const width = await inOrderInAllThemes(panel, `planning, ${place}`, `planning-${place}-${language}`)
        if (place === 'call') expect(width).toBe(280)
        await panel.close()
      }
    },
  )

  test('a person agrees a rhythm and plans the next conversation by keyboard in the personal tab', async () => {
    const panel = await openPanel(browser, tenant, 'milan', held['milan tom']!, {
      place: 'personal',
      page: held['milan tom']!.page,
    })
    const { frame, page } = panel
    const rhythm = frame.getByRole('combobox', { name: 'Ritme met Tom Visser' })
    await rhythm.selectOption({ label: 'Elke 2 weken' })
    await tabTo(panel, 'button', /^Ritme bewaren$/)
    await page.keyboard.press('Enter')
    await frame.getByText('Bewaard', { exact: true }).waitFor()
    await frame.getByText(/^Er is nog niets gepland/).waitFor()
    await frame.getByText(/^Zo gekozen door jou op do 11 juni/).waitFor()

    await tabTo(panel, 'button', /^Het volgende gesprek plannen met Tom Visser$/)
    await page.keyboard.press('Enter')
    const times = frame.getByRole('radiogroup', { name: 'Wanneer?' }).getByRole('radio')
    await times.first().waitFor()
    expect(await times.count()).toBe(4)
    // Other times, of another length, and the first ones again.
    const values = () => times.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))
    const firstTimes = await values()
    await tabTo(panel, 'button', /^Andere tijden$/)
    await page.keyboard.press('Enter')
    await frame.getByRole('radio', { name: /^do 25 juni.*16:00/ }).waitFor({ state: 'detached' })
    expect((await values()).filter((one) => firstTimes.includes(one))).toEqual([])
    const length = frame.getByRole('combobox', { name: 'Hoe lang?' })
    const usual = await length.inputValue()
    await length.selectOption({ label: '60 minuten' })
    const lengths = async () => {
      const labels = await frame
        .getByRole('radiogroup', { name: 'Wanneer?' })
        .locator('label')
        .allInnerTexts()
      return labels.map((one) => {
        const [from = 0, to = 0] = [...one.matchAll(/(\d\d):(\d\d)/g)].map(
          ([, h, m]) => Number(h) * 60 + Number(m),
        )
        return to - from
      })
    }
    await until(async () => ((await lengths()).join() === '60,60,60,60' ? true : null))
    await length.selectOption(usual)
    await until(async () => ((await values()).join() === firstTimes.join() ? true : null))
    // Two weeks after the conversation, at its time of day by the clock of both, is chosen beforehand.
    const best = frame.getByRole('radio', { name: /^do 25 juni.*16:00/ })
    await expect.poll(() => best.isChecked()).toBe(true)
    // Microsoft is away: what was chosen stays.
    await frame.getByRole('radio', { name: 'Elke 2 weken' }).check()
    await tenant.sandbox('POST', 'faults', {
      faults: [{ service: 'graph', method: 'POST', path: '/me/events', status: 503, times: 2 }],
    })
    await tabTo(panel, 'button', /^Uitnodiging versturen$/)
    await page.keyboard.press('Enter')
    await frame.getByRole('alert').filter({ hasText: 'Microsoft 365 antwoordt nu niet' }).waitFor()
    await expect.poll(() => best.isChecked()).toBe(true)
    await expect.poll(() => frame.getByRole('radio', { name: 'Elke 2 weken' }).isChecked()).toBe(true)
    // The browser itself tells of the answer that failed.
    expect(panel.complaints.splice(0)).toEqual([expect.stringContaining('503')])
    await page.keyboard.press('Enter')
    const done = frame.getByText(/^Gepland: do 25 juni/)
    await done.waitFor()
    await frame
      .getByRole('region', { name: 'Volgende keer' })
      .getByText(/^do 25 juni/)
      .waitFor()
    await frame.getByText('Jullie houden het ritme vast.').waitFor()
    // What waited has gone into it, and does not say any more that it waits.
    await frame.getByText(/nog niet in de uitnodiging/).waitFor({ state: 'detached' })
    await expect.poll(() => done.isVisible()).toBe(true)
    await inOrder(panel, 'planned')
    await shoot(panel, 'planning-planned')
    await panel.close()
    // Tom sees what was agreed, and by whom.
    const tom = await openPanel(browser, tenant, 'tom', held['milan tom']!, {
      place: 'personal',
      page: held['milan tom']!.page,
    })
    const theirs = tom.frame.getByRole('combobox', { name: 'Ritme met Milan Bakker' })
    await theirs.waitFor()
    await expect.poll(() => theirs.inputValue()).toBe('2')
    await tom.frame.getByText(/^Zo gekozen door Milan Bakker/).waitFor()
    await tom.close()
  })

  test('a conversation planned in the panel, in English, takes what waited for it into its invite', async () => {
    const panel = await openPanel(browser, tenant, 'aylin', held['aylin tom']!, { language: 'en-us' })
    const { frame } = panel
    await goTo(panel, 'Steps of the conversation', 'Finished')
    await frame.getByText(/^There is no next conversation in the calendar/).waitFor()
    await frame.getByRole('button', { name: 'Plan the next conversation with Tom Visser' }).click()
    await frame
      .getByText('For this, Groei only looks at whether you are free or busy, not at what you do.')
      .waitFor()
    await frame.getByRole('button', { name: 'Send invite' }).click()
    await frame.getByText(/^Planned: .* Tom Visser will get an invite from you\.$/).waitFor()
    await frame.getByText('It is in the invite').waitFor()
    await inOrder(panel, 'published')
    await shoot(panel, 'planning-published')
    await panel.close()
    const [planned] = await tenant.meetings('tom', '1-on-1 Aylin and Tom')
    const { content } = await tenant.invite('tom', planned!.iCalUId)
    expect(sections(content)).toBe(1)
    expect(content).toContain('Elke week een klant spreken')
  })
})
