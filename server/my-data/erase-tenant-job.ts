import type { PersonKey } from '../contract/person-key.ts'
import type { Collection, Document } from '../database/collection.ts'
import { GraphFailure } from '../graph/failure.ts'
import type { MailboxDocument } from '../mailbox/collection.ts'
import type { Collections } from '../plugins/context.ts'

/** How many documents are deleted in one step. */
const batch = 500

/** By which documents are a tenant's: their field, or their name, which is the tenant's or begins with it. */
const waysToBe = (tenantId: string) => [
  { tenantId, _id: { $gt: '' } },
  { _id: tenantId },
  { _id: { $gte: `${tenantId}.`, $lt: `${tenantId}/` } },
]

async function eraseIn(collection: Collection<Document>, tenantId: string): Promise<number> {
  let erased = 0
  for (const way of waysToBe(tenantId))
    for (;;) {
      const some = await collection.find(way, { limit: batch, projection: { _id: 1 } }).toArray()
      if (some.length === 0) break
      const { deletedCount } = await collection.deleteMany({ _id: { $in: some.map(({ _id }) => _id) } })
      erased += deletedCount
    }
  return erased
}

export type Offboarded = {
  /** At Microsoft: ended, and those that end by themselves within a week. */
  subscriptions: { ended: number; left: number }
  /** Documents that were deleted, by collection. */
  deleted: Record<string, number>
}

/**
 * Deletes all that is kept of a tenant. Repeated it does what is left. Subscriptions first, for which tokens are needed;
 * then tokens and the tenant's keys, without which nothing that was sealed opens any more; then the rest.
 * @param endSubscription asks Microsoft on behalf of the mailbox's owner; @throws GraphFailure
 */
export async function eraseTenant(
  collections: Collections,
  tenantId: string,
  endSubscription: (person: PersonKey, id: string) => Promise<void>,
): Promise<Offboarded> {
  const subscriptions = { ended: 0, left: 0 }
  async function end({ oid, subscription }: MailboxDocument): Promise<void> {
    if (!subscription) return
    try {
      await endSubscription({ tenantId, oid }, subscription.id)
      subscriptions.ended += 1
    } catch (error) {
      if (!(error instanceof GraphFailure)) throw error
      subscriptions.left += 1
    }
  }
  for (const mailbox of await collections.mailboxes.find({ tenantId }).toArray()) await end(mailbox)
  const { tokenCaches, tenantKeys, dataKeys, ...others } = collections
  const deleted: Record<string, number> = {}
  for (const [name, collection] of Object.entries({ tokenCaches, tenantKeys, dataKeys, ...others }))
    deleted[name] = await eraseIn(collection as unknown as Collection<Document>, tenantId)
  return { subscriptions, deleted }
}
