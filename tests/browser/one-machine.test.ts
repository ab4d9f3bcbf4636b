import { decodeJwt } from 'jose'
import type { Browser, Locator } from 'playwright-core'
import { describe, expect } from 'vitest'
import type { Conversation } from '../../server/contract/conversation.ts'
import type { PrivateNote } from '../../server/contract/private-note.ts'
import { goTo, openOwnNotes, openPanel, signInThere, type Panel } from '../support/panels.ts'
import type { Meeting } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

const test = testIn()
let tenant: Tenant
let browser: Browser
let before: Meeting
let meeting: Meeting
let finished: Conversation
let conversation: Conversation
test.beforeAll(async ({ tenant: started, browser: running }) => {
  tenant = started
  browser = running
  ;[before, meeting] = (await tenant.meetings('sanne', 'Milan')) as [Meeting, Meeting]
  finished = await tenant.conversation('sanne', 'milan', before)
  await tenant.commit('milan', finished.id, 'Elke dag een uur')
  await tenant.finish('sanne', finished.id)
  await tenant.moveTo(meeting.start)
  conversation = await tenant.conversation('sanne', 'milan', meeting)
})

const steps = 'Stappen van het gesprek'
const secret = 'Ik zoek een andere baan'
const notePath = () => `/api/conversations/${conversation.id}/private-note`
const note = async (user: string) => (await tenant.as(user)<PrivateNote>('GET', notePath())).body
const oidOf = async (user: string) => decodeJwt<{ oid: string }>(await tenant.token(user, 'api')).oid

/** Everything that the browser keeps for the page, as text. */
const keptIn = (panel: Panel): Promise<string> =>
  panel.frame.locator('html').evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]))
const kept = (panel: Panel, words: string) =>
  until(async () => ((await keptIn(panel)).includes(words) ? true : null))

async function ownNotes(panel: Panel): Promise<Locator> {
  await openOwnNotes(panel)
  return panel.frame.getByRole('textbox', { name: 'Eigen notities bij dit gesprek' })
}
async function close(panel: Panel) {
  // Calls that were refused on purpose are loud in the console.
  await panel.closeLoud()
}

type Draft = {
  name: string
  words: string
  open: (panel: Panel) => Promise<Locator>
  /** The page of the personal app that has it. */
  page?: () => string
}
const box = (panel: Panel, name: string) => panel.frame.getByRole('textbox', { name }).first()
const press = (panel: Panel, name: string | RegExp) => panel.frame.getByRole('button', { name }).click()

describe('drafts on a machine that several people use', () => {
  test('an unsent private note is neither shown to the next person in that tab nor saved as theirs', async () => {
    const milan = await openPanel(browser, tenant, 'milan', meeting)
    await milan.page.route(`**${notePath()}`, (route) =>
      route.request().method() === 'PUT' ? route.abort() : route.continue(),
    )
    await (await ownNotes(milan)).fill(secret)
    await milan.frame.getByText('Geen verbinding').waitFor()
    await kept(milan, secret)

    const sanne = await signInThere(milan, tenant, 'sanne', meeting)
    const field = await ownNotes(sanne)
    await field.waitFor()
    expect(await field.inputValue()).toBe('')
    // Not before the page has all that it asked for: a request under way would lose its answer.
    await milan.page.unroute(`**${notePath()}`)
    expect(await keptIn(sanne)).not.toContain(secret)
    // Hers are saved; had his been waiting here, they would have gone with the first second.
    await field.fill('Van Sanne')
    await until(async () => ((await note('sanne')).text === 'Van Sanne' ? true : null))
    expect((await note('sanne')).revision).toBe(1)
    // Leaving the page may have saved his: as his.
    expect(['', secret]).toContain((await note('milan')).text)
    await close(sanne)
  })

  const drafts: Draft[] = [
    {
      name: 'a preparation',
      words: secret,
      open: async (panel) => {
        // It saves itself within a second; the network is away.
        await panel.page.route('**/preparation', (route) => route.abort())
        await goTo(panel, steps, 'Voorbereiding')
        await press(panel, '+ notitie')
        return box(panel, 'Notitie')
      },
    },
    {
      name: 'a question of one’s own',
      words: secret,
      page: () => '/library',
      open: async (panel) => {
        await press(panel, 'Eigen vraag maken')
        return box(panel, 'Je vraag')
      },
    },
    {
      name: 'words in a review pack',
      words: secret,
      page: () => `/people/${conversation.pair.id}/review`,
      open: async (panel) => {
        await panel.page.route('**/api/reviews/*/text', (route) => route.abort())
        await press(panel, 'Periode openen')
        return box(panel, 'Thema’s in mijn woorden')
      },
    },
  ]
  test.each(drafts)(
    '$name that was not saved is gone for the next person in that tab',
    async ({ open, words, page }) => {
      const place = page ? ({ place: 'personal', page: page() } as const) : {}
      const sanne = await openPanel(browser, tenant, 'sanne', meeting, place)
      await (await open(sanne)).fill(words)
      await kept(sanne, words)

      const milan = await signInThere(sanne, tenant, 'milan', meeting, place)
      const field = await open(milan)
      expect(await field.inputValue()).toBe('')
      expect(await keptIn(milan)).not.toContain(words)
      expect(await keptIn(milan)).not.toContain(await oidOf('sanne'))
      await close(milan)
    },
  )
})

describe('sign-in that changes while the page is open', () => {
  test.each(['nested sign-in', 'sign-in of Teams'])(
    'nothing of the one before stays on screen or is sent with the token of the other: %s',
    async (way) => {
      const nested = way === 'nested sign-in'
      const milan = await openPanel(browser, tenant, 'milan', meeting, nested ? {} : { naa: 'off' })
      const field = await ownNotes(milan)
      await field.waitFor()
      const sannes = await oidOf('sanne')
      const sent: string[] = []
      milan.page.on('request', (request) => {
        const token = request.headers()['authorization']?.slice('Bearer '.length)
        if (token && decodeJwt(token)['oid'] === sannes) sent.push(request.postData() ?? '')
      })
      // From now on the host signs in Sanne; and his token is refused, so that another is asked for.
      await milan.page.route(/\/sandbox\/api\/(nested-)?token$/, (route) =>
        route.continue({
          postData: JSON.stringify({ ...route.request().postDataJSON(), user: 'sanne@sandbox.example' }),
        }),
      )
      let refused = 0
      await milan.page.route(`**${notePath()}`, (route) => {
        const token = route.request().headers()['authorization']?.slice('Bearer '.length) ?? ''
        if (route.request().method() !== 'PUT' || decodeJwt(token)['oid'] === sannes) return route.continue()
        refused += 1
        return route.fulfill({ status: 401, contentType: 'application/problem+json', body: '{}' })
      })
      await field.fill(`${secret}, ${way}`)
      // Her own screen, from its beginning.
      await milan.frame.getByRole('navigation', { name: steps }).waitFor()
      await until(async () => (refused > 0 && (await field.count()) === 0 ? true : null))
      const hers = await ownNotes(milan)
      await hers.waitFor()
      expect(await hers.inputValue()).not.toContain(secret)
      expect(await keptIn(milan)).not.toContain(secret)
      expect(sent.length).toBeGreaterThan(0)
      expect(sent.join('\n')).not.toContain(secret)
      expect((await note('sanne')).text).not.toContain(secret)
      await close(milan)
    },
  )
})
