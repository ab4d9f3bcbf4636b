import type { Collection } from '../database/collection.ts'
import { isInserted } from '../database/errors.ts'
import type { Wording } from './agreed.ts'
import type { CommitmentDocument } from './collection.ts'
import { untouched, type CommitmentScope } from './mutations.ts'
import type { CommitmentSlots } from './slot-mutations.ts'

/** Commitments come and go in the places that their conversation has. */
export const commitmentMaking = (commitments: Collection<CommitmentDocument>, slots: CommitmentSlots) => ({
  /**
   * Makes a commitment in the first free place. Of two servers that make the same one, one does.
   * @returns what is there by that id now, made by this or before; `no-place` when there is none for it
   */
  async make(
    id: string,
    wording: Wording,
    scope: CommitmentScope,
    limit: number,
  ): Promise<CommitmentDocument | null | 'no-place'> {
    const slot = await slots.take(id, scope, limit)
    if (slot === null) return (await commitments.findOne({ _id: id })) ?? 'no-place'
    const { tenantId, pairId, conversationId, at } = scope
    const commitment: CommitmentDocument = {
      _id: id,
      tenantId,
      pairId,
      conversationId,
      slot,
      ...wording,
      status: 'open',
      followUps: [],
      shownIn: [conversationId, pairId],
      revision: 1,
      createdAt: at,
      unplannedSince: at,
    }
    if (await isInserted(commitments.insertOne(commitment))) return commitment
    return commitments.findOne({ _id: id })
  },

  /** @returns whether it was there, as it was seen */
  async remove({ _id, pairId, conversationId, revision, slot }: CommitmentDocument): Promise<boolean> {
    const { deletedCount } = await commitments.deleteMany({
      _id,
      pairId,
      conversationId,
      revision,
      ...untouched,
    })
    if (deletedCount === 1) await slots.free(conversationId, slot, _id)
    return deletedCount === 1
  },
})
