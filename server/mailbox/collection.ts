import type { CollectionSpec } from '../database/collection.ts'

/** What we keep of one person's mailbox besides its content: who works in it, and what keeps us in step with it. */
export type MailboxDocument = {
  _id: string
  tenantId: string
  oid: string
  /** One worker at a time, of all servers; free again at this moment when that one dies. */
  turnUntil: Date
  turn?: string
  /** Microsoft asked to be left alone until then (Retry-After). */
  pausedUntil: Date
  /** `state`: the SHA-256 of the client state, by which a notification shows that it is Graph's. */
  subscription?: { id: string; state: string; until: Date }
  /** Graph said that the subscription is gone, or wants it authorised anew: renewing it tells which. */
  doubted?: boolean
  /** Nobody but its owner can let us in again: until they come, what concerns them is followed in the other's mailbox. */
  away?: boolean
  /** How many notifications came: more when a round is over than when it began, and there is another. */
  told: number
  /** When a round was last made. */
  lookedAt?: Date
  delta?: { link: string; from: Date }
  /** When there is something to do: a change to read, a subscription to renew. Absent: until its owner comes. */
  dueAt?: Date
  lease?: string
  attempts: number
}

export const mailboxSpec: CollectionSpec<MailboxDocument> = {
  name: 'mailboxes',
  indexes: [{ fields: { dueAt: 1 } }, { fields: { 'subscription.id': 1 } }],
}

export const mailboxId = ({ tenantId, oid }: { tenantId: string; oid: string }) => `${tenantId}.${oid}`
