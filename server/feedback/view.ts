import type { CoachReflection, Feedback, Rating } from '../contract/feedback.ts'
import type { Role } from '../contract/pair.ts'
import type { FeedbackDocument } from './collection.ts'
import type { Both } from './data.ts'
import { mayWriteReflection, showEachOther } from './policy.ts'

/** A reflection that cannot be opened is shown as unreadable; the next one of its author replaces it. */
const unreadable = {
  talked: null,
  asked: null,
  listened: null,
  summarised: null,
  frames: null,
  unreadable: true as const,
}

function reflectionView(one: FeedbackDocument | null): CoachReflection | null {
  if (!one?.reflection) return null
  const { reflection } = one
  return { ...(reflection.lost ? unreadable : reflection.said), revision: reflection.revision }
}

/** One that cannot be opened is as good as none: it is one tap to give it again. */
const ratingView = (one: FeedbackDocument | null): Rating | null =>
  one?.rating && !one.rating.lost
    ? { value: one.rating.value, showEachOther: one.rating.showEachOther }
    : null

/** The feedback that one of the two may see. */
export const feedbackView = (role: Role, both: Both): Feedback => ({
  reflection: mayWriteReflection(role) ? reflectionView(both.mine) : null,
  rating: ratingView(both.mine),
  theirRating: showEachOther(both) ? (ratingView(both.theirs)?.value ?? null) : null,
})
