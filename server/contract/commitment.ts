import { Type } from 'typebox'
import { Role } from './pair.ts'
import { Day, Id, Instant, LongText, Nullable, ShortText, Strict } from './shape.ts'

export const CommitmentStatus = Type.Union([
  Type.Literal('open'),
  Type.Literal('done'),
  Type.Literal('dropped'),
])
export type CommitmentStatus = Type.Static<typeof CommitmentStatus>

const What = Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' })

/** How a commitment read before a talk reshaped it; the rest is of talks since one could reshape that too. */
export const Wording = Strict({
  what: What,
  due: Nullable(Day),
  firstStep: Type.Optional(ShortText),
  criterion: Type.Optional(ShortText),
  ifThen: Type.Optional(ShortText),
})
export type Wording = Type.Static<typeof Wording>

/** What was said of a commitment in one later conversation; at most one a conversation. */
export const FollowUp = Strict({
  conversationId: Id,
  tried: LongText,
  /** What worked, and what did not. */
  happened: LongText,
  learnt: LongText,
  next: LongText,
  outcome: CommitmentStatus,
  /** Of one that is dropped. */
  why: ShortText,
  /** What is in the way of one that is carried over again and again. */
  obstacle: LongText,
  reshapedFrom: Nullable(Wording),
  at: Instant,
  by: Role,
})
export type FollowUp = Type.Static<typeof FollowUp>

/** A line that its owner sent between two talks, from the chat. `at` names it: no two of one commitment have the same. */
export const Progress = Strict({ text: ShortText, at: Instant, by: Role })
export type Progress = Type.Static<typeof Progress>

export const Commitment = Strict({
  id: Id,
  /** The conversation in which it was made. */
  conversationId: Id,
  owner: Role,
  what: Type.String({ minLength: 1, maxLength: 500 }),
  firstStep: ShortText,
  due: Nullable(Day),
  /** How we will know that it worked. */
  criterion: ShortText,
  /** "If … then I will …", when wanted. */
  ifThen: ShortText,
  status: CommitmentStatus,
  followUps: Type.Array(FollowUp),
  progress: Type.Array(Progress),
  /** Goes up by one with each change; a writer says which one it saw. */
  revision: Type.Integer({ minimum: 1 }),
})
export type Commitment = Type.Static<typeof Commitment>

/** PUT: another text for a line of one's own, in place of the one that was seen. */
export const ProgressInput = Strict({ text: What, was: ShortText })
export type ProgressInput = Type.Static<typeof ProgressInput>

/** PUT: makes the commitment (`revision` 0) or changes the one that was seen (`revision` n). */
export const CommitmentInput = Strict({
  owner: Role,
  what: What,
  firstStep: ShortText,
  due: Nullable(Day),
  criterion: ShortText,
  ifThen: ShortText,
  revision: Type.Integer({ minimum: 0 }),
})
export type CommitmentInput = Type.Static<typeof CommitmentInput>

/**
 * PUT: what this conversation says of an earlier commitment; repeating it replaces it. A dropped one needs a
 * `why`. `what`, `due`, `firstStep`, `criterion` and `ifThen` reshape it; what is left out stays as it is.
 */
export const FollowUpInput = Strict({
  tried: LongText,
  happened: LongText,
  learnt: Type.Optional(LongText),
  next: LongText,
  outcome: CommitmentStatus,
  why: Type.Optional(ShortText),
  obstacle: Type.Optional(LongText),
  what: Type.Optional(What),
  due: Type.Optional(Nullable(Day)),
  firstStep: Type.Optional(ShortText),
  criterion: Type.Optional(ShortText),
  ifThen: Type.Optional(ShortText),
  revision: Type.Integer({ minimum: 1 }),
})
export type FollowUpInput = Type.Static<typeof FollowUpInput>

/** From this many times on, a talk asks what is in the way. */
export const carriedTooOften = 3
