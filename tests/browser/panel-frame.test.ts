import type { Browser } from 'playwright-core'
import { describe, expect } from 'vitest'
import { inOrder, inOrderInAllThemes, shoot } from '../support/looks.ts'
import { goBack, goTo, openInfo, openPanel, stepButton, stored, type, type Panel } from '../support/panels.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'

const test = testIn({ history: true })
let tenant: Tenant
let browser: Browser
test.beforeAll(async ({ tenant: started, browser: running }) => {
  tenant = started
  browser = running
})
const steps = 'Stappen van het gesprek'

/** Words that may stand on a step at most, of what Groei says itself. */
const mostWords: Record<string, number> = {
  Focus: 35,
  Doel: 35,
  Realiteit: 35,
  Opties: 35,
  Wil: 35,
  Afspraken: 55,
  Afronden: 60,
  Afgerond: 55,
}

/** The room of Groei in a panel of 280 by 700. */
async function sized(panel: Panel, width: number, height = 700) {
  const frame = panel.page.locator('iframe[title^="Groei"]')
  await frame.evaluate(
    (one, [w, h]) =>
      Object.assign(one.style, { width: `${w}px`, height: `${h}px`, flex: 'none', minWidth: '0' }),
    [width, height] as const,
  )
  await expect.poll(() => panel.frame.locator('html').evaluate(() => window.innerWidth)).toBe(width)
}
const measured = (panel: Panel) =>
  panel.frame.locator('html').evaluate((html) => {
    const seen = (one: Element) => one.getClientRects().length > 0
    const controls = [...document.querySelectorAll('button, input, textarea, select, [role="textbox"]')]
    return {
      height: html.scrollHeight,
      width: html.scrollWidth,
      words: (document.getElementById('root')?.innerText.match(/\S*[\p{L}\d]\S*/gu) ?? []).length,
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

describe('the frame of the side panel', () => {
  test('a whole conversation fits 280 by 700 in few presses and words, and nothing moves', async () => {
    const [meeting] = await tenant.meetings('sanne', 'Aylin')
    await tenant.conversation('sanne', 'aylin', meeting!)
    await tenant.as('sanne')('PUT', '/api/tips/special-data')
    await tenant.moveTo(meeting!.start)
    const panel = await openPanel(browser, tenant, 'sanne', meeting!)
    await sized(panel, 280)
    const { frame } = panel
    // Counted from the page's first moment, in the size that it has then.
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
    await frame.locator('html').evaluate(() => window.location.reload())
    const told = (name: 'presses' | 'shift') =>
      frame
        .locator('html')
        .evaluate(
          (_html, key) => (window as unknown as { told: Record<string, number> }).told[key] ?? 0,
          name,
        )
    /** @param typed words of the person's own, which do not count */
    const look = async (step: string, typed = '') => {
      const { height, width, small, ...all } = await measured(panel)
      const words = all.words - (typed.match(/\S+/g)?.length ?? 0)
      expect({ step, height, width, small }).toEqual({ step, height: 700, width: 280, small: [] })
      const most = mostWords[step]
      if (most !== undefined) expect({ step, words: Math.max(words, most) }).toEqual({ step, words: most })
    }
    const title = stepButton(panel, steps)
    await frame.getByRole('heading', { level: 1, name: 'Check-in, 1 van 7' }).waitFor()
    await frame.getByText(/^\d+\smin$/).waitFor()
    await frame.getByRole('textbox', { name: 'Check-in', exact: true }).waitFor()
    await frame.getByRole('radiogroup', { name: /^Mijn cijfer/ }).waitFor()
    await frame.getByRole('button', { name: 'Andere vraag' }).waitFor()
    await look('Check-in')
    for (const [at, step] of ['Focus', 'Doel', 'Realiteit', 'Opties', 'Wil'].entries()) {
      await frame.getByRole('button', { name: `Door naar ${step}` }).click()
      // Whoever goes on hears where they are.
      await frame.locator(':focus').and(title).waitFor()
      expect(await title.getAttribute('aria-label')).toBe(`${step}, ${at + 2} van 7`)
      await frame.getByRole('textbox', { name: step, exact: true }).waitFor()
      await frame.getByRole('button', { name: 'Andere vraag' }).waitFor()
      await look(step)
      if (step === 'Doel') {
        // Going to a text in order to type is no press of its own.
        await frame.getByRole('textbox', { name: step, exact: true }).focus()
        await panel.page.keyboard.type('Eerder iets zeggen in een review')
      }
    }
    // With the keyboard too, from inside the text.
    await frame.getByRole('textbox', { name: 'Wil', exact: true }).focus()
    await panel.page.keyboard.press('Control+Enter')
    await frame.getByRole('heading', { level: 1, name: 'Afspraken, 7 van 7' }).waitFor()
    await look('Afspraken')
    expect(await told('shift')).toBeLessThan(0.05)
    await frame.getByRole('button', { name: 'Afspraak toevoegen' }).click()
    await frame.getByRole('textbox', { name: 'Wat ga je doen?' }).and(frame.locator(':focus')).waitFor()
    const agreed = 'Elke review één vraag stellen'
    await panel.page.keyboard.type(agreed)
    await frame.getByRole('radio', { name: 'vr 12 juni' }).check()
    await look('Afspraken', agreed)
    await frame.getByRole('button', { name: 'Door naar Afronden' }).click()
    await frame
      .getByRole('region', { name: 'Voorbeeld van wat wordt gedeeld' })
      .getByText('Elke review')
      .waitFor()
    await frame.getByRole('heading', { name: /^Dit komt in de uitnodiging van/ }).waitFor()
    await look('Afronden')
    await frame.getByRole('button', { name: 'Delen en afronden' }).click()
    await frame.getByRole('heading', { level: 1, name: 'Afgerond' }).waitFor()
    await frame.getByRole('button', { name: 'Minuut voor jezelf' }).waitFor()
    await look('Afgerond')
    expect(await told('presses')).toBeLessThanOrEqual(9)
    await panel.close()
  })

  test('the follow-up of a commitment that goes on fits too', async () => {
    const [meeting] = await tenant.meetings('sanne', 'Milan')
    const panel = await openPanel(browser, tenant, 'milan', meeting!)
    await sized(panel, 280)
    await goTo(panel, steps, 'Opvolging')
    await panel.frame.getByRole('button', { name: 'Begrepen' }).click()
    await panel.frame.getByRole('radio', { name: 'Loopt' }).check()
    await panel.frame.getByRole('textbox', { name: 'Volgende stap' }).waitFor()
    await panel.frame.getByRole('button', { name: 'Andere vraag' }).waitFor()
    const { height, width, small } = await measured(panel)
    expect({ height, width, small }).toEqual({ height: 700, width: 280, small: [] })
    await shoot(panel, 'frame-follow-up')
    await panel.close()
  })

  test('the frame holds at any width, in views and in the list of steps', async () => {
    const [, meeting] = await tenant.meetings('sanne', 'Aylin')
    await tenant.conversation('sanne', 'aylin', meeting!)
    const panel = await openPanel(browser, tenant, 'aylin', meeting!)
    await goTo(panel, steps, 'Doel')
    await panel.frame.getByRole('button', { name: 'Andere vraag' }).waitFor()
    await stored(panel)
    for (const width of [200, 280, 320, 400]) {
      await sized(panel, width)
      expect(await inOrder(panel, `frame, ${width}`)).toBe(width)
      await shoot(panel, `frame-${width}`)
      await openInfo(panel)
      expect(await inOrder(panel, `information, ${width}`)).toBe(width)
      await goBack(panel)
      await stepButton(panel, steps).click()
      expect(await inOrder(panel, `steps, ${width}`)).toBe(width)
      await shoot(panel, `frame-steps-${width}`)
      await panel.page.keyboard.press('Escape')
      await panel.frame.locator(':focus').and(stepButton(panel, steps)).waitFor()
    }
    await sized(panel, 280)
    await openInfo(panel)
    await inOrderInAllThemes(panel, 'information', 'frame-info')
    await panel.page.keyboard.press('Escape')
    await panel.frame
      .locator(':focus')
      .and(panel.frame.getByRole('button', { name: /^Informatie/ }))
      .waitFor()
    await panel.close()
  })

  test('the time left is told, and near the end there is time for a commitment, once', async () => {
    const [, , meeting] = await tenant.meetings('sanne', 'Aylin')
    await tenant.conversation('sanne', 'aylin', meeting!)
    const at = (minutes: number, from: string) => new Date(Date.parse(from) + minutes * 60_000).toISOString()
    await tenant.moveTo(at(-20, meeting!.start))
    const panel = await openPanel(browser, tenant, 'aylin', meeting!, { language: 'en-us' })
    await panel.frame.getByText(/^at \d\d:\d\d$/).waitFor()
    await tenant.moveTo(at(-8.5, meeting!.end))
    await panel.page.reload()
    await panel.frame.getByText(/^[89]\smin$/).waitFor()
    await panel.frame.getByRole('button', { name: 'Time for a commitment?' }).click()
    await panel.frame.getByRole('heading', { level: 1, name: 'Commitments' }).waitFor()
    await goTo(panel, 'Steps of the conversation', 'Goal')
    await panel.frame.getByRole('button', { name: /^Information/ }).waitFor()
    await tenant.moveTo(at(5.5, meeting!.end))
    await panel.page.reload()
    await panel.frame.getByText(/^5\smin over$/).waitFor()
    await panel.close()
  })

  test('who is typing when the other finishes is told so and stays, and who is not sees what became of it', async () => {
    const [, , , meeting] = await tenant.meetings('sanne', 'Aylin')
    const { id } = await tenant.conversation('sanne', 'aylin', meeting!)
    await tenant.commit('aylin', id, 'Elke review één vraag stellen')
    const sanne = await openPanel(browser, tenant, 'sanne', meeting!)
    const aylin = await openPanel(browser, tenant, 'aylin', meeting!)
    await goTo(sanne, steps, 'Doel')
    await goTo(aylin, steps, 'Wil')
    await stored(sanne)
    await stored(aylin)
    await type(sanne, 'Doel', 'Midden in een ')
    await tenant.finish('aylin', id)
    await aylin.frame.getByRole('heading', { level: 1, name: 'Afgerond' }).waitFor()
    await sanne.frame.getByText('Aylin rondde af').waitFor()
    await sanne.page.keyboard.type('zin')
    await expect
      .poll(() => sanne.frame.getByRole('textbox', { name: 'Doel', exact: true }).innerText())
      .toBe('Midden in een zin')
    await inOrder(sanne, 'the other finished')
    await shoot(sanne, 'frame-other-finished')
    await sanne.frame.getByRole('button', { name: 'Bekijk' }).click()
    await sanne.frame.getByRole('heading', { level: 1, name: 'Afgerond' }).waitFor()
    await sanne.close()
    await aylin.close()
  })
})
