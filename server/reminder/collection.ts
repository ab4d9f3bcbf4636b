import type { ReminderTopic } from '../contract/person.ts'
import { clear } from '../sealing/clear.ts'
import type { SealedSpec } from '../sealing/declaration.ts'

export type ReminderKind =
  'preparation' | 'coming-due' | 'due' | 'overdue' | 'after-conversation' | 'publication' | 'deletion'

/** Why a reminder will not be sent (any more). */
export type ReminderEnd = 'sent' | 'not-needed' | 'silenced' | 'unreachable' | 'parked'

/**
 * Something to remind one person of at a time. One of each kind about each thing: planning it again changes it,
 * and never makes a second.
 */
export type ReminderDocument = {
  _id: string
  tenantId: string
  /** The person whom it reminds. */
  oid: string
  kind: ReminderKind
  /** The id of the commitment, the conversation or the pair that it is about. */
  subject: string
  pairId: string
  /** The date or start by which it was planned. Another one makes it a new reminder. */
  basis: string
  /**
   * When a worker may take it; a worker that takes it moves this forward, so that it is free again when the
   * worker dies. Absent when there is nothing to do.
   */
  dueAt?: Date
  lease?: string
  attempts: number
  ended: ReminderEnd | null
  /** Why it was parked, in the service's own code. */
  reason?: string
  sentAt?: Date
  /** The id of the chat message, to change it when it is answered elsewhere. */
  activityId?: string
}

export const reminderSpec: SealedSpec<ReminderDocument> = {
  name: 'reminders',
  scope: { of: 'pair', own: 'oid', exportedAs: 'reminders' },
  fields: {
    tenantId: clear.id,
    oid: clear.id,
    kind: clear.state,
    subject: clear.id,
    pairId: clear.id,
    basis: clear.date,
    dueAt: clear.date,
    lease: clear.id,
    attempts: clear.number,
    ended: clear.state,
    reason: clear.code,
    sentAt: clear.date,
    activityId: clear.id,
  },
  indexes: [
    { tenantId: 1, oid: 1, kind: 1, subject: 1 },
    { dueAt: 1 },
    { oid: 1, dueAt: 1 },
    { pairId: 1, oid: 1 },
  ],
}

/** Named after whom it reminds of what, so that there is one. */
export const reminderId = (one: Pick<ReminderDocument, 'tenantId' | 'oid' | 'kind' | 'subject'>): string =>
  `${one.tenantId}.${one.oid}.${one.kind}.${one.subject}`

/** The switch in a person's settings that a kind hangs on; null for what nobody may miss. */
export function topicOf(kind: ReminderKind): ReminderTopic | null {
  if (kind === 'deletion') return null
  return kind === 'coming-due' || kind === 'due' || kind === 'overdue' ? 'commitments' : kind
}
