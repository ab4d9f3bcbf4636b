import type { DocumentOfPerson } from '../database/collection.ts'
import { clear } from '../sealing/clear.ts'
import type { SealedSpec } from '../sealing/declaration.ts'

/** One person's mailbox, without its content: which worker is in it, and what keeps us in step with it. */
export type MailboxDocument = DocumentOfPerson & {
  /** When the lease on the mailbox ends by itself: one worker at a time has it, of all servers. */
  leasedUntil: Date
  leasedBy?: string
  /** Microsoft asked to be left alone until then (Retry-After). */
  pausedUntil: Date
  /** `state`: the SHA-256 of the client state, by which a notification shows that it is Graph's. */
  subscription?: { id: string; state: string; until: Date }
  /** Graph said that the subscription is gone, or wants it authorised anew: renewing it tells which. */
  subscriptionSuspect?: boolean
  /**
   * Nobody but its owner can let us in again, or it is not in Microsoft 365 any more: meanwhile what concerns them is
   * followed in the other's mailbox.
   */
  unreadable?: boolean
  /** How many notifications came. When it grew during a delta sync pass, another pass follows. */
  notificationSeq: number
  /** When the last delta sync pass was made. */
  lookedAt?: Date
  delta?: { link: string; from: Date }
  /** When there is something to do: a change to read, a subscription to renew. Absent: until its owner comes. */
  dueAt?: Date
  /** The claim of the worker that does what is due. */
  lease?: string
  attempts: number
}

export const mailboxSpec: SealedSpec<MailboxDocument> = {
  name: 'mailboxes',
  scope: { of: 'person', exportedAs: 'calendarToldUntil' },
  fields: {
    tenantId: clear.id,
    oid: clear.id,
    retainFrom: clear.date,
    leasedUntil: clear.date,
    leasedBy: clear.id,
    pausedUntil: clear.date,
    subscription: { id: clear.id, state: clear.key, until: clear.date },
    subscriptionSuspect: clear.mark,
    unreadable: clear.mark,
    notificationSeq: clear.number,
    lookedAt: clear.date,
    delta: { link: clear.code, from: clear.date },
    dueAt: clear.date,
    lease: clear.id,
    attempts: clear.number,
  },
  indexes: [{ dueAt: 1 }, { 'subscription.id': 1 }, { tenantId: 1, retainFrom: 1 }],
}
