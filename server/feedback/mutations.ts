import type { CoachReflectionInput, Rating } from '../contract/feedback.ts'
import type { Collection } from '../database/collection.ts'
import { onceMoreOnDuplicate } from '../database/errors.ts'
import { feedbackId, type FeedbackDocument } from './collection.ts'

/** The author and the conversation; the route has checked that the person is in it. */
export type FeedbackScope = Pick<FeedbackDocument, 'tenantId' | 'pairId' | 'conversationId' | 'role'>

export const feedbackMutations = (feedback: Collection<FeedbackDocument>) => ({
  /** Writes the reflection over the revision that was seen. @returns false when another one was there */
  async reflection(
    key: FeedbackScope,
    { revision: seen, ...said }: CoachReflectionInput,
    at: Date,
  ): Promise<boolean> {
    const _id = feedbackId(key)
    await onceMoreOnDuplicate(() =>
      feedback.updateOne(
        { _id },
        { $setOnInsert: { ...key, reflection: null, rating: null } },
        { upsert: true },
      ),
    )
    const { matchedCount } = await feedback.updateOne(
      { _id, ...(seen === 0 ? { reflection: null } : { 'reflection.revision': seen }) },
      { $set: { reflection: { said, revision: seen + 1, at } } },
    )
    return matchedCount === 1
  },

  /** One tap: the last one counts. */
  async rate(key: FeedbackScope, { value, showEachOther }: Rating, at: Date): Promise<void> {
    await onceMoreOnDuplicate(() =>
      feedback.updateOne(
        { _id: feedbackId(key) },
        { $set: { rating: { value, showEachOther, at } }, $setOnInsert: { ...key, reflection: null } },
        { upsert: true },
      ),
    )
  },
})
