import { otherRole } from '../pair/policy.ts'
import type { Role } from '../contract/pair.ts'
import type { Collection } from '../database/collection.ts'
import { feedbackId, type FeedbackDocument } from './collection.ts'

/** The feedback of one of the two, and of the other. */
export type Both = { mine: FeedbackDocument | null; theirs: FeedbackDocument | null }

export const feedbackData = (feedback: Collection<FeedbackDocument>) => ({
  async both(conversationId: string, role: Role): Promise<Both> {
    const [mine, theirs] = await Promise.all(
      [role, otherRole(role)].map((one) =>
        feedback.findOne({ _id: feedbackId({ conversationId, role: one }) }),
      ),
    )
    return { mine: mine ?? null, theirs: theirs ?? null }
  },
  ofPair: (pairId: string) => feedback.find({ pairId }).toArray(),
})
