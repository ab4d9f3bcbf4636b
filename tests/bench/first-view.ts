import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContext } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import { startTenant } from '../support/tenant.ts'

const dist = join(import.meta.dirname, '../../client/dist')
const rounds = 7
const slowdown = 4

/** Where Groei is open, and what counts as its first useful view. */
const hosts = [
  { name: 'Teams side panel', path: '/sandbox?b=&', seen: 'main h1' },
  { name: 'Teams personal tab', path: '/sandbox?b=&place=personal&', seen: 'main h1' },
  { name: 'Outlook pane', path: '/sandbox/outlook?width=270&', seen: 'main h1' },
]

/** Time to the first useful view of each host on a throttled machine, and the JavaScript that it takes. */
export async function measureFirstView(): Promise<string[]> {
  const tenant = await startTenant({ history: true })
  const browser = await launchChromium()
  const [meeting] = await tenant.meetings('sanne', 'Milan')
  const query = new URLSearchParams({
    a: 'sanne@sandbox.example',
    meeting: meeting?.iCalUId ?? '',
    event: meeting?.iCalUId ?? '',
    start: meeting?.start ?? '',
  })
  const lines: string[] = []
  for (const { name, path, seen } of hosts) {
    const times: Record<number, number[]> = { 1: [], [slowdown]: [] }
    let scripts: string[] = []
    // One round before the figures: a server that has just started is not what a person meets.
    for (let round = -1; round < rounds; round += 1) {
      for (const rate of [1, slowdown]) {
        const view = await firstView(browser, `${tenant.url}${path}${query}`, seen, rate)
        if (round >= 0) times[rate]?.push(view.ms)
        scripts = view.scripts
      }
    }
    const bytes = scripts.reduce((sum, one) => sum + gzipSync(readFileSync(join(dist, one))).length, 0)
    const [plain, slow] = [median(times[1] ?? []), median(times[slowdown] ?? [])]
    const worst = Math.max(...(times[slowdown] ?? []))
    lines.push(
      `${name}: first useful view ${plain.toFixed(0)} ms; with the CPU ${slowdown}× slower ${slow.toFixed(0)} ms, worst of ${rounds} ${worst.toFixed(0)} ms (under 2000 ms); ratio ${(slow / plain).toFixed(2)}; JavaScript before it ${(bytes / 1024).toFixed(1)} KB gzipped (at most 200 KB)`,
    )
  }
  await browser.close()
  await tenant.close()
  return lines
}

const median = (values: number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** Milliseconds in the page's own frame until the view stands, and our scripts that it had asked for by then. */
async function firstView(browser: Browser, url: string, seen: string, rate: number) {
  const context: BrowserContext = await browser.newContext({ viewport: { width: 1100, height: 900 } })
  const page = await context.newPage()
  await page.addInitScript((selector) => {
    const look = () => {
      if (document.querySelector(selector))
        document.documentElement.dataset['seen'] ??= String(performance.now())
    }
    new MutationObserver(look).observe(document, { childList: true, subtree: true })
  }, seen)
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
  await page.goto(url)
  const root = page.frameLocator('iframe[title^="Groei"]').locator('html[data-seen]')
  await root.waitFor()
  const found = await root.evaluate((html) => {
    const ms = Number(html.dataset['seen'])
    const scripts = performance
      .getEntriesByType('resource')
      .filter((one) => one.startTime < ms && one.name.includes('/assets/') && one.name.endsWith('.js'))
      .map((one) => new URL(one.name).pathname)
    return { ms, scripts: [...new Set(scripts)] }
  })
  await context.close()
  return found
}
