import type { Browser, Locator } from 'playwright-core'
import { beforeEach, describe, expect } from 'vitest'
import type { Meeting } from '../support/conversations.ts'
import { calendarIn } from '../support/days.ts'
import { inOrderInAllThemes } from '../support/looks.ts'
import { askingIn } from '../support/own-questions.ts'
import {
  cardIn,
  editor,
  goTo,
  openPanel,
  openTool,
  stepButton,
  tabTo,
  type Panel,
} from '../support/panels.ts'
import { textIn } from '../support/random-edits.ts'
import { sized } from '../support/room.ts'
import type { Conversation } from '../../server/contract/conversation.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'

const test = testIn()
let tenant: Tenant
let browser: Browser
let meetings: Meeting[]
test.beforeAll(async ({ tenant: started, browser: running }) => {
  tenant = started
  browser = running
  meetings = await tenant.meetings('sanne', 'Milan')
})
const steps = 'Stappen van het gesprek'

let conversation: Conversation
let panel: Panel
const { write } = askingIn(
  () => tenant,
  () => conversation,
)
beforeEach(async () => {
  const meeting = meetings.shift()!
  conversation = await tenant.conversation('sanne', 'milan', meeting)
  panel = await openPanel(browser, tenant, 'milan', meeting)
  await sized(panel, 280)
})

const press = (...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => panel.page.keyboard.press(key)), Promise.resolve())
const hasFocus = (one: Locator) => one.and(panel.frame.locator(':focus')).waitFor()
const isInside = (whole: Locator) =>
  whole.evaluate((node) => node !== document.activeElement && node.contains(document.activeElement))
/** Presses a key so often; the focus never leaves. @returns how many places it came to */
async function pressInside(whole: Locator, key: string, times: number): Promise<number> {
  const seen = new Set<string>()
  for (let press = 0; press < times; press += 1) {
    await panel.page.keyboard.press(key)
    expect(await isInside(whole), `${key}, ${press + 1} times`).toBe(true)
    seen.add(
      await whole.evaluate(({ ownerDocument: { activeElement: one } }) =>
        one instanceof HTMLInputElement ? one.value : (one?.textContent ?? ''),
      ),
    )
  }
  return seen.size
}
/** Goes there, and waits for the caret that comes with the editor: it would take the focus from what comes before it. */
async function goToCommitments() {
  await goTo(panel, steps, 'Afspraken')
  await hasFocus(editor(panel, 'Wat ga je doen?'))
}
const search = () => panel.frame.getByRole('main', { name: 'Zoek een vraag' })
const words = () => search().getByRole('searchbox', { name: 'Zoek in de vragen' })
const more = () => cardIn(panel).getByRole('button', { name: 'Meer', exact: true })
/** The search of questions, opened by keyboard. */
async function find() {
  await more().focus()
  await press('Enter')
  await cardIn(panel).getByRole('button', { name: 'Zoek een vraag' }).focus()
  await press('Enter')
  await hasFocus(words())
}

