import { describe, expect, it } from 'vitest'
import { dayInWords, dayOf, momentInWords } from './dates.ts'

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
