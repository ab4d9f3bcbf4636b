import type { CommitmentDocument } from '../commitment/collection.ts'
import type { Role } from '../contract/pair.ts'
import type { ConversationDocument } from '../conversation/collection.ts'
import type { Talk } from './progress.ts'

type Conversation = Pick<ConversationDocument, '_id' | 'meeting' | 'state' | 'preparation'>
type Commitment = Pick<CommitmentDocument, 'conversationId' | 'createdAt' | 'status' | 'doneAt' | 'followUps'>

const followedUpIn = (one: Commitment, conversationId: string) =>
  one.followUps.some((said) => said.conversationId === conversationId)

/** Was an earlier commitment still open when a talk began? */
const wasOpen = ({ status, doneAt, followUps }: Commitment, start: Date) =>
  status === 'open' || (doneAt ?? 0) >= start || followUps.some(({ at }) => at >= start)

/** The talks of a pair as the guide sees them. @param commitments that these talks made or followed up */
export const talksOf = (conversations: Conversation[], commitments: Commitment[], me: Role): Talk[] =>
  conversations.map(({ _id, meeting, state, preparation }) => {
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
