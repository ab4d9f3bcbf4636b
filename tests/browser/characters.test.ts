import type { Browser, Locator } from 'playwright-core'
import { describe, expect } from 'vitest'
import type { Conversation, Summary } from '../../server/contract/conversation.ts'
import { textLimits } from '../../server/contract/limits.ts'
import { inputMethod, steps as japanese } from '../support/composing.ts'
import type { Meeting } from '../support/conversations.ts'
import { goTo, openPanel, stepButton, stored, type Panel } from '../support/panels.ts'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'
import { until } from '../support/until.ts'

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
const japaneseWord = japanese.at(-1)!

/** CodeMirror itself: the screen shows the carets of others between the characters. */
type Editor = {
  state: { doc: object; selection: { main: { head: number } } }
  dispatch(change: object): void
}
type Node = { cmTile: { view: Editor } }
const textOf = (field: Locator) =>
  field.evaluate((node) => String((node as unknown as Node).cmTile.view.state.doc))
const caretOf = (field: Locator) =>
  field.evaluate((node) => (node as unknown as Node).cmTile.view.state.selection.main.head)
const reads = (field: Locator, text: string) =>
  expect.poll(() => textOf(field), { timeout: 60_000 }).toBe(text)
/** Somebody types, wherever their caret was. */
const put = (field: Locator, from: number, insert: string, to = from) =>
  field.evaluate(
    (node, changes) => (node as unknown as Node).cmTile.view.dispatch({ changes, userEvent: 'input.type' }),
    { from, to, insert },
  )

/** What a browser's own correction, or an extension, does: it writes in the page. */
const rewrite = (field: Locator, becomes: [before: string, after: string][]) =>
  field.evaluate((node, all) => {
    for (const [before, after] of all) {
      const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT)
      for (let text = texts.nextNode() as Text | null; text; text = texts.nextNode() as Text | null)
        if (text.data.includes(before)) text.data = text.data.replace(before, after)
    }
  }, becomes)
/** As the keyboard's own correction replaces what is selected. */
const insertOver = (field: Locator, text: string, start: number, end: number) =>
  field.evaluate(
    (node, asked) => {
      const first = document.createTreeWalker(node, NodeFilter.SHOW_TEXT).nextNode()!
      getSelection()!.setBaseAndExtent(first, asked.start, first, asked.end)
      document.execCommand('insertText', false, asked.text)
    },
    { text, start, end },
  )

type Place = {
  name: string
  step: string
  field: (panel: Panel) => Locator
  shared: (summary: Summary) => string
}
const notes: Place = {
  name: 'the notes',
  step: 'Realiteit',
  field: ({ frame }) => frame.locator('.cm-content').first(),
  shared: ({ steps: all }) => all.map((one) => one.text).join(),
}
const field: Place = {
  name: 'a field of a commitment',
  step: 'Afspraken',
  field: ({ frame }) => frame.getByRole('textbox', { name: 'Wat ga je doen?' }),
  shared: ({ commitments }) => commitments.map((one) => one.what).join(),
}

/** Sanne and Milan, both with the same empty text before them. */
async function both({ step, field: of }: Place) {
  const meeting = meetings.shift()!
  const conversation = await tenant.conversation('sanne', 'milan', meeting)
  const sanne = await openPanel(browser, tenant, 'sanne', meeting)
  const milan = await openPanel(browser, tenant, 'milan', meeting)
  for (const panel of [sanne, milan]) await goTo(panel, steps, step)
  if (step === 'Afspraken') {
    await of(sanne).pressSequentially('.')
    await reads(of(milan), '.')
    await sanne.page.keyboard.press('Backspace')
    await reads(of(milan), '')
    // His caret would stand between the characters that a test counts.
    await stepButton(milan, steps).focus()
  }
  const [hers, his] = [of(sanne), of(milan)]
  await his.waitFor()
  await hers.click()
  return { conversation, sanne, milan, hers, his }
}
async function sharedIn(place: Place, { id }: Conversation, panel: Panel): Promise<string> {
  await stored(panel)
  const path = `/api/conversations/${id}/summary?scope=summary-and-commitments`
  return place.shared((await tenant.as('milan')<Summary>('GET', path)).body)
}

