import type { DayPickerProps } from 'react-day-picker'
import type { Language } from '../../server/contract/shape.ts'
import { calendarTexts } from './calendar-texts.ts'
import { dateFormat } from './dates.ts'

/** A day (`YYYY-MM-DD`) as the calendar has it: its midnight on this machine. */
export const midnightOf = (day: string): Date => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date)
}

/** The day (`YYYY-MM-DD`) of a midnight on this machine. */
export const dayAt = (midnight: Date): string =>
  [
    String(midnight.getFullYear()).padStart(4, '0'),
    String(midnight.getMonth() + 1).padStart(2, '0'),
    String(midnight.getDate()).padStart(2, '0'),
  ].join('-')

/** The calendar's words in a language, whatever the browser speaks. */
export function calendarWords(language: Language) {
  const words = calendarTexts[language]
  const format = (parts: Intl.DateTimeFormatOptions) => {
    const inLanguage = dateFormat(language, parts)
    return (date: Date) => inLanguage.format(date)
  }
  const month = format({ month: 'long' })
  const monthAndYear = format({ month: 'long', year: 'numeric' })
  const full = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  return {
    lang: language,
    formatters: {
      formatCaption: monthAndYear,
      formatMonthDropdown: month,
      formatWeekdayName: format({ weekday: 'short' }),
    },
    labels: {
      labelGrid: monthAndYear,
      labelWeekday: format({ weekday: 'long' }),
      labelMonthDropdown: () => words.month,
      labelYearDropdown: () => words.year,
      labelPrevious: () => words.previous,
      labelNext: () => words.next,
      labelDayButton: (date, { today, selected }) =>
        [full(date), ...(today ? [words.today] : []), ...(selected ? [words.chosen] : [])].join(', '),
    },
  } satisfies Pick<DayPickerProps, 'lang' | 'formatters' | 'labels'>
}
