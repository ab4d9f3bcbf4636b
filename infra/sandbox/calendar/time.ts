import { Temporal } from 'temporal-polyfill'
import { findIana, findWindows } from 'windows-iana'

/**
 * The IANA name of a zone that is given by its Windows name, or by an IANA name that Windows has a name for; null for any
 * other: such as `Europe/Kyiv`, `CET` and offsets.
 */
export function ianaOf(name: string): string | null {
  if (/^UTC$/i.test(name)) return 'UTC'
  return findIana(name)[0] ?? (findWindows(name).length > 0 ? name : null)
}

/**
 * The same function, which remembers its answers: each look into a calendar asks for the same times again, and most of
 * the sandbox' time went into that.
 */
function remembered<Asked extends (string | number)[], T>(work: (...asked: Asked) => T) {
  const answers = new Map<string, T>()
  return (...asked: Asked): T => {
    const key = asked.join(' ')
    const known = answers.get(key)
    if (known !== undefined) return known
    if (answers.size >= 20_000) answers.clear()
    const answer = work(...asked)
    answers.set(key, answer)
    return answer
  }
}

export const windowsOf = remembered((iana: string): string => findWindows(iana)[0] ?? iana)

const epochOf = remembered(
  (wall: string, timeZone: string): number =>
    Temporal.PlainDateTime.from(wall).toZonedDateTime(timeZone).epochMilliseconds,
)

/** The instant of a wall clock; `YYYY-MM-DDTHH:mm[:ss]`. */
export const instantOf = (wall: string, timeZone: string): Date => new Date(epochOf(wall, timeZone))

const wallAt = remembered((epoch: number, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(epoch)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' }),
)
export const wallOf = (at: Date, timeZone: string): string => wallAt(at.getTime(), timeZone)

/** The same time of day so many weeks later, also across a change of the clock. */
export const weeksLater = remembered((wall: string, weeks: number): string =>
  Temporal.PlainDateTime.from(wall).add({ weeks }).toString({ smallestUnit: 'second' }),
)

export const minutesLater = (wall: string, minutes: number): string =>
  Temporal.PlainDateTime.from(wall).add({ minutes }).toString({ smallestUnit: 'second' })

export const dayOfWeek = (wall: string) =>
  (['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const)[
    Temporal.PlainDateTime.from(wall).dayOfWeek - 1
  ]
