import type { AuditAction } from '../contract/audit.ts'
import type { Role } from '../contract/pair.ts'
import type { CollectionSpec } from '../database/collection.ts'

/** What one of the two did, and never what it said. Kept as long as their pair. */
export type AuditDocument = {
  _id: string
  tenantId: string
  pairId: string
  at: Date
  who: Role
  what: AuditAction
  talk: Date | null
  /** By this they are told in order and page by page: the instant, then the id. */
  order: string
}

export const auditSpec: CollectionSpec<AuditDocument> = {
  name: 'auditTrail',
  indexes: [{ fields: { pairId: 1, order: 1 } }],
}
