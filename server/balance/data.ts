import { otherRole } from '../pair/policy.ts'
import type { Role } from '../contract/pair.ts'
import type { Collection } from '../database/collection.ts'
import { balanceId, type BalanceDocument } from './collection.ts'

/** What one of the two said, and what the other did. */
export type Both = { mine: BalanceDocument | null; theirs: BalanceDocument | null }

export const balanceData = (balances: Collection<BalanceDocument>) => ({
  async both(conversationId: string, role: Role): Promise<Both> {
    const [mine, theirs] = await Promise.all(
      [role, otherRole(role)].map((one) =>
        balances.findOne({ _id: balanceId({ conversationId, role: one }) }),
      ),
    )
    return { mine: mine ?? null, theirs: theirs ?? null }
  },
  ofPair: (pairId: string) => balances.find({ pairId }).toArray(),
})
