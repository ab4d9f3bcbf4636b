import { Temporal } from 'temporal-polyfill'
import { WINDOWS_TO_IANA_MAP } from 'windows-iana'

/** Names of zones are short; they come from invites, so from anybody, and no pattern runs over more than this. */
const longest = 120

const letters = (name: string): string => name.toLowerCase().replace(/[^a-z0-9+-]/g, '')

/** The first zone of each name is the one for the whole world. */
const byWindows = new Map(
  WINDOWS_TO_IANA_MAP.toReversed().map(({ windowsName, iana }) => [letters(windowsName), iana[0] ?? '']),
)

const cityOf = (zone: string): string => letters(zone.slice(zone.lastIndexOf('/') + 1))
const allZones = new Set([
  ...Intl.supportedValuesOf('timeZone'),
  ...WINDOWS_TO_IANA_MAP.flatMap(({ iana }) => iana),
])
const byCity = Map.groupBy(allZones, cityOf)

/** Zones without summer time for offsets of a part of an hour, which `Etc/GMT` has none for. */
const partHours: Record<string, string> = {
  '+03:30': 'Asia/Tehran',
  '+04:30': 'Asia/Kabul',
  '+05:30': 'Asia/Kolkata',
  '+05:45': 'Asia/Kathmandu',
  '+06:30': 'Asia/Yangon',
  '+08:45': 'Australia/Eucla',
  '+09:30': 'Australia/Darwin',
  '-09:30': 'Pacific/Marquesas',
}

/** A name without what programs write around it: an address of Exchange's, quotes. */
export function bareName(name: string): string {
  const bare = name
    .slice(0, longest)
    .replaceAll('%20', ' ')
    .replace(/^\W*tzone:\/\/microsoft\//i, '')
  return bare.replace(/^["'\s]+/, '').replace(/["'\s]+$/, '')
}

/** Windows' name in any dress; as Outlook writes it in summer, or with the number that it gives a second copy. */
export function ofWindowsName(name: string): string | null {
  const key = letters(name)
    .replace(/daylighttime/, 'standardtime')
    .replace(/standardtime\d+$/, 'standardtime')
  return byWindows.get(key) ?? null
}

/** IANA's name in any case, with blanks, or behind the address of a calendar program's own copy. */
export function ofIanaName(name: string): string | null {
  if (!/^\/?[a-z]/i.test(name)) return null
  const parts = name.replaceAll(' ', '_').split('/').filter(Boolean)
  const tails = [parts, parts.slice(-3), parts.slice(-2)].filter((tail) => tail === parts || tail.length > 1)
  for (const tail of tails) {
    try {
      return new Temporal.ZonedDateTime(0n, tail.join('/')).timeZoneId
    } catch {
      continue
    }
  }
  return null
}

const offset = /^\(?(?:utc|gmt)\s*(?:([+\-−])\s*(\d{1,2})(?::?(\d\d))?)?\)?/i

/** The zone of an offset alone: `UTC+01:00`, `GMT+2`. It has no summer time. */
export function ofOffset(name: string): string | null {
  const found = offset.exec(name)
  return found?.[0].length === name.length ? fixed(found) : null
}

function fixed([, sign, hours, minutes = '00']: RegExpExecArray): string | null {
  if (!sign || !hours) return 'UTC'
  const [east, hour] = [sign === '+', Number(hours)]
  if (minutes !== '00') return partHours[`${east ? '+' : '-'}${hours.padStart(2, '0')}:${minutes}`] ?? null
  if (hour === 0) return 'UTC'
  return hour <= (east ? 14 : 12) ? `Etc/GMT${east ? '-' : '+'}${hour}` : null
}

/** The name that Windows shows: `(UTC+01:00) Amsterdam, Berlin, Bern`. By a city that has that offset, else by the offset. */
export function ofShownName(name: string): string | null {
  const found = offset.exec(name)
  const cities = found ? name.slice(found[0].length).replace(/\([^)]*\)/g, '') : ''
  if (!found || !name.startsWith('(') || !cities.trim()) return null
  const zone = fixed(found)
  for (const city of cities.split(',')) {
    const known = [
      ofWindowsName(city.replace(/ time\s*$/i, '').concat(' Standard Time')),
      ...(byCity.get(letters(city)) ?? []),
    ]
    const same = known.find((one) => one && zone && sharesClock(one, zone))
    if (same) return same
  }
  return zone
}

/** Have two zones the same time in winter or in summer? Names show the one without summer time. */
const sharesClock = (one: string, other: string): boolean =>
  [1, 7].some((month) => {
    const noon = new Temporal.PlainDateTime(2026, month, 1, 12)
    return noon.toZonedDateTime(one).offset === noon.toZonedDateTime(other).offset
  })
