import type { Language } from '../../server/contract/shape.ts'

export const locales = { nl: 'nl-NL', en: 'en-GB' }

/** A calendar day (`YYYY-MM-DD`) in words, without a zone. */
export const dayInWords = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`))

/** The calendar day (`YYYY-MM-DD`) that an instant falls on in a zone: the browser's when undefined. */
export const dayOf = (instant: string, timeZone: string | undefined): string =>
  // Canada writes its days so.
  new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone }).format(
    new Date(instant),
  )

/** The day of an instant in words, in a zone: the browser's when undefined. */
export const dayOfInstantInWords = (
  instant: string,
  language: Language,
  timeZone: string | undefined,
): string => dayInWords(dayOf(instant, timeZone), language)

/** An instant in the reader's zone. */
export const momentInWords = (instant: string, language: Language, timeZone: string | undefined): string =>
  new Intl.DateTimeFormat(locales[language], {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(new Date(instant))

/** An instant in the reader's zone, for what may be years ago. */
export const momentWithYear = (instant: string, language: Language, timeZone: string | undefined): string =>
  new Intl.DateTimeFormat(locales[language], {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(new Date(instant))

/** A day that is past: with its day of the week in this year, with its year before that. */
export function pastDayInWords(
  instant: string,
  now: string,
  language: Language,
  timeZone: string | undefined,
): string {
  const isThisYear = dayOf(instant, timeZone).slice(0, 4) === dayOf(now, timeZone).slice(0, 4)
  return new Intl.DateTimeFormat(locales[language], {
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
  const name = new Intl.DateTimeFormat(locales[language], { weekday: 'short', timeZone }).format(
    new Date(start),
  )
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

/** A zone by its place and what people call its time: "Amsterdam (Central European Time)". */
export function zoneInWords(timeZone: string, language: Language): string {
  const place = timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone
  try {
    const parts = new Intl.DateTimeFormat(locales[language], { timeZone, timeZoneName: 'longGeneric' })
    const name = parts.formatToParts(0).find(({ type }) => type === 'timeZoneName')?.value
    return name ? `${place} (${name})` : place
  } catch {
    // No zone that this browser knows.
    return place
  }
}

/** From one instant up to another, on one day as a rule, in a zone: the browser's when undefined. */
export const spanInWords = (
  start: string,
  end: string,
  language: Language,
  timeZone: string | undefined,
): string =>
  new Intl.DateTimeFormat(locales[language], {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).formatRange(new Date(start), new Date(end))

/** The time of day of an instant in a zone: the browser's when undefined. */
export const timeInWords = (instant: string, language: Language, timeZone: string | undefined): string =>
  new Intl.DateTimeFormat(locales[language], { hour: '2-digit', minute: '2-digit', timeZone }).format(
    new Date(instant),
  )
