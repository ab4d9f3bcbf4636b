import type { CommitmentDocument } from '../commitment/collection.ts'
import {
  withoutNotes,
  type ConversationDocument,
  type ListedConversation,
} from '../conversation/collection.ts'
import type { Collection } from '../database/collection.ts'
import { isInserted } from '../database/errors.ts'
import type { Member, PairDocument } from '../pair/collection.ts'
import { addressesOf, isOver, memberWith } from '../pair/policy.ts'
import { hoursOf, type PersonData } from '../person/data.ts'
import { reminderId, type ReminderDocument, type ReminderKind } from './collection.ts'
import {
  afterConversationMoment,
  commitmentMoments,
  preparationMoment,
  publicationMoment,
  type Moments,
} from './moments.ts'

type Parts = {
  reminders: Collection<ReminderDocument>
  commitments: Collection<CommitmentDocument>
  conversations: Collection<ConversationDocument>
  pairs: Collection<PairDocument>
  people: PersonData
  /** Called for each document that could not be planned; it is set aside. */
  onFailure: (error: unknown, subject: string) => void
}
type Known = Member & { oid: string }
type Subject = { tenantId: string; pairId: string; subject: string }

/** How many changes are planned in one step. */
const batch = 50
/** Milliseconds before a document that could not be planned is tried again: it must not keep others waiting. */
const setAside = 10 * 60_000

/**
 * Plans the reminders that follow from what changed. Changes carry the mark `unplannedSince` until this is done;
 * planning is idempotent, so a worker that dies half-way, or two that do the same, make nothing twice. It is
 * planned by the moment of the change: a server that was down plans no less than one that was there.
 */
export function reminderPlanner({ reminders, commitments, conversations, pairs, people, onFailure }: Parts) {
  /** One of each kind about each subject. Another basis makes it a new reminder; the same one leaves it. */
  async function plan(who: Known, kind: ReminderKind, of: Subject, basis: string, dueAt: Date | null) {
    const key = { tenantId: of.tenantId, oid: who.oid, kind, subject: of.subject }
    const _id = reminderId(key)
    const state = { basis, attempts: 0, ended: dueAt ? null : ('not-needed' as const) }
    const moved = await reminders.updateOne(
      { _id, basis: { $ne: basis } },
      dueAt
        ? { $set: { ...state, dueAt }, $unset: { lease: '' } }
        : { $set: state, $unset: { dueAt: '', lease: '' } },
    )
    if (moved.matchedCount > 0 || !dueAt) return
    // Not new: there already, on the same basis.
    await isInserted(reminders.insertOne({ _id, ...key, pairId: of.pairId, ...state, dueAt }))
  }

  /** Somebody who never opened Groei cannot be reached: an address does not identify a person. */
  const known = (member: Member): Known[] => (member.oid ? [{ ...member, oid: member.oid }] : [])
  const hours = async (tenantId: string, oid: string) => hoursOf(await people.find({ tenantId, oid }))

  async function planCommitment(one: CommitmentDocument, now: Date): Promise<void> {
    const pair = await pairs.findOne({ _id: one.pairId })
    for (const owner of pair && !isOver(pair) ? known(memberWith(pair, one.owner)) : []) {
      const due = one.status === 'open' ? one.due : null
      const their = await hours(one.tenantId, owner.oid)
      const moments: Moments = commitmentMoments(due, their, one.unplannedSince ?? now)
      const of = { tenantId: one.tenantId, pairId: one.pairId, subject: one._id }
      for (const kind of ['coming-due', 'due', 'overdue'] as const)
        await plan(owner, kind, of, due ?? 'none', moments[kind] ?? null)
    }
  }

  async function planConversation(one: ListedConversation, now: Date): Promise<void> {
    const pair = await pairs.findOne({ _id: one.pairId })
    const { publication, finishedAt, meeting } = one
    for (const member of pair && !isOver(pair) ? pair.members.flatMap(known) : []) {
      const their = await hours(one.tenantId, member.oid)
      const of = { tenantId: one.tenantId, pairId: one.pairId, subject: one._id }
      if (!finishedAt) {
        const before = preparationMoment(meeting.start, their, one.unplannedSince ?? now)
        await plan(member, 'preparation', of, meeting.start.toISOString(), before)
        continue
      }
      const at = finishedAt.toISOString()
      const after = afterConversationMoment(finishedAt, meeting.end, their)
      await plan(member, 'preparation', of, 'held', null)
      await plan(member, 'after-conversation', of, at, after)
      if (publication?.state === 'waiting' && addressesOf(member).includes(meeting.organiser))
        await plan(member, 'publication', of, at, publicationMoment(finishedAt, their))
    }
  }

  /** Whoever did not ask for it hears that what they share goes, while they can still take it out. */
  async function planPair(pair: PairDocument, now: Date): Promise<void> {
    const { deletion } = pair
    const others = pair.members.flatMap(known).filter(({ role }) => !deletion?.askedBy.includes(role))
    for (const other of deletion ? others : []) {
      const of = { tenantId: pair.tenantId, pairId: pair._id, subject: pair._id }
      await plan(other, 'deletion', of, deletion?.due.toISOString() ?? '', pair.unplannedSince ?? now)
    }
  }

  /** @returns what becomes of the mark of that document: gone when it is planned, later when it cannot be */
  async function marking(subject: string, planning: () => Promise<void>, now: Date) {
    try {
      await planning()
      return { $unset: { unplannedSince: '' as const } }
    } catch (error) {
      onFailure(error, subject)
      return { $set: { unplannedSince: new Date(now.getTime() + setAside) } }
    }
  }

  /** @returns whether there may be more */
  async function planDue(now: Date): Promise<boolean> {
    const mark = { unplannedSince: { $lte: now } }
    const oldest = { sort: { unplannedSince: 1 as const }, limit: batch }
    const [changed, unplanned, parted] = await Promise.all([
      commitments.find(mark, oldest).toArray(),
      conversations.find(mark, { ...oldest, projection: withoutNotes }).toArray(),
      pairs.find(mark, oldest).toArray(),
    ])
    for (const one of changed) {
      const newMark = await marking(one._id, () => planCommitment(one, now), now)
      // Only the mark that was seen: what changed in the meantime is planned again.
      await commitments.updateOne({ _id: one._id, revision: one.revision }, newMark)
    }
    const seen = ({ _id, unplannedSince = now }: ListedConversation | PairDocument) => ({
      _id,
      unplannedSince,
    })
    for (const one of unplanned)
      await conversations.updateOne(seen(one), await marking(one._id, () => planConversation(one, now), now))
    for (const one of parted)
      await pairs.updateOne(seen(one), await marking(one._id, () => planPair(one, now), now))
    return [changed, unplanned, parted].some(({ length }) => length === batch)
  }
  return { planDue }
}
