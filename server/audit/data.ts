import type { AuditEntry, AuditPage } from '../contract/audit.ts'
import type { Collection } from '../database/collection.ts'
import { allPairs, type AuditDocument } from './collection.ts'

const pageSize = 50

const entryView = ({ at, who, what, talk }: AuditDocument): AuditEntry => ({
  at: at.toISOString(),
  who,
  what,
  talk: talk?.toISOString() ?? null,
})

type Pair = { _id: string; tenantId: string; createdAt: Date }

/** What concerns a pair: its own, and what was done for all pairs since it is there. */
const concerning = ({ _id, tenantId, createdAt }: Pair, before?: string) => ({
  pairId: { $in: [_id, allPairs(tenantId)] },
  order: { $gte: createdAt.toISOString(), ...(before === undefined ? {} : { $lt: before }) },
})

export const auditData = (trail: Collection<AuditDocument>) => ({
  /** Newest first. @param before `next` of the page that was read */
  async page(pair: Pair, before: string | undefined): Promise<AuditPage> {
    const found = await trail
      .find(concerning(pair, before), { sort: { order: -1 }, limit: pageSize + 1 })
      .toArray()
    const page = found.slice(0, pageSize)
    return {
      entries: page.map(entryView),
      next: found.length > pageSize ? (page.at(-1)?.order ?? null) : null,
    }
  },
  async all(pair: Pair): Promise<AuditEntry[]> {
    const found = await trail.find(concerning(pair), { sort: { order: -1 } }).toArray()
    return found.map(entryView)
  },
})
