import { decodeJwt } from 'jose'
import type { Browser, WebSocketRoute } from 'playwright-core'
import { beforeEach, describe, expect } from 'vitest'
import * as Y from 'yjs'
import type { Conversation, Summary } from '../../server/contract/conversation.ts'
import { livePath, stepText } from '../../server/contract/live.ts'
import { copied, copies } from '../support/copies.ts'
import { picture } from '../support/looks.ts'
import { editor, goTo, openBeside, openPanel, stored, type, type Panel } from '../support/panels.ts'
import { textIn } from '../support/random-edits.ts'
import type { Meeting } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

const test = testIn({ ownProcess: true })
let tenant: Tenant
let browser: Browser
let meetings: Meeting[]
test.beforeAll(async ({ tenant: started, browser: running }) => {
  tenant = started
  browser = running
  meetings = await tenant.meetings('sanne', 'Milan')
})
const steps = 'Stappen van het gesprek'
const offline = 'Offline, wordt bewaard'
const unkept = 'deze browser bewaart niets'

let meeting: Meeting
let conversation: Conversation
beforeEach(async () => {
  // Each test its own conversation.
  meeting = meetings.shift()!
  conversation = await tenant.conversation('sanne', 'milan', meeting)
})

/** Losing the server, and being refused, is loud in the console, and rightly so. */
async function close(...panels: Panel[]) {
  for (const panel of panels) {
    await panel.closeLoud()
  }
}

/** Types in a step while there is no server, and waits until the panel has said how that stands. */
async function typeOffline(panel: Panel, text: string, said = offline) {
  await goTo(panel, steps, 'Focus')
  await editor(panel, 'Focus').waitFor()
  await stored(panel)
  await tenant.launched.kill()
  await panel.frame.getByText(said).waitFor()
  await picture(panel.page, said === offline ? 'kept' : 'unkept')
  await type(panel, 'Focus', text)
  await expect.poll(() => textIn(panel, 'Focus')).toContain(text)
}

/** Does the page ask before its window is closed? */
const wouldAsk = (panel: Panel): Promise<boolean> =>
  panel.frame
    .locator('body')
    .evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })))

const shared = async (): Promise<string> => {
  const path = `/api/conversations/${conversation.id}/summary?scope=summary-and-commitments`
  const { body } = await tenant.as('sanne')<Summary>('GET', path)
  return body.steps.map((one) => one.text).join()
}

