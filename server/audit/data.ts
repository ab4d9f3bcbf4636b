import type { AuditEntry, AuditPage } from '../contract/audit.ts'
import type { Collection } from '../database/collection.ts'
import type { AuditDocument } from './collection.ts'

const pageSize = 50

const entryView = ({ at, who, what, talk }: AuditDocument): AuditEntry => ({
  at: at.toISOString(),
  who,
  what,
  talk: talk?.toISOString() ?? null,
})

export const auditData = (trail: Collection<AuditDocument>) => ({
  /** Newest first. @param before `next` of the page that was read */
  async page(pairId: string, before: string | undefined): Promise<AuditPage> {
    const found = await trail
      .find(
        { pairId, ...(before === undefined ? {} : { order: { $lt: before } }) },
        { sort: { order: -1 }, limit: pageSize + 1 },
      )
      .toArray()
    const page = found.slice(0, pageSize)
    return {
      entries: page.map(entryView),
      next: found.length > pageSize ? (page.at(-1)?.order ?? null) : null,
    }
  },
  async all(pairId: string): Promise<AuditEntry[]> {
    const found = await trail.find({ pairId }, { sort: { order: -1 } }).toArray()
    return found.map(entryView)
  },
})
