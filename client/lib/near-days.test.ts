import { describe, expect, it } from 'vitest'
import { dueInWords, soonInWords } from './near-days.ts'

describe('days that come', () => {
  const now = '2026-06-02T20:30:00.000Z'
  it.each([
    ['2026-06-02T21:30:00.000Z', 'nl', 'Straks 23:30'],
    ['2026-06-02T22:30:00.000Z', 'nl', 'Morgen 00:30'],
    ['2026-06-03T12:00:00.000Z', 'en', 'Tomorrow 14:00'],
    ['2026-06-05T12:00:00.000Z', 'nl', 'vr 14:00'],
    ['2026-06-08T12:00:00.000Z', 'en', 'Mon 14:00'],
  ] as const)('a conversation at %s is said in %s as "%s"', (start, language, words) => {
    expect(soonInWords(start, now, language, 'Europe/Amsterdam')).toBe(words)
  })

  it('a conversation of a week ahead has its date', () => {
    expect(soonInWords('2026-06-09T12:00:00.000Z', now, 'nl', 'Europe/Amsterdam')).toMatch(
      /^di 9 juni.*14:00$/,
    )
  })

  it.each([
    ['2026-06-02', 'nl', 'vandaag'],
    ['2026-06-02', 'en', 'today'],
    ['2026-06-03', 'nl', 'morgen'],
    ['2026-06-05', 'nl', 'vr'],
    ['2026-06-05', 'en', 'Fri'],
    ['2026-06-09', 'nl', 'di 9 juni'],
    ['2026-05-29', 'nl', 'vr 29 mei'],
  ] as const)('a day %s is said in %s as "%s"', (due, language, words) => {
    expect(dueInWords(due, '2026-06-02', language)).toBe(words)
  })
})