describe('notes that the server does not have yet', () => {
  test('words typed offline before the window closed reach the other once it is opened again online', async () => {
    const milan = await openPanel(browser, tenant, 'milan', meeting)
    await typeOffline(milan, 'Getypt in de trein')
    await copied(milan, 1)
    // The page goes with the last letter still on its way to the copy.
    await type(milan, 'Focus', ', tot Utrecht')
    await milan.page.goto('about:blank')
    await milan.page.close()
    await tenant.launched.startProduct()

    const sanne = await openPanel(browser, tenant, 'sanne', meeting)
    await goTo(sanne, steps, 'Focus')
    const again = await openBeside(milan, tenant, 'milan', meeting)
    await expect.poll(() => textIn(sanne, 'Focus')).toBe('Getypt in de trein, tot Utrecht')
    await goTo(again, steps, 'Focus')
    await expect.poll(() => textIn(again, 'Focus')).toBe('Getypt in de trein, tot Utrecht')
    // Once the server has it, nothing of it stays on the machine.
    await copied(again, 0)
    await close(again, sanne)
  })

  test('opening only the list of 1-on-1s sends the unsent words', async () => {
    const milan = await openPanel(browser, tenant, 'milan', meeting)
    await typeOffline(milan, 'Nooit meer geopend')
    await copied(milan, 1)
    await milan.page.close()
    await tenant.launched.startProduct()
    const list = await openBeside(milan, tenant, 'milan', meeting, { place: 'personal' })
    await until(async () => ((await shared()).includes('Nooit meer geopend') ? true : null), 60_000, 500)
    await copied(list, 0)
    await close(list)
  })

  test('another person on the same machine neither sees nor sends the unsent words, and their owner sends them', async () => {
    const milan = await openPanel(browser, tenant, 'milan', meeting)
    await typeOffline(milan, 'Van Milan alleen')
    await copied(milan, 1)
    await milan.page.close()
    await tenant.launched.startProduct()

    const sanne = await openBeside(milan, tenant, 'sanne', meeting)
    await goTo(sanne, steps, 'Focus')
    await type(sanne, 'Focus', 'Van Sanne.')
    await until(async () => ((await shared()) === 'Van Sanne.' ? true : null), 60_000, 500)
    // One of her own, of a conversation that is no more: when that is dropped, what sends has had its turn.
    const { tid, oid } = decodeJwt<{ tid: string; oid: string }>(await tenant.token('sanne', 'api'))
    await copies(sanne, { key: [tid, oid, crypto.randomUUID(), 's'], at: Date.now() })
    await sanne.page.reload()
    await goTo(sanne, steps, 'Focus')
    const left = await copied(sanne, 1)
    expect(left[0]?.[1]).not.toBe(oid)
    await stored(sanne)
    expect([await textIn(sanne, 'Focus'), await shared()]).toEqual(['Van Sanne.', 'Van Sanne.'])
    await sanne.page.close()
    const again = await openBeside(milan, tenant, 'milan', meeting)
    await goTo(again, steps, 'Focus')
    await until(async () => ((await shared()).includes('Van Milan alleen') ? true : null), 60_000, 500)
    await close(again)
  })

  test('a browser without storage says so and asks before it is closed, but not once everything is sent', async () => {
    const milan = await openPanel(browser, tenant, 'milan', meeting)
    await milan.page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('refused', 'SecurityError')
      }
    })
    await milan.page.reload()
    const asked: string[] = []
    milan.page.on('dialog', (dialog) => {
      asked.push(dialog.type())
      void dialog.dismiss()
    })
    await typeOffline(milan, 'Alleen hier', unkept)
    await until(async () => ((await wouldAsk(milan)) ? true : null))
    await milan.page.close({ runBeforeUnload: true })
    await until(async () => (asked.length > 0 ? true : null))
    await expect.poll(() => textIn(milan, 'Focus')).toBe('Alleen hier')

    await tenant.launched.startProduct()
    await stored(milan)
    await until(async () => ((await wouldAsk(milan)) ? null : true))
    await milan.page.close({ runBeforeUnload: true })
    await until(async () => (milan.page.isClosed() ? true : null))
    expect(asked).toEqual(['beforeunload'])
    await close(milan)
  })

  test('words typed before a pair ended are said not to be sent, and leave the machine with the access', async () => {
    const [other] = await tenant.meetings('sanne', 'Aylin')
    conversation = await tenant.conversation('sanne', 'aylin', other!)
    const aylin = await openPanel(browser, tenant, 'aylin', other!)
    let network = true
    let open: WebSocketRoute | null = null
    await aylin.page.routeWebSocket(
      (url) => url.pathname === livePath,
      (socket) => {
        open = socket
        if (network) socket.connectToServer()
        else void socket.close({ code: 4000 })
      },
    )
    await aylin.page.reload()
    await goTo(aylin, steps, 'Focus')
    await editor(aylin, 'Focus').waitFor()
    await stored(aylin)
    network = false
    await (open as unknown as WebSocketRoute).close({ code: 4000 })
    await aylin.frame.getByText(offline).waitFor()
    await type(aylin, 'Focus', 'Te laat')
    await copied(aylin, 1)
    await tenant.as('sanne')('POST', `/api/pairs/${conversation.pair.id}/end`)
    network = true
    await aylin.frame.getByText('Wat je het laatst typte is niet opgeslagen').waitFor()
    await picture(aylin.page, 'not-sent')
    // It can still be read here, and copied.
    expect([await textIn(aylin, 'Focus'), await shared()]).toEqual(['Te laat', ''])
    expect(await copies(aylin)).toHaveLength(1)
    await aylin.page.close()

    await tenant.as('aylin')('DELETE', `/api/pairs/${conversation.pair.id}`)
    const list = await openBeside(aylin, tenant, 'aylin', other!, { place: 'personal' })
    await copied(list, 0)
    await close(list)
  })

  test('a copy that waited for two weeks is removed, whosever it is', async () => {
    const milan = await openPanel(browser, tenant, 'milan', meeting)
    await stored(milan)
    const days = (count: number) => Date.now() - count * 86_400_000
    await copies(milan, { key: ['t', 'somebody', 'c', 'old'], at: days(15) })
    await copies(milan, { key: ['t', 'somebody', 'c', 'young'], at: days(13) })
    // His own as well: it counts no more from the moment that it is too old, and not only once it has been removed.
    const { tid, oid } = decodeJwt<{ tid: string; oid: string }>(await tenant.token('milan', 'api'))
    const written = new Y.Doc()
    written.getText(stepText('focus')).insert(0, 'Te oud')
    const update = [...Y.encodeStateAsUpdate(written)]
    await copies(milan, { key: [tid, oid, conversation.id, 'own'], at: days(15), update })
    await milan.page.reload()
    expect((await copied(milan, 1))[0]?.[3]).toBe('young')
    await goTo(milan, steps, 'Focus')
    await stored(milan)
    expect([await textIn(milan, 'Focus'), await shared()]).toEqual(['', ''])
    await close(milan)
  })
})
