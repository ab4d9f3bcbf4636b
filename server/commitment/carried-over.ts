import type { ConversationDocument } from '../conversation/collection.ts'
import type { CommitmentDocument } from './collection.ts'

type Made = Pick<CommitmentDocument, 'conversationId' | 'createdAt' | 'status' | 'followUps' | 'doneAt'>
type Talk = Pick<ConversationDocument, '_id' | 'meeting' | 'standing'>

/**
 * In how many talks a commitment was left open and taken along: those since the one that made it, up to the one that
 * closed it, which somebody opened, whether or not anything was said of it there.
 * @param talks of the pair, the latest first; of what is asked of a talk, those before it
 */
export function carriedOver(one: Made, talks: Talk[]): number {
  const madeAt = talks.findIndex((talk) => talk._id === one.conversationId)
  // Made longer ago than is looked back, or in a talk that is gone: its own time tells.
  const since =
    madeAt < 0 ? talks.filter((talk) => talk.meeting.start > one.createdAt) : talks.slice(0, madeAt)
  const closedAt = since.findIndex((talk) => isClosedIn(one, talk._id))
  return since
    .slice(closedAt + 1)
    .filter((talk) => talk.standing === undefined && !(one.doneAt && talk.meeting.start > one.doneAt)).length
}

const isClosedIn = ({ status, followUps }: Made, talkId: string): boolean =>
  status !== 'open' && followUps.some((said) => said.conversationId === talkId && said.outcome !== 'open')
