import { conversationSpec } from '../conversation/collection.ts'
import { conversationData } from '../conversation/data.ts'
import type { Database } from '../database/collection.ts'
import { pairSpec, type PairDocument } from '../pair/collection.ts'
import { allGone } from '../pair/deletion.ts'
import { isOver } from '../pair/policy.ts'
import { tenantSettingsSpec } from '../tenant-settings/collection.ts'
import { tenantSettingsData } from '../tenant-settings/data.ts'
import { personSpec } from '../person/collection.ts'
import { forgetting } from './forgetting.ts'
import { countsFrom, keptSince } from './retention.ts'

type Who = { tenantId: string; oid: string }

/**
 * Marks pairs that are kept long enough; deleting them is what follows from the mark. Forgets who has no pair and has
 * not been here for as long.
 */
export async function retaining(
  database: Database,
  forgetTokens: (person: Who) => Promise<void>,
  onGone: (pairId: string) => void,
) {
  const people = await database.collection(personSpec)
  const { unseen } = await forgetting(database, forgetTokens)
  const pairs = await database.collection(pairSpec)
  const conversations = conversationData(await database.collection(conversationSpec))
  const settings = tenantSettingsData(await database.collection(tenantSettingsSpec))

  /** From when it counts, by what is there now. */
  async function countedFrom(pair: PairDocument): Promise<Date> {
    const [last] = await conversations.ofPair(pair._id, 1)
    return countsFrom({
      createdAt: pair.createdAt,
      ended: pair.ended?.at ?? null,
      lastTalk: last?.meeting.end ?? null,
    })
  }

  async function lookAtPerson(tenantId: string, limit: Date, now: Date): Promise<boolean> {
    const person =
      (await people.findOne({ tenantId, retainFrom: null })) ??
      (await people.findOne({ tenantId, retainFrom: { $lt: limit } }))
    if (!person) return false
    const { _id, retainFrom = null } = person
    if (retainFrom && (await unseen(person))) return true
    // Whoever came back meanwhile has another one.
    await people.updateOne({ _id, retainFrom }, { $set: { retainFrom: now } })
    return true
  }

  async function lookAtPair(tenantId: string, limit: Date, now: Date): Promise<boolean> {
    const pair =
      (await pairs.findOne({ tenantId, retainFrom: null })) ??
      (await pairs.findOne({ tenantId, retainFrom: { $lt: limit }, deletion: null }))
    if (!pair) return false
    const from = await countedFrom(pair)
    const seen = { _id: pair._id, retainFrom: pair.retainFrom ?? null }
    if (pair.retainFrom && from < limit) {
      await pairs.updateOne(seen, {
        $set: {
          deletion: { ...allGone(now), aged: true },
          // A pair that nobody ended ends with it: the two may begin a new one.
          ...(isOver(pair) ? {} : { key: `${pair.key} ended ${pair._id}`, formerKey: pair.key }),
        },
      })
      onGone(pair._id)
    } else await pairs.updateOne(seen, { $set: { retainFrom: from } })
    return true
  }

  /** Looks at one pair or person that may be due. @returns whether there was one */
  return async (tenantId: string, now: Date): Promise<boolean> => {
    const limit = keptSince(now, (await settings.of(tenantId)).retentionDays)
    return (await lookAtPair(tenantId, limit, now)) || lookAtPerson(tenantId, limit, now)
  }
}
