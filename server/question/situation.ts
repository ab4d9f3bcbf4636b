import { carriedOver } from '../commitment/carried-over.ts'
import type { CommitmentDocument } from '../commitment/collection.ts'
import type { ConversationDocument } from '../conversation/collection.ts'
import type { FoundQuestion } from '../contract/question.ts'
import type { Step } from '../contract/template.ts'

/** A talk that is remembered: what was picked or answered in it, and what else stood before the two. */
export type EarlierTalk = { asked: string[]; shown: string[] }

/** What there is to choose questions by, for one step of a talk. */
export type Situation = {
  step: Pick<Step, 'id' | 'kind' | 'phase' | 'questions'>
  /** How many are wanted; three to five. */
  limit: number
  /** Does the organisation keep the questions of its templates the same everywhere? */
  isClosed: boolean
  /** The library, the team's and one's own, in their order. */
  questions: FoundQuestion[]
  /** What the last talks of the two asked and showed, the latest talk first. */
  lately: EarlierTalk[]
  /** What was picked in this talk, and in which step. */
  asked: { question: string; step: string }[]
  /** Scale questions that were answered in this talk. */
  answered: string[]
  /** Commitments between the two that are open, and how often the one that comes back most has come back. */
  open: { count: number; comesBack: number }
  /** Talks that the two have finished. */
  talks: number
}

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
