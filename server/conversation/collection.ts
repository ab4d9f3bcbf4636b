import type { Binary } from 'mongodb'
import type { Standing, Summary } from '../contract/conversation.ts'
import type { Role } from '../contract/pair.ts'
import type { Scope, WaitingReason } from '../contract/publication.ts'
import type { Question } from '../contract/question.ts'
import type { Language, Localized } from '../contract/shape.ts'
import type { CollectionSpec } from '../database/collection.ts'
import type { TemplateReference } from '../template/collection.ts'

/** An invite in which a section stands, or may stand: as it was when it was last looked at there. */
export type Target = {
  iCalUId: string
  subject: string
  start: Date
  eventId: string
  changeKey: string
  /** In whose mailbox the event has that id. */
  organiser?: string
  end?: Date
  /** Of the section as it stood after we wrote it: another one now was written by somebody else. */
  fingerprint?: string
}

/** The writing of the invite section: queued by the same write that finishes the conversation. */
export type PublicationDocument = {
  /** Goes up with each finish; a worker that began with an older one changes nothing. */
  revision: number
  scope: Scope
  language: Language
  summary: Summary
  /** When the talk was planned as it was finished: moved afterwards, what came next stays what comes next. */
  heldAt?: Date
  /** `superseded`: the section of a later conversation is in the next invite now. */
  state: 'waiting' | 'published' | 'superseded'
  /** Null when it stands where it belongs and nowhere else: only then it may be left alone. */
  reason: WaitingReason | null
  /**
   * When a worker may take it; a worker that takes it moves this forward, so that it is free again when the
   * worker dies. Absent when there is nothing to do.
   */
  dueAt?: Date
  lease?: string
  attempts: number
  /** The invite in which it stands, as far as is known. */
  target: Target | null
  /**
   * Every invite in which it stands or may stand: kept before one is written to, and until it was seen that it is not
   * there any more. Absent: only in `target`.
   */
  places?: Target[]
  /** Somebody edited the section in the invite: it is theirs, until one of the two shares over it. */
  handEdited?: boolean
  /** One of the two shares over what was edited by hand. */
  overEdited?: boolean
  /** Counts what may have moved the section's place: what came while a worker looked is looked at again. */
  asked?: number
  /** When it was last looked up whether that invite is still the next one. */
  checkedAt?: Date
  publishedAt: Date | null
}

/** What one of the two prepares: sealed, for the database's readers have no business with it. */
export type PreparationDocument = {
  sealed: string
  /** Of the data key that opens it. Absent: sealed before there were any. */
  keyVersion?: number
  shared: boolean
  revision: number
  at: Date
}

/**
 * A question that is not of the library, as it read when a talk took it up: what becomes of it later changes no talk
 * that was held.
 */
export type KeptQuestion = Question & {
  /** Who alone may read it (an oid); null: both of the two. */
  of: string | null
}
/** `kept` of questions that their authors can change. */
export type AskedQuestion = { question: string; step: string; kept?: KeptQuestion }
export type AnsweredQuestion = { question: string; kept?: KeptQuestion }

export type ConversationDocument = {
  _id: string
  tenantId: string
  pairId: string
  /** Of the occurrence; both mailboxes share it. */
  iCalUId: string
  meeting: { subject: string; start: Date; end: Date; organiser: string; timeZone?: string | null }
  /** Absent: it is a 1-on-1. What is written stays; nothing of it is published meanwhile. */
  standing?: Exclude<Standing, 'one-on-one'>
  template: TemplateReference
  /** Who chose it; absent: it began with it. */
  templateBy?: Role
  /** Steps of templates that this conversation had before; what was written in them is not thrown away. */
  otherSteps?: { id: string; title: Localized }[]
  /** Questions that were picked, with the step in which. */
  asked?: AskedQuestion[]
  /** Scale questions that one of the two answered. */
  answered?: AnsweredQuestion[]
  /** Questions that were proposed to one of the two while they talked. */
  shown?: string[]
  state: 'open' | 'finished'
  /** The live document (Yjs), and the text of each step as it stood when that was stored. */
  notes: {
    document: Binary | null
    texts: Record<string, string>
    /** Goes up with each write; a server that has another one merges before it writes. */
    revision?: number
  }
  preparation?: Partial<Record<Role, PreparationDocument>>
  /** What stands here came from a talk that did not take place; and there, to which it went. */
  handedOver?: { from: string; start: Date }
  handedTo?: string
  publication: PublicationDocument | null
  /** Set by every change that reminders follow from, until they are planned: a crash in between loses none. */
  unplannedSince?: Date
  /** Its pair ended: nobody writes in it any more. */
  pairEnded?: true | null
  createdAt: Date
  finishedAt: Date | null
}

export const conversationSpec: CollectionSpec<ConversationDocument> = {
  name: 'conversations',
  indexes: [
    { fields: { tenantId: 1, pairId: 1, iCalUId: 1 }, unique: true },
    { fields: { 'publication.dueAt': 1 } },
    { fields: { pairId: 1, 'publication.state': 1 } },
    { fields: { pairId: 1, 'meeting.start': 1 } },
    { fields: { unplannedSince: 1 } },
    { fields: { tenantId: 1, 'preparation.coach.keyVersion': 1 } },
    { fields: { tenantId: 1, 'preparation.employee.keyVersion': 1 } },
  ],
}
