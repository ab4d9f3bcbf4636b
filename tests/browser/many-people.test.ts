import type { Browser } from 'playwright-core'
import { describe, expect } from 'vitest'
import { withManyPeople } from '../../infra/sandbox/seed/many-people.ts'
import type { PairPage } from '../../server/contract/pair-page.ts'
import { counting, goToPage, inLargeText, loadAnew, pageLooks, wholePicture } from '../support/app-pages.ts'
import { inOrderInAllThemes } from '../support/looks.ts'
import { fillManyPeople, pairIdOf } from '../support/many-people.ts'
import { openPanel, type Panel } from '../support/panels.ts'
import { measured, sized } from '../support/room.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

const test = testIn({ seed: withManyPeople })
let tenant: Tenant
let browser: Browser
test.beforeAll(async ({ tenant: started, browser: running }) => {
  tenant = started
  browser = running
  await fillManyPeople(tenant.database(), ['esther', 'carla', 'dirk'], (coach, at) =>
    coach === 'esther' && at === 2 ? 10 : 2,
  )
})

type Language = 'nl-nl' | 'en-us'
const widths = [200, 270, 280, 320, 400, 800, 1400, 1600]
/** Where the layout is another; what differs by language is looked at here. */
const fewWidths = [280, 400, 800, 1400]
const words = {
  'nl-nl': {
    theirs: 'Van mijn mensen',
    guide: /^Klein beginnen/,
    going: 'Loopt nu',
    scales: 'Verloop',
    week: 'Deze week',
    mine: 'Mijn afspraken',
  },
  'en-us': {
    theirs: 'From my people',
    guide: /^Start small/,
    going: 'Going on',
    scales: 'Change over time',
    week: 'This week',
    mine: 'My commitments',
  },
}

/** Opens a page of the app in a window in which it can be as wide as in Teams on a large screen. */
async function open(user: string, page: string, language: Language = 'nl-nl') {
  // Without a page named the first one opens, and stays where it was when it is loaded anew.
  const options = { place: 'personal' as const, language, ...(page === '/' ? {} : { page }) }
  const panel = await openPanel(browser, tenant, user, { iCalUId: '' }, options)
  await panel.page.setViewportSize({ width: 1700, height: 1000 })
  await panel.frame.getByRole('heading', { level: 1 }).waitFor()
  return panel
}

type Most = { bottom?: Record<number, number>; words?: number }

/** Looks at a page at these widths. @param most the lowest edge of its content, by width, and its words */
async function look(panel: Panel, name: string, most: Most, at: readonly number[] = widths) {
  for (const width of at) {
    await sized(panel, width, 800)
    const { width: content, words: all, small } = await measured(panel)
    const { bottom, across, cut, low } = await pageLooks(panel)
    const where = { name, width }
    expect({ ...where, content, small, low, cut }).toEqual({
      ...where,
      content: width,
      small: [],
      low: [],
      cut: [],
    })
    if (width === 1400) expect({ ...where, across: Math.max(across, 1100) }).toEqual({ ...where, across })
    const lowest = most.bottom?.[width]
    if (lowest) expect({ ...where, bottom: Math.max(bottom, lowest) }).toEqual({ ...where, bottom: lowest })
    if (most.words)
      expect({ ...where, words: Math.max(all, most.words) }).toEqual({ ...where, words: most.words })
    if ([400, 800, 1400].includes(width)) await wholePicture(panel, `many-${name}-${width}`)
  }
  if (at !== widths) return
  await inLargeText(panel, 2)
  for (const width of [400, 800]) {
    await sized(panel, width, 800)
    const { width: content } = await measured(panel)
    const { cut } = await pageLooks(panel)
    expect({ name, width, content, cut }).toEqual({ name, width, content: width, cut: [] })
  }
  await inLargeText(panel, 1)
}

