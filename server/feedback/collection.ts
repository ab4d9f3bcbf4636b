import type { CoachReflectionInput } from '../contract/feedback.ts'
import type { Role } from '../contract/pair.ts'
import type { DocumentOfPair } from '../database/collection.ts'
import { clear } from '../sealing/clear.ts'
import type { Readable, SealedSpec } from '../sealing/declaration.ts'

/** Feedback of one of the two on a conversation: the other reads a rating only when both show theirs. */
export type FeedbackDocument = DocumentOfPair & {
  conversationId: string
  role: Role
  reflection:
    (Readable<{ said: Omit<CoachReflectionInput, 'revision'> }> & { revision: number; at: Date }) | null
  rating: (Readable<{ value: number }> & { showEachOther: boolean; at: Date }) | null
}

export const feedbackSpec: SealedSpec<FeedbackDocument> = {
  name: 'feedback',
  scope: { of: 'pair', marked: true, own: 'role', exportedAs: 'feedback' },
  earlier: [
    {
      at: 'reflection',
      place: ({ conversationId, role, reflection }: FeedbackDocument) =>
        `reflection ${conversationId} ${role} ${reflection?.revision}`,
      read: (text) => ({ said: JSON.parse(text) as unknown }),
    },
    {
      at: 'rating',
      place: ({ conversationId, role, rating }: FeedbackDocument) =>
        `rating ${conversationId} ${role} ${rating?.at.toISOString()} ${rating?.showEachOther}`,
      read: (text) => ({ value: JSON.parse(text) as unknown }),
    },
  ],
  fields: {
    tenantId: clear.id,
    pairId: clear.id,
    pairEnded: clear.mark,
    conversationId: clear.id,
    role: clear.state,
    reflection: {
      $part: 'reflection',
      $marked: true,
      said: 'content',
      revision: clear.number,
      at: clear.date,
    },
    rating: { $part: 'rating', $marked: true, value: 'content', showEachOther: clear.state, at: clear.date },
  },
  indexes: [{ pairId: 1, role: 1 }],
}

/** Named after whose it is, so that there is one. */
export const feedbackId = (one: Pick<FeedbackDocument, 'conversationId' | 'role'>): string =>
  `${one.conversationId}.${one.role}`
