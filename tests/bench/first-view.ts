import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { launchChromium } from '../support/chromium.ts'
import { startTenant } from '../support/tenant.ts'

const dist = join(import.meta.dirname, '../../client/dist')
const rounds = 7
const slowdown = 4

/** Time to the first useful view of the panel on a throttled machine, and the JavaScript that it takes. */
export async function measureFirstView(): Promise<string[]> {
  const tenant = await startTenant({ history: true })
  const browser = await launchChromium()
  const [meeting] = await tenant.meetings('sanne', 'Milan')
  const times: Record<number, number[]> = { 1: [], [slowdown]: [] }
  let bytes = 0
  // One round before the figures: a server that has just started is not what a person meets.
  for (let round = -1; round < rounds; round += 1) {
    for (const rate of [1, slowdown]) {
      const context = await browser.newContext({ viewport: { width: 720, height: 900 } })
      const page = await context.newPage()
      await page.addInitScript(() => {
        const seen = () => {
          if (document.querySelector('main h1'))
            document.documentElement.dataset['seen'] ??= String(performance.now())
        }
        new MutationObserver(seen).observe(document, { childList: true, subtree: true })
      })
      const scripts = new Set<string>()
      let counting = true
      page.on('request', (request) => {
        const { pathname } = new URL(request.url())
        if (counting && pathname.startsWith('/assets/') && pathname.endsWith('.js')) scripts.add(pathname)
      })
      const session = await context.newCDPSession(page)
      await session.send('Emulation.setCPUThrottlingRate', { rate })
      const query = new URLSearchParams({
        a: 'sanne@sandbox.example',
        b: '',
        meeting: meeting?.iCalUId ?? '',
      })
      await page.goto(`${tenant.url}/sandbox?${query}`)
      const frame = page.frameLocator('iframe[title^="Groei"]')
      await frame.locator('html[data-seen]').waitFor()
      counting = false
      const seen = Number(await frame.locator('html').getAttribute('data-seen'))
      if (round >= 0) times[rate]?.push(seen)
      bytes = [...scripts].reduce((sum, path) => sum + gzipSync(readFileSync(join(dist, path))).length, 0)
      await context.close()
    }
  }
  await browser.close()
  await tenant.close()
  const median = (values: number[]) =>
    [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
  const plain = median(times[1] ?? [])
  const slow = median(times[slowdown] ?? [])
  const worst = Math.max(...(times[slowdown] ?? []))
  return [
    `first useful view: ${plain.toFixed(0)} ms; with the CPU ${slowdown}× slower ${slow.toFixed(0)} ms, worst of ${rounds} ${worst.toFixed(0)} ms (under 2000 ms); ratio ${(slow / plain).toFixed(2)}`,
    `JavaScript asked for up to that view: ${(bytes / 1024).toFixed(1)} KB gzipped (at most 200 KB)`,
  ]
}
