import { Temporal } from 'temporal-polyfill'
import { findWindows } from 'windows-iana'
import { bareName, ofIanaName, ofOffset, ofShownName, ofWindowsName } from './zone-names.ts'

/** Names that were looked up: a calendar names one zone hundreds of times, and looking it up takes half a millisecond. */
const known = new Map<string, string>()
/** Names come from invites, so from anybody. */
const mostKnown = 1000

/** A moment by the clock of a zone (IANA). */
export const zonedAt = (at: Date, timeZone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone)

/**
 * The IANA name of a time zone by any of the names that calendars give: IANA's own, Windows', the name that Windows
 * shows, an offset from UTC, or the address that Exchange writes (`tzone://Microsoft/Utc`). Null for a name of no zone,
 * such as that of a customised one: Graph does not give its rules (dateTimeTimeZone and originalStartTimeZone).
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
  const bare = bareName(name)
  if (/^(utc|coordinated universal time)$/i.test(bare)) return 'UTC'
  return ofWindowsName(bare) ?? ofOffset(bare) ?? ofIanaName(bare) ?? ofShownName(bare)
}

/** The name by which Graph surely knows a zone: Windows' where there is one, also for another name of the same zone. */
export const windowsZone = (iana: string): string =>
  findWindows(iana)[0] ?? findWindows(mainName(iana))[0] ?? iana

/** Zones have older and newer names: `Europe/Kyiv` is `Europe/Kiev`, `CET` is that of Brussels. */
const mainName = (iana: string): string =>
  new Intl.DateTimeFormat('en', { timeZone: iana }).resolvedOptions().timeZone

/** Has Windows a name for it? Graph refuses a time in a zone that it does not know (`TimeZoneNotSupportedException`). */
export const isKnownToWindows = (iana: string): boolean => iana === 'UTC' || windowsZone(iana) !== iana
