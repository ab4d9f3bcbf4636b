import type { Filter, UpdateFilter } from 'mongodb'
import { personId, type PersonKey } from '../contract/person-key.ts'
import type { Collection } from '../database/collection.ts'
import { isInserted } from '../database/errors.ts'
import type { Opened } from '../plugins/context.ts'
import { leased } from '../queue/leased.ts'
import type { MailboxDocument } from './collection.ts'

/** Longer than a worker is ever in one mailbox; after this it is taken for dead. Milliseconds. */
const leaseLife = 60_000

/**
 * How soon after a delta sync pass a person who comes back starts no new one, in milliseconds. `doubtful`: their calendar
 * says what no notification told.
 */
const lately = { inStep: 24 * 60 * 60_000, doubtful: 5 * 60_000 }

/** Somebody who has never been here before has the epoch for "never". */
const never = new Date(0)

/** @returns whether it was not there before */
function begin(mailboxes: Collection<MailboxDocument>, person: PersonKey, dueAt?: Date): Promise<boolean> {
  const _id = personId(person)
  const { tenantId, oid } = person
  const made = { _id, tenantId, oid, leasedUntil: never, pausedUntil: never, notificationSeq: 0, attempts: 0 }
  return isInserted(mailboxes.insertOne({ ...made, ...(dueAt && { dueAt }) }))
}

type Taken = { ok: true } | { ok: false; until: Date }

/**
 * The lease on a mailbox: one worker at a time has it, and none while Microsoft asked for a pause.
 * @param hasTokens whether a worker can get into that mailbox at all
 */
export const mailboxLeases = (
  mailboxes: Collection<MailboxDocument>,
  hasTokens: (person: PersonKey) => Promise<boolean>,
) => ({
  async take(person: PersonKey, claim: string, now: Date): Promise<Taken> {
    const attempt = () =>
      mailboxes.updateOne(
        { _id: personId(person), leasedUntil: { $lte: now }, pausedUntil: { $lte: now } },
        { $set: { leasedBy: claim, leasedUntil: new Date(now.getTime() + leaseLife) } },
      )
    if ((await attempt()).matchedCount > 0) return { ok: true }
    const find = () => mailboxes.findOne({ _id: personId(person) })
    let there = await find()
    if (!there) {
      // Nothing is kept of a person who left or was forgotten, not even a lease.
      const begins = async () => (await hasTokens(person)) && (await begin(mailboxes, person))
      if ((await begins()) && (await attempt()).matchedCount > 0) return { ok: true }
      there = await find()
      if (!there) return { ok: true }
    }
    const paused = there.pausedUntil > now ? there.pausedUntil : null
    return { ok: false, until: paused ?? new Date(now.getTime() + 1000) }
  },

  async release(person: PersonKey, claim: string): Promise<void> {
    await mailboxes.updateOne({ _id: personId(person), leasedBy: claim }, { $set: { leasedUntil: never } })
  },

  /** Nobody works in it until then, on whichever server. */
  async pause(person: PersonKey, until: Date): Promise<void> {
    await mailboxes.updateOne({ _id: personId(person) }, { $max: { pausedUntil: until } })
  },
})

type Kept = Pick<MailboxDocument, 'subscription' | 'delta'>

const held = ({ _id, lease }: MailboxDocument) => ({ _id, lease })

