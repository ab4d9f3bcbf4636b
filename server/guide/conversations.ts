import type { CommitmentDocument } from '../commitment/collection.ts'
import type { Role } from '../contract/pair.ts'
import type { ConversationDocument } from '../conversation/collection.ts'
import type { Conversation } from './progress.ts'

type Stored = Pick<ConversationDocument, '_id' | 'meeting' | 'state' | 'preparation'>
type Commitment = Pick<CommitmentDocument, 'conversationId' | 'createdAt' | 'status' | 'doneAt' | 'followUps'>

const followedUpIn = (one: Commitment, conversationId: string) =>
  one.followUps.some((said) => said.conversationId === conversationId)

/** Was an earlier commitment still open when a conversation began? */
const wasOpen = ({ status, doneAt, followUps }: Commitment, start: Date) =>
  status === 'open' || (doneAt ?? 0) >= start || followUps.some(({ at }) => at >= start)

/** The conversations of a pair as the guide sees them. @param commitments that these conversations made or followed up */
export const conversationsOf = (stored: Stored[], commitments: Commitment[], me: Role): Conversation[] =>
  stored.map(({ _id, meeting, state, preparation }) => {
    const earlier = commitments.filter((one) => one.conversationId !== _id && one.createdAt < meeting.end)
    const followedUp = earlier.filter((one) => followedUpIn(one, _id))
    return {
      start: meeting.start,
      held: state === 'finished',
      prepared: preparation?.[me] !== undefined,
      made: commitments.filter((one) => one.conversationId === _id).length,
      toFollowUp: earlier.filter((one) => followedUp.includes(one) || wasOpen(one, meeting.start)).length,
      followedUp: followedUp.length,
    }
  })
