import type { Moments } from '../../server/contract/planning.ts'
import type { Language } from '../../server/contract/shape.ts'
import { momentInWords, spanInWords, timeInWords } from '../lib/dates.ts'

/**
 * A time in the reader's words and zone, and by the clock of the other where that says another time; with the day
 * where it is another day there.
 * @param zones by IANA's names; the reader's is that of the browser when undefined, the other's null when unknown
 */
export function whenInWords(
  { start, end }: Moments,
  language: Language,
  zones: { mine: string | undefined; theirs: string | null },
): { when: string; theirs: string | null } {
  return {
    when: spanInWords(start, end, language, zones.mine),
    theirs: zones.theirs && theirTime(start, language, zones.mine, zones.theirs),
  }
}

function theirTime(start: string, language: Language, mine: string | undefined, theirs: string) {
  const whole = momentInWords(start, language, theirs)
  const time = timeInWords(start, language, theirs)
  if (whole === momentInWords(start, language, mine)) return null
  const day = (words: string, clock: string) => words.slice(0, -clock.length)
  const sameDay =
    day(whole, time) === day(momentInWords(start, language, mine), timeInWords(start, language, mine))
  return sameDay ? time : whole
}
