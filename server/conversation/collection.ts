import type { Binary } from 'mongodb'
import type { Summary } from '../contract/conversation.ts'
import type { Role } from '../contract/pair.ts'
import type { Scope, WaitingReason } from '../contract/publication.ts'
import type { Language } from '../contract/shape.ts'
import type { CollectionSpec } from '../database/collection.ts'

/** The writing of the invite section: queued by the same write that finishes the conversation. */
export type PublicationDocument = {
  /** Goes up with each finish; a worker that began with an older one changes nothing. */
  revision: number
  scope: Scope
  language: Language
  summary: Summary
  state: 'waiting' | 'published'
  reason: WaitingReason | null
  /**
   * When a worker may take it; a worker that takes it moves this forward, so that it is free again when the
   * worker dies. Absent when there is nothing to do.
   */
  dueAt?: Date
  lease?: string
  attempts: number
  target: {
    iCalUId: string
    subject: string
    start: Date
    eventId: string
    changeKey: string
    /** In whose mailbox the event has that id. */
    organiser?: string
  } | null
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

export type ConversationDocument = {
  _id: string
  tenantId: string
  pairId: string
  /** Of the occurrence; both mailboxes share it. */
  iCalUId: string
  meeting: { subject: string; start: Date; end: Date; organiser: string }
  template: { id: string; version: number }
  state: 'open' | 'finished'
  /** The live document (Yjs), and the text of each step as it stood when that was stored. */
  notes: { document: Binary | null; texts: Record<string, string> }
  preparation?: Partial<Record<Role, PreparationDocument>>
  publication: PublicationDocument | null
  /** Set by every change that reminders follow from, until they are planned: a crash in between loses none. */
  unplannedSince?: Date
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
