import { Temporal } from 'temporal-polyfill'
import { findIana } from 'windows-iana'
import { badRequest } from './refusal.ts'

export type Prefer = { timeZone: string; named: string; immutable: boolean }

/** Reads `Prefer`: the time zone of the answer (Windows or IANA name, UTC when absent) and the kind of ids. */
export function preferOf(header: string | string[] | undefined): Prefer {
  const prefer = Array.isArray(header) ? header.join(',') : (header ?? '')
  const named = /outlook\.timezone\s*=\s*"([^"]+)"/i.exec(prefer)?.[1] ?? 'UTC'
  const timeZone = named === 'UTC' ? 'UTC' : (findIana(named)[0] ?? named)
  try {
    Temporal.Now.zonedDateTimeISO(timeZone)
  } catch {
    throw badRequest('TimeZoneNotSupportedException', `A valid TimeZone value must be specified: ${named}`)
  }
  return { timeZone, named, immutable: /IdType\s*=\s*"ImmutableId"/i.test(prefer) }
}

export const dateTime = (at: Date, prefer: Prefer) => ({
  dateTime: `${Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(prefer.timeZone).toPlainDateTime().toString({ smallestUnit: 'second' })}.0000000`,
  timeZone: prefer.named,
})
