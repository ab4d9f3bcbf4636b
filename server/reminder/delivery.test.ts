import { describe, expect, test } from 'vitest'
import { retryIn, sendingOf } from './delivery.ts'

describe('outcome of a delivery attempt', () => {
  test.each([
    [0, 'again'],
    [412, 'again'],
    [429, 'again'],
    [502, 'again'],
    [504, 'again'],
    [403, 'blocked'],
    [404, 'absent'],
    [400, 'refused'],
    [413, 'refused'],
  ])('the HTTP status %i means the outcome %s', (status, kind) => {
    expect(sendingOf(status, 'code')).toMatchObject({ ok: false, kind, code: 'code' })
  })
})

describe('retry delay of a delivery', () => {
  test('a retry delay grows up to a maximum, has jitter and honours Retry-After', () => {
    expect(retryIn(1, undefined, 1)).toBe(4000)
    expect(retryIn(2, undefined, 1)).toBe(8000)
    expect(retryIn(2, undefined, 0)).toBe(4000)
    expect(retryIn(30, undefined, 1)).toBe(15 * 60_000)
    expect(retryIn(5, 7, 0.5)).toBe(7500)
  })
})
