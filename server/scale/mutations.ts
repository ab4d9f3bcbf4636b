import type { Role } from '../contract/pair.ts'
import type { ScaleInput } from '../contract/scale.ts'
import type { ConversationDocument } from '../conversation/collection.ts'
import type { Collection } from '../database/collection.ts'
import { isDuplicateKey } from '../database/errors.ts'
import { scaleId, type ScaleDocument } from './collection.ts'

export type Written = { ok: true; answer: ScaleDocument } | { ok: false; reason: 'changed-meanwhile' }

export const scaleMutations = (scales: Collection<ScaleDocument>) => ({
  /** Writes one person's answer over the revision that they saw. */
  async write(
    conversation: Pick<ConversationDocument, '_id' | 'tenantId' | 'pairId' | 'meeting'>,
    who: { question: string; role: Role },
    input: ScaleInput,
    at: Date,
  ): Promise<Written> {
    const { revision, ...said } = input
    const key = { conversationId: conversation._id, ...who }
    const written = { ...said, start: conversation.meeting.start, at }
    if (revision > 0) {
      const answer = await scales.findOneAndUpdate(
        { _id: scaleId(key), revision },
        { $set: written, $inc: { revision: 1 } },
        { returnDocument: 'after' },
      )
      return answer ? { ok: true, answer } : { ok: false, reason: 'changed-meanwhile' }
    }
    const { tenantId, pairId } = conversation
    const answer: ScaleDocument = { _id: scaleId(key), tenantId, pairId, ...key, ...written, revision: 1 }
    try {
      await scales.insertOne(answer)
      return { ok: true, answer }
    } catch (error) {
      if (isDuplicateKey(error)) return { ok: false, reason: 'changed-meanwhile' }
      throw error
    }
  },
})
