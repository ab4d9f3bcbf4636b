import type {
  AdminAction,
  AdminAuditPage,
  AdminEntry,
  AuditAction,
  AuditEntry,
  AuditPage,
} from '../contract/audit.ts'
import type { Filter } from 'mongodb'
import type { Collection } from '../database/collection.ts'
import { unopened } from '../sealing/sealed-collection.ts'
import { allPairs, ofAdmins, type AuditDocument } from './collection.ts'

const pageSize = 50

/** An entry as the two read it: nothing that it shows is sealed. */
const entryView = ({ at, who, what, conversation }: AuditDocument): AuditEntry => ({
  at: at.toISOString(),
  who,
  // Actions that only admins read are in entries elsewhere (`adminsOnly`).
  what: what as AuditAction,
  conversation: conversation?.toISOString() ?? null,
})

const adminView = ({ at, by, what, changes }: AuditDocument): AdminEntry => ({
  at: at.toISOString(),
  by: by ?? null,
  did: what as AdminAction,
  changes: changes ?? [],
})

type Pair = { _id: string; tenantId: string; createdAt: Date }

/** The entries of a pair: its own, and those for all pairs since this one was made. */
const concerning = ({ _id, tenantId, createdAt }: Pair, before?: string) => ({
  pairId: { $in: [_id, allPairs(tenantId)] },
  order: { $gte: createdAt.toISOString(), ...(before === undefined ? {} : { $lt: before }) },
})

export const auditData = (auditLog: Collection<AuditDocument>) => {
  /** A page of entries, newest first, and the `next` from which the following one goes on. */
  async function pageOf<T>(
    filter: Filter<AuditDocument>,
    view: (one: AuditDocument) => T,
    projection?: typeof unopened,
  ) {
    const options = { sort: { order: -1 }, limit: pageSize + 1, ...(projection && { projection }) } as const
    const found = await auditLog.find(filter, options).toArray()
    const page = found.slice(0, pageSize)
    return {
      entries: page.map(view),
      next: found.length > pageSize ? (page.at(-1)?.order ?? null) : null,
    }
  }
  return {
    /** @param before `next` of the page that was read */
    page: (pair: Pair, before: string | undefined): Promise<AuditPage> =>
      pageOf(concerning(pair, before), entryView, unopened),
    /** The actions of admins for the organisation. */
    ofAdmins: (tenantId: string, before: string | undefined): Promise<AdminAuditPage> =>
      pageOf(
        { ...ofAdmins(tenantId), ...(before === undefined ? {} : { order: { $lt: before } }) },
        adminView,
      ),
    async all(pair: Pair): Promise<AuditEntry[]> {
      const found = await auditLog
        .find(concerning(pair), { sort: { order: -1 }, projection: unopened })
        .toArray()
      return found.map(entryView)
    },
  }
}