/** Subscribing to a mailbox, and reading what changed in it. */
export const mailboxMutations = (mailboxes: Collection<MailboxDocument>) => ({
  /**
   * Makes a mailbox due because its owner opened Groei: a suspended sync goes on, and a new one begins. The calendar is
   * read for changes without a notification too, unless that was done lately.
   * @returns whether it is due now
   */
  async present(person: PersonKey, now: Date, as: Opened['as']): Promise<boolean> {
    const _id = personId(person)
    const there = await mailboxes.findOne({ _id })
    if (!there && (await begin(mailboxes, person, now))) return true
    const { unreadable, lookedAt, dueAt } = there ?? {}
    const age = lookedAt ? Math.abs(now.getTime() - lookedAt.getTime()) : Infinity
    // It was not worth following: the other's is, unless this person organises something of the two by now.
    const isIdle = there && !dueAt
    const isLate = isIdle ? as !== 'guest' : age > (as === 'doubtful' ? lately.doubtful : lately.inStep)
    // One that is due by itself cannot be read for another reason than its owner's absence.
    const isSuspended = isIdle && unreadable
    if (!isSuspended && !isLate) return false
    await enqueue(mailboxes, { _id }, now, isSuspended ? { $unset: { unreadable: '' } } : {})
    return true
  },

  /** Takes what is due longest, for as long as a lease. */
  claimDue: (claim: string, now: Date, lease: number): Promise<MailboxDocument | null> =>
    leased(mailboxes, '', lease).claim(claim, now),

  /** Stores a new subscription before anything else is done: an unknown one would send notifications for days. */
  async subscribed(claimed: MailboxDocument, subscription: NonNullable<Kept['subscription']>): Promise<void> {
    await mailboxes.updateOne(held(claimed), { $set: { subscription } })
  },

  /** Keeps the result of a delta sync pass. */
  async record(claimed: MailboxDocument, kept: Kept, dueAt: Date, now: Date): Promise<void> {
    const $set = { ...kept, lookedAt: now, dueAt, attempts: 0 }
    const over = {
      $set,
      $unset: { lease: '' as const, subscriptionSuspect: '' as const, unreadable: '' as const },
    }
    await end(mailboxes, claimed, over, {
      $set: { ...kept, dueAt: now },
      $unset: { lease: '', unreadable: '' },
    })
  },

  /** It did not work out, or somebody else has the mailbox. */
  async again(claimed: MailboxDocument, dueAt: Date, attempts: number): Promise<void> {
    await mailboxes.updateOne(held(claimed), { $set: { dueAt, attempts }, $unset: { lease: '' } })
  },

  /** Nothing to be done until its owner is here. */
  idle: (claimed: MailboxDocument, now: Date): Promise<void> =>
    end(mailboxes, claimed, { $unset: { lease: '', dueAt: '' } }, dueAgain(now)),

  /**
   * It cannot be read; what concerns both is looked at in the mailboxes of these others meanwhile.
   * @param again when it is looked whether it can; null: when its owner has signed in anew
   */
  async suspend(claimed: MailboxDocument, others: PersonKey[], again: Date | null, now: Date): Promise<void> {
    const over: UpdateFilter<MailboxDocument> = again
      ? { $set: { unreadable: true, lookedAt: now, dueAt: again }, $unset: { lease: '' } }
      : { $set: { unreadable: true }, $unset: { lease: '', dueAt: '' } }
    await end(mailboxes, claimed, over, dueAgain(now))
    // Two who are both signed out do not wake each other.
    for (const other of others)
      await enqueue(mailboxes, { _id: personId(other), unreadable: { $ne: true } }, now)
  },

  /** Handles a change notification of Graph. A repeated one makes one more look at the calendar, and nothing else. */
  notified: (id: string, now: Date): Promise<void> => enqueue(mailboxes, { _id: id }, now),

  /** Handles a lifecycle notification of Graph, about the subscription itself. */
  subscriptionEnded: (id: string, now: Date): Promise<void> =>
    enqueue(mailboxes, { _id: id }, now, { $set: { subscriptionSuspect: true } }),
})

const dueAgain = (now: Date): UpdateFilter<MailboxDocument> => ({
  $set: { dueAt: now },
  $unset: { lease: '' },
})

/**
 * Ends a pass. Another follows where it was made due meanwhile, by a notification or by its owner who came: whoever did
 * so cannot know what this one had read by then.
 */
async function end(
  mailboxes: Collection<MailboxDocument>,
  claimed: MailboxDocument,
  over: UpdateFilter<MailboxDocument>,
  another: UpdateFilter<MailboxDocument>,
): Promise<void> {
  const asClaimed = { ...held(claimed), notificationSeq: claimed.notificationSeq }
  const done = await mailboxes.updateOne(asClaimed, over)
  if (done.matchedCount === 0) await mailboxes.updateOne(held(claimed), another)
}

/**
 * Makes a mailbox due. A worker that is in it keeps its lease: it finds the new notification, and makes it due itself.
 * @param which the mailbox, with a condition on which it is made due
 */
async function enqueue(
  mailboxes: Collection<MailboxDocument>,
  which: Filter<MailboxDocument>,
  now: Date,
  more: { $set?: { subscriptionSuspect: true }; $unset?: { unreadable: '' } } = {},
): Promise<void> {
  const $inc = { notificationSeq: 1 }
  const ways = [
    { filter: { lease: { $exists: false } }, $set: { ...more.$set, dueAt: now, attempts: 0 } },
    { filter: { lease: { $exists: true } }, $set: { ...more.$set, attempts: 0 } },
  ]
  // Between the two a worker may come or go: then it is the other one after all.
  for (const { filter, $set } of [...ways, ...ways]) {
    const done = await mailboxes.updateOne({ ...which, ...filter }, { ...more, $inc, $set })
    if (done.matchedCount > 0) return
  }
}
