import type { Browser } from 'playwright-core'
import { describe, expect } from 'vitest'
import type { Conversation, Summary } from '../../server/contract/conversation.ts'
import { goTo, liveText, openPanel, type Panel } from '../support/panels.ts'
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
const steps = 'Stappen van het gesprek'
const earlier = 'Twee dagdelen per week blokkeren om te ontwerpen'
const group = (panel: Panel, name: string) => panel.frame.getByRole('group', { name })
const tried = (panel: Panel) =>
  group(panel, earlier).getByRole('textbox', { name: 'Wat heb je geprobeerd, wat werkte?' })

describe('follow-up and commitments that two fill in at once', () => {
  test('nothing is lost: both type, both choose, one removes and puts back, and what was tapped last is shared', async () => {
    const [meeting] = await tenant.meetings('sanne', 'Milan')
    await tenant.moveTo(meeting!.start)
    const sanne = await openPanel(browser, tenant, 'sanne', meeting!)
    const milan = await openPanel(browser, tenant, 'milan', meeting!)
    for (const panel of [sanne, milan]) {
      await goTo(panel, steps, 'Opvolging')
      await tried(panel).waitFor()
      // Nobody said anything yet, and nothing is taken for said.
      expect(await group(panel, earlier).getByRole('radio', { checked: true }).count()).toBe(0)
    }

    // Both in one field: both texts are there, and an outcome that only one chose stays.
    await group(milan, earlier).getByRole('radio', { name: 'Gedaan' }).check()
    await Promise.all([
      tried(sanne).pressSequentially('Goed gesprek. '),
      tried(milan).pressSequentially('Twee keer gelukt. '),
    ])
    const both = await until(async () => {
      const [a, b] = [await liveText(tried(sanne)), await liveText(tried(milan))]
      return a === b && a.length === 32 ? a : null
    })
    expect([...both].sort()).toEqual([...'Goed gesprek. Twee keer gelukt. '].sort())
    const chosen = (panel: Panel, name: string) =>
      group(panel, earlier).getByRole('radio', { name, checked: true })
    await chosen(sanne, 'Gedaan').waitFor()

    // Who is overruled sees by whom, and takes it back.
    await group(sanne, earlier).getByRole('radio', { name: 'Loopt' }).check()
    await chosen(milan, 'Loopt').waitFor()
    await group(milan, earlier).getByText('Sanne: Loopt').waitFor()
    await group(milan, earlier).getByRole('button', { name: 'Terug' }).click()
    await chosen(sanne, 'Gedaan').waitFor()
    await group(sanne, earlier).getByText('Milan: Gedaan').waitFor()

    // A commitment shows to the other as it is typed; removing it can be taken back.
    for (const panel of [sanne, milan]) await goTo(panel, steps, 'Afspraken')
    // An empty one stands before both, and it is one: whoever types first, they type in the same.
    const what = (panel: Panel) =>
      group(panel, 'Afspraak 1').getByRole('textbox', { name: 'Wat ga je doen?' })
    await what(sanne).waitFor()
    await what(milan).pressSequentially('Vrijdag bellen')
    await until(async () => ((await liveText(what(sanne))) === 'Vrijdag bellen' ? true : null))
    expect(await group(sanne, 'Afspraak 2').count()).toBe(0)
    await group(sanne, 'Afspraak 1').getByRole('button', { name: 'Afspraak verwijderen' }).click()
    await group(milan, 'Afspraak 1').getByText('Verwijderd: Vrijdag bellen').waitFor()
    await group(sanne, 'Afspraak 1').getByRole('button', { name: 'Terugzetten' }).click()
    await until(async () => ((await liveText(what(sanne))) === 'Vrijdag bellen' ? true : null))
    for (const panel of [sanne, milan])
      expect(
        await panel.frame.getByRole('button', { name: /afspraak bewaren|opvolging bewaren/i }).count(),
      ).toBe(0)

    // A tap, on at once, and finish: it is there.
    for (const panel of [sanne, milan]) await goTo(panel, steps, 'Opvolging')
    await group(milan, earlier).getByRole('radio', { name: 'Loopt' }).check()
    await goTo(milan, steps, 'Afronden')
    await milan.frame.getByRole('button', { name: 'Delen en afronden' }).click()
    // Both see what became of it, and she who did it.
    for (const panel of [milan, sanne]) await panel.frame.getByText('Het staat in de uitnodiging').waitFor()
    await sanne.frame.getByText('Milan rondde af').waitFor()
    await goTo(sanne, steps, 'Opvolging')
    const conversation = await tenant.conversation('sanne', 'milan', meeting!)
    const path = `/api/conversations/${conversation.id}`
    const { body } = await tenant.as('sanne')<Conversation>('GET', path)
    const followed = body.followUps.find((one) => one.what === earlier)!
    expect(followed).toMatchObject({ status: 'open', followUps: [{ outcome: 'open', tried: both.trim() }] })
    const summary = await tenant.as('sanne')<Summary>('GET', `${path}/summary?scope=commitments-only`)
    expect(summary.body.commitments.map((one) => one.what)).toEqual(['Vrijdag bellen'])

    // Without a network what is typed and tapped waits, and arrives by itself.
    await milan.context.setOffline(true)
    await goTo(milan, steps, 'Opvolging')
    await group(milan, earlier).getByRole('radio', { name: 'Vervalt' }).check()
    await group(milan, earlier).getByRole('textbox', { name: 'Waarom?' }).fill('De opdracht is weg')
    await milan.context.setOffline(false)
    await chosen(sanne, 'Vervalt').waitFor()
    const why = group(sanne, earlier).getByRole('textbox', { name: 'Waarom?' })
    await until(async () => ((await liveText(why)) === 'De opdracht is weg' ? true : null))
    await sanne.close()
    await milan.closeLoud()
  })
})
