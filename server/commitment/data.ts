import type { Filter } from 'mongodb'
import type { Collection } from '../database/collection.ts'
import type { ConversationDocument } from '../conversation/collection.ts'
import type { CommitmentDocument } from './collection.ts'
import { cameBackLater } from './snapshot.ts'

/** The commitments among these that a conversation made, in the order of their places there. */
export const madeBy = (commitments: CommitmentDocument[], conversationId: string): CommitmentDocument[] =>
  commitments.filter((one) => one.conversationId === conversationId).sort((a, b) => a.slot - b.slot)

export const commitmentData = (commitments: Collection<CommitmentDocument>) => ({
  /** Commitments on a conversation's screen: open between the two, made in it, or followed up in it. Oldest first. */
  shown: async (pairId: string, conversationId: string) =>
    oldestFirst(await commitments.find({ shownIn: { $in: [pairId, conversationId] } }).toArray()),

  /**
   * Commitments with which a conversation's live document begins: those that it made, and those that it can follow up.
   * One that was followed up in a later conversation is only to be read.
   */
  liveIn: async ({ _id, pairId, meeting }: Pick<ConversationDocument, '_id' | 'pairId' | 'meeting'>) =>
    oldestFirst(await commitments.find({ shownIn: { $in: [pairId, _id] } }).toArray()).filter((one) =>
      one.conversationId === _id
        ? one.followUps.length === 0
        : one.createdAt < meeting.end && !cameBackLater(one, { id: _id, start: meeting.start }),
    ),

  /** All that these conversations made, in the order of their places there. */
  madeIn: (conversationIds: string[]) =>
    conversationIds.length > 0
      ? commitments.find({ conversationId: { $in: conversationIds } }, { sort: { slot: 1 } }).toArray()
      : Promise.resolve([]),

  /** All between these pairs that is not open any more, and that somebody said something of since. */
  async closedSince(pairIds: string[], since: Date): Promise<CommitmentDocument[]> {
    if (pairIds.length === 0) return []
    const closed = {
      pairId: { $in: pairIds },
      status: { $in: ['done', 'dropped'] },
    } satisfies Filter<CommitmentDocument>
    // Each by an index of its own: what was closed before is not read, however much of it there is.
    const found = await Promise.all([
      commitments.find({ ...closed, doneAt: { $gte: since } }).toArray(),
      commitments.find({ ...closed, 'followUps.at': { $gte: since } }).toArray(),
    ])
    return [...new Map(found.flat().map((one) => [one._id, one])).values()]
  },

  ofPair: async (pairId: string) => oldestFirst(await commitments.find({ pairId }).toArray()),

  /** All that these conversations made or followed up, oldest first. */
  ofConversations: async (conversationIds: string[]) =>
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

const oldestFirst = (found: CommitmentDocument[]) =>
  [...found].sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || a.slot - b.slot)
