import { describe, expect, test } from 'vitest'
import type { Collection } from '../database/collection.ts'
import type { AuditDocument } from './collection.ts'
import type { Act } from './act.ts'
import { auditTrail } from './mutations.ts'

/** Counts what is asked of the database. */
function counted() {
  const inserted: AuditDocument[] = []
  const trail = {
    insertOne: async (document: AuditDocument) => {
      inserted.push(document)
      return { insertedId: document._id }
    },
  } as unknown as Collection<AuditDocument>
  return { trail: auditTrail(trail), inserted }
}
const act = (more: Partial<Act> = {}): Act => ({
  tenantId: 'o',
  pairId: 'p',
  who: 'coach',
  talk: { id: 't', start: new Date('2026-06-02T10:00:00Z') },
  at: new Date('2026-06-02T10:00:00Z'),
  ...more,
})

describe('writing the audit log', () => {
  test('acts that are never coalesced do not push a coalesced entry out of the memory of written entries', async () => {
    const { trail, inserted } = counted()
    await trail('opened', act())
    for (let again = 0; again < 6000; again += 1) await trail('shared-preparation', act())
    const before = inserted.length
    await trail('opened', act())
    expect(inserted.length).toBe(before)
    expect(new Set(inserted.map(({ _id }) => _id)).size).toBe(6001)
  })

  test('the paging key of an entry has at most 100 characters, whatever the entry is about', async () => {
    const { trail, inserted } = counted()
    const uuid = crypto.randomUUID()
    await trail(
      'changed-commitment',
      act({ pairId: uuid, about: uuid, talk: { id: uuid, start: new Date() } }),
    )
    expect(inserted[0]!.order.length).toBeLessThanOrEqual(100)
  })
})
