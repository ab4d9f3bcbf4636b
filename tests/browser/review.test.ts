import { mkdirSync, readFileSync } from 'node:fs'
import type { Browser, Download } from 'playwright-core'
import { describe, expect } from 'vitest'
import type { Review } from '../../server/contract/review.ts'
import { pickDay } from '../support/days.ts'
import { inOrder, inOrderInAllThemes, inTheme, picture, shoot } from '../support/looks.ts'
import { openPanel, tabTo, type Panel, type Theme } from '../support/panels.ts'
import type { Meeting } from '../support/conversations.ts'
import { reviewWords as words, type Language } from '../support/review-words.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'

const test = testIn({ history: true })
let tenant: Tenant
let browser: Browser
let meeting: Meeting
let pairId: string
const goal = 'Twee dagdelen per week waarin ik ongestoord ontwerp.'

test.beforeAll(async ({ tenant: started, browser: running }) => {
  tenant = started
  browser = running
  mkdirSync('.screens', { recursive: true })
  meeting = (await tenant.meetings('sanne', 'Milan'))[0]!
  await tenant.moveTo(meeting.start)
  const conversation = await tenant.conversation('sanne', 'milan', meeting)
  pairId = conversation.pair.id
  const path = `/api/conversations/${conversation.id}`
  const earlier = conversation.followUps[0]!
  await tenant.as('milan')('PUT', `${path}/follow-ups/${earlier.id}`, {
    outcome: 'open',
    what: 'Eén <dagdeel> per week blokkeren',
  })
  for (const [user, value] of [
    ['sanne', 7],
    ['milan', 5],
  ] as const)
    await tenant.as(user)('PUT', `${path}/scales/goal-scale`, {
      value,
      notLower: '',
      oneMore: '',
    })
})

/** Opens the personal tab, as wide as the side panel when asked, and the packs of a pair in it. */
async function toPacks(
  user: 'sanne' | 'milan',
  options: { language?: Language; narrow?: boolean } = {},
): Promise<Panel> {
  const page = `/people/${pairId}/review`
  const panel = await openPanel(browser, tenant, user, meeting, { ...options, place: 'personal', page })
  const other = user === 'sanne' ? 'Milan Bakker' : 'Sanne de Vries'
  const name = words[options.language ?? 'nl-nl'].open(other)
  await panel.frame.getByRole('heading', { level: 1, name }).waitFor()
  if (options.narrow) {
    await panel.page.locator('iframe[title^="Groei"]').evaluate((frame) => {
      frame.style.cssText = 'width: 280px; min-width: 0'
    })
  }
  return panel
}

/** A pack with all that there is, chosen by both. */
async function filled(from: string): Promise<Review> {
  const { body } = await tenant.as('sanne')<Review>('POST', `/api/pairs/${pairId}/reviews`, {
    from,
    to: '2026-06-30',
  })
  for (const user of ['sanne', 'milan']) {
    for (const { item } of body.candidates)
      await tenant.as(user)('PUT', `/api/reviews/${body.id}/choices`, { item: item.id, chosen: true })
    await tenant.as(user)('PUT', `/api/reviews/${body.id}/text`, { text: `Van ${user}`, revision: 0 })
  }
  return body
}
/** What a person presses gives them a file. */
async function fileOf(panel: Panel, button: string): Promise<{ file: Download; text: string }> {
  const [file] = await Promise.all([
    panel.page.waitForEvent('download'),
    panel.frame.getByRole('button', { name: button }).click(),
  ])
  return { file, text: readFileSync(await file.path(), 'utf8') }
}

