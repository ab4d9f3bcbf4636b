import type { FastifyInstance } from 'fastify'
import { ofListed } from '../plugins/listed.ts'
import { unopened } from '../sealing/sealed-collection.ts'

const minute = 60_000

/** Work that is due for longer is late: a worker looks every few seconds. Milliseconds. */
export const lateAfter = 15 * minute
/** A mailbox whose sync failed is tried again within this. */
const triedAgain = 90 * minute

/** The work that waits, of all servers together; ages in milliseconds, 0 where there is none. */
export type Backlog = {
  publications: { waiting: number; oldest: number }
  reminders: { late: number; oldest: number }
  subscriptions: { lost: number; missing: number }
  sealing: { behind: number; oldest: number }
}

/** Counts what waits, each by an index. It reads how much and how old, and nothing of whom. */
export async function backlogOf(
  app: Pick<FastifyInstance, 'collections' | 'settings' | 'keysWaiting' | 'now'>,
): Promise<Backlog> {
  const { tenantIds } = app.settings.app
  // Nothing is done for a tenant that is not listed any more, so nothing of it is late.
  const conversations = ofListed(app.collections.conversations, tenantIds)
  const reminders = ofListed(app.collections.reminders, tenantIds)
  const mailboxes = ofListed(app.collections.mailboxes, tenantIds)
  const now = app.now()
  const age = (since: Date | undefined) => Math.max(0, since ? now.getTime() - since.getTime() : 0)
  const within = (milliseconds: number) => ({ $lte: new Date(now.getTime() + milliseconds) })
  const [waiting, publication, late, reminder, lost, missing, behind] = await Promise.all([
    conversations.countDocuments({
      'publication.dueAt': { $gt: new Date(0) },
      'publication.state': 'waiting',
    }),
    conversations.findOne(
      { 'publication.dueAt': within(0) },
      { sort: { 'publication.dueAt': 1 }, projection: unopened },
    ),
    reminders.countDocuments({ dueAt: within(-lateAfter) }),
    reminders.findOne({ dueAt: within(0) }, { sort: { dueAt: 1 } }),
    mailboxes.countDocuments({ dueAt: within(triedAgain), 'subscription.until': { $lt: now } }),
    mailboxes.countDocuments({ dueAt: within(-lateAfter), subscription: { $exists: false } }),
    Promise.all(tenantIds.map(app.keysWaiting)),
  ])
  return {
    publications: { waiting, oldest: age(publication?.publication?.dueAt) },
    reminders: { late, oldest: age(reminder?.dueAt) },
    subscriptions: { lost, missing },
    sealing: {
      behind: behind.reduce((sum, { dataKeys }) => sum + dataKeys, 0),
      oldest: Math.max(0, ...behind.map(({ dataKeys, since }) => (dataKeys > 0 ? age(since) : 0))),
    },
  }
}
