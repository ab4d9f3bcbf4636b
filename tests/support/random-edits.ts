import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import { editor, goTo, stored, type Panel } from './panels.ts'
import type { Tenant } from './tenant.ts'
import { until } from './until.ts'
import type { Summary } from '../../server/contract/conversation.ts'

/** The text that an editor holds, by CodeMirror itself: the screen shows carets in between, and only what is in view. */
export const textIn = (panel: Panel, step: string): Promise<string> =>
  editor(panel, step).evaluate((node) => {
    const { view } = (node as unknown as { cmTile: { view: { state: { doc: object } } } }).cmTile
    return String(view.state.doc)
  })

/** Each person's own signs: those that stay, and those that they take out again. Nobody else touches them. */
export const signs = {
  sanne: { kept: 'ABCDEFGHIJKLM', taken: 'a' },
  milan: { kept: 'NOPQRSTUVWXYZ', taken: 'z' },
}

/**
 * Makes random edits in a real editor, as its own transactions of typing: most put in a sign that stays somewhere,
 * one in three puts in or takes out one of the person's passing signs.
 * @returns how often each sign was put in and not taken out
 */
export const editAtRandom = (
  panel: Panel,
  step: string,
  edits: number,
  mine: { kept: string; taken: string },
  restEvery: number,
): Promise<Record<string, number>> =>
  editor(panel, step).evaluate(
    async (node, asked) => {
      type View = {
        state: { doc: { length: number } }
        dispatch(change: object): void
      }
      const { view } = (node as unknown as { cmTile: { view: View } }).cmTile
      const made: Record<string, number> = {}
      const put = (sign: string) => {
        const from = Math.floor(Math.random() * (view.state.doc.length + 1))
        view.dispatch({ changes: { from, insert: sign }, userEvent: 'input.type' })
        made[sign] = (made[sign] ?? 0) + 1
      }
      for (let edit = 0; edit < asked.edits; edit += 1) {
        const chance = Math.random()
        const passing = String(view.state.doc).indexOf(asked.taken)
        if (chance > 0.33) put(asked.kept.charAt(Math.floor(Math.random() * asked.kept.length)))
        else if (chance > 0.17 || passing < 0) put(asked.taken)
        else {
          view.dispatch({ changes: { from: passing, to: passing + 1 }, userEvent: 'delete.backward' })
          made[asked.taken] = (made[asked.taken] ?? 0) - 1
        }
        if (edit % asked.restEvery === 0) await new Promise((resolve) => setTimeout(resolve, 10))
      }
      return made
    },
    { edits, ...mine, restEvery },
  )

/**
 * Two people edit one text at random while their connections break and the server is killed; then both screens and
 * what is stored are compared, and every sign is counted.
 * @returns how many edits were made, how long the text is, and how large its document in bytes
 */
export async function typeTogether(
  tenant: Tenant,
  people: { sanne: Panel; milan: Panel; cut: (who: 'sanne' | 'milan') => Promise<void> },
  conversationId: string,
  options: { edits: number; rounds: number; restEvery: number },
): Promise<{ edits: number; length: number }> {
  const step = 'Realiteit'
  const { sanne, milan, cut } = people
  for (const panel of [sanne, milan]) {
    await goTo(panel, 'Stappen van het gesprek', step)
    await editor(panel, step).waitFor()
    await stored(panel)
  }
  const wanted: Record<string, number> = {}
  const each = Math.ceil(options.edits / options.rounds / 2)
  for (let round = 0; round < options.rounds; round += 1) {
    const editing = Promise.all([
      editAtRandom(sanne, step, each, signs.sanne, options.restEvery),
      editAtRandom(milan, step, each, signs.milan, options.restEvery),
    ])
    await pause(20)
    if (round === 1) {
      await tenant.launched.kill()
      await tenant.launched.startProduct()
    } else await cut(round % 2 ? 'sanne' : 'milan')
    for (const made of await editing)
      for (const [sign, count] of Object.entries(made)) wanted[sign] = (wanted[sign] ?? 0) + count
  }
  const path = `/api/conversations/${conversationId}/summary?scope=summary-and-commitments`
  const text = await until(async () => {
    const [a, b] = [await textIn(sanne, step), await textIn(milan, step)]
    return a === b ? a : null
  }, 60_000)
  for (const panel of [sanne, milan]) await stored(panel)
  const counted: Record<string, number> = {}
  for (const sign of text) counted[sign] = (counted[sign] ?? 0) + 1
  const nothing = Object.fromEntries(Object.entries(wanted).filter(([, count]) => count !== 0))
  expect(counted).toEqual(nothing)
  // Said to be stored: so it is there after a power cut.
  await tenant.launched.kill()
  await tenant.launched.startProduct()
  const { body } = await tenant.as('milan')<Summary>('GET', path)
  expect(body.steps.map((one) => one.text)).toEqual([text])
  return { edits: each * 2 * options.rounds, length: text.length }
}
