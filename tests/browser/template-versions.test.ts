import { mkdirSync, readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { describe, expect } from 'vitest'
import type { Template, TemplateFile } from '../../server/contract/template.ts'
import { inOrder, shoot } from '../support/looks.ts'
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

const mine = (user: string) =>
  openPanel(browser, tenant, user, meeting, { place: 'personal', page: '/library' })

describe('earlier versions of a template', () => {
  test('a coach exports and imports a template, reads an earlier version, and starts a draft from it', async () => {
    await hands.change('sanne', 'team', 'review', called('Terugkijken A'))
    await hands.change('sanne', 'team', 'review', called('Terugkijken B'))
    const panel = await mine('sanne')
    const { frame, page } = panel
    const team = frame.getByRole('region', { name: 'Gespreksvormen' })
    const coming = page.waitForEvent('download')
    await team.getByRole('button', { name: 'Exporteren: Terugkijken B' }).click()
    const exported = JSON.parse(readFileSync(await (await coming).path(), 'utf8')) as TemplateFile
    expect(exported.template.title.nl).toBe('Terugkijken B')
    expect(await team.getByRole('button', { name: /Eerdere versies van Stuurgesprek/ }).count()).toBe(0)

    await tabTo(panel, 'button', /Eerdere versies van Terugkijken B/)
    await page.keyboard.press('Enter')
    const versions = team.getByRole('group', { name: 'Eerdere versies van Terugkijken B' })
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
    await team.getByRole('button', { name: 'Sluiten' }).click()

    // With a draft that is there one is asked first.
    await team.getByRole('button', { name: /^Eerdere versies van Terugkijken/ }).click()
    await team.getByRole('button', { name: 'Als nieuw concept: Versie 2' }).click()
    await team.getByText('Je huidige concept wordt hierdoor vervangen.').waitFor()
    await team.getByRole('button', { name: 'Nee, laat staan' }).click()
    expect((await hands.entry('sanne', 'team', 'review')).draft?.title.nl).toBe('Terugkijken A')

    const files = team.getByRole('group', { name: 'Uit een bestand' })
    const choose = async (template: unknown) => {
      const chooser = page.waitForEvent('filechooser')
      await files.getByRole('button', { name: 'Bestand kiezen' }).click()
      const buffer = Buffer.from(JSON.stringify({ ...exported, template }))
      await (await chooser).setFiles({ name: 'one.json', mimeType: 'application/json', buffer })
    }
    await choose({ ...exported.template, id: 'unknown-here' })
    await files.getByText('Deze gespreksvorm heeft je organisatie niet.').waitFor()
    expect(await files.getByRole('button', { name: 'Bewaren als concept' }).count()).toBe(0)
    await choose(called('Uit een bestand gehaald')(exported.template))
    await files.getByRole('button', { name: 'Bewaren als concept' }).click()
    await team.getByRole('heading', { name: 'Aanpassen: Uit een bestand gehaald' }).waitFor()
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
    const panel = await mine('sanne')
    const team = panel.frame.getByRole('region', { name: 'Gespreksvormen' })
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
