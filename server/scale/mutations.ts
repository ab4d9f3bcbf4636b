import type { Role } from '../contract/pair.ts'
import type { ScaleAnswer } from '../contract/scale.ts'
import type { ConversationDocument } from '../conversation/collection.ts'
import type { Collection } from '../database/collection.ts'
import { isInserted } from '../database/errors.ts'
import { scaleId, type ScaleDocument } from './collection.ts'

export const scaleMutations = (scales: Collection<ScaleDocument>) => ({
  /** Writes one person's answer; the last one counts. */
  async write(
    conversation: Pick<ConversationDocument, '_id' | 'tenantId' | 'pairId' | 'meeting'>,
    who: { question: string; role: Role },
    said: ScaleAnswer,
    at: Date,
  ): Promise<void> {
    const key = { conversationId: conversation._id, ...who }
    const _id = scaleId(key)
    const written = { ...said, start: conversation.meeting.start, at }
    const change = async () =>
      (await scales.updateOne({ _id }, { $set: written, $inc: { revision: 1 } })).matchedCount > 0
    if (await change()) return
    const { tenantId, pairId } = conversation
    const answer = { _id, tenantId, pairId, ...key, ...written, revision: 1 }
    // Not new: the same person on another device was first.
    if (!(await isInserted(scales.insertOne(answer)))) await change()
  },
})
