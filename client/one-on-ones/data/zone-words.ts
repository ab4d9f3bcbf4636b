import type { Language } from '../../../server/contract/shape.ts'
import { dateFormat } from '../../lib/dates.ts'

/** A zone by its place and what people call its time: "Amsterdam (Central European Time)". */
export function zoneInWords(timeZone: string, language: Language): string {
  const place = timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone
  try {
    const parts = dateFormat(language, { timeZone, timeZoneName: 'longGeneric' }).formatToParts(0)
    const name = parts.find(({ type }) => type === 'timeZoneName')?.value
    return name ? `${place} (${name})` : place
  } catch {
    // No zone that this browser knows.
    return place
  }
}
