import type { Language } from '../../server/contract/shape.ts'

const locales = { nl: 'nl-NL', en: 'en-GB' }

/** A calendar day (`YYYY-MM-DD`) in words, without a zone. */
export const dayInWords = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`))

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
