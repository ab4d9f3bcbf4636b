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
