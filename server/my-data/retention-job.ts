import type { Kept } from '../plugins/context.ts'
import { unopened } from '../sealing/sealed-collection.ts'
import { Unreadable } from '../sealing/sealing.ts'
import { conversationData } from '../conversation/data.ts'
import type { PairDocument } from '../pair/collection.ts'
import { allGone } from '../pair/deletion.ts'
import { isOver } from '../pair/policy.ts'
import { tenantSettingsData } from '../tenant-settings/data.ts'
import { retentionInForce } from '../tenant-settings/retention.ts'
import { erasePerson, type Forget } from './erase-person-job.ts'
import { countsFrom, keptSince } from './retention.ts'

/** How many documents are marked or deleted in one step. */
const batch = 200

/**
 * Marks pairs that are kept long enough, for the deletion job to delete. Erases a person who has no pair and has not
 * opened Groei for as long.
 */
export function retentionJob(kept: Kept, forget: Forget, onGone: (pairId: string) => void) {
  const { collections, personScoped } = kept
  const { people, departures, pairs } = collections
  const { unseen } = erasePerson(kept, forget)
  const conversations = conversationData(collections.conversations)
  const settings = tenantSettingsData(collections.tenantSettings)

  /** From when it counts, by what is there now. */
  async function countedFrom(pair: PairDocument): Promise<Date> {
    const last = await conversations.latestOf(pair._id)
    return countsFrom({
      createdAt: pair.createdAt,
      ended: pair.ended?.at ?? null,
      lastConversation: last?.meeting.end ?? null,
    })
  }

  /**
   * Documents of people outside their pairs that were made since the last look count from now: with two commands a collection,
   * however many there are. Whoever came back meanwhile has another document, which counts from then.
   * @returns whether there may be more
   */
  async function beginCounting(tenantId: string, now: Date): Promise<boolean> {
    let isMore = false
    for (const collection of personScoped) {
      const uncounted = { tenantId, retainFrom: null }
      const some = await collection.find(uncounted, { limit: batch, projection: { _id: 1 } }).toArray()
      if (some.length === 0) continue
      const ids = some.map(({ _id }) => _id)
      await collection.updateMany({ ...uncounted, _id: { $in: ids } }, { $set: { retainFrom: now } })
      isMore ||= some.length === batch
    }
    return isMore
  }

  /**
   * Looks at a document of a person outside their pairs. Of somebody who has no person document there may be others: a
   * page that was closed at once leaves some.
   */
  async function lookAtPerson(tenantId: string, limit: Date, now: Date): Promise<boolean> {
    for (const collection of personScoped) {
      const one = await collection.findOne({ tenantId, retainFrom: { $lt: limit } }, { projection: unopened })
      if (!one) continue
      const { _id, retainFrom = null } = one
      // The person document decides for all others, where there is one.
      const isDecidedElsewhere =
        (collection as unknown) !== people &&
        (await people.findOne({ _id }, { projection: unopened })) !== null
      if (!isDecidedElsewhere && (await unseen(one))) return true
      // Whoever came back meanwhile has another one.
      await collection.updateOne({ _id, retainFrom }, { $set: { retainFrom: now } })
      return true
    }
    return false
  }

  /** One that cannot be read any more keeps its key until it is deleted. */
  async function freedKey(_id: string): Promise<{ key: string; formerKey: string } | null> {
    const pair = await pairs.findOne({ _id }).catch((error: unknown) => {
      if (error instanceof Unreadable) return null
      throw error
    })
    return pair && { key: `${pair.key} ended ${_id}`, formerKey: pair.key }
  }

  async function lookAtPair(tenantId: string, limit: Date, now: Date): Promise<boolean> {
    const pair =
      (await pairs.findOne({ tenantId, retainFrom: null }, { projection: unopened })) ??
      (await pairs.findOne(
        { tenantId, retainFrom: { $lt: limit }, deletion: null },
        { projection: unopened },
      ))
    if (!pair) return false
    const from = await countedFrom(pair)
    const seen = { _id: pair._id, retainFrom: pair.retainFrom ?? null }
    if (pair.retainFrom && from < limit) {
      await pairs.updateOne(seen, {
        $set: {
          deletion: { ...allGone(now), aged: true },
          // A pair that nobody ended ends with it: the two may begin a new one.
          ...(isOver(pair) ? {} : await freedKey(pair._id)),
        },
      })
      onGone(pair._id)
    } else await pairs.updateOne(seen, { $set: { retainFrom: from } })
    return true
  }

  /** The audit log of a pair that goes on would grow for as long as the pair does. */
  async function lookAtAged(tenantId: string, limit: Date): Promise<boolean> {
    for (const { collection, ages } of kept.pairScoped) {
      if (!ages) continue
      const asked = { tenantId, [ages]: { $lt: limit } }
      const old = await collection.find(asked, { limit: batch, projection: { _id: 1 } }).toArray()
      if (old.length === 0) continue
      await collection.deleteMany({ _id: { $in: old.map(({ _id }) => _id) } })
      return true
    }
    return false
  }

  /** Looks at one pair or person that may be due, or some of the audit log. @returns whether there was one */
  return async (tenantId: string, now: Date): Promise<boolean> => {
    const limit = keptSince(now, retentionInForce(await settings.of(tenantId), now))
    return (
      (await lookAtPair(tenantId, limit, now)) ||
      (await beginCounting(tenantId, now)) ||
      (await lookAtPerson(tenantId, limit, now)) ||
      (await departures.deleteMany({ tenantId, leftAt: { $lt: limit } })).deletedCount > 0 ||
      lookAtAged(tenantId, limit)
    )
  }
}
