import { HocuspocusProvider } from '@hocuspocus/provider'
import type { Browser } from 'playwright-core'
import { afterAll, describe, expect } from 'vitest'
import type { Conversation, Summary } from '../../server/contract/conversation.ts'
import { livePath } from '../../server/contract/live.ts'
import { changeCalendar } from '../support/calendar.ts'
import { inOrderInAllThemes } from '../support/looks.ts'
import { editor, goTo, openPanel, type Panel, signInThere, stored } from '../support/panels.ts'
import { textIn } from '../support/random-edits.ts'
import type { Meeting } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { emptyNotes, fillNotes, storeFilled } from '../support/fill-notes.ts'
import { until } from '../support/until.ts'
import { sizeLimits } from '../../server/contract/limits.ts'

const test = testIn()
let tenant: Tenant
let browser: Browser
const providers: HocuspocusProvider[] = []
test.beforeAll(async ({ tenant: started, browser: running }) => {
  tenant = started
  browser = running
})
afterAll(() => {
  for (const provider of providers) provider.destroy()
})

const words = {
  'nl-nl': {
    steps: 'Stappen van het gesprek',
    goal: 'Doel',
    offline: 'Offline, wordt bewaard',
    full: 'De notities van dit gesprek zijn vol',
    yet: 'Wat je het laatst typte is nog niet opgeslagen',
    reading: 'Je kunt deze notities nog lezen, maar niet meer wijzigen',
    gone: 'Je kunt dit gesprek niet meer openen',
    unstored: 'Wat je het laatst typte is niet opgeslagen. Kopieer',
    signedOut: 'Niet aangemeld: wat je typt blijft staan',
  },
  'en-us': {
    steps: 'Steps of the conversation',
    goal: 'Goal',
    offline: 'Offline, kept',
    full: 'The notes of this conversation are full',
    yet: 'What you typed last is not saved yet',
    reading: 'You can still read these notes, but no longer change them',
    gone: 'You can no longer open this conversation',
    unstored: 'What you typed last is not saved. Copy',
    signedOut: 'Not signed in: what you type stays',
  },
}
type Language = keyof typeof words

async function begun(employee: string): Promise<{ meeting: Meeting; conversation: Conversation }> {
  const subject = `Gesprek met ${employee}`
  await changeCalendar(tenant).series('sanne', employee, subject)
  const [meeting] = await tenant.meetings('sanne', subject)
  return { meeting: meeting!, conversation: await tenant.conversation('sanne', employee, meeting!) }
}

/** A panel whose live socket can be kept away for a while. */
async function keepable(user: string, meeting: Meeting, language: Language) {
  const panel = await openPanel(browser, tenant, user, meeting, { language })
  let away = false
  const open = new Set<{ close(options: { code: number }): Promise<void> }>()
  await panel.page.routeWebSocket(
    (url) => url.pathname === livePath,
    (socket) => {
      if (away) return void socket.close({ code: 4000 })
      socket.connectToServer()
      open.add(socket)
    },
  )
  await panel.page.reload()
  return {
    panel,
    keepAway: async () => {
      away = true
      for (const socket of open) await socket.close({ code: 4000 })
      open.clear()
    },
    letBack: () => {
      away = false
    },
  }
}

async function coachOf(conversation: Conversation) {
  const url = tenant.liveUrl
  const provider = new HocuspocusProvider({
    url,
    name: conversation.id,
    token: () => tenant.token('sanne', 'api'),
  })
  providers.push(provider)
  await new Promise((resolve) => provider.on('synced', resolve))
  return {
    provider,
    /** Fills the document until about so many bytes are left. */
    async fill(left: number) {
      fillNotes(provider.document, sizeLimits.notes.server - left)
      await until(async () => (provider.hasUnsyncedChanges ? null : true))
    },
    empty: () => emptyNotes(provider.document),
  }
}

const storedGoal = async (conversation: Conversation) => {
  const path = `/api/conversations/${conversation.id}/summary?scope=summary-and-commitments`
  const { body } = await tenant.as('sanne')<Summary>('GET', path)
  return body.steps[0]?.text ?? ''
}
/** Puts it in at the end, as one who pastes it. */
async function paste(panel: Panel, step: string, text: string) {
  await editor(panel, step).click()
  await panel.page.keyboard.press('Control+End')
  await panel.page.keyboard.insertText(text)
}
/** What lands on the clipboard when all of a note is selected. */
async function selectable(panel: Panel, step: string): Promise<string> {
  await editor(panel, step).click()
  await panel.page.keyboard.press('Control+a')
  return editor(panel, step).evaluate(() => String(getSelection()))
}

/** In each theme nothing is wrong with it, and there is a picture. */
const look = async (panel: Panel, what: string) =>
  expect(await inOrderInAllThemes(panel, what, `unstored-${what}`)).toBe(280)

