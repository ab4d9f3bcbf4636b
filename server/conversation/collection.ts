import type { Binary } from 'mongodb'
import type { Eligibility, Summary } from '../contract/conversation.ts'
import type { Role } from '../contract/pair.ts'
import type { Scope, WaitingReason } from '../contract/publication.ts'
import type { Question } from '../contract/question.ts'
import type { Language, Localized } from '../contract/shape.ts'
import type { DocumentOfPair } from '../database/collection.ts'
import type { TemplateReference } from '../template/collection.ts'
import { clear } from '../sealing/clear.ts'
import type { Readable, SealedSpec } from '../sealing/declaration.ts'

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
  /** Fingerprint of the section after our last write. A different one means that somebody edited it. */
  fingerprint?: string
}

/**
 * The writing of the invite section: queued by the same write that finishes the conversation. It is `publication`'s own,
 * and stands here because the conversation's document holds it.
 */
export type PublicationDocument = {
  /** Goes up with each finish; a worker that began with an older one changes nothing. */
  revision: number
  scope: Scope
  language: Language
  summary: Summary
  /** When the conversation was planned as it was finished: moved afterwards, what came next stays what comes next. */
  heldAt: Date
  /** `superseded`: the section of a later conversation is in the next invite now. */
  state: 'waiting' | 'published' | 'superseded'
  /** Null when it stands where it belongs and nowhere else: only then it may be left alone. */
  reason: WaitingReason | null
  /** Since when Microsoft has not taken it, however often it was tried. */
  triedSince?: Date | null
  /**
   * When a worker may take it; a worker that takes it moves this forward, so that it is free again when the
   * worker dies. Absent when there is nothing to do.
   */
  dueAt?: Date
  lease?: string
  attempts: number
  /** Claims in a row that came to no end: their worker died, or failed in a way that nobody foresaw. */
  claims?: number
  /** The invite in which it stands, as far as is known. */
  target: Target | null
  /**
   * Every invite in which it stands or may stand: kept before one is written to, and until it was seen that it is not
   * there any more.
   */
  invites: Target[]
  /** Somebody edited the section in the invite: it is theirs, until one of the two shares over it. */
  handEdited?: boolean
  /** One of the two shares over what was edited by hand. */
  overEdited?: boolean
  /** Counts what may have changed the next invite: what came while a worker looked is looked at again. */
  asked?: number
  /** When it was last looked up whether that invite is still the next one. */
  checkedAt?: Date
  publishedAt: Date | null
}

/** A preparation of one of the two. */
export type PreparationDocument = Readable<{ topics: string[]; note: string }> & {
  shared: boolean
  revision: number
  at: Date
}

/**
 * A question that is not of the library, as it read when a conversation took it up: what becomes of it later changes no conversation
 * that was held.
 */
export type KeptQuestion = Question & {
  /** The only person who may read it (an oid); null: both. */
  of: string | null
}
/** `kept` of questions that their authors can change. */
export type AskedQuestion = { question: string; step: string; kept?: KeptQuestion }
export type AnsweredQuestion = { question: string; kept?: KeptQuestion }

export type ConversationDocument = DocumentOfPair & {
  /** The id of the occurrence, the same in both mailboxes. */
  iCalUId: string
  meeting: { subject: string; start: Date; end: Date; organiser: string; timeZone?: string | null }
  /** Absent: it is a 1-on-1. What is written stays; nothing of it is published meanwhile. */
  eligibility?: Exclude<Eligibility, 'one-on-one'>
  /** With `others-declined`: their names. */
  declined?: string[]
  template: TemplateReference
  /** The person who chose it; absent: the conversation began with it. */
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
  /** The text of each step, as it stood in the stored live document of this revision. */
  notes: { texts: Record<string, string>; revision?: number }
  /** Some of these texts is more than blanks: what lists conversations need not read them. */
  written?: boolean
  preparation?: Partial<Record<Role, PreparationDocument>>
  /** The conversation that did not take place whose preparations and notes came here; `handedTo`: to which its own went. */
  handedOver?: { from: string; start: Date }
  handedTo?: string
  publication: PublicationDocument | null
  /** Set by every change that reminders follow from, until they are planned: a crash in between loses none. */
  unplannedSince?: Date
  createdAt: Date
  finishedAt: Date | null
}

/** Does it take place between the two? Also when somebody else on its invite declined. */
export const takesPlace = ({ eligibility }: Pick<ConversationDocument, 'eligibility'>): boolean =>
  eligibility === undefined || eligibility === 'others-declined'

/** A conversation as it is listed: without what was written in it. */
export type ListedConversation = Omit<ConversationDocument, 'notes'>
export const withoutNotes = { notes: 0 } as const

