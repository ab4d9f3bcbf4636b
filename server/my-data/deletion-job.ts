import type { Kept } from '../plugins/context.ts'
import { unopened } from '../sealing/sealed-collection.ts'
import { Unreadable } from '../sealing/sealing.ts'
import type { ListedConversation } from '../conversation/collection.ts'
import type { Member, PairDocument } from '../pair/collection.ts'
import { allGone } from '../pair/deletion.ts'
import { pairMutations } from '../pair/mutations.ts'
import { scaleId } from '../scale/collection.ts'
import { erasePerson, type Forget } from './erase-person-job.ts'
import { isDraft } from './preview-data.ts'
import { erasePair } from './erase-pair-job.ts'

/**
 * Deletes what people asked to delete, and what is kept long enough, in small steps. Each can be repeated and begun
 * by another server: a kill between two leaves the pair where the next step finds it.
 */
export function deletionJob(kept: Kept, forget: Forget, onGone: (pairId: string) => void) {
  const { pairs, conversations, scales } = kept.collections
  const { empty } = pairMutations(pairs)
  const { pairGone } = erasePerson(kept, forget)
  const { own, all } = erasePair(kept.pairScoped)

  /** Questions that only this person read, and their answers to them. */
  async function clearOwnQuestions(
    { _id, asked = [], answered = [] }: ListedConversation,
    { oid, role }: Member,
  ) {
    const own = [...asked, ...answered].flatMap(({ kept }) => (oid && kept?.of === oid ? [kept.id] : []))
    if (own.length === 0) return
    for (const question of own)
      await scales.deleteMany({ _id: scaleId({ conversationId: _id, question, role }) })
    await conversations
      .updateOne({ _id }, { $pull: { asked: { 'kept.of': oid }, answered: { 'kept.of': oid } } })
      .catch((error: unknown) => {
        // Nobody reads them any more.
        if (!(error instanceof Unreadable)) throw error
      })
  }

  /** Deletes the documents that are one member's alone, as soon as that member asks. */
  async function clearOwn(pair: PairDocument): Promise<boolean> {
    const gone = pair.members.filter(({ role }) => pair.deletion?.askedBy.includes(role))
    for (const { oid, role } of gone) if (oid && (await own({ pairId: pair._id, oid, role }))) return true
    for (const member of gone) {
      const all = await conversations.find({ pairId: pair._id }, { projection: unopened }).toArray()
      for (const { _id } of all.filter((one) => isDraft(one, member)))
        await conversations.updateOne({ _id }, { $unset: { [`preparation.${member.role}`]: '' } })
      for (const conversation of all) await clearOwnQuestions(conversation, member)
    }
    return false
  }

  /**
   * Deletes some of a pair, at last the pair itself. Nobody is told of that end: who has its notes open would look at them, and
   * make a key for a pair that is gone.
   * @returns whether the others are to be told
   */
  async function clearAll(pair: PairDocument, now: Date): Promise<boolean> {
    if (await all(pair._id)) return true
    const key = { tenantId: pair.tenantId, of: 'pair', id: pair._id } as const
    if (pair.deletion?.emptied) {
      await forget.key(key)
      await pairs.deleteMany({ _id: pair._id })
      return false
    }
    for (const { oid } of pair.members)
      if (oid) await pairGone({ tenantId: pair.tenantId, oid }, pair._id, pair.deletion?.aged === true)
    await empty(pair, now)
    // Now what backups hold of the pair is noise too. A late request may make another one, which goes with the pair.
    await forget.key(key)
    return true
  }

  /** One step of what was asked for. @returns whether there was one */
  return async (now: Date): Promise<boolean> => {
    const pair = await pairs.findOne(
      { 'deletion.next': { $lte: now } },
      { sort: { 'deletion.next': 1 }, projection: unopened },
    )
    if (!pair?.deletion) return false
    const { deletion } = pair
    if (deletion.due > now) {
      if (await clearOwn(pair)) return true
      await pairs.updateOne(
        { _id: pair._id, 'deletion.due': deletion.due },
        { $set: { 'deletion.next': deletion.due } },
      )
      return true
    }
    if (deletion.askedBy.length < 2)
      // Nobody reads it while it goes.
      await pairs.updateOne({ _id: pair._id }, { $set: { deletion: { ...deletion, ...allGone(now) } } })
    else if (!(await clearAll(pair, now))) return true
    onGone(pair._id)
    return true
  }
}
