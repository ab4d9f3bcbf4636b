import { describe, expect, test } from 'vitest'
import type { Collection } from '../database/collection.ts'
import type { AuditDocument } from './collection.ts'
import type { AuditEvent } from './event.ts'
import { auditLog } from './mutations.ts'

/** Counts what is asked of the database. */
function counted() {
  const inserted: AuditDocument[] = []
  const collection = {
    insertOne: async (document: AuditDocument) => {
      inserted.push(document)
      return { insertedId: document._id }
    },
  } as unknown as Collection<AuditDocument>
  return { record: auditLog(collection).record, inserted }
}
const act = (more: Partial<AuditEvent> = {}): AuditEvent => ({
  tenantId: 'o',
  pairId: 'p',
  who: 'coach',
  conversation: { id: 't', start: new Date('2026-06-02T10:00:00Z') },
  at: new Date('2026-06-02T10:00:00Z'),
  ...more,
})

describe('writing the audit log', () => {
  test('acts that are never coalesced do not push a coalesced entry out of the memory of written entries', async () => {
    const { record, inserted } = counted()
    await record('opened', act())
    for (let again = 0; again < 6000; again += 1) await record('shared-preparation', act())
    const before = inserted.length
    await record('opened', act())
    expect(inserted.length).toBe(before)
    expect(new Set(inserted.map(({ _id }) => _id)).size).toBe(6001)
  })

  test('entries of one millisecond are in the order in which they were written', async () => {
    const { record, inserted } = counted()
    for (let again = 0; again < 20; again += 1) await record('shared-preparation', act())
    const orders = inserted.map(({ order }) => order)
    expect(orders.toSorted()).toEqual(orders)
  })

  test('the paging key of an entry has at most 100 characters, whatever the entry is about', async () => {
    const { record, inserted } = counted()
    const uuid = crypto.randomUUID()
    await record(
      'changed-commitment',
      act({ pairId: uuid, about: uuid, conversation: { id: uuid, start: new Date() } }),
    )
    expect(inserted[0]!.order.length).toBeLessThanOrEqual(100)
  })
})
