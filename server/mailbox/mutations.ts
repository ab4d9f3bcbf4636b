import type { Filter } from 'mongodb'
import type { Collection } from '../database/collection.ts'
import { isDuplicateKey } from '../database/errors.ts'
import { mailboxId, type MailboxDocument } from './collection.ts'

type Who = { tenantId: string; oid: string }

/** Longer than a worker is ever in one mailbox; after this it is taken for dead. Milliseconds. */
const turnLife = 60_000

/** Who comes back within so many milliseconds of a round has nothing looked at anew. */
const lately = 5 * 60_000

/** Somebody who has never been here before has the epoch for "never". */
const never = new Date(0)

/** @returns whether it was not there before */
async function ensure(mailboxes: Collection<MailboxDocument>, person: Who): Promise<boolean> {
  const { tenantId, oid } = person
  try {
    const made = await mailboxes.updateOne(
      { _id: mailboxId(person) },
      { $setOnInsert: { tenantId, oid, turnUntil: never, pausedUntil: never, told: 0, attempts: 0 } },
      { upsert: true },
    )
    return made.upsertedCount > 0
  } catch (error) {
    // Of two who make it at once the other did.
    if (isDuplicateKey(error)) return false
    throw error
  }
}

export type Turn = { ok: true } | { ok: false; until: Date }

/** Who may work in a mailbox: one worker at a time, and none while Microsoft asked for a pause. */
export const mailboxTurns = (mailboxes: Collection<MailboxDocument>) => ({
  async take(person: Who, turn: string, now: Date): Promise<Turn> {
    const attempt = () =>
      mailboxes.updateOne(
        { _id: mailboxId(person), turnUntil: { $lte: now }, pausedUntil: { $lte: now } },
        { $set: { turn, turnUntil: new Date(now.getTime() + turnLife) } },
      )
    if ((await attempt()).matchedCount > 0) return { ok: true }
    if ((await ensure(mailboxes, person)) && (await attempt()).matchedCount > 0) return { ok: true }
    const there = await mailboxes.findOne({ _id: mailboxId(person) })
    const paused = there && there.pausedUntil > now ? there.pausedUntil : null
    return { ok: false, until: paused ?? new Date(now.getTime() + 1000) }
  },

  async release(person: Who, turn: string): Promise<void> {
    await mailboxes.updateOne({ _id: mailboxId(person), turn }, { $set: { turnUntil: never } })
  },

  /** Nobody works in it until then, on whichever server. */
  async pause(person: Who, until: Date): Promise<void> {
    await mailboxes.updateOne({ _id: mailboxId(person) }, { $max: { pausedUntil: until } })
  },
})
export type MailboxTurns = ReturnType<typeof mailboxTurns>

type Kept = Pick<MailboxDocument, 'subscription' | 'delta'>

const held = ({ _id, lease }: MailboxDocument) => ({ _id, lease })

/** What keeps us in step with a mailbox. */
export const mailboxMutations = (mailboxes: Collection<MailboxDocument>) => ({
  /**
   * Its owner is here: what waited for that goes on, and from the first time on we stay in step. What was never told
   * is made up for: the calendar is looked at, unless that was done just now.
   */
  async present(person: Who, now: Date): Promise<void> {
    await ensure(mailboxes, person)
    const _id = mailboxId(person)
    const waiting = await mailboxes.updateOne(
      { _id, dueAt: { $exists: false } },
      { $inc: { told: 1 }, $set: { dueAt: now, attempts: 0 }, $unset: { away: '' } },
    )
    if (waiting.matchedCount > 0) return
    await tell(mailboxes, { _id, lookedAt: { $not: { $gt: new Date(now.getTime() - lately) } } }, now)
  },

  /** Takes what is due longest, for as long as a lease. */
  claimDue: (claim: string, now: Date, lease: number): Promise<MailboxDocument | null> =>
    mailboxes.findOneAndUpdate(
      { dueAt: { $lte: now } },
      { $set: { dueAt: new Date(now.getTime() + lease), lease: claim } },
      { sort: { dueAt: 1 }, returnDocument: 'after' },
    ),

  /** A new subscription, kept before anything else is done: one that nobody knows would go on telling for days. */
  async subscribed(claimed: MailboxDocument, subscription: NonNullable<Kept['subscription']>): Promise<void> {
    await mailboxes.updateOne(held(claimed), { $set: { subscription } })
  },

  /** What a round came to. Told meanwhile, it is kept, and looked at once more. */
  async record(claimed: MailboxDocument, kept: Kept, dueAt: Date, now: Date): Promise<void> {
    const done = await mailboxes.updateOne(
      { ...held(claimed), told: claimed.told },
      {
        $set: { ...kept, lookedAt: now, dueAt, attempts: 0 },
        $unset: { lease: '', doubted: '', away: '' },
      },
    )
    if (done.matchedCount > 0) return
    await mailboxes.updateOne(held(claimed), {
      $set: { ...kept, dueAt: now },
      $unset: { lease: '', away: '' },
    })
  },

  /** It did not work out, or it was not our turn. */
  async again(claimed: MailboxDocument, dueAt: Date, attempts: number): Promise<void> {
    await mailboxes.updateOne(held(claimed), { $set: { dueAt, attempts }, $unset: { lease: '' } })
  },

  /** Nothing to be done until its owner is here. */
  async rest(claimed: MailboxDocument): Promise<void> {
    await mailboxes.updateOne(held(claimed), { $unset: { lease: '', dueAt: '' } })
  },

  /** Its owner has to sign in anew; what concerns both is looked at in the mailboxes of these others meanwhile. */
  async shutOut(claimed: MailboxDocument, others: Who[], now: Date): Promise<void> {
    await mailboxes.updateOne(held(claimed), { $set: { away: true }, $unset: { lease: '', dueAt: '' } })
    // Of two who are both out neither wakes the other.
    for (const other of others) await tell(mailboxes, { _id: mailboxId(other), away: { $ne: true } }, now)
  },

  /** Graph told that something changed. Told twice, it is looked at once more and nothing else happens. */
  told: (id: string, now: Date): Promise<void> => tell(mailboxes, { _id: id }, now),

  /** Graph told of the subscription itself. */
  doubted: (id: string, now: Date): Promise<void> => tell(mailboxes, { _id: id }, now, { doubted: true }),
})

/**
 * Makes a mailbox due. A worker that is in it keeps its lease: it finds that more was told, and makes it due itself.
 * @param which the mailbox, and whether it is to be told at all
 */
async function tell(
  mailboxes: Collection<MailboxDocument>,
  which: Filter<MailboxDocument>,
  now: Date,
  set: { doubted?: true } = {},
): Promise<void> {
  const ways = [
    { filter: { lease: { $exists: false } }, $set: { ...set, dueAt: now, attempts: 0 } },
    { filter: { lease: { $exists: true } }, $set: { ...set, attempts: 0 } },
  ]
  // Between the two a worker may come or go: then it is the other one after all.
  for (const { filter, $set } of [...ways, ...ways]) {
    const done = await mailboxes.updateOne({ ...which, ...filter }, { $inc: { told: 1 }, $set })
    if (done.matchedCount > 0) return
  }
}
