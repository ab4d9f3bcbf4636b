import type { Browser } from 'playwright-core'
import { describe, expect } from 'vitest'
import { counting } from '../support/app-pages.ts'
import { shoot } from '../support/looks.ts'
import { goTo, openPanel, stepButton, stored } from '../support/panels.ts'
import { measured, sized } from '../support/room.ts'
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
  'Check-in': 55,
  Focus: 35,
  Doel: 35,
  Realiteit: 35,
  Opties: 35,
  Wil: 35,
  Afspraken: 55,
  Afronden: 60,
  Afgerond: 55,
  // Of these 49 are the numbers that one taps.
  Minuut: 85,
}
/** Words of all steps together. */
const mostInAll = 450

describe('the frame of the side panel at 280 by 700', () => {
  test('a whole conversation fits 280 by 700 in few presses and words, and nothing moves', async () => {
    const [meeting] = await tenant.meetings('sanne', 'Aylin')
    await tenant.conversation('sanne', 'aylin', meeting!)
    await tenant.as('sanne')('PUT', '/api/tips/special-data')
    await tenant.moveTo(meeting!.start)
    const panel = await openPanel(browser, tenant, 'sanne', meeting!)
    await sized(panel, 280)
    const { frame } = panel
    // Counted from the page's first moment, in the size that it has then.
    const told = await counting(panel)
    const all: number[] = []
    /** @param typed words of the person's own, which do not count */
    const look = async (step: string, typed = '') => {
      const { height, width, small, ...found } = await measured(panel)
      const words = found.words - (typed.match(/\S+/g)?.length ?? 0)
      expect({ step, height, width, small }).toEqual({ step, height: 700, width: 280, small: [] })
      const most = mostWords[step]
      all.push(words)
      if (most !== undefined) expect({ step, words: Math.max(words, most) }).toEqual({ step, words: most })
    }
    const title = stepButton(panel, steps)
    await frame.getByRole('heading', { level: 1, name: 'Check-in, 1 van 7' }).waitFor()
    await frame.getByText(/^\d+\smin$/).waitFor()
    await frame.getByRole('textbox', { name: 'Check-in', exact: true }).waitFor()
    await frame.getByRole('radiogroup', { name: /^Mijn cijfer/ }).waitFor()
    await frame.getByRole('button', { name: 'Andere vraag' }).waitFor()
    await look('Check-in')
    await frame.getByRole('radio', { name: '6', exact: true }).check()
    await frame.getByRole('textbox', { name: 'Waarom een 6 en geen 3?' }).waitFor()
    await frame.getByRole('button', { name: '+ één punt meer' }).waitFor()
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
    // An empty commitment stands there with the caret in it.
    await frame.getByRole('textbox', { name: 'Wat ga je doen?' }).and(frame.locator(':focus')).waitFor()
    await look('Afspraken')
    expect(await told('shift')).toBeLessThan(0.05)
    const agreed = 'Vaker een vraag stellen in een review'
    await panel.page.keyboard.type(agreed)
    await frame.getByRole('radio', { name: 'vr 12 juni' }).check()
    // With what it asks about the words, and with a second one, opened before the first.
    await frame.getByText('“vaker”: wat zou iemand je dan precies zien doen?').waitFor()
    await look('Afspraken', agreed)
    await frame.getByRole('button', { name: 'Nog één afspraak' }).click()
    await frame.getByRole('group', { name: 'Afspraak 2' }).getByRole('textbox').waitFor()
    await look('twee afspraken')
    await frame.getByRole('button', { name: 'Door naar Afronden' }).click()
    await frame
      .getByRole('region', { name: 'Voorbeeld van wat wordt gedeeld' })
      .getByText('Vaker een vraag')
      .waitFor()
    await frame.getByRole('heading', { name: /^Dit komt in de uitnodiging van/ }).waitFor()
    await look('Afronden')
    await frame.getByRole('button', { name: 'Delen en afronden' }).click()
    await frame.getByRole('heading', { level: 1, name: 'Afgerond' }).waitFor()
    await frame.getByRole('button', { name: 'Minuut voor jezelf' }).waitFor()
    await look('Afgerond')
    // Seven lead on and finish. A number, a day and a second commitment need not be.
    expect(await told('presses')).toBeLessThanOrEqual(7 + 3)
    expect(all.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(mostInAll)
    await frame.getByRole('button', { name: 'Minuut voor jezelf' }).click()
    await frame.getByRole('radiogroup').nth(4).waitFor()
    await look('Minuut')
    await panel.close()
  })

  test.each(['short-check-in', 'steering', 'feedback', 'review', 'first-conversation'])(
    'each step of the template %s fits 280 by 700, nl and en',
    async (templateId) => {
      const [meeting] = await tenant.meetings('sanne', 'Tom')
      const { id } = await tenant.conversation('sanne', 'tom', meeting!)
      await tenant.as('sanne')('PUT', `/api/conversations/${id}/template`, { templateId })
      for (const language of ['nl-nl', 'en-us'] as const) {
        const panel = await openPanel(browser, tenant, 'sanne', meeting!, { language })
        await sized(panel, 280)
        const last = language === 'nl-nl' ? 'Delen en afronden' : 'Share and finish'
        const onward = panel.frame.getByRole('button', {
          name: new RegExp(`^(Door naar |On to |${last}$)`),
        })
        const found = []
        for (;;) {
          const title = await panel.frame.getByRole('heading', { level: 1 }).getByRole('button').innerText()
          await onward.waitFor()
          await stored(panel)
          // What loads late has come.
          await panel.frame.getByRole('status').filter({ hasText: /…$/ }).waitFor({ state: 'detached' })
          const isLast = (await onward.innerText()) === last
          const { height, width, small } = await measured(panel)
          found.push({ title, height, width, small })
          await shoot(panel, `frame-${templateId}-${language}-${found.length}`)
          if (isLast) break
          await onward.click()
          // At its name, or in the commitment that it begins with.
          const name = panel.frame.getByRole('heading', { level: 1 }).getByRole('button')
          const what = panel.frame.getByRole('textbox', { name: /^(Wat ga je doen|What will you do)\?$/ })
          await panel.frame.locator(':focus').and(name.or(what)).waitFor()
        }
        expect(found.length).toBeGreaterThan(2)
        const wrong = found.filter(
          ({ height, width, small }) => height > 700 || width > 280 || small.length > 0,
        )
        expect(wrong, JSON.stringify(wrong)).toEqual([])
        await panel.close()
      }
    },
  )

  test('of several earlier commitments one is open, and the others say how they stand', async () => {
    const [, before, now] = await tenant.meetings('sanne', 'Tom')
    const { id } = await tenant.conversation('sanne', 'tom', before!)
    for (const what of ['Elke week meekijken', 'Vrijdag een terugblik'])
      expect(await tenant.commit('tom', id, what)).toBeTruthy()
    await tenant.moveTo(now!.start)
    const panel = await openPanel(browser, tenant, 'tom', now!)
    await sized(panel, 280)
    await goTo(panel, steps, 'Opvolging')
    const of = (what: string) => panel.frame.getByRole('group', { name: what })
    await of('Elke week meekijken').getByRole('radio', { name: 'Loopt' }).check()
    await of('Elke week meekijken').getByRole('textbox', { name: 'Volgende stap' }).waitFor()
    await of('Vrijdag een terugblik').getByRole('button', { name: 'nog niets', expanded: false }).click()
    await of('Vrijdag een terugblik').getByRole('radio', { name: 'Gedaan' }).waitFor()
    await of('Elke week meekijken').getByRole('button', { name: 'Loopt', expanded: false }).waitFor()
    const { height, width, small } = await measured(panel)
    expect({ height, width, small }).toEqual({ height: 700, width: 280, small: [] })
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
    const { height, width, small, words } = await measured(panel)
    expect({ height, width, small }).toEqual({ height: 700, width: 280, small: [] })
    // Seven of them are the commitment’s own.
    expect(words - 7).toBeLessThanOrEqual(50)
    await shoot(panel, 'frame-follow-up')
    // A field that is emptied stays under the caret, and goes with the next look at the step.
    const next = panel.frame.getByRole('textbox', { name: 'Volgende stap' })
    await next.focus()
    await panel.page.keyboard.type('Vrijdag')
    await panel.frame.getByRole('radio', { name: 'Gedaan' }).check()
    await next.focus()
    await panel.page.keyboard.press('Control+a')
    await panel.page.keyboard.press('Delete')
    await panel.frame.locator(':focus').and(next).waitFor()
    await goTo(panel, steps, 'Afronden')
    await panel.frame.getByRole('button', { name: 'Delen en afronden' }).waitFor()
    await expect(panel.frame.getByRole('button', { name: /^Nog niets gezegd/ }).count()).resolves.toBe(0)
    await goTo(panel, steps, 'Opvolging')
    await expect(next.count()).resolves.toBe(0)
    await panel.close()
  })
})
