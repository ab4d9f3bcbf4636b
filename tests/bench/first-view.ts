import type { Browser, BrowserContext, CDPSession } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import { startTenant } from '../support/tenant.ts'

const rounds = 7
const slowdown = 4
/** Milliseconds that no round may take on that slower machine. */
const bound = 1000

/** Where Groei is open, what counts as its first useful view, and how many KB of JavaScript may come before it. */
const hosts = [
  { name: 'Teams side panel', path: '/sandbox?b=&', seen: 'h1', most: 185 },
  { name: 'Teams personal tab', path: '/sandbox?b=&place=personal&', seen: 'h1', most: 190 },
  { name: 'Outlook pane', path: '/sandbox/outlook?width=270&', seen: 'h1', most: 175 },
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
  for (const { name, path, seen, most } of hosts) {
    const times: Record<number, number[]> = { 1: [], [slowdown]: [] }
    let sent: Sent = { scripts: 0, body: 0, all: 0 }
    // One round before the figures: a server that has just started is not what a person meets.
    for (let round = -1; round < rounds; round += 1) {
      for (const rate of [1, slowdown]) {
        const view = await firstView(browser, `${tenant.url}${path}${query}`, seen, rate)
        if (round >= 0) times[rate]?.push(view.ms)
        sent = view.sent
      }
    }
    const [plain, slow] = [median(times[1] ?? []), median(times[slowdown] ?? [])]
    const worst = Math.max(...(times[slowdown] ?? []))
    lines.push(
      `${name}: first useful view ${plain.toFixed(0)} ms; with the CPU ${slowdown}× slower ${slow.toFixed(0)} ms, worst of ${rounds} ${worst.toFixed(0)} ms (under ${bound} ms); ratio ${(slow / plain).toFixed(2)}; JavaScript before it ${kilobytes(sent.body)} as sent (at most ${most} KB), in ${sent.scripts} answers that are ${kilobytes(sent.all)} with their headers`,
    )
  }
  await browser.close()
  await tenant.close()
  return lines
}

const median = (values: number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`

/** Scripts that were asked for before the view, and bytes on the wire: of the bodies, and of the whole answers. */
type Sent = { scripts: number; body: number; all: number }

/** Milliseconds in the page's own frame until the view stands, and what came of our scripts that it asked for by then. */
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
  const wire = await answersOf(session)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
  await page.goto(url)
  const root = page.frameLocator('iframe[title^="Groei"]').locator('html[data-seen]')
  await root.waitFor()
  const found = await root.evaluate((html) => {
    const ms = Number(html.dataset['seen'])
    const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    const scripts = entries
      .filter((one) => one.startTime < ms && one.name.includes('/assets/') && one.name.endsWith('.js'))
      .map((one) => [one.name, one.encodedBodySize] as const)
    return { ms, scripts }
  })
  await context.close()
  // What is asked for twice comes from the browser's memory the second time.
  const bodies = new Map(found.scripts)
  const sent: Sent = { scripts: bodies.size, body: 0, all: 0 }
  for (const [url, length] of bodies) {
    sent.body += length
    sent.all += wire.get(url) ?? Number.NaN
  }
  return { ms: found.ms, sent }
}

/** The length of each answer as Chromium received it, headers included, by its URL. */
async function answersOf(session: CDPSession): Promise<Map<string, number>> {
  const urls = new Map<string, string>()
  const lengths = new Map<string, number>()
  session.on('Network.requestWillBeSent', ({ requestId, request }) => urls.set(requestId, request.url))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    lengths.set(urls.get(requestId) ?? requestId, encodedDataLength),
  )
  await session.send('Network.enable')
  return lengths
}
