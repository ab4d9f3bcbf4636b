import { AxeBuilder } from '@axe-core/playwright'
import { expect } from 'vitest'
import type { Panel } from './panels.ts'

/** Axe finds nothing, and nothing is wider than the frame. @returns the frame's width */
export async function inOrder(panel: Panel, what: string): Promise<number> {
  await settled(panel)
  const { violations } = await new AxeBuilder({ page: panel.page })
    .include(['iframe[title^="Groei"]'])
    .analyze()
  const found = violations.map((one) => `${what}: ${one.id} ${one.nodes.map((node) => node.html).join(' ')}`)
  expect(found).toEqual([])
  const [content, width] = await panel.frame
    .locator('html')
    .evaluate((html) => [html.scrollWidth, window.innerWidth] as const)
  expect(content).toBeLessThanOrEqual(width)
  return width
}
/** A picture of Groei's frame, for people to look at; `.screens` is not kept. */
export const shoot = (panel: Panel, name: string) =>
  panel.page.locator('iframe[title^="Groei"]').screenshot({ path: `.screens/${name}.png` })

/** A button that fades from one colour to the next is neither for a moment, and axe would judge that moment. */
async function settled({ frame }: Panel): Promise<void> {
  await frame.locator('html').evaluate(async (html) => {
    const passing = html.ownerDocument
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
    await Promise.allSettled(passing.map(({ finished }) => finished))
  })
}
