import type { Browser } from 'playwright-core'
import { describe, expect } from 'vitest'
import type { Commitment } from '../../server/contract/commitment.ts'
import type { MyCommitments } from '../../server/contract/my-commitments.ts'
import type { Conversation } from '../../server/contract/conversation.ts'
import { inOrder, inOrderInAllThemes, shoot } from '../support/looks.ts'
import { openPanel } from '../support/panels.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

const test = testIn({ history: true })
let tenant: Tenant
let browser: Browser
let conversation: Conversation
test.beforeAll(async ({ tenant: started, browser: running }) => {
  tenant = started
  browser = running
  const [meeting] = await tenant.meetings('sanne', 'Milan')
  conversation = await tenant.conversation('sanne', 'milan', meeting!)
})
const open = async (user: string, page: string, language: 'nl-nl' | 'en-us' = 'nl-nl') => {
  const [meeting] = await tenant.meetings('sanne', 'Milan')
  return openPanel(browser, tenant, user, meeting!, { place: 'personal', page, language })
}
const mine = async (user: string): Promise<Commitment[]> => {
  const { body } = await tenant.as(user)<MyCommitments>('GET', '/api/commitments')
  return body.pairs.flatMap(({ commitments }) => commitments)
}

describe('pages of the personal app', () => {
  test.each(['nl-nl', 'en-us'] as const)('each page passes axe in all themes: %s', async (language) => {
    const pages = {
      today: '/',
      people: '/people',
      pair: `/people/${conversation.pair.id}`,
      commitments: '/commitments',
    }
    for (const [name, page] of Object.entries(pages)) {
      const panel = await open('sanne', page, language)
      await panel.page.setViewportSize({ width: 1700, height: 1000 })
      await panel.frame.getByRole('heading', { level: 1 }).waitFor()
      await panel.frame
        .getByText('Milan')
        .or(panel.frame.getByRole('heading', { level: 2 }))
        .first()
        .waitFor()
      await inOrderInAllThemes(panel, name, `app-${name}-${language}`)
      await panel.close()
    }
  })

  test('each page has an address: links, the way back, the keyboard and the title follow', async () => {
    const panel = await open('sanne', '/')
    const { frame } = panel
    const lands = async (name: string | RegExp) => {
      const title = frame.getByRole('heading', { level: 1, name })
      await frame.locator(':focus').and(title).waitFor()
      return frame.locator('html').evaluate(() => document.title)
    }
    await frame.getByRole('heading', { level: 1, name: 'Goedemorgen, Sanne' }).waitFor()
    // A tab of the host loads the page anew, or resumes it.
    await panel.page.getByRole('tab', { name: 'Mensen' }).click()
    await frame.getByRole('heading', { level: 1, name: 'Mensen' }).waitFor()
    expect(await frame.getByRole('navigation', { name: 'Mijn 1-op-1’s' }).getByRole('link').count()).toBe(0)
    await frame.getByRole('link', { name: /^Milan Bakker/ }).click()
    expect(await lands('Milan Bakker')).toBe('Milan Bakker · Groei')
    await inOrder(panel, 'pair')
    // The host's own way back, and the one above the page.
    await panel.page.getByRole('button', { name: 'Terug' }).click()
    expect(await lands('Mensen')).toBe('Mensen · Groei')
    await frame.getByRole('link', { name: /^Milan Bakker/ }).click()
    await lands('Milan Bakker')
    await frame.getByRole('link', { name: 'Mensen' }).click()
    await lands('Mensen')
    await frame.getByRole('navigation', { name: 'Meer' }).getByRole('button').click()
    await frame.getByRole('link', { name: 'Gespreksvormen en vragen' }).click()
    await lands('Gespreksvormen en vragen')
    expect(await frame.getByRole('link', { name: 'Gespreksvormen en vragen' }).count()).toBe(0)
    await frame.getByRole('link', { name: 'Vandaag' }).click()
    await lands('Goedemorgen, Sanne')
    await panel.close()
  })

  test('a page of a pair that is not mine says so, and leads on', async () => {
    const panel = await open('aylin', `/people/${conversation.pair.id}`)
    await panel.frame.getByRole('heading', { level: 1, name: 'Je kunt deze pagina niet openen' }).waitFor()
    await panel.frame.getByRole('link', { name: 'Naar mensen' }).click()
    await panel.frame.getByRole('heading', { level: 1, name: 'Mensen' }).waitFor()
    await panel.closeLoud()
  })
})

describe('commitments outside a conversation', () => {
  const what = 'Twee dagdelen per week blokkeren om te ontwerpen'

  test('their owner reports on one, moves it, ticks it and takes that back; the other reads and takes it along', async () => {
    const milan = await open('milan', '/commitments')
    const { frame } = milan
    await frame.getByRole('button', { name: what, exact: true }).click()
    await frame
      .getByRole('textbox', { name: 'Hoe gaat het? Eén regel is genoeg.' })
      .fill('Eén van de twee lukt')
    await frame.getByRole('button', { name: 'Toevoegen' }).click()
    await frame.getByText(/^Tussendoor, .*: .*Eén van de twee lukt/).waitFor()
    await frame.getByRole('radio', { name: 'vr 12 juni' }).click()
    await until(async () => ((await mine('milan'))[0]?.due === '2026-06-12' ? true : null))
    await inOrder(milan, 'commitment unfolded')
    await shoot(milan, 'app-commitment-unfolded')

    const sanne = await open('sanne', '/')
    await sanne.frame.getByRole('button', { name: what, exact: true }).click()
    await sanne.frame.getByText(/Eén van de twee lukt/).waitFor()
    expect(await sanne.frame.getByRole('button', { name: `Gedaan: ${what}` }).count()).toBe(0)
    await sanne.frame.getByRole('button', { name: 'Neem mee naar ons gesprek' }).click()
    await sanne.frame.getByText(/^Staat bij je onderwerpen voor .* Alleen jij ziet dit\.$/).waitFor()
    await sanne.close()

    await frame.getByRole('button', { name: `Gedaan: ${what}` }).click()
    await frame.getByRole('button', { name: `Ongedaan maken: ${what}` }).waitFor()
    await until(async () => ((await mine('milan')).length === 0 ? true : null))
    await inOrder(milan, 'commitment ticked')
    await frame.getByRole('button', { name: `Ongedaan maken: ${what}` }).click()
    await frame.getByRole('button', { name: `Gedaan: ${what}` }).waitFor()
    await until(async () => ((await mine('milan'))[0]?.status === 'open' ? true : null))
    await milan.close()
  })

  test('one is ticked from the first page in one press', async () => {
    const milan = await open('milan', '/')
    await milan.frame.getByRole('button', { name: `Gedaan: ${what}` }).click()
    await milan.frame.getByRole('button', { name: `Ongedaan maken: ${what}` }).waitFor()
    await until(async () => ((await mine('milan')).length === 0 ? true : null))
    await milan.page.getByRole('tab', { name: 'Afspraken' }).click()
    const closed = milan.frame.getByRole('region', { name: 'Afgerond (30 dagen)' })
    await closed.getByText(what).waitFor()
    await milan.close()
  })
})
