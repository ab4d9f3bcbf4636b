import type { CommitmentDocument } from '../commitment/collection.ts'
import type { ConversationDocument } from '../conversation/collection.ts'
import type { Situation } from './propose.ts'

/** Talks in which a question that was picked is still fresh in memory. */
const freshFor = 3

/**
 * What earlier talks and open commitments of the two say about which questions fit now.
 * @param earlier the pair's talks before this one, the latest first
 * @param open commitments of the two that are open
 */
export function situationOf(
  conversation: ConversationDocument,
  earlier: ConversationDocument[],
  open: CommitmentDocument[],
): Pick<Situation, 'lately' | 'asked' | 'open' | 'talks'> {
  const carried = open.filter(
    (one) => one.conversationId !== conversation._id && one.createdAt < conversation.meeting.end,
  )
  const times = carried.map(
    ({ followUps }) =>
      // It came back to each talk that said it stays open, and now to this one.
      1 + followUps.filter((one) => one.outcome === 'open' && one.conversationId !== conversation._id).length,
  )
  return {
    lately: earlier
      .filter((one) => (one.asked ?? []).length > 0)
      .slice(0, freshFor)
      .map((one) => (one.asked ?? []).map(({ question }) => question)),
    asked: conversation.asked ?? [],
    open: { count: carried.length, comesBack: Math.max(0, ...times) },
    talks: earlier.filter((one) => one.state === 'finished').length,
  }
}
