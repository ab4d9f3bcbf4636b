import type { Role } from '../contract/pair.ts'
import type { ReviewPack } from '../contract/review.ts'
import type { DocumentOfPair } from '../database/collection.ts'
import { clear } from '../sealing/clear.ts'
import type { SealedSpec } from '../sealing/declaration.ts'

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

export const reviewSpec: SealedSpec<ReviewDocument> = {
  name: 'reviews',
  scope: { of: 'pair', marked: true, exportedAs: 'reviews' },
  fields: {
    tenantId: clear.id,
    pairId: clear.id,
    pairEnded: clear.mark,
    from: clear.date,
    to: clear.date,
    timeZone: clear.state,
    choices: { $each: clear.date },
    texts: {
      coach: { $part: 'coach', text: 'content', revision: clear.number, at: clear.date },
      employee: { $part: 'employee', text: 'content', revision: clear.number, at: clear.date },
    },
    ready: { $each: 'content' },
    frozen: { $part: 'frozen', pack: 'content', fingerprint: 'content', at: clear.date },
    revision: clear.number,
    createdAt: clear.date,
  },
  indexes: [{ pairId: 1, to: 1, from: 1 }],
}
