import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { retry } from './retry.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** Fails so often, and notes when it was asked. */
function failing(times: number) {
  const asked: number[] = []
  const work = () => {
    asked.push(performance.now())
    return asked.length > times ? Promise.resolve('done') : Promise.reject(new Error(`no ${asked.length}`))
  }
  return { work, asked }
}
const pausesOf = (asked: number[]) => asked.slice(1).map((at, before) => at - (asked[before] ?? 0))

test('it is tried again until it succeeds, with pauses that grow up to five seconds', async () => {
  const { work, asked } = failing(7)
  const done = retry(work)
  await vi.runAllTimersAsync()
  expect(await done).toBe('done')
  expect(pausesOf(asked)).toEqual([500, 1000, 2000, 4000, 5000, 5000, 5000])
})

test('it is given up with its own error once it is hopeless', async () => {
  const { work, asked } = failing(7)
  const done = retry(work, async () => asked.length === 3)
  const refused = expect(done).rejects.toThrow('no 3')
  await vi.runAllTimersAsync()
  await refused
  expect(asked).toHaveLength(3)
})
