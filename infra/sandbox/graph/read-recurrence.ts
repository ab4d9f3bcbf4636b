import { dayOfWeek } from '../calendar/time.ts'
import type { Item } from '../model.ts'
import type { EventInput } from './event-input.ts'
import { badRequest } from './refusal.ts'

export type Recurrence = Pick<Item, 'everyWeeks' | 'count' | 'endDate'>

const invalid = (message: string) => badRequest('ErrorPropertyValidationFailure', message)

/**
 * How often a series comes back and until when, in the words of the store. Absent ends are given as `0001-01-01` and
 * 0, as Graph itself writes them.
 * @throws GraphRefusal 400 for one that does not fit the start, or says less than Graph requires (recurrencePattern,
 *   recurrenceRange)
 */
export function readRecurrence(
  { pattern, range }: NonNullable<EventInput['recurrence']>,
  start: string,
): Recurrence {
  const day = dayOfWeek(start)
  if (pattern.daysOfWeek && !(pattern.daysOfWeek.length === 1 && pattern.daysOfWeek[0] === day))
    throw invalid(`The sandbox repeats an event on the day of the week that it starts on, ${day}.`)
  if (range.startDate && range.startDate !== start.slice(0, 10))
    throw invalid('The start date of the recurrence range must be the same as the start of the event.')
  const recurrence = { everyWeeks: pattern.interval, count: null, endDate: null }
  switch (range.type) {
    case 'noEnd':
      return recurrence
    case 'numbered':
      if (!range.numberOfOccurrences) throw invalid('The number of occurrences must be 1 or more.')
      return { ...recurrence, count: range.numberOfOccurrences }
    case 'endDate':
      if (!range.endDate || range.endDate < start.slice(0, 10))
        throw invalid('The end date of the recurrence range must not be before its start date.')
      return { ...recurrence, endDate: range.endDate }
  }
}
