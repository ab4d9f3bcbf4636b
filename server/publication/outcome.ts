import type { WaitingReason } from '../contract/publication.ts'
import type { PublicationDocument, Target } from '../conversation/collection.ts'
import type { GraphFailure } from '../graph/failure.ts'
import type { OneOnOne } from '../meeting/one-on-one.ts'
import { retryIn, type Backoff } from '../queue/backoff.ts'
import type { SetPublication } from './mutations.ts'
import { stayAfter } from './next-invite-data.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/**
 * How often a section is tried that fails by a fault of ours, or kills the server, before it is set aside. A long outage of
 * Microsoft or the database is no such fault.
 */
export const claimLimit = 8
/** When a claim that came to no end is taken again. */
export const afterFault: Backoff = { first: 5 * second, most: 15 * minute }
/** A section set aside. A change of the conversation or a calendar gives it one more try; finishing again, all of them. */
export const setAside: SetPublication = {
  'publication.reason': 'failed',
  'publication.claims': claimLimit - 1,
  'publication.triedSince': null,
}

/** How often a lasting reason is tried again by itself; then only when somebody opens Groei or the calendar changes. */
const attemptLimit = 8
const lasting = new Set<WaitingReason>(['too-large', 'join-link-at-risk', 'microsoft-refused'])

/** Reasons that go away by themselves, and then some day do not: Microsoft does not take it, for whatever reason. */
const troubles = new Set<WaitingReason>(['throttled', 'microsoft-unavailable', 'changed-meanwhile'])
/** After this long, in milliseconds, people read since when it is tried. */
const patience = 24 * hour

export type Stuck = Extract<WaitingReason, 'no-mailbox' | 'altered'>

/** The end of one attempt to publish. `invites`: every one in which the section stands or may stand now. */
export type Outcome = {
  invites: Target[]
  /** It could not leave an invite: its mailbox is not in Microsoft 365, or somebody changed its marks there. */
  stuck?: Stuck
} & (
  | { kind: 'published'; next: OneOnOne; target: Target; handEdited: boolean }
  /** A later conversation of the two is finished: its section stands in the invite, and this one nowhere. */
  | { kind: 'superseded'; isCleared: boolean }
  /** The pair ended: where the two read it, it stays. */
  | { kind: 'rests'; target: Target | null; isCleared: boolean }
  | { kind: 'waits'; reason: WaitingReason; retryAfter?: number | undefined; target: Target | null }
)

/**
 * Says what is kept of an outcome, and when there is something to do again; null: never.
 * @param random 0 to 1
 */
export function recordOf(
  { attempts: before, publishedAt, triedSince }: PublicationDocument,
  outcome: Outcome,
  now: Date,
  random: number,
): { set: SetPublication; dueAt: Date | null } {
  const attempts = before + 1
  const retry = (reason: WaitingReason, retryAfter?: number) =>
    new Date(now.getTime() + retryIn(backoffOf[reason], attempts, retryAfter, random))
  const { invites, stuck } = outcome
  const notCleared = stuck ?? 'not-cleared'
  switch (outcome.kind) {
    case 'published': {
      const { next, target, handEdited } = outcome
      const isCleared = invites.every((invite) => invite.iCalUId === target.iCalUId)
      const passed = new Date(next.end.getTime() + stayAfter)
      const again = retry(notCleared)
      return {
        set: {
          'publication.state': 'published',
          'publication.reason': isCleared ? null : notCleared,
          'publication.attempts': isCleared ? 0 : attempts,
          'publication.invites': invites,
          'publication.target': target,
          'publication.handEdited': handEdited,
          'publication.triedSince': null,
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
          'publication.triedSince': null,
          'publication.reason': isCleared ? null : notCleared,
          'publication.attempts': isCleared ? 0 : attempts,
          'publication.invites': invites,
        },
        dueAt: isCleared ? null : retry(notCleared),
      }
    }
    case 'waits': {
      const { retryAfter, target } = outcome
      // A section that still stands somewhere comes before one that is not there yet.
      const found = stuck ?? outcome.reason
      const since = troubles.has(found) ? (triedSince ?? now) : null
      const isLong = since !== null && now.getTime() - since.getTime() > patience
      const reason = isLong ? 'keeps-failing' : found
      // Nowhere any more: it waits again. Whatever else went wrong, it still stands where it stood.
      const nowhere = target === null || (stuck !== 'no-mailbox' && outcome.reason === 'no-next-meeting')
      return {
        set: {
          ...(nowhere ? { 'publication.state': 'waiting' as const } : {}),
          'publication.invites': invites,
          'publication.target': target,
          'publication.reason': reason,
          'publication.triedSince': since,
          'publication.attempts': attempts,
        },
        dueAt:
          lasting.has(reason) && attempts >= attemptLimit
            ? null
            : retry(reason, isLong ? undefined : retryAfter),
      }
    }
  }
}

/** For reasons that may go away by themselves. */
const soon: Backoff = { first: 5 * second, most: 15 * minute }
/** For a section that is perhaps in the calendar of somebody who is signed out. */
const seldom: Backoff = { first: 5 * second, most: 24 * hour }
/** For the rest: a notification, or a person who opens Groei, wakes these long before. */
const daily: Backoff = { first: 24 * hour, most: 24 * hour }

/** For what failed for days: it holds up a mailbox each time that it is tried. */
const hourly: Backoff = { first: hour, most: hour }

/** How a publication that waits for a reason is tried again. */
export const backoffOf: Record<WaitingReason, Backoff> = {
  queued: soon,
  'changed-meanwhile': soon,
  throttled: soon,
  'microsoft-unavailable': soon,
  'keeps-failing': hourly,
  'not-cleared': seldom,
  altered: seldom,
  'no-next-meeting': daily,
  'organiser-sign-in': daily,
  'no-mailbox': daily,
  'other-not-here': daily,
  'not-a-one-on-one': daily,
  'microsoft-refused': daily,
  'too-large': daily,
  failed: daily,
  'join-link-at-risk': daily,
}

/** The reason for which a publication waits after Graph refused or failed. */
export function waitingFor(failure: GraphFailure): {
  reason: WaitingReason
  /** Seconds. */
  retryAfter?: number | undefined
} {
  switch (failure.reason) {
    case 'interaction-required':
    case 'unauthorised':
      return { reason: 'organiser-sign-in' }
    case 'no-mailbox':
      return { reason: 'no-mailbox' }
    case 'throttled':
      return { reason: 'throttled', retryAfter: failure.retryAfter }
    case 'unavailable':
      return { reason: 'microsoft-unavailable', retryAfter: failure.retryAfter }
    // In the list a moment ago, and gone when it was read.
    case 'not-found':
    case 'gone':
    case 'stale':
      return { reason: 'changed-meanwhile' }
    case 'refused':
      return { reason: 'microsoft-refused' }
  }
}