describe('review pack', () => {
  test('a pack holds what both choose by keyboard, and is frozen when both are done', async () => {
    const sanne = await toPacks('sanne')
    const milan = await toPacks('milan')
    for (const panel of [sanne, milan]) {
      await tabTo(panel, 'button', /^Periode openen$/)
      await panel.page.keyboard.press('Enter')
      await panel.frame.getByRole('checkbox', { name: /^Doel van/ }).waitFor()
    }
    const paper = (panel: Panel) => panel.frame.getByRole('article', { name: 'Periodeoverzicht' })
    await sanne.frame.getByRole('checkbox', { name: /^Doel van/ }).focus()
    await sanne.page.keyboard.press('Space')
    await sanne.frame.getByText('Jij stelt dit voor; Milan Bakker koos het nog niet').waitFor()
    expect(await paper(sanne).getByText(goal).count()).toBe(0)

    await milan.frame.getByText('Sanne de Vries stelt dit voor').waitFor()
    await milan.frame.getByRole('checkbox', { name: /^Doel van/ }).focus()
    await milan.page.keyboard.press('Space')
    await paper(milan).getByText(goal).waitFor()
    await tabTo(milan, 'textbox', /^Thema’s in mijn woorden/)
    await milan.page.keyboard.type('Ik ben trots op mijn rust.')
    // Nothing has to be saved: it is on the paper.
    await paper(milan).getByText('Ik ben trots op mijn rust.').waitFor()
    await tabTo(milan, 'button', /^Lezen en delen$/)
    await milan.page.keyboard.press('Enter')
    await milan.frame
      .locator(':focus')
      .and(milan.frame.getByRole('button', { name: '3. Lezen en delen' }))
      .waitFor()
    await tabTo(milan, 'button', /^Ik ben klaar met dit overzicht$/)
    await milan.page.keyboard.press('Enter')
    await milan.frame.getByText(/^Jij bent klaar\./).waitFor()

    await paper(sanne).getByText('Ik ben trots op mijn rust.').waitFor()
    await sanne.frame.getByRole('button', { name: '3. Lezen en delen' }).click()
    await sanne.frame.getByText(/^Milan Bakker is klaar/).waitFor()
    await tabTo(sanne, 'button', /^Ik ben klaar met dit overzicht$/)
    await sanne.page.keyboard.press('Enter')
    await sanne.frame.getByText(/^Afgerond door jullie allebei op/).waitFor()
    await milan.frame.getByText(/^Afgerond door jullie allebei op/).waitFor()
    for (const panel of [sanne, milan]) {
      expect(await panel.frame.getByRole('checkbox').count()).toBe(0)
      await paper(panel)
        .getByText(/^Door beiden afgerond op/)
        .waitFor()
    }
    const { file, text } = await fileOf(sanne, 'Gegevens bewaren (JSON)')
    expect(file.suggestedFilename()).toMatch(/^periodeoverzicht-.*\.json$/)
    expect(JSON.parse(text)).toMatchObject({ format: 'groei-review', pack: { items: [{ text: goal }] } })
    // Either goes on: the same button, still in focus.
    await milan.frame.getByRole('button', { name: 'Overzicht heropenen' }).press('Enter')
    for (const panel of [milan, sanne]) {
      await panel.frame.getByRole('button', { name: '2. Wat erin komt', disabled: false }).click()
      await panel.frame.getByRole('checkbox', { name: /^Doel van/ }).waitFor()
    }
    await sanne.close()
    await milan.close()
  })

  test('words that could not be saved stay when the pack is left and opened again', async () => {
    const review = await filled('2026-04-01')
    const panel = await toPacks('milan')
    await panel.frame.getByRole('button', { name: /^1 april 2026/ }).click()
    const box = panel.frame.getByRole('textbox', { name: /^Thema’s in mijn woorden/ })
    await panel.page.route('**/text', (route) => route.abort())
    await box.fill('Niet kwijtraken')
    await panel.frame.getByText('Offline, wordt bewaard').waitFor()
    await panel.frame.getByRole('button', { name: '1. Periode' }).click()
    await panel.frame.getByRole('button', { name: /^1 april 2026/ }).click()
    await expect.poll(() => box.inputValue()).toBe('Niet kwijtraken')
    await panel.page.unroute('**/text')
    // It arrives by itself once the network is back.
    await panel.frame
      .getByRole('article', { name: 'Periodeoverzicht' })
      .getByText('Niet kwijtraken')
      .waitFor()
    panel.complaints.splice(0)
    const { body } = await tenant.as('sanne')<Review>('GET', `/api/reviews/${review.id}`)
    expect(body.pack.texts.employee).toBe('Niet kwijtraken')
    await panel.close()
  })

  test.each(['nl-nl', 'en-us'] as const)(
    'the pack passes axe wide and narrow, and prints alone, black on white, in all themes: %s',
    async (language) => {
      await filled('2026-03-01')
      const { periods, paper, file, toRead } = words[language]
      for (const narrow of [false, true]) {
        const panel = await toPacks('milan', { language, narrow })
        const name = `review-${narrow ? 'narrow' : 'wide'}-${language}`
        const width = await inOrderInAllThemes(panel, 'periods', `${name}-periods`)
        if (narrow) expect(width).toBe(280)
        const listed = panel.frame
          .getByRole('region', { name: periods })
          .getByRole('button', { name: /^1 .* 2026/ })
        await listed.filter({ hasText: /maart|March/ }).click()
        const article = panel.frame.getByRole('article', { name: paper })
        await article.getByText('Van sanne').waitFor()
        await inOrderInAllThemes(panel, 'pack', name)
        // The paper stands beside what is chosen where it is wide, else below.
        const beside = async () => {
          const [paperBox, box] = await Promise.all([
            article.boundingBox(),
            panel.frame.getByRole('checkbox').first().boundingBox(),
          ])
          return paperBox!.x > box!.x + box!.width
        }
        expect(await beside()).toBe(false)
        if (!narrow) {
          await panel.page.setViewportSize({ width: 1400, height: 900 })
          await panel.page.locator('iframe[title^="Groei"]').evaluate((one) => {
            one.style.cssText = 'position: fixed; inset: 0; width: 1200px; z-index: 9'
          })
          await expect.poll(beside).toBe(true)
        }
        await panel.frame.getByRole('button', { name: toRead }).click()
        await panel.frame.getByRole('button', { name: file }).waitFor()
        await inOrder(panel, 'reading')
        await panel.close()
      }
      // On paper there is the pack alone, black on white.
      const panel = await toPacks('milan', { language })
      await panel.frame.getByRole('button', { name: /^1 (maart|March) 2026/ }).click()
      const article = panel.frame.getByRole('article', { name: paper })
      await article.getByText('Van sanne').waitFor()
      for (const theme of ['default', 'dark', 'contrast'] satisfies Theme[]) {
        await inTheme(panel, theme)
        await panel.page.emulateMedia({ media: 'print' })
        expect(await panel.frame.getByRole('button').count()).toBe(0)
        expect(await panel.frame.getByRole('checkbox').count()).toBe(0)
        await expect.poll(() => article.isVisible()).toBe(true)
        const looks = await article.evaluate((one) => {
          const heading = one.querySelector('h3') ?? one
          return [one, heading]
            .map((each) => getComputedStyle(each).color)
            .concat(getComputedStyle(one).backgroundColor)
        })
        expect(looks).toEqual(['rgb(0, 0, 0)', 'rgb(0, 0, 0)', 'rgb(255, 255, 255)'])
        await shoot(panel, `review-print-${language}-${theme}`)
        await panel.page.emulateMedia({ media: null })
      }
      await panel.close()
    },
  )

  test.each(['nl-nl', 'en-us'] as const)(
    'the saved file stands alone and prints on A4: %s',
    async (language) => {
      await filled('2026-02-01')
      const { paper, file: button, print, toRead } = words[language]
      const panel = await toPacks('sanne', { language })
      await panel.frame.getByRole('button', { name: /^1 (februari|February) 2026/ }).click()
      await panel.frame.getByRole('article', { name: paper }).waitFor()
      await panel.frame.getByRole('button', { name: toRead }).click()
      // The button asks the browser to print, once.
      await panel.frame.locator('html').evaluate((html) => {
        window.print = () => {
          html.dataset['printed'] = `${html.dataset['printed'] ?? ''}x`
        }
      })
      await panel.frame.getByRole('button', { name: print }).click()
      expect(await panel.frame.locator('html').getAttribute('data-printed')).toBe('x')

      const { file, text } = await fileOf(panel, button)
      expect(file.suggestedFilename()).toMatch(/-2026-02-01-2026-06-30\.html$/)
      await panel.close()
      const context = await browser.newContext({ offline: true })
      const page = await context.newPage()
      const asked: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      await page.setContent(text)
      await page.getByRole('heading', { level: 1, name: paper }).waitFor()
      expect(await page.locator('html').getAttribute('lang')).toBe(language.slice(0, 2))
      for (const said of [goal, 'Van sanne', 'Eén <dagdeel> per week blokkeren'])
        await page.getByText(said).first().waitFor()
      expect(await page.getByRole('table').getByRole('cell').allInnerTexts()).toEqual(['7', '5'])
      expect(asked).toEqual([])
      const pdf = await page.pdf({ preferCSSPageSize: true, path: `.screens/review-file-${language}.pdf` })
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
      // A4 in points, as Chromium rounds it.
      expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/)
      await picture(page, `review-file-${language}`)
      await context.close()
    },
  )

  test('a period that is reversed or over two years is refused with the reason, and opens nothing', async () => {
    const panel = await toPacks('sanne', { narrow: true })
    const says = panel.frame.getByRole('alert').getByText('hooguit twee jaar')
    for (const [from, to] of [
      ['2026-06-02', '2026-06-01'],
      ['2024-05-31', '2026-06-01'],
    ] as const) {
      await pickDay(panel.frame, /^Van /, from)
      await pickDay(panel.frame, /^Tot en met /, to)
      await panel.frame.getByRole('button', { name: 'Periode openen' }).click()
      await says.waitFor()
    }
    await panel.frame.getByRole('button', { name: 'Van vr 31 mei 2024' }).waitFor()
    await panel.frame.getByRole('button', { name: 'Tot en met ma 1 juni 2026' }).waitFor()
    await inOrder(panel, 'wrong period')
    await pickDay(panel.frame, /^Van /, '2024-06-01')
    await panel.frame.getByRole('button', { name: 'Periode openen' }).click()
    await panel.frame.getByRole('checkbox').first().waitFor()
    await panel.close()
  })
})
