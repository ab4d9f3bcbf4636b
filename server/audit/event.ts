import type { AuditWho } from '../contract/audit.ts'
import type { Role } from '../contract/pair.ts'

/** The person who did it, and the conversation and pair; the gate has checked that they belong to it. */
export type AuditEvent = {
  tenantId: string
  /** Or all pairs of a tenant, by `allPairs`. */
  pairId: string
  who: AuditWho
  /** Null: it is about the pair. */
  conversation: { id: string; start: Date } | null
  /** The id of a commitment, question or review pack: two of them never share an entry. */
  about?: string
  at: Date
}

type Pair = { _id: string; tenantId: string }

/** An audit event of one of the two that belongs to no conversation. */
export const pairEvent = (pair: Pair, member: { role: Role }, at: Date): AuditEvent => ({
  tenantId: pair.tenantId,
  pairId: pair._id,
  who: member.role,
  conversation: null,
  at,
})
