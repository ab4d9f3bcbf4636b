import { describe, expect, test } from 'vitest'
import { usualHours } from '../person/working-time.ts'
import {
  afterConversationMoment,
  commitmentMoments,
  preparationMoment,
  publicationMoment,
} from './moments.ts'

const hours = usualHours('Europe/Amsterdam')
const at = (text: string) => new Date(text)
const told = (moments: object) =>
  Object.fromEntries(
    Object.entries(moments).map(([kind, when]) => [kind, (when as Date).toISOString().slice(0, 16)]),
  )

describe('times of reminders', () => {
  test('a commitment is mentioned the working day before, on its due date and two working days after', () => {
    expect(told(commitmentMoments('2026-06-08', hours, at('2026-06-02T10:00:00Z')))).toEqual({
      'coming-due': '2026-06-05T07:00',
      due: '2026-06-08T07:00',
      overdue: '2026-06-10T07:00',
    })
  })

  test('a commitment due on a Sunday is mentioned on the Friday before and on Monday', () => {
    expect(told(commitmentMoments('2026-06-07', hours, at('2026-06-02T10:00:00Z')))).toEqual({
      'coming-due': '2026-06-05T07:00',
      due: '2026-06-08T07:00',
      overdue: '2026-06-09T07:00',
    })
  })

  test('past reminders are not caught up, and a commitment without a due date has none', () => {
    expect(told(commitmentMoments('2026-06-03', hours, at('2026-06-02T10:00:00Z')))).toEqual({
      due: '2026-06-03T07:00',
      overdue: '2026-06-05T07:00',
    })
    expect(commitmentMoments(null, hours, at('2026-06-02T10:00:00Z'))).toEqual({})
  })

  test('a preparation reminder comes a working day before the meeting, or at once while there is time', () => {
    const monday = at('2026-06-08T08:30:00Z')
    const asked = (now: string) => preparationMoment(monday, hours, at(now))?.toISOString() ?? null
    expect(asked('2026-06-02T10:00:00Z')).toBe('2026-06-05T07:00:00.000Z')
    expect(asked('2026-06-05T10:00:00Z')).toBe('2026-06-05T10:00:00.000Z')
    // Planned in the weekend, there are an hour and a half on Monday: not enough.
    expect(asked('2026-06-07T10:00:00Z')).toBeNull()
  })

  test('reminders after a meeting come when it is over and within working hours', () => {
    const end = at('2026-06-02T14:00:00Z')
    expect(afterConversationMoment(at('2026-06-02T13:50:00Z'), end, hours)).toEqual(
      at('2026-06-02T14:05:00Z'),
    )
    expect(afterConversationMoment(at('2026-06-02T16:30:00Z'), end, hours)).toEqual(
      at('2026-06-03T07:00:00Z'),
    )
    expect(publicationMoment(at('2026-06-02T13:50:00Z'), hours)).toEqual(at('2026-06-03T07:00:00Z'))
  })

  test('who works at night is reminded in the shift before, not asleep by day nor in the shift itself', () => {
    const nurse = { ...hours, from: '22:00', until: '06:00' }
    const asked = (start: string) =>
      preparationMoment(at(start), nurse, at('2026-06-01T10:00:00Z'))?.toISOString()
    // By day, and in the small hours of the shift of Wednesday.
    expect(asked('2026-06-04T12:00:00Z')).toBe('2026-06-03T20:00:00.000Z')
    expect(asked('2026-06-04T01:00:00Z')).toBe('2026-06-02T20:00:00.000Z')
    expect(told(commitmentMoments('2026-06-08', nurse, at('2026-06-02T10:00:00Z')))).toEqual({
      'coming-due': '2026-06-05T20:00',
      due: '2026-06-08T20:00',
      overdue: '2026-06-10T20:00',
    })
    expect(publicationMoment(at('2026-06-02T22:00:00Z'), nurse)).toEqual(at('2026-06-03T00:00:00Z'))
  })
})
