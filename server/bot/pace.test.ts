import { describe, expect, test } from 'vitest'
import { pace } from './pace.ts'

describe('rate limiter per tenant', () => {
  test('calls of one tenant pass in order at the given rate without delaying another tenant', async () => {
    const turn = pace(20)
    const went: string[] = []
    const began = performance.now()
    await Promise.all(
      ['a', 'a', 'a', 'a', 'a', 'b'].map(async (key, at) => {
        await turn(key)
        went.push(`${key}${at}`)
      }),
    )
    // Five at twenty a second are four pauses of fifty milliseconds; timers may be a moment early.
    expect(performance.now() - began).toBeGreaterThan(190)
    expect(went.slice(0, 2).sort()).toEqual(['a0', 'b5'])
    expect(went.filter((one) => one.startsWith('a'))).toEqual(['a0', 'a1', 'a2', 'a3', 'a4'])
  })
})