describe('pages of the personal app for who has many people', () => {
  test.each(['nl-nl', 'en-us'] as const)(
    'with five people each page is short, fits every width and text size, and does not move: %s',
    async (language) => {
      const said = words[language]
      const pairId = await pairIdOf(tenant.database(), 'esther', 2)
      const panel = await open('esther', '/', language)
      const { frame } = panel
      await sized(panel, 800, 800)
      const told = await counting(panel)
      const pages = [
        {
          page: '/',
          there: [frame.getByRole('region', { name: said.theirs }), frame.getByText(said.guide)],
          most: { bottom: { 400: 1000, 800: 900, 1400: 800, 1600: 800 }, words: 120 },
        },
        { page: '/people', there: [frame.getByRole('link', { name: /^Daan/ })], most: {} },
        {
          page: `/people/${pairId}`,
          there: [frame.getByRole('region', { name: said.scales })],
          most: {},
        },
        { page: '/commitments', there: [frame.getByRole('region', { name: said.week })], most: {} },
      ]
      for (const { page, there, most } of pages) {
        const name = `${page.split('/')[1]}${page.split('/').length > 2 ? '-pair' : ''}-${language}`
        await sized(panel, 800, 800)
        await goToPage(panel, page)
        await loadAnew(panel)
        for (const one of there) await one.waitFor()
        expect({ name, moved: Math.max(await told('shift'), 0.05) }).toEqual({ name, moved: 0.05 })
        await look(panel, name, most, language === 'nl-nl' ? widths : fewWidths)
        if (!name.includes('pair')) continue
        // Before a conversation one needs who it is, what comes and what is open: without scrolling.
        for (const width of [400, 800, 1400]) {
          await sized(panel, width, 800)
          const going = await frame.getByRole('region', { name: said.going }).boundingBox()
          const top = await panel.page.locator('iframe[title^="Groei"]').boundingBox()
          expect(going!.y + going!.height - top!.y).toBeLessThanOrEqual(800)
          expect((await pageLooks(panel)).firstWords).toBeLessThanOrEqual(150)
        }
      }
      await panel.close()
    },
  )

  test('the first page of an employee and a list of twelve people are short', async () => {
    const employee = await open('esther-1', '/')
    await employee.frame.getByRole('region', { name: 'Mijn afspraken' }).waitFor()
    await look(employee, 'today-employee', { bottom: { 400: 900, 800: 700, 1400: 700 }, words: 80 })
    await employee.close()
    const coach = await open('carla', '/people')
    await coach.frame.getByRole('link', { name: /^Maarten/ }).waitFor()
    await look(coach, 'people-12', { bottom: { 400: 900, 800: 700, 1400: 700 }, words: 110 })
    await coach.close()
  })

  test('of sixty people one is found by name or filter, and the list is as it was for who comes back', async () => {
    const gone = await pairIdOf(tenant.database(), 'dirk', 59)
    await tenant.call('dirk', 'POST', `/api/pairs/${gone}/end`)
    const panel = await open('dirk', '/people')
    const { frame, page } = panel
    const rows = frame.getByRole('list', { name: 'Mensen' }).getByRole('listitem')
    const place = () => frame.locator('html').evaluate(() => Math.round(window.scrollY))
    await rows.nth(59).or(rows.nth(58)).first().waitFor()
    expect(await rows.count()).toBe(59)
    await sized(panel, 800, 800)
    await inOrderInAllThemes(panel, 'people-60', 'many-people-60')
    await look(panel, 'people-60', {})
    await sized(panel, 800, 800)

    // By the host's way back the list is where it was, and the heading has the keyboard.
    const last = rows.nth(50).getByRole('link')
    await last.scrollIntoViewIfNeeded()
    const before = await place()
    expect(before).toBeGreaterThan(500)
    const name = (await last.textContent())!.trim()
    await last.click()
    await frame.getByRole('region', { name: 'Loopt nu' }).waitFor()
    expect(await place()).toBe(0)
    await page.getByRole('button', { name: 'Terug', exact: true }).click()
    await frame
      .locator(':focus')
      .and(frame.getByRole('heading', { level: 1, name: 'Mensen' }))
      .waitFor()
    expect(await place()).toBe(before)
    expect((await last.textContent())!.trim()).toBe(name)

    // So are what was sought and chosen, by the browser's own way back.
    const something = frame.getByRole('button', { name: 'Iets open (39)' })
    await something.click()
    await frame.getByRole('searchbox', { name: 'Zoek een naam' }).fill('van oud')
    await frame.getByText(/^\d person/).waitFor({ state: 'attached' })
    const found = await rows.allTextContents()
    expect(found.length).toBeLessThan(10)
    await rows.last().getByRole('link').click()
    await frame.getByRole('region', { name: 'Loopt nu' }).waitFor()
    await frame.locator('html').evaluate(() => history.back())
    await frame.getByRole('searchbox', { name: 'Zoek een naam' }).waitFor()
    expect(await frame.getByRole('searchbox').inputValue()).toBe('van oud')
    expect(await something.getAttribute('aria-pressed')).toBe('true')
    expect(await rows.allTextContents()).toEqual(found)
    // A page that somebody goes to by a link begins at its top.
    await frame.getByRole('searchbox').fill('')
    await something.click()
    await frame.getByText('Beëindigde duo’s (1)').click()
    await frame.getByRole('list', { name: 'Beëindigde duo’s' }).getByRole('link').click()
    await frame.getByRole('list', { name: 'Beëindigde duo’s' }).waitFor({ state: 'detached' })
    await frame
      .getByText(/beëindigd/)
      .first()
      .waitFor()
    expect(await place()).toBe(0)
    await page.getByRole('button', { name: 'Terug', exact: true }).click()
    await frame.getByRole('list', { name: 'Beëindigde duo’s' }).getByRole('link').waitFor()
    await panel.close()
  })
})

