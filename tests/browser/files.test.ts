import type { Browser, Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { inOrderInAllThemes } from '../support/looks.ts'
import { openPanel, type Panel } from '../support/panels.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'

const test = testIn({ history: true })
let tenant: Tenant
let browser: Browser
test.beforeAll(({ tenant: started, browser: running }) => {
  tenant = started
  browser = running
})

const open = async (options: { files?: 'first'; client?: 'android' }, page: string) => {
  const [meeting] = await tenant.meetings('sanne', 'Milan')
  return openPanel(browser, tenant, 'milan', meeting!, { place: 'personal', page, ...options })
}
const counted = (page: Page) => {
  const names: string[] = []
  page.on('download', (file) => names.push(file.suggestedFilename()))
  return names
}
const press = ({ frame }: Panel, name: string | RegExp) => frame.getByRole('button', { name }).click()
const textOf = ({ frame }: Panel, name: RegExp) => frame.getByRole('textbox', { name })
/** The person goes to another page of the same visit. */
const to = ({ frame }: Panel, hash: string) =>
  frame.locator('html').evaluate((_html, there) => {
    location.hash = there
  }, hash)

/** My data, the pack as a page, the pack's data, and a template, in one visit. */
async function everyFile(
  panel: Panel,
  check: (name: RegExp, part: string) => Promise<unknown>,
): Promise<void> {
  await press(panel, /Laat zien wat Groei bewaart/)
  await press(panel, 'Download als JSON')
  await check(/^Tekst van groei-.*\.json$/, '"pairs"')

  const { body } = await tenant.as('milan')<{ pairs: { pair: { id: string } }[] }>('GET', '/api/one-on-ones')
  await to(panel, `#/people/${body.pairs[0]!.pair.id}/review`)
  await press(panel, 'Periode openen')
  await press(panel, '3. Lezen en delen')
  await press(panel, 'Bewaren als bestand')
  await check(/^Tekst van periodeoverzicht.*\.html$/, 'Milan Bakker met Sanne de Vries')
  await press(panel, 'Gegevens bewaren (JSON)')
  await check(/^Tekst van periodeoverzicht.*\.json$/, '"')
}

describe('files where the host keeps the first one only, or none', () => {
  test('each file that is asked for is shown with its text to copy, and so is printing', async () => {
    const panel = await open({ files: 'first' }, '/settings')
    await panel.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const kept = counted(panel.page)
    await everyFile(panel, async (name, part) => {
      await textOf(panel, name).waitFor()
      expect(await textOf(panel, name).inputValue()).toContain(part)
    })
    expect(kept).toHaveLength(1)
    await press(panel, 'Afdrukken of PDF maken')
    await panel.frame.getByText(/^Kwam er geen venster om af te drukken\?/).waitFor()
    const field = textOf(panel, /^Tekst van periodeoverzicht.*\.html$/)
    expect(await field.inputValue()).toContain('Milan Bakker met Sanne de Vries')
    await inOrderInAllThemes(panel, 'print', 'file-printed')

    // Pasted in Word it looks as it does on paper; in a text field it is plain.
    await press(panel, 'Tekst kopiëren')
    await panel.frame.getByText('Gekopieerd.').waitFor()
    const types = await panel.page.evaluate(async () =>
      (await navigator.clipboard.read()).flatMap((item) => [...item.types]),
    )
    expect(types).toEqual(expect.arrayContaining(['text/plain', 'text/html']))
    await panel.close()
  })

  test('on a phone no file is given, and the words say so', async () => {
    const panel = await open({ client: 'android' }, '/settings')
    const kept = counted(panel.page)
    await everyFile(panel, async (name, part) => {
      await panel.frame.getByText(/^Teams bewaart op een telefoon geen bestanden\./).waitFor()
      expect(await textOf(panel, name).inputValue()).toContain(part)
    })
    expect(kept).toEqual([])
    await panel.close()
  })

  test('a template’s file is shown with its text', async () => {
    const [meeting] = await tenant.meetings('sanne', 'Milan')
    const panel = await openPanel(browser, tenant, 'sanne', meeting!, {
      place: 'personal',
      page: '/library/template/grow',
      client: 'android',
    })
    await press(panel, /^Meer: /)
    await press(panel, 'Exporteren')
    await textOf(panel, /^Tekst van grow\.json$/).waitFor()
    expect(await textOf(panel, /^Tekst van grow\.json$/).inputValue()).toContain('"steps"')
    await panel.close()
  })
})
