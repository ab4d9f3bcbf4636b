import type { Language } from '../../server/contract/shape.ts'
import { dateFormat } from '../lib/dates.ts'

const format = (at: Date, language: Language, timeZone: string | undefined) =>
  dateFormat(language, { dateStyle: 'long', timeZone }).format(at)

/** A calendar day (`YYYY-MM-DD`) with its year: a pack is read long after. */
export const dayWithYear = (day: string, language: Language): string =>
  format(new Date(`${day}T00:00:00Z`), language, 'UTC')

/** The day of an instant in a zone, the browser's when undefined. */
export const dayOfInstant = (instant: string, language: Language, timeZone: string | undefined): string =>
  format(new Date(instant), language, timeZone)
