import { expect, test } from 'vitest'
import { withoutCarets } from './others-carets.ts'

test.each([
  ['a name at a caret', 'ab  cd\u2060\u2060Milan Bakker\u2060', 'ab  cd'],
  ['two carets', '\u2060\u2060Sanne\u2060a\u2060\u2060Milan\u2060b', 'ab'],
  ['a caret without a name', 'a\u2060\u2060\u2060b', 'ab'],
  ['nothing of a caret', 'Milan Bakker', 'Milan Bakker'],
  ['a word joiner that somebody typed', 'a\u2060b', 'a\u2060b'],
])('of %s only what was typed is kept', (_what, text, typed) => {
  expect(withoutCarets(text)).toBe(typed)
})

test.each([
  ['alone in the last line', 'ab  cd\n\u2060\u2060Milan Bakker\u2060', 'ab  cd'],
  ['alone in a line between two', 'ab\n\u2060\u2060Milan\u2060\ncd', 'ab\ncd'],
  ['in a line with something typed', 'ab\n\u2060\u2060Milan\u2060cd', 'ab\ncd'],
  ['behind an empty line', 'ab\n\n\u2060\u2060Milan\u2060', 'ab\n'],
])('a caret %s keeps no line of its own in what is written over', (_where, text, typed) => {
  expect(withoutCarets(text, true)).toBe(typed)
  // Where nobody writes over it the line is one of the text.
  expect(withoutCarets(text)).toBe(text.replace(/\u2060\u2060[^\u2060]*\u2060/, ''))
})
