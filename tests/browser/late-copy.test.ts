import type { Browser } from 'playwright-core'
import { describe, expect } from 'vitest'
import type { Conversation, Summary } from '../../server/contract/conversation.ts'
import { livePath } from '../../server/contract/live.ts'
import { copied, copies, makeOlder } from '../support/copies.ts'
import { editor, goTo, openBeside, openPanel, stored, type } from '../support/panels.ts'
import { textIn } from '../support/random-edits.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

const test = testIn({ ownProcess: true })
let tenant: Tenant
let browser: Browser
test.beforeAll(async ({ tenant: started, browser: running }) => {
  tenant = started
  browser = running
})
const steps = 'Stappen van het gesprek'

const shared = async ({ id }: Conversation): Promise<string> => {
  const path = `/api/conversations/${id}/summary?scope=summary-and-commitments`
  const { body } = await tenant.as('sanne')<Summary>('GET', path)
  return body.steps.map((one) => one.text).join()
}

describe('a copy that waited long', () => {
  test('words that waited 13 days come beside what the other rewrote, once, and are not said to be stored before', async () => {
    const [meeting] = await tenant.meetings('sanne', 'Milan')
    const conversation = await tenant.conversation('sanne', 'milan', meeting!)
    const milan = await openPanel(browser, tenant, 'milan', meeting!)
    await goTo(milan, steps, 'Focus')
    await type(milan, 'Focus', 'Samen geschreven.')
    await stored(milan)
    await tenant.launched.kill()
    await milan.frame.getByText('Offline, wordt bewaard').waitFor()
    await type(milan, 'Focus', ' Van Milan.')
    await copied(milan, 1)
    // Any page of Groei's origin that does not send it.
    await milan.page.goto(`${tenant.url}/api/nothing`)
    await milan.page.evaluate(makeOlder, 13 * 86_400_000)
    await milan.page.close()
    await tenant.launched.startProduct()

    const sanne = await openPanel(browser, tenant, 'sanne', meeting!)
    await goTo(sanne, steps, 'Focus')
    // What comes after all was selected would stay.
    await expect.poll(() => textIn(sanne, 'Focus')).toBe('Samen geschreven.')
    await editor(sanne, 'Focus').click()
    await sanne.page.keyboard.press('Control+a')
    await sanne.page.keyboard.type('Alles anders.')
    await until(async () => ((await shared(conversation)) === 'Alles anders.' ? true : null), 60_000, 500)

    const waiting: (() => void)[] = []
    let isOnItsWay = true
    await milan.context.routeWebSocket(
      (url) => url.pathname === livePath,
      (socket) => {
        const server = socket.connectToServer()
        socket.onMessage((message) => {
          const [kind, what] = Buffer.from(message).subarray(1 + conversation.id.length)
          // Of the document, and no question: from there on all of it, in its order.
          if (isOnItsWay && (waiting.length > 0 || (kind === 0 && what !== 0)))
            waiting.push(() => server.send(message))
          else server.send(message)
        })
      },
    )
    const late = await openBeside(milan, tenant, 'milan', meeting!)
    await goTo(late, steps, 'Focus')
    await expect.poll(() => textIn(late, 'Focus')).toContain('Alles anders.')
    await expect.poll(() => textIn(late, 'Focus')).toContain(' Van Milan.')
    await until(async () => (waiting.length > 0 ? true : null))
    expect(await shared(conversation)).toBe('Alles anders.')
    expect(await late.frame.locator('header nav [role="status"]').getAttribute('aria-busy')).toBe('true')
    expect(await copies(late)).toHaveLength(1)

    isOnItsWay = false
    for (const send of waiting.splice(0)) send()
    await stored(late)
    const said = await shared(conversation)
    expect(['Alles anders. Van Milan.', 'Van Milan.Alles anders.']).toContain(said.trim())
    await copied(late, 0)
    await late.page.reload()
    await goTo(late, steps, 'Focus')
    for (const panel of [late, sanne])
      await expect.poll(async () => (await textIn(panel, 'Focus')).trim()).toBe(said.trim())
    await stored(late)
    expect(await shared(conversation)).toBe(said)
    // Losing the server is loud in the console.
    for (const panel of [late, sanne]) await panel.closeLoud()
  })
})