describe.each([notes, field])('characters in $name', (place) => {
  test('a character that is replaced by its neighbour is whole on both screens and in what is stored', async () => {
    const { conversation, sanne, milan, hers, his } = await both(place)
    const becomes: [string, string][] = [
      ['😀', '😁'],
      ['🇳🇱', '🇳🇴'],
      ['👍🏽', '👍🏿'],
      ['👩‍👩‍👧', '👩‍👩‍👦'],
      ['❤️', '❤'],
      ['𠮷', '𠮶'],
      ['é', 'e\u0301'],
    ]
    const lines = (which: 0 | 1) => becomes.map((one) => `x${one[which]}y`).join('\n')
    await sanne.page.keyboard.insertText(lines(0))
    await reads(his, lines(0))
    await rewrite(hers, becomes)
    for (const text of [hers, his]) await reads(text, lines(1))
    expect(await sharedIn(place, conversation, sanne)).toBe(lines(1))

    await sanne.page.keyboard.press('Control+a')
    await sanne.page.keyboard.insertText('hi 😀!')
    await insertOver(hers, '😂', 3, 5)
    for (const text of [hers, his]) await reads(text, 'hi 😂!')
    // A keyboard that sends the halves one after the other.
    await insertOver(hers, '\uD83D', 6, 6)
    await insertOver(hers, '\uDE0E', 6, 6)
    for (const text of [hers, his]) await reads(text, 'hi 😂!😎')
    expect(await sharedIn(place, conversation, sanne)).toBe('hi 😂!😎')
    // Taken back, it is as whole as it was.
    await sanne.page.keyboard.press('Control+z')
    await until(async () => ((await textOf(his)) === 'hi 😂!😎' ? null : true))
    expect((await textOf(hers)).isWellFormed()).toBe(true)
    await reads(his, await textOf(hers))

    // A browser leaves the caret of the other as text where it wrote over it.
    await sanne.page.keyboard.press('Control+a')
    await sanne.page.keyboard.insertText('hi there')
    await reads(his, 'hi there')
    await rewrite(hers, [['hi ', 'hi \u2060\u2060Milan Bakker\u2060you ']])
    for (const text of [hers, his]) await reads(text, 'hi you there')
    await sanne.close()
    await milan.close()
  })

  test('a word that is composed comes once, while the other types before, after and within it', async () => {
    const { conversation, sanne, milan, hers, his } = await both(place)
    const { compose, commit } = await inputMethod(sanne)
    let known = 'ab  cd'
    await sanne.page.keyboard.insertText(known)
    await reads(his, known)
    for (const [at, insert] of [
      [1, 'X'],
      [3, 'Y'],
      [5, 'Z'],
      [known.length, '\n'],
      [0, 'een regel\n'],
    ] as const) {
      await sanne.page.keyboard.press('Control+Home')
      const line = (await textOf(hers)).indexOf('  ') + 1
      for (let press = 0; press < line; press += 1) await sanne.page.keyboard.press('ArrowRight')
      const caret = await caretOf(hers)
      expect(caret).toBe(line)
      await compose(...japanese.slice(0, 6))
      const composing = `${known.slice(0, caret)}にほん${known.slice(caret)}`
      await reads(his, composing)
      const where = at === known.length ? composing.length : at
      await put(his, where, insert)
      await compose(...japanese.slice(6))
      // It comes to her after the word, and not in the middle of it.
      expect(await textOf(hers)).toBe(`${known.slice(0, caret)}${japaneseWord}${known.slice(caret)}`)
      await commit(japaneseWord)
      await until(async () => ((await textOf(hers)).includes(insert) ? true : null))
      await sanne.page.keyboard.insertText('|')
      await until(async () => ((await textOf(his)).includes('|') ? true : null))
      const text = await textOf(hers)
      await reads(his, text)
      expect([text.replace(insert, '').includes(`${japaneseWord}|`), text.split('ご').length]).toEqual([
        true,
        2,
      ])
      // Away with the word, for the next.
      await sanne.page.keyboard.press('Control+a')
      await sanne.page.keyboard.insertText((known = 'ab  cd'))
      await reads(his, known)
    }
    expect(await sharedIn(place, conversation, sanne)).toBe(known)
    await sanne.close()
    await milan.close()
  })

  test('undo takes back one’s own and gives back the other’s, typed within each other and deleted and typed anew', async () => {
    const { sanne, milan, hers, his } = await both(place)
    await sanne.page.keyboard.type('hello there')
    await reads(his, 'hello there')
    await put(his, 5, ' WORLD')
    await reads(hers, 'hello WORLD there')
    await sanne.page.keyboard.press('Control+z')
    for (const text of [hers, his]) await reads(text, ' WORLD')
    await sanne.page.keyboard.press('Control+y')
    for (const text of [hers, his]) await reads(text, 'hello WORLD there')
    await sanne.page.keyboard.press('Control+a')
    await sanne.page.keyboard.press('Delete')
    await reads(his, '')
    await put(his, 0, 'Milan ')
    await reads(hers, 'Milan ')
    await sanne.page.keyboard.press('Control+End')
    await sanne.page.keyboard.type('anew')
    await reads(his, 'Milan anew')
    // Typed soon after, it is taken back in one go with what was taken out.
    const isBack = async () => (await textOf(hers)).replace('Milan ', '') === 'hello WORLD there'
    for (let press = 0; press < 2 && !(await isBack()); press += 1)
      await sanne.page.keyboard.press('Control+z')
    expect([await isBack(), (await textOf(hers)).includes('Milan ')]).toEqual([true, true])
    await reads(his, await textOf(hers))
    await sanne.close()
    await milan.close()
  })
})

