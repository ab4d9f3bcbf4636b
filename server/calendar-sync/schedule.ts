import type { MailboxDocument } from '../mailbox/collection.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** The longest that Graph lets a subscription of events live (platform facts, notifications). */
const subscriptionLife = 10_080 * minute
/** So long before it ends it is renewed: time enough to try again through a long weekend's trouble. */
const renewBefore = 2 * day
/** What is looked at of a calendar: a talk each quarter is still in it. */
const windowAhead = 100 * day
/** The window stands still while time goes on: after this a new one begins. */
const windowLife = 30 * day

/** Longer than the slowest round; after this a worker that died is taken for dead. */
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

/** When there is something to do if nothing is told: a subscription to renew, or a window that ends. */
export function nextDue({ subscription, delta }: State, now: Date): Date {
  const renew = (subscription?.until.getTime() ?? now.getTime()) - renewBefore
  const window = (delta?.from.getTime() ?? now.getTime()) + windowLife
  return new Date(Math.max(Math.min(renew, window), now.getTime() + minute))
}

/** After a failure, milliseconds: soon at first, then ever later. `random` (0 to 1) spreads what failed together. */
export const retryIn = (attempts: number, random: number): number =>
  Math.min(2 ** Math.min(attempts, 12) * 5000, 60 * minute) * (0.5 + random / 2)
