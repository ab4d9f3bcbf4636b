import type { CommitmentDocument } from '../commitment/collection.ts'
import { withoutNotes, type ConversationDocument } from '../conversation/collection.ts'
import type { Collection } from '../database/collection.ts'
import type { PairDocument } from '../pair/collection.ts'
import type { PersonData } from '../person/data.ts'
import { unopened } from '../sealing/sealed-collection.ts'
import { reminderId, type ReminderDocument } from './collection.ts'
import { planFor, type Planned } from './plan.ts'

type Parts = {
  reminders: Collection<ReminderDocument>
  commitments: Collection<CommitmentDocument>
  conversations: Collection<ConversationDocument>
  pairs: Collection<PairDocument>
  people: Pick<PersonData, 'hoursOfAll'>
  /** Called for each document that could not be planned; it is set aside. */
  onFailure: (error: unknown, subject: string) => void
}
type Marked = { _id: string; pairId?: string; unplannedSince?: Date }

/** How many changes of a kind are planned in one step. */
const batch = 50
/** Milliseconds before a document that could not be planned is tried again: it must not keep others waiting. */
const setAside = 10 * 60_000

/**
 * Plans the reminders that follow from what changed. Changes carry the mark `unplannedSince` until this is done;
 * planning is idempotent, so a worker that dies half-way, or two that do the same, make nothing twice. It is
 * planned by the moment of the change: a server that was down plans no less than one that was there. However many
 * changes there are, they cost the same few commands.
 */
export function reminderPlanner({ reminders, commitments, conversations, pairs, people, onFailure }: Parts) {
  /** One of each kind about each subject. Another basis makes it a new reminder; the same one leaves it. */
  async function write(planned: Planned[]): Promise<void> {
    if (planned.length === 0) return
    const named = new Map(planned.map((one) => [reminderId(one), one]))
    const there = await reminders.find({ _id: { $in: [...named.keys()] } }).toArray()
    const known = new Set(there.map(({ _id }) => _id))
    const fresh = [...named].flatMap(([_id, one]) =>
      one.dueAt && !known.has(_id) ? [{ _id, ...one, ...begun, dueAt: one.dueAt }] : [],
    )
    if (fresh.length > 0) await reminders.insertNew(fresh)
    const moved = there.flatMap(({ _id, basis }) => {
      const one = named.get(_id)
      return one && one.basis !== basis ? [{ _id, ...one }] : []
    })
    const alike = Map.groupBy(moved, ({ basis, dueAt }) => `${dueAt?.getTime()} ${basis}`)
    for (const some of alike.values()) {
      const { basis = '', dueAt } = some[0] ?? {}
      await reminders.updateMany(
        { _id: { $in: some.map(({ _id }) => _id) }, basis: { $ne: basis } },
        dueAt
          ? { $set: { basis, ...begun, dueAt }, $unset: { lease: '' } }
          : { $set: { basis, attempts: 0, ended: 'not-needed' }, $unset: { dueAt: '', lease: '' } },
      )
    }
  }

  /** @returns whether there may be more */
  async function planDue(now: Date): Promise<boolean> {
    const mark = { unplannedSince: { $lte: now } }
    const oldest = { sort: { unplannedSince: 1 as const }, limit: batch, projection: unopened }
    const [changed, held, parted] = await Promise.all([
      commitments.find(mark, oldest).toArray(),
      conversations.find(mark, oldest).toArray(),
      pairs.find(mark, oldest).toArray(),
    ])
    const ids = [...[...changed, ...held].map(({ pairId }) => pairId), ...parted.map(({ _id }) => _id)]
    // Those are missing here whose content cannot be opened, now or ever.
    const [found, unplanned] = await Promise.all([
      ids.length > 0 ? pairs.find({ _id: { $in: [...new Set(ids)] } }).toArray() : [],
      held.length > 0 ? conversations.find({ _id: named(held) }, { projection: withoutNotes }).toArray() : [],
    ])
    const pairOf = new Map(found.map((pair) => [pair._id, pair]))
    const hoursOf = await people.hoursOfAll(
      found.flatMap(({ tenantId, members }) =>
        members.flatMap(({ oid }) => (oid ? [{ tenantId, oid }] : [])),
      ),
    )
    const plan = planFor({ pairOf: (id) => pairOf.get(id), hoursOf, now })

    const opened = new Set([...found, ...unplanned, ...changed].map(({ _id }) => _id))
    const isReadable = ({ _id, pairId = _id }: Marked) => opened.has(_id) && pairOf.has(pairId)
    const failed = new Set(
      [...changed, ...held, ...parted].filter((one) => !isReadable(one)).map(({ _id }) => _id),
    )
    const planned: Planned[] = []
    const each = <T extends Marked>(documents: T[], planOf: (one: T) => Planned[]): void => {
      for (const one of documents.filter(isReadable)) {
        try {
          planned.push(...planOf(one))
        } catch (error) {
          onFailure(error, one._id)
          failed.add(one._id)
        }
      }
    }
    each(changed, plan.commitment)
    each(unplanned, plan.conversation)
    each(
      parted.flatMap(({ _id }) => pairOf.get(_id) ?? []),
      plan.pair,
    )
    await write(planned)

    // Only the marks that were seen: what changed in the meantime is planned again.
    const later = { $set: { unplannedSince: new Date(now.getTime() + setAside) } }
    const gone = { $unset: { unplannedSince: '' as const } }
    const marking = async <T extends Marked>(
      documents: T[],
      mark: (some: T[], as: typeof later | typeof gone) => Promise<unknown>,
    ): Promise<void> => {
      const [bad, good] = [
        documents.filter(({ _id }) => failed.has(_id)),
        documents.filter(({ _id }) => !failed.has(_id)),
      ]
      if (good.length > 0) await mark(good, gone)
      if (bad.length > 0) await mark(bad, later)
    }
    const seen = (some: Marked[]) => some.map(({ _id, unplannedSince = now }) => ({ _id, unplannedSince }))
    await marking(changed, (some, as) =>
      commitments.updateMany(
        { _id: named(some), $or: some.map(({ _id, revision }) => ({ _id, revision })) },
        as,
      ),
    )
    await marking(held, (some, as) => conversations.updateMany({ _id: named(some), $or: seen(some) }, as))
    await marking(parted, (some, as) => pairs.updateMany({ _id: named(some), $or: seen(some) }, as))
    return [changed, held, parted].some(({ length }) => length === batch)
  }
  return { planDue }
}

const begun = { attempts: 0, ended: null }

const named = (some: Marked[]) => ({ $in: some.map(({ _id }) => _id) })
