import { carriedOver } from '../commitment/carried-over.ts'
import type { CommitmentDocument } from '../commitment/collection.ts'
import type { ConversationDocument } from '../conversation/collection.ts'
import type { Situation } from './propose.ts'
import type { EarlierTalk } from './staleness.ts'

/** Talks in which a question that was asked or shown is still fresh in memory. */
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
): Pick<Situation, 'lately' | 'asked' | 'answered' | 'open' | 'talks'> {
  const carried = open.filter(
    (one) => one.conversationId !== conversation._id && one.createdAt < conversation.meeting.end,
  )
  return {
    lately: earlier
      .map(remembered)
      .filter((one) => one.asked.length > 0 || one.shown.length > 0)
      .slice(0, freshFor),
    asked: conversation.asked ?? [],
    answered: (conversation.answered ?? []).map(({ question }) => question),
    open: {
      count: carried.length,
      comesBack: Math.max(0, ...carried.map((one) => 1 + carriedOver(one, earlier))),
    },
    talks: earlier.filter((one) => one.state === 'finished').length,
  }
}

/** What was only shown counts once the talk was held to its end: one may have looked at it and not talked. */
const remembered = ({ asked = [], answered = [], shown = [], state }: ConversationDocument): EarlierTalk => ({
  asked: [...asked, ...answered].map(({ question }) => question),
  shown: state === 'finished' ? shown : [],
})
