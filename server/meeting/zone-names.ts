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
  const text = name
    .slice(0, longest)
    .replaceAll('%20', ' ')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
  const bare = text.replace(/^\W*(?:tzone:[/\\]{1,2}microsoft[/\\]|tzid[=:])/i, '')
  return (bare.split(';', 1)[0] ?? '').replace(/^["'“‘\s]+/, '').replace(/["'”’\s]+$/, '')
}

/** Names that Windows had before, those of Dutch and German ones, and short ones, which several countries may have. */
const others = new Map([
  ['kamchatkastandardtime', 'Asia/Kamchatka'],
  ['mid-atlanticstandardtime', 'Etc/GMT+2'],
  ['mexicostandardtime', 'America/Mexico_City'],
  ['mexicostandardtime2', 'America/Chihuahua'],
  ['armenianstandardtime', 'Asia/Yerevan'],
  ['west-europastandaardtijd', 'Europe/Amsterdam'],
  ['west-europazomertijd', 'Europe/Amsterdam'],
  ['midden-europesestandaardtijd', 'Europe/Amsterdam'],
  ['midden-europesezomertijd', 'Europe/Amsterdam'],
  ['mitteleuropischezeit', 'Europe/Berlin'],
  ['mitteleuropischesommerzeit', 'Europe/Berlin'],
  ['britishsummertime', 'Europe/London'],
  ['z', 'UTC'],
  ['cest', 'CET'],
  ['mez', 'CET'],
  ['mesz', 'CET'],
  ['eest', 'EET'],
  ['west', 'WET'],
  ['edt', 'EST5EDT'],
  ['cdt', 'CST6CDT'],
  ['mdt', 'MST7MDT'],
  ['pdt', 'PST8PDT'],
])

/** Windows' name in any dress; as Outlook writes it in summer, or with the number that it gives a second copy. */
export function ofWindowsName(name: string): string | null {
  const written = letters(name)
  const key = written
    .replace(/(?:daylight|summer|std)time/, 'standardtime')
    .replace(/standardtime\d+$/, 'standardtime')
  const inNoSeason = letters(name.replace(/\([^)]*\)/g, '')).replace(/(?<!standard)time$/, 'standardtime')
  return others.get(written) ?? byWindows.get(key) ?? byWindows.get(inNoSeason) ?? nearest(key)
}

/** Letters that a person may have wrong in a name; what is as near to two names is none of them. */
const mistakes = 2

function nearest(key: string): string | null {
  // Names of customised zones are all others; and near a short name are too many.
  if (!/time$|standard/.test(key) || key.length < 16 || key.length > 60) return null
  const near = [...byWindows].flatMap(([name, zone]) => {
    const apart = Math.abs(name.length - key.length) > mistakes ? Infinity : distance(name, key)
    return apart > mistakes ? [] : [{ zone, apart }]
  })
  const [first, second] = near.sort((a, b) => a.apart - b.apart)
  return first && first.apart !== second?.apart ? first.zone : null
}

/** How many letters have to change, come or go (Levenshtein). */
function distance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (const [row, letter] of [...a].entries()) {
    const now = [row + 1]
    for (const [at, other] of [...b].entries())
      now.push(
        Math.min(
          (before[at] ?? 0) + (letter === other ? 0 : 1),
          (before[at + 1] ?? 0) + 1,
          (now[at] ?? 0) + 1,
        ),
      )
    before = now
  }
  return before[b.length] ?? 0
}

/** Areas of IANA, before another sign than a slash. */
const areas = /^(africa|america|antarctica|arctic|asia|atlantic|australia|europe|indian|pacific)[ \\:.-]+/i

/** IANA's name in any case, with blanks, or behind the address of a calendar program's own copy. */
export function ofIanaName(name: string): string | null {
  if (!/^\/?[a-z]/i.test(name)) return null
  const parts = name
    .replace(/\s*\([^)]*\)$/, '')
    .replace(areas, '$1/')
    .replaceAll(' ', '_')
    .split('/')
    .filter(Boolean)
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

const offset = /^\(?(?:utc|gmt)\s*(?:([+±-])\s*(\d{1,2})(?:[:.]?(\d\d))?(?::00)?)?\)?/i

/** The zone of an offset alone: `UTC+01:00`, `GMT+2`. It has no summer time. */
export function ofOffset(name: string): string | null {
  const found = offset.exec(name)
  const rest = found && name.slice(found[0].length).trim()
  return found && (rest === '' || (found[1] && /^\([a-z ]{1,60}\)$/i.test(rest ?? ''))) ? fixed(found) : null
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
  if (!found) return ofCities(name)
  if (!(name.startsWith('(') || found[1]) || !cities.trim()) return null
  const zone = fixed(found)
  for (const city of cities.split(/[,/]/)) {
    const known = [
      ofWindowsName(city.replace(/ time\s*$/i, '').concat(' Standard Time')),
      ...(byCity.get(letters(city)) ?? []),
    ]
    const same = known.find((one) => one && zone && sharesClock(one, zone))
    if (same) return same
  }
  return zone
}

/** Cities alone: `Amsterdam, Berlin, Bern`, `Amsterdam Standard Time`. */
function ofCities(name: string): string | null {
  const [first = ''] = name.replace(/ (?:standard |daylight |summer )?time$/i, '').split(/[,/]/, 1)
  return byCity.get(letters(first))?.[0] ?? null
}

/** Have two zones the same time in winter or in summer? Names show the one without summer time. */
const sharesClock = (one: string, other: string): boolean =>
  [1, 7].some((month) => {
    const noon = new Temporal.PlainDateTime(2026, month, 1, 12)
    return noon.toZonedDateTime(one).offset === noon.toZonedDateTime(other).offset
  })
