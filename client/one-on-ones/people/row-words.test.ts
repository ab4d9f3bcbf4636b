import { describe, expect, it } from 'vitest'
import type { Rhythm } from '../../../server/contract/one-on-ones.ts'
import { nextInWords, rhythmInWords } from './row-words.ts'

const now = '2026-06-02T08:00:00Z'
const rhythm = (more: Partial<Rhythm>, everyWeeks: Rhythm['agreed']['everyWeeks'] = null): Rhythm => ({
  state: 'kept',
  everyDays: null,
  last: null,
  agreed: { everyWeeks, by: null, at: null, revision: 0 },
  ...more,
})

describe('rhythm of a row', () => {
  it('the agreed interval, else the usual one in weeks, else nothing', () => {
    expect(rhythmInWords(rhythm({ everyDays: 14 }, 2), now, 'nl')).toBe('elke 2 weken')
    expect(rhythmInWords(rhythm({ everyDays: 8 }), now, 'nl')).toBe('elke week')
    expect(rhythmInWords(rhythm({ everyDays: 2 }), now, 'en')).toBe('every 2 days')
    expect(rhythmInWords(rhythm({ state: 'new' }), now, 'nl')).toBe('')
  })
  it('a rhythm that slips says for how long it has been silent', () => {
    const slipping = { state: 'slipping', everyDays: 7 } as const
    expect(rhythmInWords(rhythm({ ...slipping, last: '2026-05-10T08:00:00Z' }), now, 'nl')).toBe(
      '3 weken stil',
    )
    expect(rhythmInWords(rhythm({ ...slipping, last: '2026-05-23T08:00:00Z' }), now, 'en')).toBe(
      '10 days silent',
    )
  })
  it('one that slips for the next is planned too late keeps its interval', () => {
    const late = rhythm({ state: 'slipping', everyDays: 7, last: '2026-05-31T08:00:00Z' }, 1)
    expect(rhythmInWords(late, now, 'nl')).toBe('elke week')
  })
})

describe('next conversation of a row', () => {
  const next = (start: string) => nextInWords(start, now, 'nl', 'UTC')
  it('today and tomorrow with its time, within a week with its day, after that with its date', () => {
    expect(next('2026-06-02T10:30:00Z')).toBe('Straks 10:30')
    expect(next('2026-06-03T10:30:00Z')).toBe('Morgen 10:30')
    expect(next('2026-06-05T10:30:00Z')).toBe('vrijdag')
    expect(next('2026-06-16T10:30:00Z')).toBe('16 juni')
  })
  it('one that has begun is now', () => {
    expect(next('2026-06-02T07:55:00Z')).toBe('Nu')
  })
})
