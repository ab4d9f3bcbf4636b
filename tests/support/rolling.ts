import { setTimeout } from 'node:timers/promises'
import { expect } from 'vitest'
import type { Tenant } from './tenant.ts'
import { typist } from './typist.ts'
import { until } from './until.ts'

/** A page every fifth of a second is far below what one person may ask for in a minute, however long the update takes. */
const PAUSE_MS = 200

/** Somebody who opens one page after the other, until they are told to stop. */
function visitor(url: string, token: string) {
  const wrong: unknown[] = []
  let visits = 0
  let isOn = true
  async function visit(): Promise<void> {
    while (isOn) {
      try {
        const answer = await fetch(`${url}/api/one-on-ones`, {
          headers: { authorization: `Bearer ${token}` },
        })
        await answer.text()
        if (answer.status !== 200) wrong.push(answer.status)
      } catch (error) {
        wrong.push(error)
      }
      visits += 1
      await setTimeout(PAUSE_MS)
    }
  }
  const visiting = visit()
  return {
    visits: () => visits,
    /** @returns what was not answered as it should be */
    stop: async () => {
      isOn = false
      await visiting
      return wrong
    },
  }
}

/**
 * Replaces two servers one after the other, as an update does, while two people type and one of them opens pages through
 * the proxy at this address. Nothing may be refused or lost.
 * @param isWhole does the proxy lead to both servers again?
 */
export async function replaceWhileTyping(
  tenant: Tenant,
  url: string,
  conversationId: string,
  isWhole: () => boolean | Promise<boolean>,
): Promise<void> {
  const join = (user: string, name: string) =>
    typist({ url, conversationId, name, token: () => tenant.token(user) })
  const both = [await join('sanne', 'S'), await join('milan', 'M')]
  const reader = visitor(url, await tenant.token('sanne', 'api'))
  for (const one of both) one.begin()
  const goOn = () => {
    const [visits, stored] = [reader.visits(), both.map((one) => one.stored().length)]
    const isFurther = () => both.every((one, at) => one.stored().length > stored[at]! + 20)
    return until(async () => (reader.visits() > visits + 5 && isFurther() ? true : null))
  }
  for (const at of [0, 1]) {
    await goOn()
    await tenant.launched.stop(at)
    await goOn()
    await tenant.launched.startProduct(undefined, at)
    await until(async () => ((await isWhole()) ? true : null))
  }
  await goOn()
  for (const one of both) one.stop()
  expect(await reader.stop()).toEqual([])

  const all = both.flatMap((one) => one.typed())
  const late = await join('milan', 'L')
  await until(async () => {
    const texts = [...both, late].map((one) => one.text())
    return new Set(texts).size === 1 && all.every((word) => texts[0]?.includes(word)) ? true : null
  })
  for (const one of [...both, late]) one.provider.destroy()
}
