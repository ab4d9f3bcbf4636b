import type { Rhythm } from '../../../server/contract/one-on-ones.ts'
import type { Language } from '../../../server/contract/shape.ts'
import { dateFormat, dayOf } from '../../lib/dates.ts'
import { soonInWords } from '../../lib/near-days.ts'
import { rowTexts } from './texts.ts'

const aDay = 24 * 60 * 60 * 1000

/** How often two people talk, or how long they have not: `elke 2 weken`, `3 weken stil`. Empty: nobody can tell. */
export function rhythmInWords(
  { state, everyDays, last, agreed }: Rhythm,
  now: string,
  language: Language,
): string {
  const words = rowTexts[language]
  const silent = last === null ? 0 : Math.floor((Date.parse(now) - Date.parse(last)) / aDay)
  if (state === 'slipping' && silent > 0 && silent >= (everyDays ?? 0))
    return silent < 14 ? words.silentDays(silent) : words.silentWeeks(Math.floor(silent / 7))
  if (agreed.everyWeeks !== null) return words.everyWeeks(agreed.everyWeeks)
  if (everyDays === null) return ''
  return everyDays < 5 ? words.everyDays(everyDays) : words.everyWeeks(Math.round(everyDays / 7))
}

/** A coming conversation as a row says it: today and tomorrow with its time, then by the day of the week, then its date. */
export function nextInWords(
  start: string,
  now: string,
  language: Language,
  timeZone: string | undefined,
): string {
  if (start <= now) return rowTexts[language].now
  const days = (Date.parse(dayOf(start, timeZone)) - Date.parse(dayOf(now, timeZone))) / aDay
  if (days < 2) return soonInWords(start, now, language, timeZone)
  const parts = days < 7 ? ({ weekday: 'long' } as const) : ({ day: 'numeric', month: 'long' } as const)
  return dateFormat(language, { ...parts, timeZone }).format(new Date(start))
}
