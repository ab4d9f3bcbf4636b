import type { Role } from '../contract/pair.ts'
import type { Sealed } from '../sealing/sealed-field.ts'
import type { CollectionSpec, DocumentOfPair } from '../database/collection.ts'

/** Feedback of one of the two on a conversation: sealed, for the other reads a rating only when both show theirs. */
export type FeedbackDocument = DocumentOfPair & {
  conversationId: string
  role: Role
  reflection: (Sealed & { revision: number; at: Date }) | null
  rating: (Sealed & { showEachOther: boolean; at: Date }) | null
}

export type FeedbackKey = Pick<FeedbackDocument, 'tenantId' | 'conversationId' | 'role'>
/** The part of a rating that is in clear. */
export type Beside = Pick<NonNullable<FeedbackDocument['rating']>, 'showEachOther' | 'at'>

/**
 * Bound to its conversation, its author and what stands beside it in clear, which differs each time: it opens neither at
 * another place in the database, nor where it stood before it was changed.
 */
export const reflectionBinding = ({ conversationId, role }: FeedbackKey, revision: number | undefined) =>
  `reflection ${conversationId} ${role} ${revision}`
export const ratingBinding = ({ conversationId, role }: FeedbackKey, beside: Beside | null) =>
  `rating ${conversationId} ${role} ${beside?.at.toISOString()} ${beside?.showEachOther}`

export const feedbackSpec: CollectionSpec<FeedbackDocument> = {
  name: 'feedback',
  scope: { of: 'pair', marked: true, own: 'role', exportedAs: 'feedback' },
  sealed: [
    { field: 'reflection', boundTo: (one) => reflectionBinding(one, one.reflection?.revision) },
    { field: 'rating', boundTo: (one) => ratingBinding(one, one.rating) },
  ],
  indexes: [
    { pairId: 1, role: 1 },
    { tenantId: 1, 'reflection.keyVersion': 1 },
    { tenantId: 1, 'rating.keyVersion': 1 },
  ],
}

/** Named after whose it is, so that there is one. */
export const feedbackId = (one: Pick<FeedbackDocument, 'conversationId' | 'role'>): string =>
  `${one.conversationId}.${one.role}`
