import { mkdirSync, readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { describe, expect } from 'vitest'
import type { Conversation } from '../../server/contract/conversation.ts'
import type { TemplateFile } from '../../server/contract/template.ts'
import { inOrder, inOrderInAllThemes, shoot } from '../support/looks.ts'
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
    const team = frame.getByRole('region', { name: 'Gespreksvormen' })
    await team.getByRole('listitem').filter({ hasText: 'GROW-gesprek' }).getByText('van Groei').waitFor()
    expect(await frame.getByRole('region', { name: 'Organisatie' }).count()).toBe(0)
    await team.getByRole('button', { name: 'Aanpassen: GROW-gesprek' }).focus()
    await page.keyboard.press('Enter')
    await frame
      .locator(':focus')
      .and(frame.getByRole('heading', { name: 'Aanpassen: GROW-gesprek' }))
      .waitFor()
    const titel = team.getByRole('textbox', { name: 'Titel (Nederlands)' })
    await titel.fill('')
    // Nobody can hold a conversation without a title: that is said with its place, and nothing is lost.
    await team.getByRole('textbox', { name: 'Titel (Engels)' }).fill('Our conversation')
    await team.getByRole('button', { name: 'Concept bewaren' }).click()
    await team.getByRole('alert').getByText('Titel (Nederlands): Vul hier iets in.').first().waitFor()
    refusedWith(panel, 400)
    await expect
      .poll(() => team.getByRole('textbox', { name: 'Titel (Engels)' }).inputValue())
      .toBe('Our conversation')
    await titel.fill('Ons gesprek')
    await tabTo(panel, 'button', /Naar beneden: Check-in/)
    await page.keyboard.press('Enter')
    await team.getByText('Check-in is nu stap 4.').waitFor()
    await tabTo(panel, 'button', /Stap aanpassen: Doel/)
    await page.keyboard.press('Enter')
    const step = team.getByRole('group', { name: 'Doel', exact: true })
    await step
      .getByRole('button', { name: /^Weghalen: / })
      .first()
      .click()
    await step.getByRole('button', { name: 'Vraag toevoegen' }).click()
    await step.getByRole('textbox', { name: 'Zoek in de vragen' }).fill('drie dingen')
    await step.getByRole('button', { name: /^Neem: .*drie dingen/i }).click()
    await step.getByRole('button', { name: 'Sluiten' }).click()
    await step.getByRole('button', { name: /^Weghalen: .*drie dingen/i }).waitFor()
    await inOrder(panel, 'editor')
    await team.getByRole('button', { name: 'Concept bewaren' }).click()
    await team.getByRole('button', { name: 'Voorbeeld bekijken' }).click()
    const preview = team.getByRole('group', { name: 'Voorbeeld van Ons gesprek' })
    await preview.getByText('4. Check-in').waitFor()
    await preview
      .getByText(/drie dingen/i)
      .first()
      .waitFor()
    await inOrder(panel, 'preview')
    expect((await next()).template.title.nl).toBe('GROW-gesprek')
    await team.getByRole('button', { name: 'Publiceren' }).click()
    await team.getByText('Ons gesprek is gepubliceerd').waitFor()
    await team
      .getByRole('listitem')
      .filter({ hasText: 'Ons gesprek' })
      .getByText('aangepast door jou')
      .waitFor()
    const held = await next()
    expect([held.template.title.nl, held.templateFrom]).toEqual(['Ons gesprek', 'team'])

    await team.getByRole('button', { name: 'Aanpassen: Ons gesprek' }).click()
    await team.getByRole('button', { name: 'Terug naar die van je organisatie' }).click()
    await team.getByRole('button', { name: 'Ja, doe dat' }).click()
    await team.getByRole('button', { name: 'Aanpassen: GROW-gesprek' }).waitFor()
    expect((await next()).templateFrom).toBe('shipped')
    await panel.close()
  })

  test('a coach sees what the organisation keeps closed, and cannot change it', async () => {
    await hands.change('noor', 'organisation', 'feedback', (one) => ({ ...one, open: ['limits'] }))
    const panel = await mine('sanne', { language: 'en-us' })
    const team = panel.frame.getByRole('region', { name: 'Conversation templates' })
    await team.getByRole('button', { name: /^Adapt: Feedback/ }).click()
    await team.getByText('Your organisation keeps the same everywhere: words, order, questions.').waitFor()
    expect(await team.getByRole('textbox', { name: 'Title (Dutch)' }).count()).toBe(0)
    expect(await team.getByRole('button', { name: /^Move up/ }).count()).toBe(0)
    const limit = team.getByRole('combobox', { name: 'Commitments per conversation, at most' })
    expect(await limit.getByRole('option').allTextContents()).toEqual(['1', '2'])
    await limit.selectOption('1')
    await team.getByRole('button', { name: 'Save draft' }).click()
    await team.getByRole('button', { name: 'Publish' }).click()
    await team.getByText(/is published: new conversations use it/).waitFor()

    // What was closed since is refused in words, and what was chosen stands.
    await team.getByRole('button', { name: /^Adapt: Feedback/ }).click()
    expect(await limit.getByRole('option').allTextContents()).toEqual(['1', '2'])
    await limit.selectOption('2')
    await hands.change('noor', 'organisation', 'feedback', (one) => ({ ...one, commitmentLimit: 1 }))
    await team.getByRole('button', { name: 'Save draft' }).click()
    await team.getByText(/at most: These are more commitments than this template allows/).waitFor()
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

describe('templates of an organisation', () => {
  test('an admin copies a shipped template, changes what is offered, and is told when somebody else wrote first', async () => {
    const panel = await mine('noor', { page: '/organisation' })
    const { frame } = panel
    const organisation = frame.getByRole('region', { name: 'Organisatie' })
    await organisation.getByText('Beheerders zien geen inhoud van gesprekken').waitFor()
    await organisation.getByRole('button', { name: 'Nieuwe gespreksvorm' }).click()
    const make = organisation.getByRole('group', { name: 'Nieuwe gespreksvorm' })
    await make.getByRole('combobox', { name: 'Begin met een kopie van' }).selectOption('Kort gesprek')
    await make
      .getByRole('textbox', { name: 'Titel van de nieuwe gespreksvorm (Nederlands)' })
      .fill('Loopbaan')
    await make.getByRole('button', { name: 'Maak een kopie' }).click()
    await make.getByText('Geef de nieuwe gespreksvorm in beide talen een titel.').waitFor()
    await make.getByRole('textbox', { name: 'Titel van de nieuwe gespreksvorm (Engels)' }).fill('Career')
    await make.getByRole('button', { name: 'Maak een kopie' }).click()
    await organisation.getByRole('button', { name: 'Stap toevoegen' }).click()
    await organisation.getByRole('button', { name: 'Concept bewaren' }).click()
    await organisation
      .getByText(/^Stap \d \(Nieuwe stap\), Vragen: Kies hier drie tot vijf vragen\.$/)
      .waitFor()
    refusedWith(panel, 400)
    await organisation.getByRole('button', { name: 'Weghalen: Nieuwe stap' }).click()
    await organisation.getByRole('checkbox', { name: 'volgorde' }).uncheck()
    await organisation.getByRole('button', { name: 'Concept bewaren' }).click()
    await organisation.getByRole('button', { name: 'Publiceren' }).click()
    await organisation.getByText('Loopbaan is gepubliceerd').waitFor()

    const offer = organisation.getByRole('group', { name: 'Wat wordt aangeboden' })
    await offer.getByRole('checkbox', { name: 'Kort gesprek' }).uncheck()
    await offer.getByRole('combobox', { name: 'Nieuwe gesprekken beginnen met' }).selectOption('Loopbaan')
    await offer.getByRole('button', { name: 'Aanbod bewaren' }).click()
    await offer.getByText('Bewaard', { exact: true }).waitFor()
    await organisation
      .getByRole('listitem')
      .filter({ hasText: 'Kort gesprek' })
      .getByText('staat uit')
      .waitFor()
    expect((await next()).template).toMatchObject({ id: 'career', title: { nl: 'Loopbaan' } })

    // Somebody else writes meanwhile: both are shown, and one is chosen.
    await organisation.getByRole('button', { name: 'Aanpassen: Loopbaan' }).click()
    await organisation.getByRole('textbox', { name: 'Titel (Nederlands)' }).fill('Loopbaan van mij')
    const now = await hands.entry('noor', 'organisation', 'career')
    await hands.draft('noor', 'organisation', called('Loopbaan van hen')(now.template!), now.revision)
    await organisation.getByRole('button', { name: 'Concept bewaren' }).click()
    await organisation.getByText('De ander heeft dit intussen ook aangepast.').waitFor()
    refusedWith(panel, 409)
    await organisation.getByText('Loopbaan van hen', { exact: true }).waitFor()
    await organisation.getByRole('button', { name: 'Mijn versie bewaren' }).click()
    await organisation.getByRole('button', { name: 'Publiceren' }).click()
    await organisation.getByText('Loopbaan van mij is gepubliceerd').waitFor()
    expect((await hands.entry('milan', 'organisation', 'career')).template?.title.nl).toBe('Loopbaan van mij')
    const { settings } = await hands.set('noor', 'organisation')
    await tenant.as('noor')('PUT', '/api/templates/settings', { ...settings, standard: 'grow', off: [] })
    await panel.close()
  })

  test('an admin exports and imports a template as a file, and reads what is wrong with a file', async () => {
    const panel = await mine('noor', { page: '/organisation', language: 'en-us' })
    const { frame, page } = panel
    const organisation = frame.getByRole('region', { name: 'Organisation' })
    const coming = page.waitForEvent('download')
    await organisation.getByRole('button', { name: 'Export: Looking back' }).click()
    const exported = JSON.parse(readFileSync(await (await coming).path(), 'utf8')) as TemplateFile
    expect(exported).toMatchObject({ format: 'groei-template', template: { id: 'review' } })

    const files = organisation.getByRole('group', { name: 'From a file' })
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
    await organisation.getByRole('heading', { name: 'Adapt: Jaargesprek (en)' }).waitFor()
    expect((await hands.entry('noor', 'organisation', 'yearly')).draft?.title.nl).toBe('Jaargesprek')
    await organisation.getByRole('button', { name: 'Discard draft' }).click()
    await organisation.getByRole('button', { name: 'Yes, do it' }).click()
    await organisation.getByText('The draft of Jaargesprek (en) has been discarded.').waitFor()
    await organisation.getByRole('button', { name: 'Adapt: Jaargesprek (en)' }).waitFor({ state: 'detached' })
    await panel.close()
  })

  test.each(['nl-nl', 'en-us'] as const)(
    'the list and the editor pass axe in all themes and fit 280 px: %s',
    async (language) => {
      const dutch = language === 'nl-nl'
      const panel = await mine('noor', { page: '/organisation', language })
      const { frame } = panel
      // As narrow as a pane: the personal tab is that narrow on a phone.
      await panel.page.locator('iframe[title^="Groei"]').evaluate((one) => (one.style.width = '280px'))
      const organisation = frame.getByRole('region', { name: dutch ? 'Organisatie' : 'Organisation' })
      await organisation
        .getByRole('button', { name: dutch ? 'Aanbod bewaren' : 'Save what is offered' })
        .waitFor()
      // It fades from grey once the retention has been read, which is neither colour for a moment.
      await organisation
        .getByRole('button', {
          name: dutch ? 'Bewaartermijn opslaan' : 'Save retention period',
          disabled: false,
        })
        .waitFor()
      const inOrderAt = (what: string, parts: Record<string, string>) =>
        inOrderInAllThemes(panel, what, `templates-${language}`, async (_panel, name) => {
          for (const [part, text] of Object.entries(parts)) {
            const start = organisation.getByText(text, { exact: true }).first()
            await start.evaluate((one) => one.scrollIntoView())
            await shoot(panel, `${name}-${part}`)
          }
        })
      const list = {
        top: dutch ? 'Organisatie' : 'Organisation',
        offer: dutch ? 'Uit een bestand' : 'From a file',
      }
      expect(await inOrderAt('organisation', list)).toBe(280)
      await organisation.getByRole('button', { name: /GROW/ }).first().click()
      await organisation
        .getByRole('button', { name: dutch ? 'Stap aanpassen: Doel' : 'Adapt step: Goal' })
        .click()
      const editor = {
        editor: dutch ? 'Aanpassen: GROW-gesprek' : 'Adapt: GROW conversation',
        steps: dutch ? 'Stappen' : 'Steps',
        step: dutch ? '5. Doel' : '5. Goal',
        end: dutch ? 'Stap toevoegen' : 'Add a step',
      }
      expect(await inOrderAt('editor', editor)).toBe(280)
      await panel.close()
    },
  )
})
