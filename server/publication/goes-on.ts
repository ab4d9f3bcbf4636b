import type { ListedConversation } from '../conversation/collection.ts'

/** How often it is looked up whether a section is still in the right invite, where calendars are not followed. Milliseconds. */
const checkAgainAfter = 5 * 60_000

/**
 * May a section go on now that somebody of the pair opens Groei? One that waited for a sign-in or a next meeting may. One
 * that stands where it belongs may have lost its invite, which a calendar that is followed says by itself.
 */
export function mayGoOn({ publication }: ListedConversation, now: Date, isFollowed: boolean): boolean {
  if (!publication) return false
  const { state, reason, dueAt, checkedAt } = publication
  // A section set aside is tried again when something changes; that somebody opens Groei changes nothing.
  if (reason === 'failed') return false
  if (state === 'superseded') return dueAt !== undefined
  const isLate = !checkedAt || Math.abs(now.getTime() - checkedAt.getTime()) >= checkAgainAfter
  // No mailbox comes back because somebody looks often.
  if (reason === 'no-mailbox') return isLate
  if (state === 'waiting' || reason) return true
  return !isFollowed && isLate
}
