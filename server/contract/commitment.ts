import { Type } from 'typebox'
import { endpoint } from './endpoint.ts'
import { Role } from './pair.ts'
import { Day, Id, Instant, LongText, Nullable, ShortText, Strict } from './shape.ts'
import { textLimits } from './limits.ts'

export const CommitmentStatus = Type.Enum(['open', 'done', 'dropped'])
export type CommitmentStatus = Type.Static<typeof CommitmentStatus>

const What = Type.String({ minLength: 1, maxLength: textLimits.short, pattern: '\\S' })

/** Details that may stand beside the commitment itself. */
const details = {
  firstStep: ShortText,
  /** How we will know that it worked. */
  criterion: ShortText,
  /** "If … then I will …", when wanted. */
  ifThen: ShortText,
}

/** How a commitment read before a conversation reshaped it. */
export const Wording = Strict({ what: What, due: Nullable(Day), ...details })
export type Wording = Type.Static<typeof Wording>

/** The follow-up of a commitment in one later conversation; at most one a conversation. */
export const FollowUp = Strict({
  conversationId: Id,
  /** Attempts, and what worked. */
  tried: LongText,
  next: LongText,
  /** Null as long as nobody chose one. */
  outcome: Nullable(CommitmentStatus),
  /** Why, when the outcome is dropped. */
  why: ShortText,
  /** The obstacle, asked when a commitment is carried over again and again. */
  obstacle: LongText,
  reshapedFrom: Nullable(Wording),
  at: Instant,
  by: Role,
})
export type FollowUp = Type.Static<typeof FollowUp>

/** A line that its owner sent between two conversations, from the chat. `at` names it: no two of one commitment have the same. */
export const Progress = Strict({ text: ShortText, at: Instant, by: Role })
export type Progress = Type.Static<typeof Progress>

export const Commitment = Strict({
  id: Id,
  /** The conversation in which it was made. */
  conversationId: Id,
  owner: Role,
  what: Type.String({ minLength: 1, maxLength: textLimits.short }),
  due: Nullable(Day),
  ...details,
  status: CommitmentStatus,
  followUps: Type.Array(FollowUp),
  progress: Type.Array(Progress),
  /** Goes up by one with each change. */
  revision: Type.Integer({ minimum: 1 }),
})
export type Commitment = Type.Static<typeof Commitment>

/** PUT: another text for a line of one's own, in place of the one that was seen. */
export const ProgressInput = Strict({ text: What, was: ShortText })
export type ProgressInput = Type.Static<typeof ProgressInput>

/**
 * PUT: what its owner says of it between two conversations, as in the chat: it is done, this is how it goes, or it will be
 * done on another day, which is not past. Saying the same again changes nothing.
 * `done: false` takes a `done: true` back, from here or from the chat, as long as no conversation has looked back on it.
 * What is not open any more is refused with `commitment-closed`, and taking back what was looked back on with `carried-over`.
 */
export const CommitmentAnswer = Type.Union([
  Strict({ done: Type.Boolean() }),
  Strict({ progress: What }),
  Strict({ due: Day }),
])
export type CommitmentAnswer = Type.Static<typeof CommitmentAnswer>

/** PUT: makes the commitment, or says it in other words. It goes through the live document, as what is typed there. */
export const CommitmentInput = Strict({
  owner: Role,
  what: What,
  due: Nullable(Day),
  ...details,
})

/**
 * PUT: what this conversation says of an earlier commitment, through the live document; what is left out stays as it is.
 * `what`, `due`, `firstStep`, `criterion` and `ifThen` reshape it.
 */
export const FollowUpInput = Strict({
  tried: Type.Optional(LongText),
  next: Type.Optional(LongText),
  outcome: Type.Optional(CommitmentStatus),
  why: Type.Optional(ShortText),
  obstacle: Type.Optional(LongText),
  ...Type.Partial(Wording).properties,
})

/** From this many times on, a conversation asks what is in the way. */
export const carriedTooOften = 3

export const putCommitment = endpoint('PUT /api/conversations/:conversationId/commitments/:commitmentId', {
  body: CommitmentInput,
  response: Commitment,
})

export const deleteCommitment = endpoint(
  'DELETE /api/conversations/:conversationId/commitments/:commitmentId',
  { response: Type.Null() },
)

export const putFollowUp = endpoint('PUT /api/conversations/:conversationId/follow-ups/:commitmentId', {
  body: FollowUpInput,
  response: Commitment,
})

export const putProgress = endpoint('PUT /api/pairs/:pairId/commitments/:commitmentId/progress/:at', {
  params: { at: Instant },
  body: ProgressInput,
  response: Commitment,
})

export const deleteProgress = endpoint('DELETE /api/pairs/:pairId/commitments/:commitmentId/progress/:at', {
  params: { at: Instant },
  response: Commitment,
})

export const answerCommitment = endpoint('PUT /api/pairs/:pairId/commitments/:commitmentId/answer', {
  body: CommitmentAnswer,
  response: Commitment,
})
