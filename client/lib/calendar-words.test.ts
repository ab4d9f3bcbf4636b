import { describe, expect, test } from 'vitest'
import { calendarWords, dayAt, midnightOf } from './calendar-words.ts'

describe('the words of a calendar', () => {
  test.each([
    ['nl', 'vr', 'vrijdag', 'juni', 'juni 2026', /^vrijdag 12 juni 2026, vandaag, gekozen$/],
    ['en', 'Fri', 'Friday', 'June', 'June 2026', /^Friday,? 12 June 2026, today, chosen$/],
  ] as const)(
    'are those of the language, whatever the browser speaks: %s',
    (language, short, long, month, heading, full) => {
      const { formatters, labels } = calendarWords(language)
      const day = midnightOf('2026-06-12')
      expect(formatters.formatWeekdayName(day)).toBe(short)
      expect(labels.labelWeekday(day)).toBe(long)
      expect(formatters.formatMonthDropdown(day)).toBe(month)
      expect(labels.labelGrid(day)).toBe(heading)
      expect(labels.labelDayButton(day, { today: true, selected: true })).toMatch(full)
    },
  )
})

describe('a day of the calendar', () => {
  test.each(['2026-01-01', '2026-03-29', '2026-10-25', '2024-02-29', '2026-12-31'])(
    '%s is the same day to the calendar',
    (day) => expect(dayAt(midnightOf(day))).toBe(day),
  )
})
