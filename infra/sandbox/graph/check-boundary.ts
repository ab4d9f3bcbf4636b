import { countOf, plannedAt, type Held } from '../calendar/mailbox.ts'
import { badRequest } from './refusal.ts'

/** An occurrence stays between its neighbours, and on no day of theirs (docs/platform-facts.md, Events and their ids). */
export function checkBoundary(event: Held, start: string): void {
  const { item, index } = event
  if (index === null || item.everyWeeks === null) return
  const dayOf = (neighbour: number): string =>
    (item.exceptions[neighbour]?.start ?? plannedAt(item, neighbour)).slice(0, 10)
  const day = start.slice(0, 10)
  const hasNext = index + 1 < countOf(item)
  if ((index > 0 && day <= dayOf(index - 1)) || (hasNext && day >= dayOf(index + 1))) {
    throw badRequest(
      'ErrorOccurrenceCrossingBoundary',
      'Modified occurrence is crossing or overlapping adjacent occurrence.',
    )
  }
}
