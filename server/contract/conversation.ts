import { Type } from 'typebox'
import { Commitment } from './commitment.ts'
import { Meeting } from './meeting.ts'
import { Pair, Role } from './pair.ts'
import { Preparation, SharedPreparation } from './preparation.ts'
import { Publication, Scope } from './publication.ts'
import { Id, Instant, Localized, Nullable, Strict } from './shape.ts'
import { Question } from './question.ts'
import { Origin, Template } from './template.ts'

/**
 * What became of a conversation's meeting: still of the two alone, with others in it, no talk of these two any more
 * (one of them is not invited, it takes whole days, who is invited is hidden), or not taking place.
 */
export const Standing = Type.Union([
  Type.Literal('one-on-one'),
  Type.Literal('others-invited'),
  Type.Literal('not-of-two'),
  Type.Literal('cancelled'),
])
export type Standing = Type.Static<typeof Standing>

/** Everything that the panel needs for its first view. The live notes come over the socket (`/api/live`). */
export const Conversation = Strict({
  id: Id,
  now: Instant,
  pair: Pair,
  meeting: Strict({ subject: Type.String(), start: Instant, end: Instant }),
  standing: Standing,
  state: Type.Union([Type.Literal('open'), Type.Literal('finished')]),
  template: Template,
  templateFrom: Origin,
  /** Who chose it for this conversation; null: nobody did, it began with it. */
  templateBy: Nullable(Role),
  /** What was written in steps of another template, before this one was chosen. It is not shared. */
  otherNotes: Type.Array(Strict({ stepId: Type.String(), title: Localized, text: Type.String() })),
  questions: Type.Array(Question),
  /** Commitments of earlier conversations that are open, or were followed up in this one. */
  followUps: Type.Array(Commitment),
  /** To how many talks each of these has come back, this one included: the third asks what is in the way. */
  timesBack: Type.Array(Strict({ commitmentId: Id, times: Type.Integer({ minimum: 1 }) })),
  /** Commitments made in this conversation. Both lists read as this conversation ended with them. */
  commitments: Type.Array(Commitment),
  /** Those of both lists that it cannot change any more, for a later one has them now. */
  fixed: Type.Array(Id),
  /** It is finished and a later one has begun: no new commitment is made in it. */
  past: Type.Boolean(),
  /** How much the two may share: their organisation may leave commitments only. */
  scopes: Type.Array(Scope),
  publication: Nullable(Publication),
  /** When the talk was to be for which this was prepared, and which does not take place. */
  preparedFor: Nullable(Instant),
  preparation: Strict({ mine: Nullable(Preparation), theirs: Nullable(SharedPreparation) }),
})
export type Conversation = Type.Static<typeof Conversation>

/** Opening gives the conversation, or asks once who is who. */
export const OpenedConversation = Type.Union([
  Strict({ kind: Type.Literal('conversation'), conversation: Conversation }),
  Strict({ kind: Type.Literal('roles-needed'), meeting: Meeting, proposedRole: Role }),
])
export type OpenedConversation = Type.Static<typeof OpenedConversation>

/** Exactly what would be shared now: the texts that the invite section holds, and nothing else. */
export const Summary = Strict({
  scope: Scope,
  steps: Type.Array(Strict({ title: Localized, text: Type.String() })),
  commitments: Type.Array(
    Strict({
      owner: Type.String(),
      what: Type.String(),
      firstStep: Type.String(),
      due: Nullable(Type.String()),
      criterion: Type.String(),
      ifThen: Type.String(),
    }),
  ),
  /** Changes when any of the above changes. Finishing says which one was seen. */
  fingerprint: Type.String(),
})
export type Summary = Type.Static<typeof Summary>

/** What was shared at the end of the last conversation of the pair that was finished before this one. */
export const Previous = Strict({ previous: Nullable(Strict({ start: Instant, summary: Summary })) })
export type Previous = Type.Static<typeof Previous>

/** What this conversation shared when it was finished last; null as long as it was not. */
export const Shared = Strict({ shared: Nullable(Summary) })
export type Shared = Type.Static<typeof Shared>

export const Finish = Strict({
  scope: Scope,
  /** Of the summary that this person saw; another one now is refused with `summary-changed`. */
  fingerprint: Type.String({ minLength: 1, maxLength: 100 }),
  /** Write over what somebody edited by hand in the invite; else it is left alone. */
  overEdited: Type.Optional(Type.Boolean()),
})
export type Finish = Type.Static<typeof Finish>
