import { describe, expect, test } from 'vitest'
import { questions as library } from '../content/questions.ts'
import type { FoundQuestion } from '../contract/question.ts'
import { search } from './search.ts'

const all: FoundQuestion[] = library.map((one) => ({ ...one, source: 'library', favourite: false }))
const own: FoundQuestion = {
  ...all[0]!,
  id: 'own-1',
  text: { nl: 'Wat zegt Aylin’s cliënt?', en: 'Wat zegt Aylin’s cliënt?' },
}
const ids = (words: string, language: 'nl' | 'en' = 'nl') =>
  search([...all, own], { words, language }).map((one) => one.id)

describe('question search', () => {
  test('a search ignores accents, capitals and the shape of an apostrophe', () => {
    for (const words of ['cliënt', 'CLIENT', "aylin's", 'AYLİN’S'.replace('İ', 'I'), 'clie\u0308nt'])
      expect(ids(words), words).toEqual(['own-1'])
  })

  test('a search matches all words in the language of the reader', () => {
    expect(ids('drie dingen')).toContain('options-three')
    expect(ids('drie dingen', 'en')).toEqual([])
    expect(ids('three things', 'en')).toContain('options-three')
    expect(ids('drie zebra')).toEqual([])
    expect(ids('  ')).toHaveLength(all.length + 1)
  })

  test('questions that contain the word come before questions that are only about it', () => {
    const found = search(all, { words: 'kiezen', language: 'nl' })
    const says = found.map((one) => one.text.nl.toLowerCase().includes('kiezen'))
    expect(found.length).toBeGreaterThan(0)
    expect([...says].sort((a, b) => Number(b) - Number(a))).toEqual(says)
  })

  test('a search filters by theme and phase', () => {
    const found = search(all, { words: '', theme: 'ownership', phase: 'follow-up', language: 'nl' })
    expect(found.map((one) => one.id)).toEqual(['follow-next', 'follow-keep', 'follow-mean'])
  })

  test.each([
    [
      'nl',
      ['feedback', 'samenwerken', 'doelen', 'schaal', 'motivatie', 'conflict', 'werkdruk', 'vertrouwen'],
    ],
    ['nl', ['opvolging', 'reflectie', 'eigenaarschap', 'belemmering', 'cijfer', 'waardering', 'grenzen']],
    ['en', ['feedback', 'goals', 'motivation', 'conflict', 'blocked', 'scale', 'collaboration', 'workload']],
    ['en', ['follow-up', 'reflection', 'ownership', 'trust', 'appreciation', 'working together', 'learning']],
  ] as const)(
    'obvious search words find some questions, but less than half of them: %s %s',
    (language, words) => {
      for (const word of words) {
        const found = search(all, { words: word, language })
        expect(found.length, word).toBeGreaterThanOrEqual(2)
        expect(found.length, word).toBeLessThan(all.length / 2)
      }
    },
  )

  test('a question written by a user is found by its theme, phase and kind', () => {
    const mine: FoundQuestion = { ...own, theme: 'ownership', phases: ['blockers'], kind: 'scale' }
    for (const words of ['eigenaarschap', 'belemmering', 'schaal', 'schaal cliënt'])
      expect(
        search([mine], { words, language: 'nl' }).map((one) => one.id),
        words,
      ).toEqual(['own-1'])
  })
})
