import type { Role } from '../contract/pair.ts'

/** How long the other can read and export the shared texts after one asked to delete them; milliseconds. */
export const readableFor = 30 * 24 * 60 * 60_000

/**
 * The deletion of a pair. Whoever asked loses access at once. `due` says when everything is deleted, and `next` when a
 * worker has something to do for it.
 */
export type Deletion = {
  askedBy: Role[]
  due: Date
  next: Date
  /** By retention. */
  aged?: true
  /** All of it is gone; what a late request still left goes with the next look, and the pair itself. */
  emptied?: true
}

/**
 * The rule, in one place. What is one's own (private notes, drafts, reminders) goes as soon as one asks. What the
 * two share belongs to both: the other can read it and take it out, and not change it, for thirty days. It goes at
 * once when both asked, or when the other never opened Groei, so that nobody is left to read it. Nobody can undo
 * what they asked, for what was theirs alone is gone.
 */
export function askDeletion(
  before: Deletion | null | undefined,
  by: Role,
  otherOpened: boolean,
  now: Date,
): Deletion {
  const askedBy = [...new Set([...(before?.askedBy ?? []), by])]
  const alone = askedBy.length > 1 || !otherOpened
  const due = alone ? now : (before?.due ?? new Date(now.getTime() + readableFor))
  return { askedBy, due, next: now }
}

/** Longer than any request or worker takes from reading that a pair is there to its last write; milliseconds. */
export const lateWrites = 60 * 60_000

/** Nobody may read it any more, and all of it goes. */
export const allGone = (now: Date): Deletion => ({ askedBy: ['coach', 'employee'], due: now, next: now })
