import { randomUUID } from 'node:crypto'
import { auditActions, type AdminAction, type AdminChange, type AuditAction } from '../contract/audit.ts'
import type { PersonKey } from '../contract/person-key.ts'
import type { Collection } from '../database/collection.ts'
import { isInserted } from '../database/errors.ts'
import type { AuditEvent } from './event.ts'
import { coalescedId } from './coalesce.ts'
import { adminsOnly, allPairs, type AuditDocument } from './collection.ts'

export type AuditLog = {
  /** Logs one event for what somebody does, and one in a while for what they do over and over. */
  record(what: AuditAction, event: AuditEvent): Promise<void>
  /** Logs the same action about many pairs, with one command. */
  recordAll(what: AuditAction, events: AuditEvent[]): Promise<void>
  /** Logs what an admin did for the whole organisation, and from what to what. */
  admin(what: AdminAction, by: PersonKey & { name: string }, at: Date, changes: AdminChange[]): Promise<void>
}

/** Ids that this server wrote lately: reading the same again then asks nothing of the database. */
const remembered = 20_000

/** Does it concern every pair, so that each sees it in its audit log? */
const isForPairs = (what: AdminAction): boolean => (auditActions as readonly string[]).includes(what)

export function auditLog(events: Collection<AuditDocument>): AuditLog {
  const known = new Set<string>()
  let written = 0
  /** Events of one millisecond stay in the order in which this server wrote them. */
  const orderOf = (at: Date, id: string) => `${at.toISOString()} ${String(++written).padStart(10, '0')} ${id}`
  const documentOf = (what: AuditAction, event: AuditEvent, together: string | null): AuditDocument => {
    const { tenantId, pairId, who, conversation, at } = event
    const apart = randomUUID()
    return {
      _id: together ?? apart,
      tenantId,
      pairId,
      at,
      who,
      what,
      conversation: conversation?.start ?? null,
      order: orderOf(at, apart),
    }
  }
  function remember(together: string): void {
    if (known.size >= remembered) known.clear()
    known.add(together)
  }
  async function record(what: AuditAction, event: AuditEvent): Promise<void> {
    const together = coalescedId(what, event)
    if (together && known.has(together)) return
    // Not new: entered by another server, or before this one began.
    await isInserted(events.insertOne(documentOf(what, event, together)))
    if (together) remember(together)
  }
  async function recordAll(what: AuditAction, all: AuditEvent[]): Promise<void> {
    const wanted = all
      .map((event) => ({ event, together: coalescedId(what, event) }))
      .filter(({ together }) => !together || !known.has(together))
    if (wanted.length === 0) return
    await events.insertNew(wanted.map(({ event, together }) => documentOf(what, event, together)))
    for (const { together } of wanted) if (together) remember(together)
  }
  return {
    record,
    recordAll,
    async admin(what, { tenantId, oid, name }, at, changes) {
      const apart = randomUUID()
      await events.insertOne({
        _id: apart,
        tenantId,
        pairId: isForPairs(what) ? allPairs(tenantId) : adminsOnly(tenantId),
        at,
        who: 'admin',
        what,
        conversation: null,
        order: orderOf(at, apart),
        by: { oid, name },
        changes,
      })
    },
  }
}
