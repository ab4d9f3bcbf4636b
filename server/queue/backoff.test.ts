import { describe, expect, test } from 'vitest'
import { retryIn } from './backoff.ts'

const backoff = { first: 2000, most: 15 * 60_000 }

describe('back-off', () => {
  test('doubles with each attempt, up to its most, however often it failed', () => {
    expect(retryIn(backoff, 1, undefined, 1)).toBe(4000)
    expect(retryIn(backoff, 2, undefined, 1)).toBe(8000)
    expect(retryIn(backoff, 30, undefined, 1)).toBe(15 * 60_000)
    expect(retryIn(backoff, 100_000, undefined, 1)).toBe(15 * 60_000)
  })

  test('spreads what failed together over half of its time', () => {
    expect(retryIn(backoff, 2, undefined, 0)).toBe(4000)
    expect(retryIn(backoff, 2, undefined, 0.5)).toBe(6000)
  })

  test('what the service asked for decides', () => {
    expect(retryIn(backoff, 5, 7, 0.5)).toBe(7500)
    expect(retryIn(backoff, 5, 0, 0)).toBe(0)
  })
})
