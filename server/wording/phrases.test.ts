import { describe, expect, it } from 'vitest'
import { calendar } from './calendar.ts'
import { asTyped, findAll, phrases, vocabulary, wordsOf } from './phrases.ts'

const found = (text: string, when: string[], except: string[] = [], named = {}) => {
  const words = wordsOf(text)
  return findAll(words, vocabulary({ when, except }, named)).map((one) => asTyped(text, words, one))
}

describe('splitting a text into words', () => {
  const textsOf = (text: string) => wordsOf(text).map((one) => one.text)
  it('words compare without case, stress accents and shape of apostrophe', () => {
    expect(textsOf('Dit kan ÉCHT niet; don’t')).toEqual(['dit', 'kan', 'echt', 'niet', "don't"])
    expect(textsOf('vo\u0301o\u0301r')).toEqual(['voor'])
  })
  it('the number “één” is told apart from the article “een”', () =>
    expect(textsOf('één een')).toEqual(['één', 'een']))
  it('times, dates and decimal numbers are single words, and other joined words are split', () => {
    expect(textsOf('9:00, 3/6, 2026-06-12, 2,5. af.en/of 12%')).toEqual([
      ...['9:00', '3/6', '2026-06-12', '2,5', 'af', 'en', 'of', '12'],
    ])
  })
  it('every word knows the clause and the sentence that it is in', () => {
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

describe('matching phrases', () => {
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
  ])('a phrase can match %s', (_name, phrase, text, expected) =>
    expect(found(text, [phrase])).toEqual(expected),
  )
  it('a phrase matches within one clause only', () =>
    expect(found('a, b. a\nb a but b', ['a b', 'a .. b'])).toEqual([]))
  it('a phrase can contain other phrases by their name', () => {
    const named = { fruit: phrases(['red? apple', 'pear']) }
    expect(found('a red apple pie, a pear pie', ['<fruit> pie'], [], named)).toEqual([
      'red apple pie',
      'apple pie',
      'pear pie',
    ])
    expect(() => phrases(['<fruit>'])).toThrow('<fruit>')
  })
  it('a phrase does not match inside an excepted phrase', () => {
    expect(found('per ongeluk, een ongeluk', ['ongeluk'], ['per ongeluk'])).toEqual(['ongeluk'])
  })
  it('a phrase does not match across a line break', () =>
    expect(found('Het IS\n  niet', ['is niet'])).toEqual([]))
  it('a matched phrase is reported as it was typed, on one line', () =>
    expect(found('Het IS \t niet', ['is niet'])).toEqual(['IS niet']))
})

describe('recognising a day', () => {
  it.each([
    '1 juni',
    'June 1st',
    '12th of June',
    '2026-06-12',
    '12-6',
    '3/6',
    'Vrijdagmiddag',
    'this evening',
  ])('the text “%s” is recognised as a day', (text) =>
    expect(found(`op ${text}`, ['<day>'], [], calendar)[0]).toBe(text),
  )
  it.each(['juni', '12', 'may I', '45/46', '1.5', 'zondagskind'])(
    'the text “%s” is not recognised as a day',
    (text) => expect(found(text, ['<day>'], [], calendar)).toEqual([]),
  )
})