describe('the keyboard at 280 px', () => {
  test('Escape in the search takes the words away first, then closes the view, and leads back', async () => {
    await goTo(panel, steps, 'Doel')
    await find()
    await panel.page.keyboard.type('drie dingen')
    const found = search().getByRole('button', { name: /^[^:]*drie dingen/i })
    await found.first().waitFor()
    await press('Escape')
    await hasFocus(words())
    expect(await words().inputValue()).toBe('')
    await panel.page.keyboard.type('drie')
    expect(await words().inputValue()).toBe('drie')
    // Also from what was found: the words never go with the view.
    await found.first().waitFor()
    await tabTo(panel, 'button', /^[^:]*drie dingen/i)
    await press('Escape')
    await hasFocus(words())
    expect(await words().inputValue()).toBe('')

    await press('Escape')
    await search().waitFor({ state: 'detached' })
    await hasFocus(more())
    await panel.close()
  })

  test('the keyboard stays with a question until it is answered, and Escape is the way back', async () => {
    const { name } = await write('milan', { text: 'Wat zou xyzzy doen?' })
    expect(name).toMatch(/^own-/)
    await goTo(panel, steps, 'Doel')
    await find()
    await panel.page.keyboard.type('xyzzy')
    const remove = search().getByRole('button', { name: /^Verwijderen: / })
    await remove.waitFor()
    await tabTo(panel, 'button', /^Verwijderen: /)
    await press('Enter')
    const question = search().getByRole('alertdialog', { name: 'Deze vraag verwijderen?' })
    await hasFocus(question.getByRole('button', { name: 'Nee, laat staan' }))
    expect(await inOrderInAllThemes(panel, 'confirmation', 'confirmation')).toBe(280)
    await question.getByRole('button', { name: 'Nee, laat staan' }).focus()
    expect(await pressInside(question, 'Tab', 10)).toBe(2)
    expect(await pressInside(question, 'Shift+Tab', 10)).toBe(2)
    await press('Escape')
    await hasFocus(remove)
    await press('Enter', 'Enter')
    await hasFocus(remove)
    expect(await question.count()).toBe(0)

    // What had the focus is gone: the keyboard is still in the view.
    await press('Enter', 'Tab', 'Enter')
    await search().getByText('Geen vraag gevonden.').waitFor()
    await hasFocus(panel.frame.getByRole('heading', { level: 1, name: 'Zoek een vraag' }))
    await press('Escape')
    await search().waitFor({ state: 'detached' })
    await panel.close()
  })

  test('what was open in a view or a step closes alone, and a field takes what is typed then', async () => {
    const { frame } = panel
    await goTo(panel, steps, 'Doel')
    const list = stepButton(panel, steps)
    await list.focus()
    await press('Enter', 'Tab', 'Tab', 'Escape')
    await hasFocus(list)
    await tabTo(panel, 'textbox', /^Doel$/)
    await panel.page.keyboard.type('Eerst de lijst.')
    await expect.poll(() => textIn(panel, 'Doel')).toBe('Eerst de lijst.')

    await openTool(panel, 'Eigen vraag')
    const form = frame.getByRole('group', { name: 'Eigen vraag maken' })
    await form.getByText('Meer over de vraag').click()
    await form.getByRole('combobox', { name: 'Thema' }).focus()
    await press('ArrowDown', 'ArrowDown')
    await form.getByRole('textbox', { name: 'Je vraag' }).focus()
    await panel.page.keyboard.type('Wat nu?')
    expect(await form.getByRole('textbox', { name: 'Je vraag' }).inputValue()).toBe('Wat nu?')
    await press('Escape')
    await form.waitFor({ state: 'detached' })

    await goToCommitments()
    const another = frame.getByRole('button', { name: 'Andere dag…' })
    await another.focus()
    await press('Enter')
    await calendarIn(frame).getByRole('grid').waitFor()
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowUp', 'ArrowLeft', 'PageDown'])
      await pressInside(calendarIn(frame), key, 6)
    await press('Escape')
    await hasFocus(another)
    const what = 'Wat ga je doen?'
    await editor(panel, what).focus()
    await panel.page.keyboard.type('Bellen')
    await expect.poll(() => textIn(panel, what)).toBe('Bellen')
    await panel.close()
  })

  test('arrow keys stay in the choices that they go through', async () => {
    const { frame } = panel
    await goToCommitments()
    const days = frame.getByRole('radiogroup', { name: 'Wanneer is het klaar?' })
    await days.getByRole('radio').first().focus()
    const count = await days.getByRole('radio').count()
    expect(await pressInside(days, 'ArrowRight', count + 1)).toBe(count)
    expect(await pressInside(days, 'ArrowUp', count + 1)).toBe(count)
    await panel.close()
  })
})

describe('the keyboard in the personal app at 280 px', () => {
  test('a question about all of one’s data keeps the keyboard, and Escape leads back to what asked it', async () => {
    const [meeting] = meetings
    const tab = await openPanel(browser, tenant, 'milan', meeting!, { place: 'personal', page: '/settings' })
    await panel.close()
    panel = tab
    await sized(tab, 280)
    const open = tab.frame.getByRole('button', { name: 'Al mijn gegevens verwijderen' })
    await open.focus()
    await press('Enter')
    const question = tab.frame.getByRole('alertdialog')
    await question.waitFor()
    expect(await pressInside(question, 'Tab', 10)).toBe(2)
    await press('Escape')
    await question.waitFor({ state: 'detached' })
    await hasFocus(open)
    await tab.close()
  })
})
