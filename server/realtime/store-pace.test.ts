import { describe, expect, test } from 'vitest'
import { pauseOf, placesOf, storeAfter } from './store-pace.ts'

/** When each of so many documents that all change at every moment is stored, by the times of day; milliseconds. */
function storedAt(count: number, until: number) {
  const waiting = new Map(Array.from({ length: count }, (_one, at) => [at, 0]))
  const times = Array.from({ length: count }, (): number[] => [0])
  const crowds: number[] = []
  for (let now = 0; now < until; now += pauseOf(waiting.size)) {
    const turn = [...waiting]
      .filter(([, since]) => since <= now - storeAfter)
      .slice(0, placesOf(waiting.size))
    crowds.push(turn.length)
    for (const [at] of turn) {
      times[at]?.push(now)
      waiting.delete(at)
      waiting.set(at, now)
    }
  }
  return { times, crowds }
}

describe('pace of storing documents', () => {
  test.each([
    [1, 550, 1],
    [10, 730, 1],
    [100, 1800, 6],
    [500, 4600, 9],
    [1000, 8200, 10],
  ])(
    'each of %i documents that change all the time is stored within %i ms, at most %i at once',
    (count, most, atOnce) => {
      const { times, crowds } = storedAt(count, 30_000)
      const pauses = times.flatMap((one) => one.slice(1).map((at, n) => at - (one[n] ?? 0)))
      expect(Math.max(...pauses)).toBeLessThanOrEqual(most)
      expect(Math.max(...crowds)).toBe(atOnce)
      // Nobody is left out at the end.
      expect(Math.min(...times.map((one) => one.at(-1) ?? 0))).toBeGreaterThan(30_000 - most)
    },
  )
})
