import { describe, expect, it } from 'vitest'
import { calendar } from './calendar.ts'
import { asTyped, findAll, phrases, vocabulary, wordsOf } from './phrases.ts'

const found = (text: string, when: string[], except: string[] = [], named = {}) => {
  const words = wordsOf(text)
  return findAll(words, vocabulary({ when, except }, named)).map((one) => asTyped(text, words, one))
}

describe('the words of a text', () => {
  const textsOf = (text: string) => wordsOf(text).map((one) => one.text)
  it('compare without case, stress and sort of apostrophe', () => {
    expect(textsOf('Dit kan ÉCHT niet; don’t')).toEqual(['dit', 'kan', 'echt', 'niet', "don't"])
    expect(textsOf('vo\u0301o\u0301r')).toEqual(['voor'])
  })
  it('tell how many from a', () => expect(textsOf('één een')).toEqual(['één', 'een']))
  it('hold times, dates and numbers together, and nothing else', () => {
    expect(textsOf('9:00, 3/6, 2026-06-12, 2,5. af.en/of 12%')).toEqual([
      ...['9:00', '3/6', '2026-06-12', '2,5', 'af', 'en', 'of', '12'],
    ])
  })
  it('know where a clause and a sentence end', () => {
    const clauses = wordsOf('a b, c maar d. e').map(({ clause, sentence }) => [clause, sentence])
    expect(clauses).toEqual([
      ...[
        [0, 0],
        [0, 0],
        [1, 0],
        [2, 0],
        [2, 0],
      ],
      [3, 1],
    ])
  })
})

describe('a phrase', () => {
  it.each([
    ['one of some words', 'a|b', 'x B', ['B']],
    ['words behind each other', 'a b', 'a b, a, b, ab', ['a b']],
    ['a word that may be missing', 'a b? c', 'a c; a b c; a x c', ['a c', 'a b c']],
    ['any word', 'a * c', 'a x c; a c', ['a x c']],
    ['how a word begins', 'ab*', 'ab abc xab', ['ab', 'abc']],
    ['how a word ends', '*ab', 'ab cab abx', ['ab', 'cab']],
    ['a number', '# uur', '9 uur, tien uur', ['9 uur']],
    ['up to three words between', 'a .. b', 'a b; a 1 2 3 b; a 1 2 3 4 b', ['a b', 'a 1 2 3 b']],
    ['accents in the list too', 'geïnteresseerd', 'geinteresseerd', ['geinteresseerd']],
  ])('is %s', (_name, phrase, text, expected) => expect(found(text, [phrase])).toEqual(expected))
  it('stands in one clause', () => expect(found('a, b. a\nb a but b', ['a b', 'a .. b'])).toEqual([]))
  it('can hold other phrases, by their name', () => {
    const named = { fruit: phrases(['red? apple', 'pear']) }
    expect(found('a red apple pie, a pear pie', ['<fruit> pie'], [], named)).toEqual([
      'red apple pie',
      'apple pie',
      'pear pie',
    ])
    expect(() => phrases(['<fruit>'])).toThrow('<fruit>')
  })
  it('is none where it is part of another that means something else', () => {
    expect(found('per ongeluk, een ongeluk', ['ongeluk'], ['per ongeluk'])).toEqual(['ongeluk'])
  })
  it('is told as it was typed', () => expect(found('Het IS\n  niet', ['is niet'])).toEqual([]))
  it('is told on one line', () => expect(found('Het IS \t niet', ['is niet'])).toEqual(['IS niet']))
})

describe('a day', () => {
  it.each([
    '1 juni',
    'June 1st',
    '12th of June',
    '2026-06-12',
    '12-6',
    '3/6',
    'Vrijdagmiddag',
    'this evening',
  ])('is %s', (text) => expect(found(`op ${text}`, ['<day>'], [], calendar)[0]).toBe(text))
  it.each(['juni', '12', 'may I', '45/46', '1.5', 'zondagskind'])('is not %s', (text) =>
    expect(found(text, ['<day>'], [], calendar)).toEqual([]),
  )
})
