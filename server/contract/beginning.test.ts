import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { beginning } from './beginning.ts'

describe('the beginning of a text', () => {
  test.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'abc'],
    ['ab😀', 3, 'ab'],
    ['ab🇳🇱🇧🇪', 6, 'ab🇳🇱'],
    ['ab👍🏽', 4, 'ab'],
    ['x👩‍👩‍👧', 6, 'x'],
    ['cafe\u0301', 4, 'caf'],
    ['❤️!', 1, '❤'],
    ['a\r\nb', 2, 'a'],
    ['𠮷野家', 3, '𠮷野'],
  ])('%s in %i units is %s', (text, most, first) => {
    expect(beginning(text, most)).toBe(first)
  })

  test('it is the beginning, fits, and is well-formed; with letters alone it is as long as it may be', () => {
    const signs = fc.constantFrom('a', '😀', '🇳🇱', '👍🏽', '👩‍👩‍👧', 'e\u0301', '𠮷', '\u0301'.repeat(150))
    const texts = fc.array(signs, { minLength: 1, maxLength: 30 }).map((some) => some.join(''))
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 40 }), (text, most) => {
        const first = beginning(text, most)
        expect(text.startsWith(first) && first.length <= most && first.isWellFormed()).toBe(true)
        expect(beginning('x'.repeat(50), most)).toHaveLength(most)
      }),
    )
  })
})
