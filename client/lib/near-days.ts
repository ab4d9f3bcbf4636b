import type { Language } from '../../server/contract/shape.ts'
import { dateFormat, dayInWords, dayOf, momentInWords, timeInWords } from './dates.ts'

/** A day that is past: with its day of the week in this year, with its year before that. */
export function pastDayInWords(
  instant: string,
  now: string,
  language: Language,
  timeZone: string | undefined,
): string {
  const isThisYear = dayOf(instant, timeZone).slice(0, 4) === dayOf(now, timeZone).slice(0, 4)
  return dateFormat(language, {
    ...(isThisYear ? { weekday: 'short' } : { year: 'numeric' }),
    day: 'numeric',
    month: 'short',
    timeZone,
  }).format(new Date(instant))
}

const soonWords = {
  nl: { today: 'Straks', tomorrow: 'Morgen' },
  en: { today: 'Today', tomorrow: 'Tomorrow' },
}
const aDay = 24 * 60 * 60 * 1000

/** A coming moment as people say it: later today, tomorrow, a day of this week, else its date. */
export function soonInWords(
  start: string,
  now: string,
  language: Language,
  timeZone: string | undefined,
): string {
  const [day, today] = [dayOf(start, timeZone), dayOf(now, timeZone)]
  const days = (Date.parse(day) - Date.parse(today)) / aDay
  const { today: later, tomorrow } = soonWords[language]
  const time = timeInWords(start, language, timeZone)
  if (days === 0) return `${later} ${time}`
  if (days === 1) return `${tomorrow} ${time}`
  if (days > 6) return momentInWords(start, language, timeZone)
  const name = dateFormat(language, { weekday: 'short', timeZone }).format(new Date(start))
  return `${name} ${time}`
}

/** A due day as people say it: today, tomorrow, a day of the coming week, else its date. */
export function dueInWords(due: string, today: string, language: Language): string {
  const days = (Date.parse(due) - Date.parse(today)) / aDay
  const { tomorrow } = soonWords[language]
  if (days === 0) return language === 'nl' ? 'vandaag' : 'today'
  if (days === 1) return tomorrow.toLowerCase()
  const full = dayInWords(due, language)
  return days > 1 && days < 7 ? (full.split(/[ ,]/)[0] ?? full) : full
}
