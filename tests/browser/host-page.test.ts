import axe from 'axe-core'
import { describe, expect } from 'vitest'
import { playThisWeek } from '../../infra/local/this-week.ts'
import { picture } from '../support/looks.ts'
import { goTo, type Panel, watched } from '../support/panels.ts'
import { testIn } from '../support/test.ts'

const test = testIn({ play: playThisWeek })

describe('host page of the sandbox', () => {
  test('its first view is a conversation that two people are in, and its words follow the language', async ({
    tenant,
    browser,
  }) => {
    const sanne = await watched(
      browser,
      { width: 1280, height: 800 },
      'iframe[title="Groei – Sanne de Vries"]',
    )
    const { page } = sanne
    const milan: Panel = { ...sanne, frame: page.frameLocator('iframe[title="Groei – Milan Bakker"]') }
    await page.goto(`${tenant.url}/sandbox`)

    // What Milan agreed to last week waits for an answer, with both.
    const earlier = 'Twee dagdelen per week blokkeren om te ontwerpen'
    for (const { frame } of [sanne, milan]) {
      const followUp = frame.getByRole('group', { name: earlier })
      await followUp.getByRole('radio', { name: 'Gedaan', checked: false }).waitFor()
      expect(await frame.locator('html').evaluate(() => innerWidth)).toBe(280)
    }
    const hers = page.getByRole('region', { name: 'Sanne de Vries' })
    const his = page.getByRole('region', { name: 'Milan Bakker' })
    await hers.getByText(/^00:\d\d$/).waitFor()
    await hers.getByText('Milan Bakker').waitFor()
    await goTo(sanne, 'Stappen van het gesprek', 'Focus')
    const topics = sanne.frame.getByRole('region', { name: 'Onderwerpen' }).getByRole('listitem')
    await expect.poll(() => topics.count()).toBe(2)
    await page.getByRole('button', { name: 'Volgend gesprek' }).waitFor()
    await picture(page, 'host-first-view')
    await page.evaluate(`${axe.source}; null`)
    const { violations } = await page.evaluate(() =>
      (window as unknown as { axe: typeof axe }).axe.run(document, { iframes: false }),
    )
    const found = violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)
    expect(found, found.join('\n')).toEqual([])

    // The language is all people's; their Groei is loaded anew in it.
    await page.getByRole('combobox', { name: 'Taal' }).selectOption('en-us')
    await page.getByRole('button', { name: 'Next conversation' }).waitFor()
    for (const { frame } of [sanne, milan])
      await frame.getByRole('navigation', { name: 'Steps of the conversation' }).waitFor()

    // Where one is in Teams: the calendar beside the panel, and the personal app in place of the meeting.
    await hers.getByRole('button', { name: 'Calendar' }).click()
    const calendar = hers.getByRole('complementary', { name: 'Calendar' })
    await calendar.getByText('1-op-1 Sanne en Milan').nth(1).click()
    await calendar.getByRole('button', { name: 'Join' }).waitFor()
    await calendar.frameLocator('iframe').getByText('Ons wekelijkse gesprek.').waitFor()
    await page.keyboard.press('Escape')
    await calendar.waitFor({ state: 'detached' })
    await his.getByRole('button', { name: 'Groei' }).click()
    await milan.frame.getByRole('heading', { level: 1, name: 'Good morning, Milan' }).waitFor()
    await his.getByRole('tab', { name: 'Chat' }).click()
    await his.getByRole('list', { name: 'Chat with Groei' }).waitFor()

    // The next conversation has both back in the call.
    await page.getByRole('button', { name: 'Next conversation' }).click()
    await page.getByRole('status', { name: 'Sandbox time' }).getByText('9 Jun 2026, 10:30').waitFor()
    await his.getByText(/^00:\d\d$/).waitFor()
    await milan.frame.getByRole('navigation', { name: 'Steps of the conversation' }).waitFor()

    // With less room one is seen, and the other is a press away.
    await page.setViewportSize({ width: 1000, height: 800 })
    await his.waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: 'Milan', exact: true }).click()
    await hers.waitFor({ state: 'hidden' })
    await milan.frame.getByRole('navigation', { name: 'Steps of the conversation' }).waitFor()

    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('group', { name: 'Milan Bakker' }).getByRole('combobox', { name: 'Place' }).waitFor()
    await sanne.closeLoud()
  })
})
