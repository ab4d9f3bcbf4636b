import { describe, expect, test } from 'vitest'
import { eventOf, subjectOf } from './new-conversation.ts'

describe('subject of a new meeting', () => {
  test.each([
    ['nl', 'Sanne de Vries', 'Milan Bakker', '1-op-1 Sanne en Milan'],
    ['en', 'Aylin Yılmaz', 'Sanne de Vries', '1-on-1 Aylin and Sanne'],
    ['en', 'Vries, Sanne de', 'Bakker, Milan', '1-on-1 Sanne and Milan'],
    ['nl', 'sanne@example.com', 'Cher', '1-op-1 sanne@example.com en Cher'],
    ['nl', 'Vries,', ' Milan', '1-op-1 Vries, en Milan'],
    ['nl', 'Sanne de Vries', 'EXT - Milan Bakker', '1-op-1 Sanne en Milan'],
  ] as const)('the subject in language %s for %s and %s is “%s”', (language, mine, theirs, subject) => {
    expect(subjectOf(language, mine, theirs)).toBe(subject)
  })
})

const plan = {
  start: new Date('2026-06-09T23:30:00Z'),
  end: new Date('2026-06-10T00:00:00Z'),
  everyWeeks: null,
  subject: 's',
  transactionId: 't',
}
const milan = { name: 'Milan Bakker', address: 'milan@example.com' }

describe('calendar event of a new meeting', () => {
  test('a single event is in the organiser’s time zone, with the other as attendee and a Teams meeting', () => {
    expect(eventOf(plan, milan, 'Asia/Kathmandu')).toEqual({
      subject: 's',
      body: { contentType: 'html', content: '' },
      start: { dateTime: '2026-06-10T05:15:00', timeZone: 'Nepal Standard Time' },
      end: { dateTime: '2026-06-10T05:45:00', timeZone: 'Nepal Standard Time' },
      attendees: [{ type: 'required', emailAddress: { address: 'milan@example.com', name: 'Milan Bakker' } }],
      isOnlineMeeting: true,
      onlineMeetingProvider: 'teamsForBusiness',
      transactionId: 't',
    })
  })

  test('a series begins on the organiser’s local date and repeats on that weekday', () => {
    expect(eventOf({ ...plan, everyWeeks: 2 }, milan, 'Europe/Amsterdam').recurrence).toEqual({
      pattern: { type: 'weekly', interval: 2, daysOfWeek: ['wednesday'] },
      range: { type: 'noEnd', startDate: '2026-06-10', recurrenceTimeZone: 'W. Europe Standard Time' },
    })
  })

  test.each([
    ['Europe/Kyiv', 'FLE Standard Time', '2026-06-10T02:30:00', 'wednesday'],
    ['CET', 'Romance Standard Time', '2026-06-10T01:30:00', 'wednesday'],
    // No name that Graph knows: the instants are right.
    ['Antarctica/Troll', 'UTC', '2026-06-09T23:30:00', 'tuesday'],
    ['+02:00', 'UTC', '2026-06-09T23:30:00', 'tuesday'],
  ])('an organiser in the zone %s plans in %s, which Graph knows', (zone, timeZone, dateTime, weekday) => {
    const event = eventOf({ ...plan, everyWeeks: 1 }, milan, zone)
    expect(event.start).toEqual({ dateTime, timeZone })
    expect(event.recurrence).toMatchObject({
      pattern: { daysOfWeek: [weekday] },
      range: { recurrenceTimeZone: timeZone, startDate: dateTime.slice(0, 10) },
    })
  })
})
