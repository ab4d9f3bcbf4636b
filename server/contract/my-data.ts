import { Type } from 'typebox'
import { AuditEntry } from './audit.ts'
import { Feedback } from './feedback.ts'
import { Commitment } from './commitment.ts'
import { Summary } from './conversation.ts'
import { endpoint } from './endpoint.ts'
import { TipId } from './guide.ts'
import { Pair, Role } from './pair.ts'
import { ChatState, ReminderSettings } from './person.ts'
import { Agreement, PlannedConversation } from './planning.ts'
import { Preparation, SharedPreparation } from './preparation.ts'
import { PrivateNote } from './private-note.ts'
import { OwnQuestionInput } from './question.ts'
import { Period, ReviewPack } from './review.ts'
import { ScaleAnswer } from './scale.ts'
import { Id, Instant, Localized, Nullable, Strict } from './shape.ts'
import { Template } from './template.ts'

const ConversationData = Strict({
  subject: Type.String(),
  start: Instant,
  end: Instant,
  finished: Nullable(Instant),
  /** The notes of the two, step by step. */
  notes: Type.Array(Strict({ title: Localized, text: Type.String() })),
  myPreparation: Nullable(Preparation),
  /** Only what the other shared. */
  theirPreparation: Nullable(SharedPreparation),
  myNotes: Nullable(PrivateNote),
  /** Questions that one of the two picked. */
  asked: Type.Array(Localized),
  scales: Type.Array(
    Strict({ question: Localized, mine: Nullable(ScaleAnswer), theirs: Nullable(ScaleAnswer) }),
  ),
  /** My feedback, and the other's rating if they show it to me. */
  feedback: Feedback,
  /** The summary that went into an invite. */
  shared: Nullable(Summary),
})
export type ConversationData = Type.Static<typeof ConversationData>

const PairData = Strict({
  pair: Pair,
  members: Type.Array(
    Strict({
      name: Type.String(),
      address: Type.String(),
      role: Role,
      /** All that are kept; of the other only the one by which the two found each other. */
      addresses: Type.Array(Type.String()),
    }),
  ),
  since: Instant,
  /** Are invites of this pair that I organise kept private? */
  keepPrivate: Type.Boolean(),
  agreed: Agreement,
  /** The name of the template that their new conversations begin with; null: the organisation's standard. */
  usualTemplate: Nullable(Type.String()),
  /** Their answers about addresses in their invites that may be those of services that take notes. */
  noteTakers: Type.Array(Strict({ address: Type.String(), isPerson: Type.Boolean(), by: Role })),
  planned: Nullable(PlannedConversation),
  conversations: Type.Array(ConversationData),
  commitments: Type.Array(Commitment),
  /** Review packs: what each wrote for them, and the pack once both were done. */
  reviews: Type.Array(
    Strict({
      ...Period.properties,
      texts: Type.Array(Strict({ by: Role, text: Type.String() })),
      frozen: Nullable(ReviewPack),
    }),
  ),
  /** Those that are for me. */
  reminders: Type.Array(Strict({ kind: Type.String(), dueAt: Nullable(Instant), sentAt: Nullable(Instant) })),
  auditLog: Type.Array(AuditEntry),
})
export type PairData = Type.Static<typeof PairData>

/** Everything that Groei keeps about the person who asks, readable; nothing that is somebody else's alone. */
export const MyData = Strict({
  madeAt: Instant,
  retentionDays: Type.Integer(),
  me: Strict({
    language: Nullable(Type.String()),
    timeZone: Nullable(Type.String()),
    reminders: Nullable(ReminderSettings),
    workingHoursOfMailbox: Nullable(ReminderSettings),
    chat: ChatState,
    /** Where the bot writes to me. */
    chatAddress: Nullable(Strict({ conversationId: Type.String(), userId: Nullable(Type.String()) })),
    /** Until when Microsoft tells of changes in my calendar; null: it does not. */
    calendarToldUntil: Nullable(Instant),
    tipsSeen: Type.Array(TipId),
    favouriteQuestions: Type.Array(Localized),
    questions: Type.Array(Strict({ id: Id, ...OwnQuestionInput.properties })),
    /** As they are offered, and drafts. */
    templates: Type.Array(Template),
  }),
  pairs: Type.Array(PairData),
})
export type MyData = Type.Static<typeof MyData>

/** The effects of deleting a pair, shown before it is done. */
export const DeletionPreview = Strict({
  other: Strict({ name: Type.String() }),
  /** Mine alone; they go at once. */
  privateNotes: Type.Integer(),
  drafts: Type.Integer(),
  reminders: Type.Integer(),
  /** Shared by the two; they go for both. */
  conversations: Type.Integer(),
  commitments: Type.Integer(),
  /** Until when the other can read it and take it out; null: it goes at once. */
  otherReadsUntil: Nullable(Instant),
  /** Invites that carry a section. They stay as they are: they are in both calendars. */
  invites: Type.Integer(),
})
export type DeletionPreview = Type.Static<typeof DeletionPreview>

/** The effects of deleting everything of mine, shown before it is done. */
export const LeavingPreview = Strict({
  pairs: Type.Array(DeletionPreview),
  /** Mine alone. */
  questions: Type.Integer(),
  templates: Type.Integer(),
  /** Those of them that the people I coach find and are offered now. */
  teamLoses: Strict({ questions: Type.Integer(), templates: Type.Integer() }),
})
export type LeavingPreview = Type.Static<typeof LeavingPreview>

export const getMyData = endpoint('GET /api/me/data', { response: MyData })
export const getLeavingPreview = endpoint('GET /api/me/deletion', { response: LeavingPreview })
export const deleteMe = endpoint('DELETE /api/me', { response: Type.Null() })
export const getDeletionPreview = endpoint('GET /api/pairs/:pairId/deletion', { response: DeletionPreview })
