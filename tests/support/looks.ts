import type axe from 'axe-core'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Panel, Theme } from './panels.ts'
import { until } from './until.ts'

const groei = 'iframe[title^="Groei"]'
const themes: Theme[] = ['default', 'dark', 'contrast']

/** Axe for a page: its own `source` is more than twice as large. */
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds in Groei's frame; by these rules alone, or by all. */
async function faults(panel: Panel, what: string, rules: string[] = []): Promise<string[]> {
  const html = panel.frame.locator('html')
  // Once a page: it is more than half a megabyte of script.
  if (!(await html.evaluate(() => 'axe' in window))) await html.evaluate(`${axeSource}; null`)
  const found = await html.evaluate(async (_html, asked) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      // Of what is right nothing is told: telling takes most of the time.
      resultTypes: ['violations'],
      ...(asked.length > 0 ? { runOnly: asked } : {}),
    })
    return violations.map(({ id, nodes }) => `${id} ${nodes.map((node) => node.html).join(' ')}`)
  }, rules)
  return found.map((one) => `${what}: ${one}`)
}

/** Axe finds nothing, and nothing is wider than the frame. @returns the frame's width */
export async function inOrder(panel: Panel, what: string): Promise<number> {
  const found = await faults(panel, what)
  // In words of its own: the end of a log keeps an error's message and not what it compared.
  expect(found, found.join('\n')).toEqual([])
  const [content, width] = await panel.frame
    .locator('html')
    .evaluate((html) => [html.scrollWidth, window.innerWidth] as const)
  expect(content).toBeLessThanOrEqual(width)
  return width
}

/** Pictures are for people to look at and cost much of a test's time: they are taken when the environment asks. */
export const takesPictures = process.env['SHOTS'] === '1'

/** A picture of a page or a part of it; `.screens` is not kept. */
export async function picture(of: Page | Locator, name: string): Promise<void> {
  if (takesPictures) await of.screenshot({ path: `.screens/${name}.png` })
}

/** A picture of Groei's frame. */
export const shoot = (panel: Panel, name: string) => picture(panel.page.locator(groei), name)

const background = (panel: Panel) =>
  panel.frame
    .locator('.fui-FluentProvider')
    .first()
    .evaluate((root) => getComputedStyle(root).backgroundColor)

/** Changes the host's theme, as people do in its settings, and waits until Groei has followed. */
export async function inTheme(panel: Panel, theme: Theme): Promise<void> {
  const choice = panel.page.getByRole('combobox', { name: /^(Thema|Theme)$/ })
  if ((await choice.inputValue()) === theme) return
  // A button that passes from one colour to the next is neither for a moment, and axe would judge that moment.
  await panel.frame.locator('html').evaluate(() => {
    const still = new CSSStyleSheet()
    still.replaceSync('*, *::before, *::after { transition: none !important }')
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, still]
  })
  const before = await background(panel)
  await choice.selectOption(theme)
  await until(async () => ((await background(panel)) === before ? null : true))
}

/** Colours are the same in each language: they are judged in one. */
const judgesColours = async ({ frame }: Panel): Promise<boolean> =>
  takesPictures || (await frame.locator('html').getAttribute('lang')) !== 'en'

/**
 * The same in all themes, on one page: what a theme changes is its colours, so only these are judged anew, and in Dutch.
 * @param picture the pictures are named after it and the theme; `take` takes others than one of the frame
 * @returns the frame's width
 */
export async function inOrderInAllThemes(
  panel: Panel,
  what: string,
  picture: string,
  take: (panel: Panel, name: string) => Promise<unknown> = shoot,
): Promise<number> {
  const width = await inOrder(panel, what)
  if (!(await judgesColours(panel))) return width
  const found: string[] = []
  for (const theme of themes) {
    await inTheme(panel, theme)
    if (theme !== 'default') found.push(...(await faults(panel, `${what}, ${theme}`, ['color-contrast'])))
    await take(panel, `${picture}-${theme}`)
  }
  await inTheme(panel, 'default')
  expect(found, found.join('\n')).toEqual([])
  return width
}