describe('presses that the main tasks take from the first page', () => {
  test('reading what was agreed takes one, of an earlier conversation two, and ticking one', async () => {
    const panel = await open('esther', '/')
    const { frame } = panel
    await sized(panel, 800, 800)
    const told = await counting(panel)
    const unscrolled = () => frame.locator('html').evaluate(() => window.scrollY)
    const inView = async (text: string | RegExp) => {
      const box = await frame.getByText(text).first().boundingBox()
      const host = await panel.page.locator('iframe[title^="Groei"]').boundingBox()
      expect(box!.y + box!.height - host!.y).toBeLessThanOrEqual(800)
      expect(await unscrolled()).toBe(0)
    }
    await frame.getByRole('link', { name: 'Naar Daan' }).click()
    await frame
      .getByRole('region', { name: 'Loopt nu' })
      .getByText('Het verslag van de kennismiddag')
      .waitFor()
    await inView(/Het verslag van de kennismiddag/)
    expect(await told('presses')).toBe(1)
    await frame.getByRole('link', { name: /^wo 20 mei/ }).click()
    await frame.getByRole('heading', { level: 1, name: 'Afgerond' }).waitFor()
    await frame.getByText('Een training kiezen en inschrijven').first().waitFor()
    await inView('Een training kiezen en inschrijven')
    expect(await told('presses')).toBe(2)

    await goToPage(panel, '/')
    const tick = frame.getByRole('button', { name: /^Gedaan: / })
    await tick.first().click()
    await frame.getByRole('button', { name: /^Ongedaan maken: / }).waitFor()
    expect(await told('presses')).toBe(3)
    expect(await unscrolled()).toBe(0)
    await panel.close()
  })

  test('preparing one topic and sharing it takes two', async () => {
    const panel = await open('esther', '/')
    const { frame } = panel
    await sized(panel, 800, 800)
    const told = await counting(panel)
    await frame.getByRole('link', { name: 'Voorbereiden: gesprek met Daan Dijkstra' }).click()
    const topics = frame.getByRole('textbox', { name: 'Jouw onderwerpen' })
    await topics.waitFor()
    await topics.focus()
    await panel.page.keyboard.type('Mijn rooster')
    await frame.getByRole('switch', { name: 'Daan ziet dit' }).click()
    const path = `/api/pairs/${await pairIdOf(tenant.database(), 'esther', 2)}/page`
    await until(async () => {
      const { next } = await tenant.call<PairPage>('esther-3', 'GET', path)
      return next?.prepared.theirs?.topics[0] === 'Mijn rooster' ? true : null
    })
    expect(await told('presses')).toBe(2)
    expect(await frame.locator('html').evaluate(() => window.scrollY)).toBe(0)
    await panel.close()
  })
})
