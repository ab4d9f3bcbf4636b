import { describe, expect, test } from 'vitest'
import { isDeeperThan } from './json-depth.ts'

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

describe('depth of JSON', () => {
  test('a text is too deep from one level beyond the limit', () => {
    expect([isDeeperThan(3, nested(3)), isDeeperThan(3, nested(4))]).toEqual([false, true])
    expect([isDeeperThan(3, '{"a":[{"b":1}]}'), isDeeperThan(2, '{"a":[{"b":1}]}')]).toEqual([false, true])
  })
  test('levels beside each other do not add up', () => {
    expect(isDeeperThan(2, `[${'[],'.repeat(1000)}[]]`)).toBe(false)
  })
  test('brackets within strings do not count, whatever is escaped there', () => {
    for (const text of ['[[[[', '\\', '"[[[[', '\\"[[[[', '\n[[[[{{{{'])
      expect(isDeeperThan(1, JSON.stringify([text, text]))).toBe(false)
    expect(isDeeperThan(2, '["\\\\",[[]]]')).toBe(true)
  })
  test('a text that is no JSON is looked at all the same', () => {
    expect(isDeeperThan(10, '['.repeat(50_000))).toBe(true)
    expect(isDeeperThan(10, '"never ends')).toBe(false)
  })
})
