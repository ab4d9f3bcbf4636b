import type { Collection } from '../database/collection.ts'
import { onceMoreOnDuplicate } from '../database/errors.ts'
import type { Sealed } from '../plugins/sealing.ts'
import { balanceId, type BalanceDocument } from './collection.ts'

/** Whose it is; the route has checked that the person is in the conversation. */
export type Place = Pick<BalanceDocument, 'tenantId' | 'pairId' | 'conversationId' | 'role'>

export const balanceMutations = (balances: Collection<BalanceDocument>) => ({
  /** Writes the minute over the revision that was seen. @returns false when another one was there */
  async minute(place: Place, sealed: Sealed, seen: number, at: Date): Promise<boolean> {
    const _id = balanceId(place)
    await onceMoreOnDuplicate(() =>
      balances.updateOne(
        { _id },
        { $setOnInsert: { ...place, minute: null, rating: null } },
        { upsert: true },
      ),
    )
    const { matchedCount } = await balances.updateOne(
      { _id, ...(seen === 0 ? { minute: null } : { 'minute.revision': seen }) },
      { $set: { minute: { ...sealed, revision: seen + 1, at } } },
    )
    return matchedCount === 1
  },

  /** One tap: the last one counts. */
  async rate(place: Place, rating: NonNullable<BalanceDocument['rating']>): Promise<void> {
    await onceMoreOnDuplicate(() =>
      balances.updateOne(
        { _id: balanceId(place) },
        { $set: { rating }, $setOnInsert: { ...place, minute: null } },
        { upsert: true },
      ),
    )
  },
})
