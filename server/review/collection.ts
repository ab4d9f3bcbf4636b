import type { Role } from '../contract/pair.ts'
import type { ReviewPack } from '../contract/review.ts'
import type { CollectionSpec, DocumentOfPair } from '../database/collection.ts'

/** The review pack of a pair and a period. Each of the two writes under their own role only, so that neither loses. */
export type ReviewDocument = DocumentOfPair & {
  /** Days, both included, in the zone of who made it. */
  from: string
  to: string
  timeZone: string
  /** Since when each chooses an item, by its id. */
  choices: Record<Role, Record<string, Date>>
  texts: Partial<Record<Role, { text: string; revision: number; at: Date }>>
  /** The fingerprint of the pack that each is done with; of another one it does not count. */
  ready: Partial<Record<Role, string>>
  /** The pack as it read when both were done. */
  frozen: { pack: ReviewPack; fingerprint: string; at: Date } | null
  revision: number
  createdAt: Date
}

export const reviewSpec: CollectionSpec<ReviewDocument> = {
  name: 'reviews',
  scope: { of: 'pair', marked: true, exportedAs: 'reviews' },
  indexes: [{ pairId: 1, to: 1, from: 1 }],
}
