import { Temporal } from 'temporal-polyfill'
import { findIana, findWindows } from 'windows-iana'

/** Names that were looked up: a calendar names one zone hundreds of times, and looking it up takes half a millisecond. */
const known = new Map<string, string>()
/** Names come from invites, so from anybody. */
const mostKnown = 1000

/** A moment by the clock of a zone (IANA). */
export const zonedAt = (at: Date, timeZone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone)

/**
 * The IANA name of a time zone by any of the names that Graph gives: IANA's own, Windows', or the address that
 * Exchange writes (`tzone://Microsoft/Utc`). Null for a name of no zone, such as that of a
 * customised one: Graph does not give its rules (dateTimeTimeZone and originalStartTimeZone).
 */
export function ianaZone(name: string): string | null {
  const before = known.get(name)
  if (before !== undefined) return before
  const found = lookUp(name)
  if (known.size >= mostKnown) known.clear()
  if (found !== null) known.set(name, found)
  return found
}

function lookUp(name: string): string | null {
  if (/^(tzone:\/\/microsoft\/)?utc$/i.test(name)) return 'UTC'
  const iana = findIana(name)[0] ?? name
  // An offset is a zone to Temporal, and no name to Graph.
  if (!/^[a-z]/i.test(iana)) return null
  try {
    return new Temporal.ZonedDateTime(0n, iana).timeZoneId
  } catch {
    return null
  }
}

/** The name by which Graph surely knows a zone: Windows' where there is one. */
export const windowsZone = (iana: string): string => findWindows(iana)[0] ?? iana
