import { randomUUID } from 'node:crypto'
import type { AuditAction } from '../contract/audit.ts'
import type { Collection } from '../database/collection.ts'
import { isDuplicateKey } from '../database/errors.ts'
import type { Act } from './act.ts'
import { coalescedId } from './coalesce.ts'
import type { AuditDocument } from './collection.ts'

export type Trail = (what: AuditAction, act: Act) => Promise<void>

/** Ids that this server wrote lately: reading the same again then asks nothing of the database. */
const remembered = 5000

/** Keeps the trail: one entry for what somebody does, and one in a while for what they do over and over. */
export function auditTrail(trail: Collection<AuditDocument>): Trail {
  const known = new Set<string>()
  return async (what, act) => {
    const together = coalescedId(what, act)
    if (together && known.has(together)) return
    const { tenantId, pairId, who, talk, at } = act
    const apart = randomUUID()
    try {
      await trail.insertOne({
        _id: together ?? apart,
        tenantId,
        pairId,
        at,
        who,
        what,
        talk: talk?.start ?? null,
        order: `${at.toISOString()} ${apart}`,
      })
    } catch (error) {
      // There already, by another server or before this one began.
      if (!isDuplicateKey(error)) throw error
    }
    if (!together) return
    if (known.size >= remembered) known.clear()
    known.add(together)
  }
}
