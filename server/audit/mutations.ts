import { randomUUID } from 'node:crypto'
import type { AuditAction } from '../contract/audit.ts'
import type { Role } from '../contract/pair.ts'
import type { Collection } from '../database/collection.ts'
import { isDuplicateKey } from '../database/errors.ts'
import type { AuditDocument } from './collection.ts'
import { entryId } from './coalesce.ts'

/** Who did it, and in which talk of which pair; the route has checked that they are in it. */
export type Act = {
  tenantId: string
  pairId: string
  who: Role
  /** Null: it is about the pair. */
  talk: { id: string; start: Date } | null
  at: Date
}
export type Trail = (what: AuditAction, act: Act) => Promise<void>

/** Ids that this server wrote lately: reading the same again then asks nothing of the database. */
const remembered = 5000

/** Keeps the trail: one entry for what somebody does, and one an hour for what they do over and over. */
export function auditTrail(trail: Collection<AuditDocument>): Trail {
  const known = new Set<string>()
  return async (what, { tenantId, pairId, who, talk, at }) => {
    const _id = entryId(what, pairId, who, talk?.id ?? null, at, randomUUID())
    if (known.has(_id)) return
    const order = `${at.toISOString()} ${_id}`
    try {
      await trail.insertOne({ _id, tenantId, pairId, at, who, what, talk: talk?.start ?? null, order })
    } catch (error) {
      // There already, by another server or before this one began.
      if (!isDuplicateKey(error)) throw error
    }
    if (known.size >= remembered) known.clear()
    known.add(_id)
  }
}
