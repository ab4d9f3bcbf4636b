import { mkdirSync, readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { describe, expect } from 'vitest'
import type { Conversation } from '../../server/contract/conversation.ts'
import type { TemplateFile } from '../../server/contract/template.ts'
import { inOrder } from '../support/looks.ts'
import { openPanel, tabTo, type Panel } from '../support/panels.ts'
import { called, templateHands } from '../support/templates.ts'
import type { Meeting } from '../support/conversations.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'

const test = testIn()
let tenant: Tenant
let browser: Browser
let meetings: Meeting[]
let hands: ReturnType<typeof templateHands>
test.beforeAll(async ({ tenant: started, browser: running }) => {
  tenant = started
  browser = running
  hands = templateHands(tenant)
  meetings = await tenant.meetings('sanne', 'Milan')
  await next()
  mkdirSync('.screens', { recursive: true })
})

/** A conversation that is opened now. Noor is the tenant’s admin, Sanne a coach, Milan her employee. */
const next = (): Promise<Conversation> => tenant.conversation('sanne', 'milan', meetings.shift()!)
const mine = (user: string, options: { language?: 'nl-nl' | 'en-us'; page?: string } = {}) =>
  openPanel(browser, tenant, user, meetings[0]!, { place: 'personal', page: '/library', ...options })
/** A refusal stands in the browser’s console too; nothing else may. */
function refusedWith(panel: Panel, ...statuses: number[]) {
  const said = panel.complaints.splice(0)
  expect(said.map((one) => Number(/status of (\d+)/.exec(one)?.[1]))).toEqual(statuses)
}

describe('templates of a coach', () => {
  test('a coach adapts words, order and a step by keyboard, previews, publishes, and reverts to the original', async () => {
    const panel = await mine('sanne')
    const { frame, page } = panel
    await frame.getByRole('link', { name: 'GROW-gesprek' }).focus()
    await page.keyboard.press('Enter')
    const focused = (name: string) =>
      frame
        .locator(':focus')
        .and(frame.getByRole('heading', { level: 1, name }))
        .waitFor()
    await focused('GROW-gesprek')
    // How it is held: its steps with their minutes, and what is asked first.
    const goal = frame.getByRole('listitem').filter({ hasText: '5. Doel' })
    await goal.getByText('± 4 min').waitFor()
    await goal.getByText(/\?$/).waitFor()
    await tabTo(panel, 'link', /^Gebruik als basis$/)
    await page.keyboard.press('Enter')
    await focused('Aanpassen: GROW-gesprek')
    await frame.getByRole('switch', { name: 'Ook in het Engels' }).check()
    const titel = frame.getByRole('textbox', { name: 'Titel (Nederlands)' })
    await titel.fill('')
    // Nobody can hold a conversation without a title: that is said with its place, and nothing is lost.
    await frame.getByRole('textbox', { name: 'Titel (Engels)' }).fill('Our conversation')
    await frame.getByRole('button', { name: 'Bewaar concept' }).click()
    await frame.getByRole('alert').getByText('Titel (Nederlands): Vul hier iets in.').first().waitFor()
    refusedWith(panel, 400)
    await expect
      .poll(() => frame.getByRole('textbox', { name: 'Titel (Engels)' }).inputValue())
      .toBe('Our conversation')
    await titel.fill('Ons gesprek')
    await tabTo(panel, 'button', /Naar beneden: Check-in/)
    await page.keyboard.press('Enter')
    await frame.getByText('Check-in is nu stap 4.').waitFor()
    // One step is open at a time.
    await frame.getByRole('button', { name: /^6\. Realiteit/ }).click()
    await frame.getByRole('group', { name: 'Realiteit', exact: true }).waitFor()
    await frame.getByRole('button', { name: /^5\. Doel/ }).focus()
    await page.keyboard.press('Enter')
    const step = frame.getByRole('group', { name: 'Doel', exact: true })
    await step
      .getByRole('button', { name: /^Weghalen: / })
      .first()
      .click()
    await step.getByRole('button', { name: 'Vraag toevoegen' }).click()
    await step.getByRole('searchbox', { name: 'Zoek in de vragen' }).fill('drie dingen')
    await step.getByRole('button', { name: /^Neem: .*drie dingen/i }).click()
    await step.getByRole('button', { name: 'Sluiten' }).click()
    await step.getByRole('button', { name: /^Weghalen: .*drie dingen/i }).waitFor()
    expect(await frame.getByRole('group', { name: 'Realiteit', exact: true }).count()).toBe(0)
    await inOrder(panel, 'editor')
    await frame.getByRole('button', { name: 'Bewaar concept' }).click()
    await frame.getByRole('status').getByText('Bewaard', { exact: true }).waitFor()
    await frame.getByRole('button', { name: 'Voorbeeld bekijken' }).click()
    const preview = frame.getByRole('group', { name: 'Voorbeeld van Ons gesprek' })
    await preview.getByText('4. Check-in').waitFor()
    await preview
      .getByText(/drie dingen/i)
      .first()
      .waitFor()
    await inOrder(panel, 'preview')
    expect((await next()).template.title.nl).toBe('GROW-gesprek')
    await frame.getByRole('button', { name: 'Publiceer' }).click()
    await frame.getByText('Ons gesprek is gepubliceerd').waitFor()
    await focused('Ons gesprek')
    const held = await next()
    expect([held.template.title, held.templateFrom]).toEqual([
      { nl: 'Ons gesprek', en: 'Our conversation' },
      'team',
    ])

    // The host's own way back, as far as the app has pages: over the form to the list.
    await frame.getByRole('button', { name: 'Terug naar die van je organisatie' }).click()
    await frame.getByRole('button', { name: 'Ja, doe dat' }).click()
    await frame.locator(':focus').filter({ hasText: 'Nieuwe gesprekken gebruiken jouw versie' }).waitFor()
    await frame.getByRole('heading', { level: 1, name: 'GROW-gesprek' }).waitFor()
    expect((await next()).templateFrom).toBe('shipped')
    await frame.locator('html').evaluate(() => history.go(-2))
    await frame.getByRole('heading', { level: 1, name: 'Gespreksvormen en vragen' }).waitFor()
    await panel.close()
  })

  test('a coach sees what the organisation keeps closed, and cannot change it', async () => {
    await hands.change('noor', 'organisation', 'feedback', (one) => ({ ...one, open: ['limits'] }))
    const page = '/library/template/feedback/change'
    const panel = await mine('sanne', { language: 'en-us', page })
    const { frame } = panel
    await frame.getByText('Your organisation keeps the same everywhere: words, order, questions.').waitFor()
    expect(await frame.getByRole('textbox', { name: 'Title' }).count()).toBe(0)
    expect(await frame.getByRole('button', { name: /^Move up/ }).count()).toBe(0)
    await frame.locator('summary').click()
    const limit = frame.getByRole('combobox', { name: 'Commitments per conversation, at most' })
    expect(await limit.getByRole('option').allTextContents()).toEqual(['1', '2'])
    await limit.selectOption('1')
    // What is not saved yet is published as it is on the screen.
    await frame.getByRole('button', { name: 'Publish' }).click()
    await frame.getByText(/is published: new conversations use it/).waitFor()
    expect((await hands.entry('sanne', 'team', 'feedback')).template?.commitmentLimit).toBe(1)

    // What was closed since is refused in words, and what was chosen stands.
    await frame.getByRole('link', { name: 'Adapt' }).click()
    await frame.locator('summary').click()
    expect(await limit.getByRole('option').allTextContents()).toEqual(['1', '2'])
    await limit.selectOption('2')
    await hands.change('noor', 'organisation', 'feedback', (one) => ({ ...one, commitmentLimit: 1 }))
    await frame.getByRole('button', { name: 'Publish' }).click()
    await frame.getByText(/at most: These are more commitments than this template allows/).waitFor()
    refusedWith(panel, 422)
    await expect.poll(() => limit.inputValue()).toBe('2')
    await panel.close()
  })

  test('an employee sees neither the section of templates nor that of the organisation', async () => {
    const panel = await mine('milan')
    await panel.frame.getByRole('region', { name: 'Mijn vragen' }).waitFor()
    expect(await panel.frame.getByRole('region', { name: 'Gespreksvormen' }).count()).toBe(0)
    const asked = panel.page.waitForResponse((one) => one.url().includes('/api/templates?scope=organisation'))
    await panel.frame.getByRole('navigation', { name: 'Meer' }).getByRole('button').click()
    await (await asked).finished()
    await panel.frame.getByRole('link', { name: 'Instellingen en jouw gegevens' }).waitFor()
    expect(await panel.frame.getByRole('link', { name: 'Organisatie' }).count()).toBe(0)
    await panel.close()
  })
})

/** The name of a copy of the short conversation. */
const copy = 'short-conversation-copy'

describe('templates of an organisation', () => {
  test('an admin copies a shipped template, changes what is offered, and is told when somebody else wrote first', async () => {
    const panel = await mine('noor', { page: '/organisation/template/short-check-in' })
    const { frame } = panel
    await frame.getByRole('button', { name: 'Meer: Kort gesprek' }).click()
    await frame.getByRole('button', { name: 'Maak een kopie' }).click()
    const title = frame.getByRole('textbox', { name: 'Titel (Nederlands)' })
    await expect.poll(() => title.inputValue()).toBe('Kort gesprek (kopie)')
    await title.fill('Loopbaan')
    await frame.getByRole('button', { name: 'Stap toevoegen' }).click()
    await frame.getByRole('group', { name: 'Nieuwe stap' }).waitFor()
    await frame.getByRole('button', { name: 'Bewaar concept' }).click()
    await frame.getByText(/^Stap \d \(Nieuwe stap\), Vragen: Kies hier drie tot vijf vragen\.$/).waitFor()
    refusedWith(panel, 400)
    await frame.getByRole('button', { name: 'Weghalen: Nieuwe stap' }).click()
    await frame.locator('summary').click()
    await frame.getByRole('checkbox', { name: 'volgorde' }).uncheck()
    await frame.getByRole('button', { name: 'Publiceer' }).click()
    await frame.getByText('Loopbaan is gepubliceerd').waitFor()

    // The offer saves at once, whatever another admin chose meanwhile.
    await frame.locator('html').evaluate(() => void (location.hash = '#/organisation/offer'))
    const offered = (name: string) => frame.getByRole('switch', { name })
    await offered('Kort gesprek').waitFor()
    const { settings: seen } = await hands.set('noor', 'organisation')
    await tenant.as('noor')('PUT', '/api/templates/settings', { ...seen, off: ['steering'] })
    await offered('Kort gesprek').uncheck()
    await offered('Feedbackgesprek').uncheck()
    await frame.getByRole('combobox', { name: 'Nieuwe gesprekken beginnen met' }).selectOption('Loopbaan')
    await expect
      .poll(async () => (await hands.set('noor', 'organisation')).settings)
      .toMatchObject({ standard: copy, off: ['steering', 'short-check-in', 'feedback'] })
    await expect.poll(() => offered('Stuurgesprek').isChecked()).toBe(false)
    // A choice that is refused is as it was, and says why.
    await panel.page.route('**/api/templates/settings', (route) => route.abort())
    await offered('Kort gesprek').press('Space')
    await frame.getByRole('alert').getByText('Geen verbinding').waitFor()
    await expect.poll(() => offered('Kort gesprek').isChecked()).toBe(false)
    panel.complaints.splice(0)
    await panel.page.unroute('**/api/templates/settings')
    await frame.getByRole('link', { name: 'Gespreksvormen', exact: true }).click()
    await frame
      .getByRole('link', { name: /^Kort gesprek/ })
      .first()
      .getByText('staat uit')
      .waitFor()
    expect((await next()).template).toMatchObject({ id: copy, title: { nl: 'Loopbaan' } })

    // Somebody else writes meanwhile: both are shown, and one is chosen.
    await frame
      .locator('html')
      .evaluate((_html, id) => void (location.hash = `#/organisation/template/${id}/change`), copy)
    await title.fill('Loopbaan van mij')
    const now = await hands.entry('noor', 'organisation', copy)
    await hands.draft('noor', 'organisation', called('Loopbaan van hen')(now.template!), now.revision)
    await frame.getByRole('button', { name: 'Bewaar concept' }).click()
    await frame.getByText('De ander heeft dit intussen ook aangepast.').waitFor()
    refusedWith(panel, 409)
    await frame.getByText('Loopbaan van hen', { exact: true }).waitFor()
    await frame.getByRole('button', { name: 'Mijn versie bewaren' }).click()
    await frame.getByText('De ander heeft dit intussen ook aangepast.').waitFor({ state: 'detached' })
    await frame.getByRole('button', { name: 'Publiceer' }).click()
    await frame.getByText('Loopbaan van mij is gepubliceerd').waitFor()
    expect((await hands.entry('milan', 'organisation', copy)).template?.title.nl).toBe('Loopbaan van mij')
    const { settings } = await hands.set('noor', 'organisation')
    await tenant.as('noor')('PUT', '/api/templates/settings', { ...settings, standard: 'grow', off: [] })
    await panel.close()
  })

  test('an admin exports and imports a template as a file, and reads what is wrong with a file', async () => {
    const panel = await mine('noor', { page: '/organisation/template/review', language: 'en-us' })
    const { frame, page } = panel
    const coming = page.waitForEvent('download')
    await frame.getByRole('button', { name: 'More: Looking back' }).click()
    await frame.getByRole('button', { name: 'Export' }).click()
    const exported = JSON.parse(readFileSync(await (await coming).path(), 'utf8')) as TemplateFile
    expect(exported).toMatchObject({ format: 'groei-template', template: { id: 'review' } })

    await frame.locator('html').evaluate(() => void (location.hash = '#/organisation'))
    await frame
      .getByRole('region', { name: 'Templates' })
      .getByRole('button', { name: 'More', exact: true })
      .click()
    await frame.getByRole('link', { name: 'From a file' }).click()
    await frame.getByRole('heading', { level: 1, name: 'From a file' }).waitFor()
    const files = frame.getByRole('main')
    const choose = async (content: string) => {
      const chooser = page.waitForEvent('filechooser')
      await files.getByRole('button', { name: 'Choose a file' }).click()
      await (
        await chooser
      ).setFiles({ name: 'one.json', mimeType: 'application/json', buffer: Buffer.from(content) })
    }
    await choose('{ "format": ')
    await files.getByText('This is not a JSON file.').waitFor()
    const [first, ...others] = exported.template.steps
    const wrong = { ...first!, minutes: 99, questions: ['nope', ...first!.questions.slice(1)] }
    await choose(
      JSON.stringify({ ...exported, template: { ...exported.template, steps: [wrong, ...others] } }),
    )
    await files.getByText(`Step 1 (${first!.title.en}), Minutes: This is too high: 60 at most.`).waitFor()
    refusedWith(panel, 400)
    await choose(
      JSON.stringify({
        ...exported,
        template: called('Jaargesprek')({ ...exported.template, id: 'yearly' }),
      }),
    )
    const preview = files.getByRole('group', { name: 'Preview of Jaargesprek (en)' })
    await preview.getByText(`1. ${first!.title.en}`).waitFor()
    await inOrder(panel, 'import')
    await files.getByRole('button', { name: 'Save as a draft' }).click()
    await frame.getByRole('heading', { name: 'Adapt: Jaargesprek (en)' }).waitFor()
    expect((await hands.entry('noor', 'organisation', 'yearly')).draft?.title.nl).toBe('Jaargesprek')
    await frame.locator('html').evaluate(() => void (location.hash = '#/organisation/template/yearly'))
    await frame.getByRole('button', { name: 'Discard draft' }).click()
    await frame.getByRole('button', { name: 'Yes, do it' }).click()
    await frame.getByText('The draft of Jaargesprek (en) has been discarded.').waitFor()
    expect(await frame.getByRole('link', { name: 'Jaargesprek (en)' }).count()).toBe(0)
    await panel.close()
  })
})
