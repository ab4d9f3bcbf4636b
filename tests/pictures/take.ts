import type { FrameLocator, Page } from 'playwright-core'
import { join } from 'node:path'
import { playThisWeek } from '../../infra/local/this-week.ts'
import { launchChromium } from '../support/chromium.ts'
import { goTo, type Panel, watched } from '../support/panels.ts'
import { startTenant } from '../support/tenant.ts'
import { until } from '../support/until.ts'

const folder = join(import.meta.dirname, '../../infra/local')
const size = { width: 1440, height: 900 }
const frameOf = (name: string) => `iframe[title="Groei – ${name}"]`
const what = 'Elke vrijdag Bas om feedback vragen op één ontwerp'

/** What a reader would see cut off: boxes that scroll, and fields that hold more than they show. */
const cutOff = (frame: FrameLocator): Promise<string[]> =>
  frame.locator('html').evaluate((html) => {
    const isField = (one: Element) => one.matches('input, textarea, [role="textbox"]')
    return [html, ...html.querySelectorAll('*')]
      .filter((one) => {
        const scrolls = one === html || /auto|scroll/.test(getComputedStyle(one).overflowY)
        const overflows = one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1
        const { bottom, right } = one.getBoundingClientRect()
        const isOutside = isField(one) && (bottom > innerHeight || right > innerWidth)
        return ((scrolls || isField(one)) && overflows) || isOutside
      })
      .map((one) => one.outerHTML.slice(0, 120))
  })

async function take(page: Page, frames: FrameLocator[], name: string): Promise<void> {
  const found = (await Promise.all(frames.map(cutOff))).flat()
  if (found.length > 0) throw new Error(`${name} would show what is cut off:\n${found.join('\n')}`)
  const path = join(folder, `${name}.png`)
  await page.screenshot({ path, caret: 'initial' })
  process.stdout.write(`${path}\n`)
}

/**
 * `npm run pictures`: takes the README's pictures anew, of the product in the sandbox as `npm start` begins it. It fails
 * when one of them would show a box that scrolls or a field that is cut off.
 */
const tenant = await startTenant({ play: playThisWeek })
const browser = await launchChromium()
const sanne = await watched(browser, size, frameOf('Sanne de Vries'), { timezoneId: 'Europe/Amsterdam' })
const { page } = sanne
const milan: Panel = { ...sanne, frame: page.frameLocator(frameOf('Milan Bakker')) }

await page.goto(`${tenant.url}/sandbox?b=&place=personal`)
await page.getByRole('tab', { name: 'Mensen' }).click()
await sanne.frame.getByRole('link', { name: /^Milan Bakker/ }).click()
await sanne.frame.getByRole('heading', { level: 1, name: 'Milan Bakker' }).waitFor()
await sanne.frame.getByText('Donderdagochtend lukt nog niet').waitFor()
await take(page, [sanne.frame], 'pair-page')

await page.goto(`${tenant.url}/sandbox`)
for (const panel of [sanne, milan]) {
  await panel.frame.getByRole('button', { name: 'Begrepen' }).click()
  await goTo(panel, 'Stappen van het gesprek', 'Afspraken')
}
await milan.frame.getByRole('radio', { name: 'vr 5 juni' }).click()
await milan.frame.getByRole('textbox', { name: 'Wat ga je doen?' }).pressSequentially(what)
await sanne.frame.getByRole('textbox', { name: 'Wat ga je doen?' }).getByText(what).waitFor()
await until(async () => ((await cutOff(milan.frame)).length === 0 ? true : null))
await take(page, [sanne.frame, milan.frame], 'conversation')

await sanne.close()
await browser.close()
await tenant.close()
