import { expect, test } from 'vitest'
import { publicationWords } from '../../conversation/publication-words.ts'
import { waitingReasons, type Publication } from '../../../server/contract/publication.ts'
import { dayInWords, momentInWords } from '../dates.ts'
import { en } from './en.ts'
import { nl } from './nl.ts'

/** Every text with the way to it; what is made by a function is made with these. */
function flat(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'function') return [[path, String((value as (...args: unknown[]) => unknown)(3, 'x'))]]
  if (typeof value === 'string') return [[path, value]]
  return Object.entries(value as object).flatMap(([key, one]) => flat(one, `${path}.${key}`))
}

test('Dutch and English have the same texts, none empty, none the same', () => {
  const [dutch, english] = [new Map(flat(nl)), new Map(flat(en))]
  expect([...dutch.keys()]).toEqual([...english.keys()])
  for (const [path, text] of dutch) {
    expect(text.trim(), path).not.toBe('')
    expect(english.get(path)?.trim(), path).not.toBe('')
    expect(english.get(path), path).not.toBe(text)
  }
})

const waiting: Publication = {
  state: 'waiting',
  reason: null,
  scope: 'commitments-only',
  target: null,
  publishedAt: null,
}
test('each reason to wait is explained, in both languages', () => {
  for (const texts of [nl, en]) {
    const words = waitingReasons.map((reason) => publicationWords({ ...waiting, reason }, texts, 'nl'))
    expect(new Set(words).size).toBe(waitingReasons.length)
  }
})

test('what is published is told with the day in the reader’s own zone', () => {
  const target = { subject: '1-op-1', start: '2026-03-29T22:30:00Z' }
  const published: Publication = { ...waiting, state: 'published', target }
  expect(publicationWords(published, nl, 'nl', 'Europe/Amsterdam')).toContain('ma 30 maart om 00:30')
  expect(publicationWords(published, en, 'en', 'America/New_York')).toContain('Sun 29 March at 18:30')
})

test('days have no zone; moments have the reader’s', () => {
  expect(dayInWords('2026-06-09', 'nl')).toBe('di 9 juni')
  expect(momentInWords('2026-06-09T08:30:00Z', 'en', 'Asia/Kathmandu')).toContain('14:15')
})
