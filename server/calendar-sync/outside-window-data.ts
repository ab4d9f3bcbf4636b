import type { Calendar } from '../graph/calendar.ts'
import { occurrenceId } from '../meeting/occurrence.ts'
import { effectOfMissing, type Effects, type Known } from './effects.ts'

const day = 24 * 60 * 60_000
/** A conversation that is put off further than this from the end of the window is none that anybody waits for. */
const reach = 265 * day

/**
 * Before a conversation is said to be off it is looked up beyond the window, once for all that are missing: it may have been
 * put off for months.
 * @throws GraphFailure
 */
export async function withLookups(
  effects: Effects,
  calendar: Pick<Calendar, 'view'>,
  [, end]: [Date, Date],
  { pairs }: Known,
): Promise<Effects> {
  if (effects.missing.length === 0) return effects
  const events = await calendar.view(end, new Date(end.getTime() + reach))
  const found = effects.missing.map((conversation) =>
    effectOfMissing(
      conversation,
      events.find((one) => occurrenceId(one) === conversation.iCalUId) ?? null,
      pairs,
    ),
  )
  return {
    ...effects,
    meetings: [...effects.meetings, ...found.flatMap((one) => one.meetings)],
    eligibilities: [...effects.eligibilities, ...found.flatMap((one) => one.eligibilities)],
    missing: [],
  }
}
