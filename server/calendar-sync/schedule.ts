import type { MailboxDocument } from '../mailbox/collection.ts'
import type { Backoff } from '../queue/backoff.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** The longest that Graph lets a subscription of events live (docs/platform-facts.md, Notifications). */
const subscriptionLife = 10_080 * minute
/** How long before its end a subscription is renewed: retries then outlast an outage of a weekend. */
const renewBefore = 2 * day
/** How far ahead a calendar is read: long enough for a conversation each quarter. */
const windowAhead = 100 * day
/** The window stands still while time goes on: after this a new one begins. */
const windowLife = 30 * day

/** Longer than the slowest delta sync pass; after this a worker that died is taken for dead. */
export const lease = 60_000

/** A little less than the most is never refused for a clock that differs. */
export const subscribeUntil = (now: Date): Date => new Date(now.getTime() + subscriptionLife - 5 * minute)

export const windowFrom = (now: Date): [Date, Date] => [
  new Date(now.getTime() - day),
  new Date(now.getTime() + windowAhead),
]

type State = Pick<MailboxDocument, 'subscription' | 'delta'>

export const isRenewable = ({ subscription }: State, now: Date): boolean =>
  subscription !== undefined && subscription.until > now

export const needsSubscription = ({ subscription }: State, now: Date): boolean =>
  !subscription || subscription.until.getTime() - now.getTime() < renewBefore

export const needsWindow = ({ delta }: State, now: Date): boolean =>
  !delta || now.getTime() - delta.from.getTime() >= windowLife

/** When there is work without a notification: a subscription to renew, or a window that ends. */
export function nextDue({ subscription, delta }: State, now: Date): Date {
  const renew = (subscription?.until.getTime() ?? now.getTime()) - renewBefore
  const window = (delta?.from.getTime() ?? now.getTime()) + windowLife
  return new Date(Math.max(Math.min(renew, window), now.getTime() + minute))
}

/**
 * A mailbox that is not in Microsoft 365 comes back when somebody sees to that, if ever: once a day.
 * @param random 0 to 1; spreads those of an organisation that moves
 */
export const lookAgainAt = (now: Date, random: number): Date =>
  new Date(now.getTime() + day * (0.75 + random / 2))

/** After a failure a mailbox is looked at soon, then ever more seldom. */
export const backoff: Backoff = { first: 5000, most: 60 * minute }
