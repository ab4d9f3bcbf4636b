import { expect } from 'vitest'
import type { Panel } from './panels.ts'
/** The room of Groei in a panel of 280 by 700. */
export async function sized(panel: Panel, width: number, height = 700) {
  const frame = panel.page.locator('iframe[title^="Groei"]')
  await frame.evaluate(
    (one, [w, h]) =>
      Object.assign(one.style, { width: `${w}px`, height: `${h}px`, flex: 'none', minWidth: '0' }),
    [width, height] as const,
  )
  await expect.poll(() => panel.frame.locator('html').evaluate(() => window.innerWidth)).toBe(width)
}

/** How large the page is, how many words Groei shows itself, and which controls are smaller than 24 px. */
export const measured = (panel: Panel) =>
  panel.frame.locator('html').evaluate((html) => {
    const seen = (one: Element) => one.getClientRects().length > 0
    const inWords = (text = '') => (text.match(/\S*[\p{L}\d]\S*/gu) ?? []).length
    // Only for who hears the screen.
    const unseen = [...document.querySelectorAll('#root span')]
      .filter((one) => seen(one) && one.getBoundingClientRect().width <= 1)
      .map((one) => one.textContent)
      .join(' ')
    const controls = [...document.querySelectorAll('button, input, textarea, select, [role="textbox"]')]
    return {
      height: html.scrollHeight,
      width: html.scrollWidth,
      words: inWords(document.getElementById('root')?.innerText) - inWords(unseen),
      small: controls
        .filter(seen)
        .map((one) => ({
          name: one.textContent || one.outerHTML.slice(0, 120),
          box: one.getBoundingClientRect(),
        }))
        .filter(({ box }) => box.width < 23.5 || box.height < 23.5)
        .map(({ name, box }) => `${box.width} x ${box.height} ${name}`),
    }
  })