describe('a word that is composed in the notes', () => {
  test('another name of the step changes nothing of it, and the end of the 1-on-1s leaves what was composed', async () => {
    const { conversation, sanne, milan, hers, his } = await both(notes)
    const { compose, commit } = await inputMethod(sanne)
    const name = await hers.getAttribute('aria-label')
    await compose(...japanese.slice(0, 6))
    await tenant.as('milan')('PUT', `/api/conversations/${conversation.id}/template`, {
      templateId: 'steering',
    })
    await until(async () => ((await hers.getAttribute('aria-label')) === name ? null : true))
    await compose(...japanese.slice(6))
    await commit(japaneseWord)
    for (const text of [hers, his]) await reads(text, japaneseWord)

    await compose('に')
    await stored(sanne)
    expect((await tenant.as('milan')('POST', `/api/pairs/${conversation.pair.id}/end`)).status).toBe(200)
    await until(async () => ((await hers.getAttribute('aria-readonly')) === 'true' ? true : null))
    await compose('にh')
    await commit('にh')
    for (const text of [hers, his]) await reads(text, `${japaneseWord}に`)
    await sanne.closeLoud()
    await milan.closeLoud()
  })

  test('a word that is refused keeps nothing back of what the other types', async () => {
    const { sanne, milan, hers, his } = await both(notes)
    await sanne.page.keyboard.insertText('x'.repeat(textLimits.step))
    await expect.poll(() => textOf(his).then(({ length }) => length)).toBe(textLimits.step)
    await sanne.page.clock.install()
    await hers.click()
    const { compose } = await inputMethod(sanne)
    // Of a timer that waits for the end of the word nothing comes any more.
    await sanne.page.clock.pauseAt(Date.now() + 60_000)
    await compose('に', 'にh')
    await sanne.frame.getByRole('alert').filter({ hasText: 'Dit past niet' }).waitFor()
    await put(his, 0, 'Z', 1)
    await expect.poll(() => textOf(hers).then((text) => text[0]), { timeout: 60_000 }).toBe('Z')
    await sanne.page.clock.resume()
    await sanne.close()
    await milan.close()
  })

  test('a word for which there is no room is refused and said to be, and leaves nothing behind', async () => {
    meetings = await tenant.meetings('sanne', 'Aylin')
    const meeting = meetings[0]!
    await tenant.conversation('sanne', 'aylin', meeting)
    const panel = await openPanel(browser, tenant, 'sanne', meeting)
    await goTo(panel, steps, notes.step)
    const text = notes.field(panel)
    await text.click()
    const { compose, commit } = await inputMethod(panel)
    const room = 1
    const before = 'x'.repeat(textLimits.step - room)
    await panel.page.keyboard.insertText(before)
    await compose(...japanese)
    await panel.frame.getByRole('alert').filter({ hasText: 'Dit past niet' }).waitFor()
    await commit(japaneseWord)
    expect((await textOf(text)).slice(before.length)).toBe('に')
    await panel.page.keyboard.press('Backspace')
    await panel.page.keyboard.press('Backspace')
    await compose('é')
    await commit('é')
    expect((await textOf(text)).slice(before.length - 1)).toBe('é')
    await stored(panel)
    await panel.close()
  })
})
