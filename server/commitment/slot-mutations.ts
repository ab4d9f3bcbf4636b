import type { Collection } from '../database/collection.ts'
import { isInserted } from '../database/errors.ts'
import type { CommitmentDocument } from './collection.ts'
import { clear } from '../sealing/clear.ts'
import type { SealedSpec } from '../sealing/declaration.ts'

/** One of the places for commitments that a conversation has, and which commitment has it. */
export type SlotDocument = {
  _id: string
  tenantId: string
  pairId: string
  commitmentId: string
  at: Date
}

export const slotSpec: SealedSpec<SlotDocument> = {
  name: 'commitmentSlots',
  scope: { of: 'pair', exportedAs: null },
  fields: {
    tenantId: clear.id,
    pairId: clear.id,
    commitmentId: clear.id,
    at: clear.date,
  },
  indexes: [{ pairId: 1 }],
}

/** Named after the place, so that of two who take it at once one has it. */
const slotId = (conversationId: string, slot: number) => `${conversationId}.${slot}`

/** Longer than it takes from taking a place to the commitment that stands there; milliseconds. */
const takenBy = 60_000

type Of = { tenantId: string; pairId: string; conversationId: string; at: Date }

export function commitmentSlots(
  slots: Collection<SlotDocument>,
  commitments: Collection<CommitmentDocument>,
) {
  /**
   * A server died between taking the place and making the commitment, or between removing that and giving it back; or the
   * same request came twice, and its commitment stands in another place.
   */
  async function isLeft(there: SlotDocument, at: Date): Promise<boolean> {
    if (Math.abs(at.getTime() - there.at.getTime()) < takenBy) return false
    const found = await commitments.findOne({ _id: there.commitmentId })
    return !found || slotId(found.conversationId, found.slot) !== there._id
  }

  async function takeOne(slot: number, commitmentId: string, of: Of): Promise<boolean> {
    const { tenantId, pairId, conversationId, at } = of
    const _id = slotId(conversationId, slot)
    if (await isInserted(slots.insertOne({ _id, tenantId, pairId, commitmentId, at }))) return true
    const there = await slots.findOne({ _id })
    if (!there || there.commitmentId === commitmentId) return there !== null
    if (!(await isLeft(there, at))) return false
    const taken = await slots.updateOne(
      { _id, commitmentId: there.commitmentId },
      { $set: { commitmentId, at } },
    )
    return taken.matchedCount > 0
  }

  return {
    /** Takes the first free place of a conversation for a commitment. @returns null when there is none */
    async take(commitmentId: string, of: Of, limit: number): Promise<number | null> {
      for (let slot = 0; slot < limit; slot += 1) if (await takeOne(slot, commitmentId, of)) return slot
      return null
    },
    async free(conversationId: string, slot: number, commitmentId: string): Promise<void> {
      await slots.deleteMany({ _id: slotId(conversationId, slot), commitmentId })
    },
  }
}
export type CommitmentSlots = ReturnType<typeof commitmentSlots>
