import type { Role } from '../contract/pair.ts'
import type { CollectionSpec } from '../database/collection.ts'

/** What one of the two says of a conversation afterwards: sealed, for nobody else reads it unasked. */
export type BalanceDocument = {
  _id: string
  tenantId: string
  pairId: string
  conversationId: string
  /** Its pair ended: nobody writes in it any more. */
  pairEnded?: true | null
  role: Role
  /** `keyVersion` of the data key that opens it; absent: sealed before there were any. */
  minute: { sealed: string; keyVersion?: number; revision: number; at: Date } | null
  rating: { sealed: string; keyVersion?: number; showEachOther: boolean; at: Date } | null
}

export const balanceSpec: CollectionSpec<BalanceDocument> = {
  name: 'balances',
  indexes: [
    { fields: { pairId: 1, role: 1 } },
    { fields: { tenantId: 1, 'minute.keyVersion': 1 } },
    { fields: { tenantId: 1, 'rating.keyVersion': 1 } },
  ],
}

/** Named after whose it is, so that there is one. */
export const balanceId = (one: Pick<BalanceDocument, 'conversationId' | 'role'>): string =>
  `${one.conversationId}.${one.role}`
