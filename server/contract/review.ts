import { Type } from 'typebox'
import { Commitment, Wording } from './commitment.ts'
import { endpoint } from './endpoint.ts'
import { Pair, Role } from './pair.ts'
import { QuestionId } from './question.ts'
import { ScaleNumbers } from './scale.ts'
import { Day, Id, Instant, Localized, Nullable, Strict } from './shape.ts'
import { textLimits } from './limits.ts'

/** From its first day to its last, both included. */
export const Period = Strict({ from: Day, to: Day })
export type Period = Type.Static<typeof Period>

/** The longest period of a review pack. */
export const longestYears = 2

const uuid = '[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}'
/** Names what an item is about, so that it stays the same one as that changes. */
const ReviewItemId = Type.String({
  pattern: `^(rhythm|(commitment|goal)-${uuid}|scale-[a-z][a-z0-9-]{0,59})$`,
})

/** A commitment and what became of it. */
export const CommitmentItem = Strict({
  kind: Type.Literal('commitment'),
  id: ReviewItemId,
  ...Type.Pick(Commitment, ['owner', 'what', 'firstStep', 'due', 'criterion', 'status']).properties,
  /** In how many conversations it was taken along. */
  carried: Type.Integer({ minimum: 0 }),
  /** How it read before it was reshaped, earliest first. */
  reshapedFrom: Type.Array(Strict(Type.Pick(Wording, ['what', 'due']).properties)),
  /** Why it was dropped; empty otherwise. */
  why: Type.String(),
})
export type CommitmentItem = Type.Static<typeof CommitmentItem>

/** A goal as it was shared at the end of a conversation. */
export const GoalItem = Strict({
  kind: Type.Literal('goal'),
  id: ReviewItemId,
  /** When the conversation began. */
  start: Instant,
  text: Type.String(),
})
export type GoalItem = Type.Static<typeof GoalItem>

/** How both answered a scale question over the period, earliest first. */
export const ScaleItem = Strict({
  kind: Type.Literal('scale'),
  id: ReviewItemId,
  question: QuestionId,
  text: Localized,
  points: Type.Array(ScaleNumbers),
})
export type ScaleItem = Type.Static<typeof ScaleItem>

/** How regularly they talked. */
export const RhythmItem = Strict({
  kind: Type.Literal('rhythm'),
  id: ReviewItemId,
  /** Conversations that took place. */
  held: Type.Integer({ minimum: 0 }),
  /** The longest time between two of them, in days; null with fewer than two. */
  longestGap: Nullable(Type.Integer({ minimum: 0 })),
  /** The agreed interval, as it is now. */
  everyWeeks: Nullable(Type.Integer({ minimum: 1 })),
})
export type RhythmItem = Type.Static<typeof RhythmItem>

export const ReviewItem = Type.Union([CommitmentItem, GoalItem, ScaleItem, RhythmItem])
export type ReviewItem = Type.Static<typeof ReviewItem>

const Text = Type.String({ maxLength: textLimits.review })

/** The review pack itself: the items that both chose, and the text of each of the two. */
export const ReviewPack = Strict({
  names: Strict({ coach: Type.String(), employee: Type.String() }),
  ...Period.properties,
  items: Type.Array(ReviewItem),
  texts: Strict({ coach: Text, employee: Text }),
})
export type ReviewPack = Type.Static<typeof ReviewPack>

/** An item that can be chosen, and who chose it; it is in the pack when both did. */
export const Candidate = Strict({
  item: ReviewItem,
  mine: Type.Boolean(),
  theirs: Type.Boolean(),
  /** The first to choose it, among those who have chosen it now. */
  proposedBy: Nullable(Role),
})
export type Candidate = Type.Static<typeof Candidate>

/** The review pack of a pair and a period, as one of the two sees it. */
export const Review = Strict({
  id: Id,
  pair: Pair,
  /** Empty when it is frozen: nothing is chosen then. */
  candidates: Type.Array(Candidate),
  /** As it reads now; when it is frozen, as it read then. */
  pack: ReviewPack,
  /** Changes when anything in the pack does. Who is done says which one was seen. */
  fingerprint: Type.String(),
  /** The revision of my own text that the writer saw; 0 when there was none. */
  textRevision: Type.Integer({ minimum: 0 }),
  /** Whether each of the two is done with the pack as it reads now. */
  ready: Strict({ mine: Type.Boolean(), theirs: Type.Boolean() }),
  /** Since when it is frozen, because both are done. */
  frozenAt: Nullable(Instant),
  /** Goes up with each change that one of the two makes. */
  revision: Type.Integer({ minimum: 1 }),
})
export type Review = Type.Static<typeof Review>

/** The packs of a pair, latest period first, and a period for the next one. */
export const Reviews = Strict({
  reviews: Type.Array(Strict({ id: Id, ...Period.properties, frozenAt: Nullable(Instant) })),
  proposed: Period,
})
export type Reviews = Type.Static<typeof Reviews>

/** PUT: I choose an item, or do not any more; saying it again changes nothing. */
export const Choice = Strict({ item: ReviewItemId, chosen: Type.Boolean() })
export type Choice = Type.Static<typeof Choice>

/** PUT: my own text over the revision that was seen; 0 when there was none. */
export const ReviewTextInput = Strict({ text: Text, revision: Type.Integer({ minimum: 0 }) })
export type ReviewTextInput = Type.Static<typeof ReviewTextInput>

/** A pack in a file, for whatever program keeps it. */
export const ReviewFile = Strict({
  format: Type.Literal('groei-review'),
  formatVersion: Type.Literal(1),
  frozenAt: Nullable(Instant),
  pack: ReviewPack,
})
export type ReviewFile = Type.Static<typeof ReviewFile>

export const getReviews = endpoint('GET /api/pairs/:pairId/reviews', { response: Reviews })

export const beginReview = endpoint('POST /api/pairs/:pairId/reviews', {
  body: Period,
  response: Review,
  status: 201,
})

export const getReview = endpoint('GET /api/reviews/:reviewId', { response: Review })

export const putReviewChoice = endpoint('PUT /api/reviews/:reviewId/choices', {
  body: Choice,
  response: Review,
})

export const putReviewText = endpoint('PUT /api/reviews/:reviewId/text', {
  body: ReviewTextInput,
  response: Review,
})

/** I am done with the pack that I saw, or not any more, which reopens a frozen one. */
export const putReviewReady = endpoint('PUT /api/reviews/:reviewId/ready', {
  body: Type.Union([
    Strict({ ready: Type.Literal(true), fingerprint: Type.String({ minLength: 1, maxLength: 100 }) }),
    Strict({ ready: Type.Literal(false) }),
  ]),
  response: Review,
})

export const getReviewFile = endpoint('GET /api/reviews/:reviewId/export', { response: ReviewFile })
