import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { isTimeZone, nextWorkingMoment, usualHours, workingDayBefore } from './working-time.ts'

const amsterdam = usualHours('Europe/Amsterdam')
const next = (at: string, hours = amsterdam) => nextWorkingMoment(new Date(at), hours).toISOString()

describe('next working moment', () => {
  test.each([
    ['in working time it is now', '2026-06-02T10:17:00Z', '2026-06-02T10:17:00.000Z'],
    ['early it is nine by their clock', '2026-06-02T03:00:00Z', '2026-06-02T07:00:00.000Z'],
    ['in the evening it is the next morning', '2026-06-02T15:00:00Z', '2026-06-03T07:00:00.000Z'],
    ['on Friday evening it is Monday', '2026-06-05T19:00:00Z', '2026-06-08T07:00:00.000Z'],
    ['across the change to winter time', '2026-10-23T18:00:00Z', '2026-10-26T08:00:00.000Z'],
    ['across the change to summer time', '2026-03-27T18:00:00Z', '2026-03-30T07:00:00.000Z'],
  ])('the next working moment follows the working hours: %s', (_why, at, expected) => {
    expect(next(at)).toBe(expected)
  })

  test('the next working moment follows the person’s own time zone, such as that of Kathmandu', () => {
    expect(next('2026-06-02T02:00:00Z', usualHours('Asia/Kathmandu'))).toBe('2026-06-02T03:15:00.000Z')
  })

  test('the next working moment comes after days away and on a working day of the person', () => {
    expect(next('2026-06-02T10:00:00Z', { ...amsterdam, awayUntil: '2026-06-12' })).toBe(
      '2026-06-15T07:00:00.000Z',
    )
    expect(next('2026-06-02T10:00:00Z', { ...amsterdam, workingDays: [4, 6] })).toBe(
      '2026-06-04T07:00:00.000Z',
    )
  })
})

describe('next working moment of a night shift', () => {
  /** Monday to Friday: the shift of Friday ends on Saturday morning. */
  const nurse = { ...amsterdam, from: '22:00', until: '06:00' }
  test.each([
    ['in the evening it is now', '2026-06-02T20:30:00Z', '2026-06-02T20:30:00.000Z'],
    ['after midnight it is now', '2026-06-03T01:00:00Z', '2026-06-03T01:00:00.000Z'],
    ['asleep by day it is the evening', '2026-06-03T10:00:00Z', '2026-06-03T20:00:00.000Z'],
    ['as the shift ends it is the evening', '2026-06-03T04:00:00Z', '2026-06-03T20:00:00.000Z'],
    ['in the night to Saturday it is now', '2026-06-06T01:00:00Z', '2026-06-06T01:00:00.000Z'],
    ['in the night to Sunday it is Monday evening', '2026-06-07T01:00:00Z', '2026-06-08T20:00:00.000Z'],
    ['in the night to Monday it is Monday evening', '2026-06-08T01:00:00Z', '2026-06-08T20:00:00.000Z'],
    ['across the change to summer time', '2026-03-27T01:00:00Z', '2026-03-27T01:00:00.000Z'],
  ])('a night shift goes on past midnight: %s', (_why, at, expected) => {
    expect(next(at, nurse)).toBe(expected)
  })

  test('a shift that began while the person was away is none', () => {
    const away = { ...nurse, awayUntil: '2026-06-02' }
    expect(next('2026-06-03T01:00:00Z', away)).toBe('2026-06-03T20:00:00.000Z')
  })
})

describe('previous working day', () => {
  test('the working day before a Monday is Friday', () => {
    expect(workingDayBefore(Temporal.PlainDate.from('2026-06-08'), amsterdam).toString()).toBe('2026-06-05')
  })
})

describe('validation of a time zone', () => {
  test('an unknown time zone is rejected and replaced by the default zone', () => {
    expect(isTimeZone('Mars/Olympus')).toBe(false)
    expect(usualHours('Mars/Olympus').timeZone).toBe('Europe/Amsterdam')
  })
})
