import { Type } from 'typebox'
import { Commitment } from './commitment.ts'
import { endpoint } from './endpoint.ts'
import { ComingMeeting, PastConversation, Rhythm } from './one-on-ones.ts'
import { Pair } from './pair.ts'
import { Preparation, SharedPreparation } from './preparation.ts'
import { QuestionId } from './question.ts'
import { ScaleNumbers } from './scale.ts'
import { Id, Instant, Localized, Nullable, Strict } from './shape.ts'

/** The next meeting of a pair, and what each prepared for it, as far as I may read that. */
export const NextMeeting = Strict({
  ...ComingMeeting.properties,
  /** Null as long as nobody opened a conversation for it: opening it by its iCalUId makes one. */
  conversationId: Nullable(Id),
  prepared: Strict({ mine: Nullable(Preparation), theirs: Nullable(SharedPreparation) }),
})
export type NextMeeting = Type.Static<typeof NextMeeting>

/** The course of one scale question: the last conversations in which I gave a number, with the other's beside mine. */
export const PairScale = Strict({
  question: QuestionId,
  text: Localized,
  /** Earliest first; two or more. */
  points: Type.Array(ScaleNumbers),
})
export type PairScale = Type.Static<typeof PairScale>

/** Everything that the page of one pair shows. Of a pair that ended: what can still be read, and nothing that comes. */
export const PairPage = Strict({
  now: Instant,
  pair: Pair,
  next: Nullable(NextMeeting),
  /** Those that are open, oldest first. */
  commitments: Type.Array(Commitment),
  /** Those that have begun, latest first. */
  conversations: Type.Array(PastConversation),
  /** `before` of the following page of past conversations; null: there is none. */
  nextPage: Nullable(Instant),
  scales: Type.Array(PairScale),
  rhythm: Rhythm,
  /** When the last review pack was frozen. */
  lastReview: Nullable(Instant),
})
export type PairPage = Type.Static<typeof PairPage>

export const getPairPage = endpoint('GET /api/pairs/:pairId/page', { response: PairPage })