/** A conversation without anything that is sealed: when it is, and how far the two are. To read it costs no key. */
export type UnopenedConversation = Pick<
  ConversationDocument,
  '_id' | 'tenantId' | 'pairId' | 'iCalUId' | 'eligibility' | 'state' | 'written' | 'handedTo'
> & {
  meeting: Pick<ConversationDocument['meeting'], 'start' | 'end'>
  preparation?: Partial<Record<Role, Pick<PreparationDocument, 'shared'>>>
  publication: Pick<PublicationDocument, 'state'> | null
}

const keptQuestion = {
  id: clear.id,
  kind: clear.state,
  text: 'content',
  purpose: 'content',
  theme: clear.state,
  phases: clear.state,
  depth: clear.state,
  of: clear.id,
} as const
const preparationOf = (part: string) =>
  ({
    $part: part,
    $marked: true,
    topics: 'content',
    note: 'content',
    shared: clear.state,
    revision: clear.number,
    at: clear.date,
  }) as const
/** A part of its own: a worker says where a section stands without reading what else there is. */
const targetIn = (part: string) =>
  ({
    $part: part,
    iCalUId: clear.id,
    subject: 'content',
    start: clear.date,
    eventId: clear.id,
    changeKey: clear.code,
    organiser: 'content',
    end: clear.date,
    fingerprint: 'content',
  }) as const

export const conversationSpec: SealedSpec<ConversationDocument> = {
  name: 'conversations',
  earlier: (['coach', 'employee'] as const).map((role) => ({
    at: `preparation.${role}`,
    place: ({ _id, preparation }: ConversationDocument) =>
      `preparation ${_id} ${role} ${preparation?.[role]?.revision}`,
    read: (text: string) => JSON.parse(text) as object,
  })),
  scope: { of: 'pair', marked: true, exportedAs: 'conversations' },
  fields: {
    tenantId: clear.id,
    pairId: clear.id,
    pairEnded: clear.mark,
    iCalUId: clear.id,
    meeting: {
      subject: 'content',
      start: clear.date,
      end: clear.date,
      organiser: 'content',
      timeZone: clear.state,
    },
    eligibility: clear.state,
    declined: 'content',
    template: { id: clear.id, version: clear.number, owner: clear.id },
    templateBy: clear.state,
    otherSteps: { id: clear.id, title: 'content' },
    asked: { question: clear.id, step: clear.id, kept: keptQuestion },
    answered: { question: clear.id, kept: keptQuestion },
    shown: clear.id,
    state: clear.state,
    notes: { $part: 'notes', texts: 'content', revision: clear.number },
    written: clear.mark,
    preparation: {
      coach: preparationOf('preparation_coach'),
      employee: preparationOf('preparation_employee'),
    },
    handedOver: { from: clear.id, start: clear.date },
    handedTo: clear.id,
    publication: {
      revision: clear.number,
      scope: clear.state,
      language: clear.state,
      summary: 'content:summary',
      heldAt: clear.date,
      state: clear.state,
      reason: clear.state,
      triedSince: clear.date,
      dueAt: clear.date,
      lease: clear.id,
      attempts: clear.number,
      claims: clear.number,
      target: targetIn('target'),
      invites: targetIn('invites'),
      handEdited: clear.mark,
      overEdited: clear.mark,
      asked: clear.number,
      checkedAt: clear.date,
      publishedAt: clear.date,
    },
    unplannedSince: clear.date,
    createdAt: clear.date,
    finishedAt: clear.date,
  },
  indexes: [
    { tenantId: 1, pairId: 1, iCalUId: 1 },
    { 'publication.dueAt': 1 },
    { pairId: 1, 'publication.state': 1 },
    { pairId: 1, 'meeting.start': 1 },
    { unplannedSince: 1 },
  ],
}

/**
 * The live document (Yjs) of a conversation's notes, named after it. Only who types in it needs it, and it grows with
 * every keystroke.
 */
export type NotesDocument = DocumentOfPair & {
  document: Binary
  /** Goes up with each write; a server that has another one merges before it writes. */
  revision: number
  /**
   * How each follow-up and commitment in it (`itemName`) stood when it read as what is stored of it. It is `commitment`'s own,
   * and stands here because the same write puts both into the document.
   */
  agreed?: Record<string, object>
}

export const notesSpec: SealedSpec<NotesDocument> = {
  name: 'notes',
  scope: { of: 'pair', marked: true, exportedAs: 'notes' },
  fields: {
    tenantId: clear.id,
    pairId: clear.id,
    pairEnded: clear.mark,
    document: 'content:document',
    revision: clear.number,
    agreed: { $each: 'content:agreed' },
  },
  indexes: [{ pairId: 1 }],
}

/** Something stands in one of the texts. */
export const isWritten = (texts: Record<string, string>): boolean =>
  Object.values(texts).some((text) => text.trim() !== '')
