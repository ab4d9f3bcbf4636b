import type { WaitingReason } from '../contract/publication.ts'
import type { PublicationDocument } from '../conversation/collection.ts'
import type { SetPublication } from './mutations.ts'
import { stayAfter } from './place.ts'
import type { Outcome } from './publish.ts'
import { retryIn } from './schedule.ts'

/**
 * What is kept of an outcome, and when there is something to do again; null: never.
 * @param random 0 to 1
 */
export function recordOf(
  { attempts: before, publishedAt }: PublicationDocument,
  outcome: Outcome,
  now: Date,
  random: number,
): { set: SetPublication; dueAt: Date | null } {
  const attempts = before + 1
  const retry = (reason: WaitingReason, retryAfter?: number) =>
    new Date(now.getTime() + retryIn(reason, attempts, retryAfter, random))
  const { places } = outcome
  switch (outcome.kind) {
    case 'published': {
      const { next, target, handEdited } = outcome
      const isCleared = places.every((place) => place.iCalUId === target.iCalUId)
      const passed = new Date(next.end.getTime() + stayAfter)
      const again = retry('not-cleared')
      return {
        set: {
          'publication.state': 'published',
          'publication.reason': isCleared ? null : 'not-cleared',
          'publication.attempts': isCleared ? 0 : attempts,
          'publication.places': places,
          'publication.target': target,
          'publication.handEdited': handEdited,
          'publication.overEdited': false,
          'publication.publishedAt': publishedAt ?? now,
        },
        dueAt: isCleared || passed < again ? passed : again,
      }
    }
    case 'superseded':
    case 'rests': {
      const { isCleared, kind } = outcome
      return {
        set: {
          ...(kind === 'superseded'
            ? { 'publication.state': 'superseded' as const }
            : { 'publication.target': outcome.target }),
          'publication.reason': isCleared ? null : 'not-cleared',
          'publication.attempts': isCleared ? 0 : attempts,
          'publication.places': places,
        },
        dueAt: isCleared ? null : retry('not-cleared'),
      }
    }
    case 'waits': {
      const { reason, retryAfter, target } = outcome
      // Nowhere any more: it waits again. Whatever else went wrong, it still stands where it stood.
      const nowhere = target === null || reason === 'no-next-meeting'
      return {
        set: {
          ...(nowhere ? { 'publication.state': 'waiting' as const } : {}),
          'publication.places': places,
          'publication.target': target,
          'publication.reason': reason,
          'publication.attempts': attempts,
        },
        dueAt: retry(reason, retryAfter),
      }
    }
  }
}
