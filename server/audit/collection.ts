import type { AdminAction, AdminChange, AuditAction, AuditWho } from '../contract/audit.ts'
import { clear } from '../sealing/clear.ts'
import type { SealedSpec } from '../sealing/declaration.ts'

/**
 * An action of one of the two, or of an admin for all, without a word of the content. Kept as long as their pair, and no
 * longer than the retention of the tenant.
 */
export type AuditDocument = {
  _id: string
  tenantId: string
  /** `allPairs` where an event concerns all pairs of a tenant. */
  pairId: string
  at: Date
  who: AuditWho
  what: AuditAction | AdminAction
  conversation: Date | null
  /** Sorts and pages the entries: the instant, the number of the write, then its id. */
  order: string
  /** Which admin did it, until they delete all of theirs; of a pair's two `who` says enough. */
  by?: { oid: string; name: string } | null
  changes?: AdminChange[]
}

export const auditSpec: SealedSpec<AuditDocument> = {
  name: 'auditLog',
  // Only what an admin did for the whole organisation holds a name.
  owner: ({ tenantId }) => ({ tenantId, of: 'tenant', id: '' }),
  scope: { of: 'pair', ages: 'at', exportedAs: 'auditLog' },
  fields: {
    tenantId: clear.id,
    pairId: clear.id,
    at: clear.date,
    who: clear.state,
    what: clear.state,
    conversation: clear.date,
    order: clear.number,
    by: { oid: clear.id, name: 'content' },
    changes: { what: clear.state, from: clear.state, to: clear.state },
  },
  indexes: [
    { pairId: 1, order: 1 },
    { tenantId: 1, at: 1 },
  ],
}

/** In place of a pair's id: what was done for every pair of a tenant stands in the audit log of each, once. */
export const allPairs = (tenantId: string): string => `all pairs of ${tenantId}`

/** In place of a pair's id: what is of interest to the tenant's admins only. */
export const adminsOnly = (tenantId: string): string => `admins of ${tenantId}`

/** Where everything stands that admins did. */
export const ofAdmins = (tenantId: string) => ({
  pairId: { $in: [allPairs(tenantId), adminsOnly(tenantId)] },
})
