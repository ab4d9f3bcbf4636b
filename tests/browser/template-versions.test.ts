import { mkdirSync, readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { describe, expect } from 'vitest'
import type { Template, TemplateFile } from '../../server/contract/template.ts'
import { inOrder, inOrderInAllThemes, shoot } from '../support/looks.ts'
import { openPanel, tabTo } from '../support/panels.ts'
import { called, templateHands } from '../support/templates.ts'
import type { Meeting } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'

const test = testIn()
let tenant: Tenant
let browser: Browser
let meeting: Meeting
let hands: ReturnType<typeof templateHands>
test.beforeAll(async ({ tenant: started, browser: running }) => {
  tenant = started
  browser = running
  hands = templateHands(tenant)
  meeting = (await tenant.meetings('sanne', 'Milan'))[0]!
  await tenant.conversation('sanne', 'milan', meeting)
  mkdirSync('.screens', { recursive: true })
})

const mine = (user: string, page: string, language: 'nl-nl' | 'en-us' = 'nl-nl') =>
  openPanel(browser, tenant, user, meeting, { place: 'personal', page, language })

describe('earlier versions of a template', () => {
  test('a coach exports and imports a template, reads an earlier version, and starts a draft from it', async () => {
    await hands.change('sanne', 'team', 'review', called('Terugkijken A'))
    await hands.change('sanne', 'team', 'review', called('Terugkijken B'))
    const panel = await mine('sanne', '/library/template/review')
    const { frame, page } = panel
    const more = async (name: string) => {
      await frame.getByRole('button', { name: /^Meer: Terugkijken/ }).click()
      await frame.getByRole('button', { name, exact: true }).click()
    }
    const coming = page.waitForEvent('download')
    await more('Exporteren')
    const exported = JSON.parse(readFileSync(await (await coming).path(), 'utf8')) as TemplateFile
    expect(exported.template.title.nl).toBe('Terugkijken B')

    await tabTo(panel, 'button', /^Meer: Terugkijken B$/)
    await page.keyboard.press('Enter')
    await tabTo(panel, 'button', /^Eerdere versies$/)
    await page.keyboard.press('Enter')
    const versions = frame.getByRole('group', { name: 'Eerdere versies van Terugkijken B' })
    const second = versions.getByRole('listitem').filter({ hasText: 'Versie 2 · geldt nu' })
    await second.getByText('door Sanne de Vries').waitFor()
    await versions.getByRole('button', { name: 'Bekijken: Versie 1' }).click()
    await versions
      .getByRole('group', { name: 'Voorbeeld van Terugkijken A' })
      .getByText('1. Voorbereiding')
      .waitFor()
    expect(await inOrder(panel, 'versions')).toBeGreaterThan(0)
    await shoot(panel, 'templates-versions')
    await versions.getByRole('button', { name: 'Als nieuw concept: Versie 1' }).click()
    await frame
      .locator(':focus')
      .and(frame.getByRole('heading', { name: 'Aanpassen: Terugkijken A' }))
      .waitFor()
    expect(await hands.entry('sanne', 'team', 'review')).toMatchObject({
      template: { title: { nl: 'Terugkijken B' } },
      draft: { version: 3, title: { nl: 'Terugkijken A' } },
    })
    await frame.getByRole('link', { name: 'Gespreksvorm', exact: true }).click()

    // With a draft that is there one is asked first.
    await more('Eerdere versies')
    await frame.getByRole('button', { name: 'Als nieuw concept: Versie 2' }).click()
    await frame.getByText('Je huidige concept wordt hierdoor vervangen.').waitFor()
    await frame.getByRole('button', { name: 'Nee, laat staan' }).click()
    expect((await hands.entry('sanne', 'team', 'review')).draft?.title.nl).toBe('Terugkijken A')

    await frame.locator('html').evaluate(() => void (location.hash = '#/library/file'))
    const choose = async (template: unknown) => {
      const chooser = page.waitForEvent('filechooser')
      await frame.getByRole('button', { name: 'Bestand kiezen' }).click()
      const buffer = Buffer.from(JSON.stringify({ ...exported, template }))
      await (await chooser).setFiles({ name: 'one.json', mimeType: 'application/json', buffer })
    }
    await choose({ ...exported.template, id: 'unknown-here' })
    await frame.getByText('Deze gespreksvorm heeft je organisatie niet.').waitFor()
    expect(await frame.getByRole('button', { name: 'Bewaren als concept' }).count()).toBe(0)
    await choose(called('Uit een bestand gehaald')(exported.template))
    await frame.getByRole('button', { name: 'Bewaren als concept' }).click()
    await frame.getByRole('heading', { name: 'Aanpassen: Uit een bestand gehaald' }).waitFor()
    expect((await hands.entry('sanne', 'team', 'review')).draft?.title.nl).toBe('Uit een bestand gehaald')
    await panel.close()
  })

  test('a coach is told whose version set that of their team aside', async () => {
    const more = (one: Template): Template => ({
      ...one,
      steps: one.steps.map((step, at) => (at === 3 ? { ...step, inSummary: !step.inSummary } : step)),
    })
    await hands.change('noor', 'organisation', 'first-conversation', more)
    await hands.change('sanne', 'team', 'first-conversation', called('Kennismaken'))
    const now = await hands.entry('noor', 'organisation', 'first-conversation')
    await hands.change('noor', 'organisation', 'first-conversation', (one) => ({ ...one, open: [] }))
    const panel = await mine('sanne', '/library/template/first-conversation')
    const team = panel.frame.getByRole('main')
    await team.getByText('Je organisatie heeft dit dichtgezet').waitFor()
    // The organisation takes its own back: what does not fit now does not fit in Groei’s.
    const path = `/api/templates/first-conversation?scope=organisation&revision=${now.revision + 2}`
    expect((await tenant.as('noor')('DELETE', path)).status).toBe(204)
    await panel.page.reload()
    await team.getByText('Jouw versie past niet meer bij die van Groei').waitFor()
    expect(await team.getByText('Je organisatie heeft dit dichtgezet').count()).toBe(0)
    await panel.close()
  })
})

describe('pages of templates', () => {
  test.each(['nl-nl', 'en-us'] as const)(
    'the list and the editor pass axe in all themes and fit 280 px: %s',
    async (language) => {
      const panel = await mine('noor', '/organisation', language)
      const { frame } = panel
      const inFrame = panel.page.locator('iframe[title^="Groei"]')
      const list = frame.getByRole('link', { name: /^GROW/ })
      const detail = frame.getByRole('heading', { name: /^GROW/ })
      await list.waitFor()
      // Where it is wide, what is in a template stands beside the list; where it is narrow, on a page of its own.
      await panel.page.setViewportSize({ width: 1500, height: 900 })
      await inFrame.evaluate(
        (one) => (one.style.cssText = 'position: fixed; inset: 0; width: 1400px; z-index: 9'),
      )
      await detail.waitFor()
      await inOrder(panel, 'list and detail')
      // As narrow as a pane: the personal tab is that narrow on a phone.
      await inFrame.evaluate((one) => (one.style.width = '280px'))
      await detail.waitFor({ state: 'hidden' })
      await inFrame.evaluate((one) => (one.style.position = 'static'))
      expect(await inOrderInAllThemes(panel, 'templates', `templates-${language}-list`)).toBe(280)
      await list.click()
      await detail.waitFor()
      expect(await inOrderInAllThemes(panel, 'template', `templates-${language}-detail`)).toBe(280)
      await frame.getByRole('link', { name: /^(Gebruik als basis|Use as a basis)$/ }).click()
      await frame.getByRole('button', { name: /^5\. (Doel|Goal)/ }).click()
      await frame.getByRole('switch').check()
      expect(await inOrderInAllThemes(panel, 'editor', `templates-${language}-editor`)).toBe(280)
      await panel.close()
    },
  )
})
