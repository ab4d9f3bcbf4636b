import { describe, expect, it } from 'vitest'
import { dayInWords, dayOf, momentInWords, zoneInWords, dueInWords, soonInWords } from './dates.ts'

describe('a day in words', () => {
  it('a day is the same in every time zone of the machine', () => {
    expect(dayInWords('2026-06-05', 'nl')).toBe('vr 5 juni')
    expect(dayInWords('2026-06-05', 'en')).toMatch(/^Fri,? 5 June$/)
  })
  it('a day on which the clocks change is written as that day', () => {
    expect(dayInWords('2026-03-29', 'nl')).toBe('zo 29 maart')
    expect(dayInWords('2026-10-25', 'nl')).toBe('zo 25 oktober')
  })
})

describe('a moment in words', () => {
  it('a moment is written in the requested time zone', () => {
    expect(momentInWords('2026-06-09T08:30:00Z', 'nl', 'Europe/Amsterdam')).toContain('10:30')
    expect(momentInWords('2026-06-09T08:30:00Z', 'en', 'Asia/Kathmandu')).toContain('14:15')
  })
  it('a moment can fall on another day in the requested time zone', () => {
    expect(momentInWords('2026-06-09T23:30:00Z', 'nl', 'Europe/Amsterdam')).toContain('10 juni')
  })
  it('a moment follows the change of the clocks', () => {
    expect(momentInWords('2026-10-25T00:30:00Z', 'nl', 'Europe/Amsterdam')).toContain('02:30')
    expect(momentInWords('2026-10-25T01:30:00Z', 'nl', 'Europe/Amsterdam')).toContain('02:30')
    expect(momentInWords('2026-10-25T02:30:00Z', 'nl', 'Europe/Amsterdam')).toContain('03:30')
  })
})

describe('a time zone in words', () => {
  it('a time zone is named by its place and time, and an unknown zone by its place alone', () => {
    expect(zoneInWords('Europe/Amsterdam', 'nl')).toMatch(/^Amsterdam \(Midden-Europese .+\)$/)
    expect(zoneInWords('America/New_York', 'en')).toMatch(/^New York \(Eastern Time\)$/)
    expect(zoneInWords('Mars/Olympus_Mons', 'en')).toBe('Olympus Mons')
  })
})

describe('the day of an instant', () => {
  it('an instant falls on the day in the time zone of the person, on both sides of midnight', () => {
    expect(dayOf('2026-06-09T22:30:00Z', 'Europe/Amsterdam')).toBe('2026-06-10')
    expect(dayOf('2026-06-10T02:30:00Z', 'America/New_York')).toBe('2026-06-09')
    expect(dayOf('2026-06-09T18:14:00Z', 'Asia/Kathmandu')).toBe('2026-06-09')
    expect(dayOf('2026-06-09T18:15:00Z', 'Asia/Kathmandu')).toBe('2026-06-10')
  })
  it('the day of an instant follows the change of the clocks', () => {
    expect(dayOf('2026-10-24T22:00:00Z', 'Europe/Amsterdam')).toBe('2026-10-25')
    expect(dayOf('2026-10-25T22:30:00Z', 'Europe/Amsterdam')).toBe('2026-10-25')
  })
})

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
