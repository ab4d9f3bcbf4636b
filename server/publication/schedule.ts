import type { WaitingReason } from '../contract/publication.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** How often opening Groei looks up whether the section is still in the right invite. */
export const checkAgainAfter = 5 * minute

/** Longer than the slowest publication; after this a worker that died is taken for dead. */
export const lease = 30 * second

/**
 * When to try again, in milliseconds from now. What only a person can change is tried seldom; opening the panel
 * wakes it at once. `random` (0 to 1) spreads what failed together.
 */
export function retryIn(
  reason: WaitingReason,
  attempts: number,
  retryAfter: number | undefined,
  random: number,
): number {
  if (retryAfter !== undefined) return retryAfter * second + random * second
  switch (reason) {
    case 'queued':
    case 'changed-meanwhile':
    case 'throttled':
    case 'microsoft-unavailable':
      return Math.min(2 ** Math.min(attempts, 12) * 5 * second, 15 * minute) * (0.5 + random / 2)
    // Perhaps in the calendar of somebody who is signed out: tried ever more seldom.
    case 'not-cleared':
      return Math.min(2 ** Math.min(attempts, 16) * 5 * second, 24 * hour) * (0.5 + random / 2)
    // A notification, or a person who opens Groei, wakes these long before.
    case 'no-next-meeting':
    case 'organiser-sign-in':
    case 'other-not-here':
    case 'not-a-one-on-one':
    case 'microsoft-refused':
    case 'join-link-at-risk':
      return 24 * hour * (0.5 + random / 2)
  }
}
