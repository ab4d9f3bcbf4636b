import { picture, takesPictures } from './looks.ts'
import type { Panel } from './panels.ts'
import { until } from './until.ts'

/** Groei's page loads itself anew, and what stands there from now on is the new one's. */
export async function loadAnew({ frame }: Panel): Promise<void> {
  const html = frame.locator('html')
  await html.evaluate(() => {
    Object.assign(window, { isOld: true })
    window.location.reload()
  })
  // A page that is going may be gone before it answers.
  const isOld = () => html.evaluate(() => 'isOld' in window).catch(() => true)
  await until(async () => ((await isOld()) ? null : true))
}

/** Counts presses, and how far what stands on the page moves by itself, from the page's first moment. */
export async function counting(panel: Panel): Promise<(what: 'presses' | 'shift') => Promise<number>> {
  await panel.page.addInitScript(() => {
    const told: Record<string, number> = { presses: 0, shift: 0 }
    Object.assign(window, { told })
    new PerformanceObserver((list) => {
      type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean }
      for (const entry of list.getEntries() as Shift[])
        if (!entry.hadRecentInput) told['shift'] = (told['shift'] ?? 0) + entry.value
    }).observe({ type: 'layout-shift', buffered: true })
    const count = () => {
      told['presses'] = (told['presses'] ?? 0) + 1
    }
    document.addEventListener('click', count, true)
  })
  await loadAnew(panel)
  return (what) =>
    panel.frame
      .locator('html')
      .evaluate((_html, key) => (window as unknown as { told: Record<string, number> }).told[key] ?? 0, what)
}

/** Goes to a page of the personal app by its address. */
export const goToPage = ({ frame }: Panel, page: string) =>
  frame.locator('html').evaluate((_html, hash) => void (location.hash = hash), page)

/** How far down and how wide the content is, the words in the first view, primary buttons that are low, and texts that are cut off. */
export const pageLooks = (panel: Panel) =>
  panel.frame.locator('html').evaluate(() => {
    const main = document.querySelector('main')
    const boxes = [...(main?.querySelectorAll('section, h1, input') ?? [])].map((one) =>
      one.getBoundingClientRect(),
    )
    const texts = document.createTreeWalker(document.getElementById('root') ?? document, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    const first: string[] = []
    while (texts.nextNode()) {
      range.selectNodeContents(texts.currentNode)
      const { top, width } = range.getBoundingClientRect()
      if (width > 1 && top < window.innerHeight) first.push(texts.currentNode.textContent ?? '')
    }
    const isCut = (one: HTMLElement) => {
      const { overflowX } = getComputedStyle(one)
      if (overflowX === 'visible' || one.clientWidth <= 1) return false
      // What somebody wrote may be shortened where the whole of it is at hand.
      if (one.closest('[title]')) return false
      return one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1
    }
    return {
      bottom: Math.ceil((main?.getBoundingClientRect().bottom ?? 0) + window.scrollY),
      across: Math.max(...boxes.map(({ right }) => right)) - Math.min(...boxes.map(({ left }) => left)),
      firstWords: (first.join(' ').match(/\S*[\p{L}\d]\S*/gu) ?? []).length,
      cut: [...document.querySelectorAll<HTMLElement>('#root *')]
        .filter(isCut)
        .map((one) => one.textContent.slice(0, 60)),
      low: [...document.querySelectorAll('main a, main button')]
        .filter((one) => {
          const { height } = one.getBoundingClientRect()
          const { backgroundColor } = getComputedStyle(one)
          const brand = getComputedStyle(document.querySelector('.fui-FluentProvider') ?? one)
          return (
            height > 0 && height < 32 && backgroundColor === brand.getPropertyValue('--colorBrandBackground')
          )
        })
        .map((one) => one.textContent),
    }
  })

/** Writes twice as large as people choose in their system's settings; what is laid out by the size of text follows. */
export const inLargeText = ({ frame }: Panel, times: number) =>
  frame
    .locator('.fui-FluentProvider')
    .first()
    .evaluate((provider: HTMLElement, factor) => {
      const sizes = ['100', '200', '300', '400', '500', '600', '700', '800', '900', '1000']
      for (const name of sizes.flatMap((size) => [`--fontSizeBase${size}`, `--lineHeightBase${size}`])) {
        provider.style.removeProperty(name)
        const px = Number.parseFloat(getComputedStyle(provider).getPropertyValue(name))
        if (factor > 1 && px) provider.style.setProperty(name, `${px * factor}px`)
      }
    }, times)

/** A picture of the frame, also where the window of its host shows less of it. */
export async function wholePicture(panel: Panel, name: string): Promise<void> {
  if (!takesPictures) return
  const frame = panel.page.locator('iframe[title^="Groei"]')
  const put = (position: string, overflow: string) =>
    frame.evaluate(
      (one, [place, shows]) => {
        one.style.position = place ?? ''
        for (let around = one.parentElement; around; around = around.parentElement)
          around.style.overflow = shows ?? ''
      },
      [position, overflow],
    )
  await put('fixed', 'visible')
  await picture(frame, name)
  await put('', '')
}
