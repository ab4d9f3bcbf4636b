import { randomBytes } from 'node:crypto'
import type { DeriveId } from '../database/derived-id.ts'
import { GraphFailure } from '../graph/failure.ts'
import type { Subscriptions } from '../graph/subscriptions.ts'
import type { MailboxDocument } from '../mailbox/collection.ts'
import { keptState, newState } from './client-state.ts'
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
  derive: DeriveId,
  now: Date,
): Promise<NonNullable<MailboxDocument['subscription']>> {
  const { subscription } = mailbox
  if (subscription && !mailbox.subscriptionSuspect && !needsSubscription(mailbox, now)) return subscription
  if (subscription && isRenewable(mailbox, now)) {
    try {
      return { ...subscription, ...(await subscriptions.renew(subscription.id, subscribeUntil(now))) }
    } catch (error) {
      // Removed, or run out by another clock: a new one.
      if (!(error instanceof GraphFailure && error.reason === 'not-found')) throw error
    }
  }
  const clientState = newState(derive, randomBytes(32))
  const made = await subscriptions.make({
    notificationUrl: publicUrl + notificationPaths.changes,
    lifecycleUrl: publicUrl + notificationPaths.lifecycle,
    clientState,
    until: subscribeUntil(now),
  })
  return { ...made, state: keptState(clientState) }
}
