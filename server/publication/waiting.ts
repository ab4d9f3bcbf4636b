import type { WaitingReason } from '../contract/publication.ts'
import { GraphFailure } from '../graph/failure.ts'

/** Another worker is in that mailbox, or Microsoft asked for a pause: no failure, only not now. */
export class MailboxBusy extends Error {
  override name = 'MailboxBusy'
  readonly until: Date
  constructor(until: Date) {
    super('mailbox busy')
    this.until = until
  }
}

/** Another worker has it now, or it was finished once more: what this one would write is out of date. */
export class ClaimLost extends Error {
  override name = 'ClaimLost'
}

/** Nobody but that calendar's owner can help. */
export const isSignedOut = (error: unknown): boolean =>
  error instanceof GraphFailure && waitingFor(error).reason === 'organiser-sign-in'

/** What a publication waits for after Microsoft said no. */
export function waitingFor(failure: GraphFailure): {
  reason: WaitingReason
  /** Seconds. */
  retryAfter?: number | undefined
} {
  switch (failure.reason) {
    case 'interaction-required':
    case 'unauthorised':
      return { reason: 'organiser-sign-in' }
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
