import type { Browser } from 'playwright-core'
import { describe, expect } from 'vitest'
import { changeCalendar } from '../support/calendar.ts'
import type { Meeting } from '../support/conversations.ts'
import { inOrderInAllThemes } from '../support/looks.ts'
import { goTo, openPanel, tabTo, type Panel } from '../support/panels.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

const test = testIn()
let tenant: Tenant
let browser: Browser
let calendar: ReturnType<typeof changeCalendar>
test.beforeAll(async ({ tenant: started, browser: running }) => {
  tenant = started
  browser = running
  calendar = changeCalendar(tenant)
})

const invite = (user: string, meeting: Meeting, ...addresses: string[]) =>
  calendar.change(user, meeting, {
    attendees: addresses.map((address) => ({
      type: 'required',
      emailAddress: { address, name: address.split('@')[0] },
    })),
  })
const reload = async ({ page }: Panel) => {
  await page.reload()
  await page.locator('body[data-ready]').waitFor()
}
const steps = ({ frame }: Panel) =>
  frame.getByRole('navigation', { name: /^(Stappen van het gesprek|Steps of the conversation)$/ })

describe('a meeting that is opened', () => {
  test('an unknown third is asked after once, and either answers by keyboard', async () => {
    await calendar.series('aylin', 'tom', 'Notulist')
    const meetings = await tenant.meetings('aylin', 'Notulist')
    await tenant.conversation('aylin', 'tom', meetings[0]!)
    for (const meeting of meetings.slice(1, 3))
      await invite('aylin', meeting, 'tom@sandbox.example', 'fred@fireflies.ai')

    // Either may answer, by keyboard, and then the conversation is there.
    const tom = await openPanel(browser, tenant, 'tom', meetings[1]!)
    const asked = tom.frame.getByRole('heading', { level: 1, name: 'Is fred een persoon?' })
    await asked.waitFor()
    await tom.frame.getByText('fred@fireflies.ai staat in de uitnodiging').waitFor()
    expect(await inOrderInAllThemes(tom, 'person question', 'person-question')).toBe(280)
    const aylin = await openPanel(browser, tenant, 'aylin', meetings[2]!, { language: 'en-us' })
    await aylin.frame.getByRole('heading', { level: 1, name: 'Is fred a person?' }).waitFor()
    await tabTo(tom, 'button', /^Nee, het is een app$/)
    await tom.page.keyboard.press('Enter')
    await steps(tom).waitFor()
    expect(await asked.count()).toBe(0)

    // Once for the two of them: not for her, and not at the next meeting.
    await reload(aylin)
    await steps(aylin).waitFor()
    for (const panel of [tom, aylin]) await panel.close()
  })

  test('with a person the invite is no 1-on-1 until they leave it, and an app is named before sharing', async () => {
    await calendar.series('noor', 'tom', 'Vreemde')
    const [first, second, third] = (await tenant.meetings('noor', 'Vreemde')) as [Meeting, Meeting, Meeting]
    const { id } = await tenant.conversation('noor', 'tom', first)
    await tenant.commit('tom', id, 'Elke week een klant spreken')
    const both = ['tom@sandbox.example', 'fred@fireflies.ai']
    for (const meeting of [second, third]) await invite('noor', meeting, ...both)

    const noor = await openPanel(browser, tenant, 'noor', second)
    await noor.frame.getByRole('button', { name: 'Ja, een persoon' }).click()
    await noor.frame.getByRole('heading', { level: 1, name: 'Met fred erbij is dit geen 1-op-1' }).waitFor()
    expect(await noor.frame.getByRole('button', { name: 'Ja, een persoon' }).count()).toBe(0)
    expect(await inOrderInAllThemes(noor, 'said a person', 'person-said')).toBe(280)
    const tom = await openPanel(browser, tenant, 'tom', third, { language: 'en-us' })
    await tom.frame.getByRole('heading', { level: 1, name: 'With fred this is not a 1-on-1' }).waitFor()

    // Taken off the invite, the meeting is theirs; said to be an app after all, the others are too.
    await invite('noor', second, both[0]!)
    await reload(noor)
    await steps(noor).waitFor()
    await tom.frame.getByRole('button', { name: 'It is an app' }).click()
    await steps(tom).waitFor()

    await invite('noor', second, ...both)
    const sharing = await openPanel(browser, tenant, 'noor', first)
    await goTo(sharing, 'Stappen van het gesprek', 'Afronden')
    await sharing.frame.getByRole('button', { name: 'Wie leest dit?' }).click()
    await sharing.frame
      .getByRole('listitem')
      .filter({ hasText: 'fred: een app die notities maakt, en de uitnodiging leest.' })
      .waitFor()
    for (const panel of [noor, tom, sharing]) await panel.close()
  })

  test('a host that never tells of the meeting: the panel goes on by the chat after some seconds', async () => {
    const [meeting] = await tenant.meetings('sanne', 'Milan')
    await tenant.conversation('sanne', 'milan', meeting!)
    const panel = await openPanel(browser, tenant, 'sanne', meeting!, { details: 'off' })
    await panel.page.clock.install()
    const opening = panel.page.waitForRequest(
      (request) => request.method() === 'POST' && new URL(request.url()).pathname === '/api/conversations',
    )
    await reload(panel)
    await panel.frame.getByRole('status').first().waitFor()
    await until(async () => {
      await panel.page.clock.fastForward(1_000)
      return (await steps(panel).isVisible()) ? true : null
    })
    expect(Object.keys((await opening).postDataJSON() as object)).toEqual(['chatId'])
    await panel.close()
  })
})
