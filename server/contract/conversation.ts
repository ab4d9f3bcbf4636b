import { Type } from 'typebox'
import { Commitment, CommitmentStatus } from './commitment.ts'
import { endpoint } from './endpoint.ts'
import { Meeting, MeetingReference } from './meeting.ts'
import { Pair, Role } from './pair.ts'
import { Preparation, SharedPreparation } from './preparation.ts'
import { Publication, Scope } from './publication.ts'
import { Id, Instant, Localized, Nullable, Strict } from './shape.ts'
import { Question } from './question.ts'
import { Origin, Template } from './template.ts'

/**
 * Whether a conversation's meeting is still a 1-on-1 of the pair: of the two alone, with others in it, with others on the
 * invite who declined, not of these two (one of them is not invited, it takes whole days, or attendees are hidden), or cancelled.
 */
export const Eligibility = Type.Enum([
  'one-on-one',
  'others-invited',
  'others-declined',
  'not-of-two',
  'cancelled',
])
export type Eligibility = Type.Static<typeof Eligibility>

/** Everything that the panel needs for its first view. The live notes come over the socket (`/api/live`). */
export const Conversation = Strict({
  id: Id,
  now: Instant,
  pair: Pair,
  meeting: Strict({ subject: Type.String(), start: Instant, end: Instant }),
  eligibility: Eligibility,
  /** With `others-declined`: their names. */
  declined: Type.Array(Type.String()),
  state: Type.Enum(['open', 'finished']),
  template: Template,
  templateFrom: Origin,
  /** The person who chose it for this conversation; null: nobody did, it began with it. */
  templateBy: Nullable(Role),
  /** Notes in steps of another template, written before this one was chosen. They are not shared. */
  otherNotes: Type.Array(Strict({ stepId: Type.String(), title: Localized, text: Type.String() })),
  questions: Type.Array(Question),
  /** Commitments of earlier conversations that are open, or were followed up in this one. */
  followUps: Type.Array(Commitment),
  /** To how many conversations each of these has come back, this one included: the third asks what is in the way. */
  timesBack: Type.Array(Strict({ commitmentId: Id, times: Type.Integer({ minimum: 1 }) })),
  /** Commitments made in this conversation. Both lists read as this conversation ended with them. */
  commitments: Type.Array(Commitment),
  /** How those that were made in it stand now, whatever later conversations and the chat said of them. */
  became: Type.Array(Strict({ commitmentId: Id, status: CommitmentStatus })),
  /** Those of both lists that it cannot change any more, for a later one has them now. */
  fixed: Type.Array(Id),
  /** It is finished and a later one has begun: no new commitment is made in it. */
  past: Type.Boolean(),
  /** How much the two may share: their organisation may leave commitments only. */
  scopes: Type.Array(Scope),
  publication: Nullable(Publication),
  /** When the conversation was to be for which this was prepared, and which does not take place. */
  preparedFor: Nullable(Instant),
  preparation: Strict({ mine: Nullable(Preparation), theirs: Nullable(SharedPreparation) }),
})
export type Conversation = Type.Static<typeof Conversation>

/** Opening gives the conversation, or asks once who is who, and of an address that may be a service's whether it is a person's. */
export const OpenedConversation = Type.Union([
  Strict({ kind: Type.Literal('conversation'), conversation: Conversation }),
  Strict({ kind: Type.Literal('roles-needed'), meeting: Meeting, proposedRole: Role }),
  Strict({
    kind: Type.Literal('person-needed'),
    pairId: Id,
    name: Type.String(),
    address: Type.String(),
    /** They said that it is one: then this is no 1-on-1, and they may take it back. */
    saidPerson: Type.Boolean(),
  }),
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

const Finish = Strict({
  scope: Scope,
  /** The fingerprint of the summary that this person saw. A different one is refused with `summary-changed`. */
  fingerprint: Type.String({ minLength: 1, maxLength: 100 }),
  /** Write over what somebody edited by hand in the invite; else it is left alone. */
  overEdited: Type.Optional(Type.Boolean()),
})

export const openConversation = endpoint('POST /api/conversations', {
  body: MeetingReference,
  response: OpenedConversation,
})

export const getConversation = endpoint('GET /api/conversations/:conversationId', { response: Conversation })

export const getSummary = endpoint('GET /api/conversations/:conversationId/summary', {
  query: Strict({ scope: Scope }),
  response: Summary,
})

/** The summary that this conversation shared when it was finished last; null before that. */
export const getShared = endpoint('GET /api/conversations/:conversationId/shared', {
  response: Strict({ shared: Nullable(Summary) }),
})

/** The summary of the last conversation of the pair that was finished before this one. */
export const getPrevious = endpoint('GET /api/conversations/:conversationId/previous', {
  response: Strict({ previous: Nullable(Strict({ start: Instant, summary: Summary })) }),
})

export const finishConversation = endpoint('POST /api/conversations/:conversationId/finish', {
  body: Finish,
  response: Conversation,
})
