import type { Language } from '../../server/contract/shape.ts'

const locales = { nl: 'nl-NL', en: 'en-GB' }
const aDay = { weekday: 'short', day: 'numeric', month: 'long' } as const
const aTime = { hour: '2-digit', minute: '2-digit' } as const

/** Writes parts of dates as a language does, whatever the browser speaks. */
export const dateFormat = (language: Language, parts: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locales[language], parts)

const midnightOf = (day: string) => new Date(`${day}T00:00:00Z`)

/** A calendar day (`YYYY-MM-DD`) in words, without a zone. */
export const dayInWords = (day: string, language: Language): string =>
  dateFormat(language, { ...aDay, timeZone: 'UTC' }).format(midnightOf(day))

/** The same for what may be years away. */
export const dayWithYearInWords = (day: string, language: Language): string =>
  dateFormat(language, { ...aDay, year: 'numeric', timeZone: 'UTC' }).format(midnightOf(day))

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
  dateFormat(language, { ...aDay, ...aTime, timeZone }).format(new Date(instant))

/** An instant in the reader's zone, for what may be years ago. */
export const momentWithYear = (instant: string, language: Language, timeZone: string | undefined): string =>
  dateFormat(language, { ...aDay, year: 'numeric', ...aTime, timeZone }).format(new Date(instant))

/** From one instant up to another, on one day as a rule, in a zone: the browser's when undefined. */
export const spanInWords = (
  start: string,
  end: string,
  language: Language,
  timeZone: string | undefined,
): string => dateFormat(language, { ...aDay, ...aTime, timeZone }).formatRange(new Date(start), new Date(end))

/** The time of day of an instant in a zone: the browser's when undefined. */
export const timeInWords = (instant: string, language: Language, timeZone: string | undefined): string =>
  dateFormat(language, { ...aTime, timeZone }).format(new Date(instant))
