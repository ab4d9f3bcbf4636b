import type { Collection } from '../database/collection.ts'
import type { CommitmentDocument } from './collection.ts'

export const commitmentData = (commitments: Collection<CommitmentDocument>) => ({
  /** What the screen of a conversation shows: open between the two, made in it, followed up in it. Oldest first. */
  shown: async (pairId: string, conversationId: string) =>
    oldestFirst(await commitments.find({ shownIn: { $in: [pairId, conversationId] } }).toArray()),

  made: (conversationId: string) => commitments.find({ conversationId }, { sort: { slot: 1 } }).toArray(),

  ofPair: async (pairId: string) => oldestFirst(await commitments.find({ pairId }).toArray()),

  /** All that these conversations made or followed up, oldest first. */
  ofTalks: async (conversationIds: string[]) =>
    conversationIds.length > 0
      ? oldestFirst(await commitments.find({ shownIn: { $in: conversationIds } }).toArray())
      : [],

  /** All that is open between these pairs, oldest first. */
  open: async (pairIds: string[]) =>
    pairIds.length > 0
      ? oldestFirst(await commitments.find({ shownIn: { $in: pairIds } }).toArray()).filter(
          (one) => one.status === 'open',
        )
      : [],
})
export type CommitmentData = ReturnType<typeof commitmentData>

const oldestFirst = (found: CommitmentDocument[]) =>
  [...found].sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || a.slot - b.slot)
