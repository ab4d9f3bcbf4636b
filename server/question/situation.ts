import { carriedOver } from '../commitment/carried-over.ts'
import type { CommitmentDocument } from '../commitment/collection.ts'
import type { ConversationDocument, ListedConversation } from '../conversation/collection.ts'
import type { FoundQuestion } from '../contract/question.ts'
import type { Step } from '../contract/template.ts'

/** A conversation that is remembered: what was picked or answered in it, and what else stood before the two. */
export type EarlierConversation = { asked: string[]; shown: string[] }

/** The facts by which questions are chosen for one step of a conversation. */
export type Situation = {
  step: Pick<Step, 'id' | 'kind' | 'phase' | 'questions'>
  /** How many are wanted; three to five. */
  limit: number
  /** Does the organisation keep the questions of its templates the same everywhere? */
  isClosed: boolean
  /** The library, the team's and one's own, in their order. */
  questions: FoundQuestion[]
  /** The questions of the last conversations of the two, asked or shown, the latest conversation first. */
  lately: EarlierConversation[]
  /** The questions picked in this conversation, and in which step. */
  asked: { question: string; step: string }[]
  /** Scale questions that were answered in this conversation. */
  answered: string[]
  /** Commitments between the two that are open, and how often the one that comes back most has come back. */
  open: { count: number; comesBack: number }
  /** Conversations that the two have finished. */
  conversations: number
}

/** Conversations in which a question that was asked or shown is still fresh in memory. */
const freshFor = 3

/**
 * The facts from earlier conversations and open commitments of the two.
 * @param earlier the pair's conversations before this one, the latest first
 * @param open commitments of the two that are open
 */
export function situationOf(
  conversation: ConversationDocument,
  earlier: ListedConversation[],
  open: CommitmentDocument[],
): Pick<Situation, 'lately' | 'asked' | 'answered' | 'open' | 'conversations'> {
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
    conversations: earlier.filter((one) => one.state === 'finished').length,
  }
}

/** Questions that were only shown count once the conversation is finished: before, one may only have looked at it. */
const remembered = ({
  asked = [],
  answered = [],
  shown = [],
  state,
}: ListedConversation): EarlierConversation => ({
  asked: [...asked, ...answered].map(({ question }) => question),
  shown: state === 'finished' ? shown : [],
})
