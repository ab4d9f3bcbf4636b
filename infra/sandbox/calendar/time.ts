import { Temporal } from 'temporal-polyfill'
import { findIana, findWindows } from 'windows-iana'

/** The IANA name of a zone that is given by its Windows or IANA name; null for neither. */
export function ianaOf(name: string): string | null {
  if (/^UTC$/i.test(name)) return 'UTC'
  const iana = findIana(name)[0] ?? (/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+)*$/.test(name) ? name : null)
  if (!iana) return null
  try {
    Temporal.PlainDateTime.from('2026-01-01').toZonedDateTime(iana)
    return iana
  } catch {
    return null
  }
}

/** What was looked up: the list of zones is searched from its beginning each time. */
const windowsNames = new Map<string, string>()

export function windowsOf(iana: string): string {
  const name = windowsNames.get(iana) ?? findWindows(iana)[0] ?? iana
  windowsNames.set(iana, name)
  return name
}

/** The instant of a wall clock; `YYYY-MM-DDTHH:mm[:ss]`. */
export const instantOf = (wall: string, timeZone: string): Date =>
  new Date(Temporal.PlainDateTime.from(wall).toZonedDateTime(timeZone).epochMilliseconds)

export const wallOf = (at: Date, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' })

/** The same time of day so many weeks later, also across a change of the clock. */
export const weeksLater = (wall: string, weeks: number): string =>
  Temporal.PlainDateTime.from(wall).add({ weeks }).toString({ smallestUnit: 'second' })

export const minutesLater = (wall: string, minutes: number): string =>
  Temporal.PlainDateTime.from(wall).add({ minutes }).toString({ smallestUnit: 'second' })

export const dayOfWeek = (wall: string) =>
  (['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const)[
    Temporal.PlainDateTime.from(wall).dayOfWeek - 1
  ]
