import { randomBytes } from 'node:crypto'
import { GraphFailure } from '../graph/failure.ts'
import type { Subscriptions } from '../graph/subscriptions.ts'
import type { MailboxDocument } from '../mailbox/collection.ts'
import { keptState } from './client-state.ts'
import { notificationPaths } from './routes.ts'
import { isRenewable, needsSubscription, subscribeUntil } from './schedule.ts'

/**
 * The subscription of a mailbox: the one there is, renewed when its end is near or Graph raised doubts about it, or a
 * new one when it is gone.
 * @throws GraphFailure
 */
export async function ensureSubscription(
  mailbox: MailboxDocument,
  subscriptions: Subscriptions,
  publicUrl: string,
  now: Date,
): Promise<NonNullable<MailboxDocument['subscription']>> {
  const { subscription } = mailbox
  if (subscription && !mailbox.doubted && !needsSubscription(mailbox, now)) return subscription
  if (subscription && isRenewable(mailbox, now)) {
    try {
      return { ...subscription, ...(await subscriptions.renew(subscription.id, subscribeUntil(now))) }
    } catch (error) {
      // Removed, or run out by another clock: a new one.
      if (!(error instanceof GraphFailure && error.reason === 'not-found')) throw error
    }
  }
  const clientState = randomBytes(32).toString('base64url')
  const made = await subscriptions.make({
    notificationUrl: publicUrl + notificationPaths.changes,
    lifecycleUrl: publicUrl + notificationPaths.lifecycle,
    clientState,
    until: subscribeUntil(now),
  })
  return { ...made, state: keptState(clientState) }
}
