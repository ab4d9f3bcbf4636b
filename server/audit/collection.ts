import type { AuditAction, AuditWho } from '../contract/audit.ts'
import type { CollectionSpec } from '../database/collection.ts'

/** What one of the two did, or an admin for all, and never what it said. Kept as long as their pair. */
export type AuditDocument = {
  _id: string
  tenantId: string
  /** Of what concerns all pairs of a tenant: `allPairs`. */
  pairId: string
  at: Date
  who: AuditWho
  what: AuditAction
  talk: Date | null
  /** By this they are told in order and page by page: the instant, then a number of its own. */
  order: string
}

export const auditSpec: CollectionSpec<AuditDocument> = {
  name: 'auditTrail',
  indexes: [{ fields: { pairId: 1, order: 1 } }],
}

/** In place of a pair's id: what was done for every pair of a tenant stands in the trail of each, once. */
export const allPairs = (tenantId: string): string => `all pairs of ${tenantId}`
