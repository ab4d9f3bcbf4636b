import type { Browser } from 'playwright-core'
import { describe, expect } from 'vitest'
import type { PersonSettings } from '../../server/contract/person.ts'
import type { Meeting } from '../support/conversations.ts'
import { calendarIn, pickDay } from '../support/days.ts'
import { inOrder, inOrderInAllThemes, shoot } from '../support/looks.ts'
import { goTo, openPanel, type Panel } from '../support/panels.ts'
import { measured, sized } from '../support/room.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

const test = testIn({ history: true })
let tenant: Tenant
let browser: Browser
let meeting: Meeting
test.beforeAll(async ({ tenant: started, browser: running }) => {
  tenant = started
  browser = running
  meeting = (await tenant.meetings('sanne', 'Aylin'))[0]!
  await tenant.conversation('sanne', 'aylin', meeting)
  await tenant.moveTo(meeting.start)
})

/** Each in a browser that speaks the other language. */
const words = {
  'nl-nl': {
    locale: 'en-US',
    steps: 'Stappen van het gesprek',
    commitments: 'Afspraken',
    another: 'Andere dag…',
    when: 'Wanneer is het klaar?',
    week: ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'],
    month: 'juni',
    chosenDay: 'vrijdag 12 juni 2026, gekozen',
    dayAfter: 'za 13 juni',
    reminders: 'Herinneringen',
    away: /^Afwezig tot en met/,
    awayDay: 'vr 12 juni 2026',
    until: 'Tot',
    clear: 'Datum wissen',
  },
  'en-us': {
    locale: 'nl-NL',
    steps: 'Steps of the conversation',
    commitments: 'Commitments',
    another: 'Another day…',
    when: 'When will it be done?',
    week: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    month: 'June',
    chosenDay: /^Friday,? 12 June 2026, chosen$/,
    dayAfter: /^Sat,? 13 June$/,
    reminders: 'Reminders',
    away: /^Away up to and including/,
    awayDay: /^Fri,? 12 June 2026$/,
    until: 'Until',
    clear: 'Clear date',
  },
}

/** Dates and times as the language of the browser, and not of Groei, would write them. */
const foreign = /mm\/dd|dd[-/]mm|\d{1,2}\/\d{1,2}\/\d{2,4}|\d\s?[AP]M\b/i
/** What a page shows and what it tells who hears it. */
const all = async ({ frame }: Panel) =>
  (await frame.locator('body').innerText()) + (await frame.locator('body').ariaSnapshot())

describe('dates and times', () => {
  test.each(['nl-nl', 'en-us'] as const)(
    'are in the language of Groei in a browser that speaks another, and are chosen by keyboard: %s',
    async (language) => {
      const said = words[language]
      const panel = await openPanel(browser, tenant, 'sanne', meeting, { language, locale: said.locale })
      const { frame, page } = panel
      const press = (key: string) => page.keyboard.press(key)
      await sized(panel, 280)
      await goTo(panel, said.steps, said.commitments)
      const another = frame.getByRole('button', { name: said.another })
      const focused = frame.locator(':focus')
      const calendar = calendarIn(frame)

      await another.focus()
      await press('Enter')
      await calendar.and(frame.getByRole('group', { name: said.when })).waitFor()
      expect(await calendar.locator('th').allInnerTexts()).toEqual(said.week)
      expect(await all(panel)).not.toMatch(foreign)
      const { width, small } = await measured(panel)
      expect({ width, small }).toEqual({ width: 280, small: [] })
      await inOrderInAllThemes(panel, 'calendar', `calendar-${language}`)
      // The way out leads back to the button.
      await press('Escape')
      await calendar.waitFor({ state: 'detached' })
      await another.and(focused).waitFor()

      await frame.getByRole('radio', { name: /^(vr 12 juni|Fri,? 12 June)$/ }).check()
      await another.focus()
      await press('Enter')
      await calendar.getByRole('grid', { name: `${said.month} 2026` }).waitFor()
      await calendar.getByRole('button', { name: said.chosenDay }).and(focused).waitFor()
      await press('ArrowRight')
      await press('Enter')
      await another.and(focused).waitFor()
      await frame.getByRole('radio', { name: said.dayAfter, checked: true }).waitFor()
      await panel.close()
    },
  )

  test.each(['nl-nl', 'en-us'] as const)(
    'of reminders are chosen and taken away again in the language of Groei: %s',
    async (language) => {
      const said = words[language]
      const panel = await openPanel(browser, tenant, 'aylin', meeting, {
        place: 'personal',
        page: '/settings',
        language,
        locale: said.locale,
      })
      const settings = panel.frame.getByRole('region', { name: said.reminders })
      const stored = async () =>
        (await tenant.as('aylin')<PersonSettings>('GET', '/api/settings')).body.reminders
      await sized(panel, 280, 800)
      await settings.getByRole('button', { name: said.away }).click()
      await calendarIn(settings).waitFor()
      await inOrder(panel, 'calendar of reminders')
      await shoot(panel, `calendar-reminders-${language}`)
      await calendarIn(settings).press('Escape')
      await pickDay(settings, said.away, '2026-06-12')
      await settings.getByRole('button', { name: said.away }).getByText(said.awayDay).waitFor()
      await until(async () => ((await stored()).awayUntil === '2026-06-12' ? true : null))
      const times = await settings.getByLabel(said.until).getByRole('option').allInnerTexts()
      expect(times.filter((one) => !/^([01]\d|2[0-3]):[0-5]\d$/.test(one))).toEqual([])
      expect(await all(panel)).not.toMatch(foreign)
      await settings.getByRole('button', { name: said.clear }).click()
      await until(async () => ((await stored()).awayUntil === null ? true : null))
      await panel.close()
    },
  )
})
