import type { Role } from '../contract/pair.ts'
import type { EveryWeeks } from '../contract/planning.ts'
import type { Scope } from '../contract/publication.ts'
import type { Deletion } from './deletion.ts'
import { clear } from '../sealing/clear.ts'
import type { SealedSpec } from '../sealing/declaration.ts'

/** `oid` is null until that person has opened Groei: an invite names people by address only. */
export type Member = {
  address: string
  name: string
  oid: string | null
  role: Role
  /** Every address of their mailbox, `address` or not, as their profile had them then. Absent until they were here. */
  addresses?: string[]
  addressesAt?: Date
  /** Marks the events of this pair that they organise as private before a section goes into them. */
  keepPrivate?: boolean
}

export type NoteTaker = { address: string; isPerson: boolean; by: Role; at: Date }

export type PairDocument = {
  _id: string
  tenantId: string
  /** The two addresses by which it was made, in order, see `pairKey`. Of a pair that ended it is another: the two may begin a new one. */
  key: string
  /** In the order of the key. */
  members: [Member, Member]
  createdAt: Date
  /** Chosen at the last finish of a conversation of theirs. */
  scope?: Scope
  /** The template that their new conversations begin with; absent: the organisation's standard. */
  usualTemplate?: string | null
  /** How often they agreed to talk. */
  rhythm?: { everyWeeks: EveryWeeks | null; by: Role; at: Date; revision: number }
  /**
   * The event that one of them planned last. Written before the event is made, so that of two who plan at once one does,
   * and the same request again makes the same event.
   */
  plan?: {
    start: Date
    end: Date
    everyWeeks: EveryWeeks | null
    subject: string
    transactionId: string
    by: Role
    at: Date
    /** When either of the two planned within the hour before, this one included. */
    recent: Date[]
    revision: number
  }
  /** Their answers about addresses in their invites that may be those of services that take notes: once of each. */
  noteTakers?: NoteTaker[]
  /** From then on what it has can be read, and not changed. */
  ended?: { at: Date; by: Role } | null
  /** It ended, and what it has does not all bear the mark of that yet. */
  closing?: Date
  /** The key that it had before it ended. */
  formerKey?: string
  deletion?: Deletion | null
  /** Since then there may be something to tell the other of the two. */
  unplannedSince?: Date
  /** Its retention counts from here, or from later: whoever finds it due looks up whether there was a conversation since. */
  retainFrom?: Date | null
}

export const pairSpec: SealedSpec<PairDocument> = {
  name: 'pairs',
  scope: { of: 'tenant', exportedAs: 'pairs' },
  owner: ({ _id, tenantId }) => ({ tenantId, of: 'pair', id: _id }),
  fields: {
    tenantId: clear.id,
    key: 'hashed',
    members: {
      address: 'hashed',
      name: 'content',
      oid: clear.id,
      role: clear.state,
      addresses: 'content',
      addressesAt: clear.date,
      keepPrivate: clear.state,
    },
    createdAt: clear.date,
    scope: clear.state,
    usualTemplate: clear.id,
    rhythm: { everyWeeks: clear.state, by: clear.state, at: clear.date, revision: clear.number },
    plan: {
      start: clear.date,
      end: clear.date,
      everyWeeks: clear.state,
      subject: 'content',
      transactionId: clear.id,
      by: clear.state,
      at: clear.date,
      recent: clear.date,
      revision: clear.number,
    },
    noteTakers: { address: 'content', isPerson: clear.state, by: clear.state, at: clear.date },
    ended: { at: clear.date, by: clear.state },
    closing: clear.date,
    formerKey: 'hashed',
    deletion: {
      askedBy: clear.state,
      due: clear.date,
      next: clear.date,
      aged: clear.mark,
      emptied: clear.mark,
    },
    unplannedSince: clear.date,
    retainFrom: clear.date,
  },
  indexes: [
    { tenantId: 1, key: 1 },
    { tenantId: 1, 'members.oid': 1 },
    { tenantId: 1, 'members.address': 1 },
    { tenantId: 1, formerKey: 1 },
    { tenantId: 1, retainFrom: 1 },
    { 'deletion.next': 1 },
    { closing: 1 },
    { unplannedSince: 1 },
  ],
}