describe('notes that are not stored', () => {
  test('notes that cannot be stored stay, say so in either language, and are stored when they can be', async () => {
    const employee = 'milan'
    let said = words['en-us']
    const { meeting, conversation } = await begun(employee)
    // Nearly what a page takes, so that only the rest comes over a socket.
    await storeFilled(tenant.database(), conversation.id, sizeLimits.notes.page - 50_000)
    const coach = await coachOf(conversation)
    const { panel, keepAway, letBack } = await keepable(employee, meeting, 'en-us')
    const { frame, page } = panel
    await goTo(panel, said.steps, said.goal)
    await paste(panel, said.goal, 'Op tijd.')
    await stored(panel)

    // Offline, while the notes run full.
    await keepAway()
    await frame.getByText(said.offline).waitFor()
    const late = ` Zonder verbinding geschreven: ${'woord '.repeat(100)}einde`
    await paste(panel, said.goal, late)
    await coach.fill(300)
    letBack()
    await frame.getByRole('alert').filter({ hasText: said.yet }).waitFor()
    await frame.getByRole('status').filter({ hasText: said.full }).waitFor()
    await expect.poll(() => textIn(panel, said.goal)).toBe(`Op tijd.${late}`)
    expect(await selectable(panel, said.goal)).toBe(`Op tijd.${late}`)
    await page.keyboard.press('Control+End')
    await page.keyboard.type('nog meer')
    await frame.getByRole('alert').filter({ hasText: said.full }).waitFor()
    await expect.poll(() => textIn(panel, said.goal)).toBe(`Op tijd.${late}`)
    await look(panel, 'en-us-full')
    expect(await storedGoal(conversation)).toBe('Op tijd.')

    // Not lost by loading it again either; and stored by itself once the other makes room.
    said = words['nl-nl']
    await signInThere(panel, tenant, employee, meeting, { language: 'nl-nl' })
    await goTo(panel, said.steps, said.goal)
    await frame.getByRole('alert').filter({ hasText: said.yet }).waitFor()
    await frame.getByRole('status').filter({ hasText: said.full }).waitFor()
    await expect.poll(() => textIn(panel, said.goal)).toBe(`Op tijd.${late}`)
    await look(panel, 'nl-nl-full')
    coach.empty()
    await stored(panel)
    expect(await storedGoal(conversation)).toBe(`Op tijd.${late}`)

    // Offline, while the other ends it.
    await keepAway()
    await frame.getByText(said.offline).waitFor()
    await paste(panel, said.goal, ' Te laat.')
    expect((await tenant.as('sanne')('POST', `/api/pairs/${conversation.pair.id}/end`)).status).toBe(200)
    letBack()
    await frame.getByRole('alert').filter({ hasText: said.unstored }).waitFor()
    await frame.getByRole('status').filter({ hasText: said.reading }).waitFor()
    expect(await selectable(panel, said.goal)).toBe(`Op tijd.${late} Te laat.`)
    await look(panel, 'nl-nl-reading')

    // And all of it is deleted: then it goes from this screen as well.
    for (const user of ['sanne', employee])
      expect((await tenant.as(user)('DELETE', `/api/pairs/${conversation.pair.id}`)).status).toBeLessThan(300)
    await frame.getByText(said.gone).waitFor()
    expect(await frame.getByText('Te laat.').count()).toBe(0)
    await look(panel, 'nl-nl-gone')
    // A lost connection and a refusal are loud in the console, and rightly so.
    await panel.closeLoud()
  })

  test('notes that were stored before the pair was ended raise no alarm', async () => {
    const said = words['nl-nl']
    const { meeting, conversation } = await begun('aylin')
    const { panel, keepAway, letBack } = await keepable('aylin', meeting, 'nl-nl')
    await goTo(panel, said.steps, said.goal)
    await paste(panel, said.goal, 'Op tijd.')
    await stored(panel)
    expect((await tenant.as('sanne')('POST', `/api/pairs/${conversation.pair.id}/end`)).status).toBe(200)
    await panel.frame.getByRole('status').filter({ hasText: said.reading }).waitFor()
    // Also after the next answer of the server, which is told that nothing is lacking.
    await keepAway()
    await panel.frame.getByText(said.offline).waitFor()
    letBack()
    await panel.frame.getByRole('status').filter({ hasText: said.reading }).waitFor()
    await expect.poll(() => textIn(panel, said.goal)).toBe('Op tijd.')
    expect(await panel.frame.getByText(said.unstored).count()).toBe(0)
    await panel.closeLoud()
  })

  test('a person who is no longer signed in is told so, types on, and has it stored once signed in again', async () => {
    const said = words['en-us']
    const { meeting, conversation } = await begun('noor')
    const { panel, keepAway, letBack } = await keepable('noor', meeting, 'en-us')
    await goTo(panel, said.steps, said.goal)
    await paste(panel, said.goal, 'Before.')
    await stored(panel)
    const tokens = (url: URL) => url.pathname === '/sandbox/api/nested-token'
    await panel.page.route(tokens, (route) => route.fulfill({ status: 500 }))
    await keepAway()
    const { now } = await tenant.sandbox<{ now: string }>('GET', 'clock')
    await tenant.moveTo(new Date(Date.parse(now) + 2 * 3_600_000).toISOString())
    letBack()
    await panel.frame.getByRole('status').filter({ hasText: said.signedOut }).waitFor()
    await paste(panel, said.goal, ' After.')
    await look(panel, 'en-us-signed-out')
    await panel.page.unroute(tokens)
    await stored(panel)
    expect(await storedGoal(conversation)).toBe('Before. After.')
    await panel.closeLoud()
  })
})
