import { takesPlace, type ConversationDocument } from '../conversation/collection.ts'
import type { CommitmentDocument } from './collection.ts'

type Made = Pick<CommitmentDocument, 'conversationId' | 'createdAt' | 'status' | 'followUps' | 'doneAt'>
type Conversation = Pick<ConversationDocument, '_id' | 'meeting' | 'eligibility'>

/**
 * In how many conversations a commitment was left open and taken along: those since the one that made it, up to the one that
 * closed it, which somebody opened, whether or not anything was said of it there.
 * @param conversations of the pair, the latest first; of what is asked of a conversation, those before it
 */
export function carriedOver(one: Made, conversations: Conversation[]): number {
  const madeAt = conversations.findIndex((conversation) => conversation._id === one.conversationId)
  // Made longer ago than is looked back, or in a conversation that is gone: its own time tells.
  const since =
    madeAt < 0
      ? conversations.filter((conversation) => conversation.meeting.start > one.createdAt)
      : conversations.slice(0, madeAt)
  const closedAt = since.findIndex((conversation) => isClosedIn(one, conversation._id))
  return since
    .slice(closedAt + 1)
    .filter(
      (conversation) => takesPlace(conversation) && !(one.doneAt && conversation.meeting.start > one.doneAt),
    ).length
}

const isClosedIn = ({ status, followUps }: Made, conversationId: string): boolean =>
  status !== 'open' &&
  followUps.some(
    ({ conversationId: where, outcome }) =>
      where === conversationId && outcome !== null && outcome !== 'open',
  )
