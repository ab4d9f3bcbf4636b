import { conversationSpec, type ConversationDocument } from '../conversation/collection.ts'
import { conversationData } from '../conversation/data.ts'
import type { Database } from '../database/collection.ts'
import { pairSpec, type Member, type PairDocument } from '../pair/collection.ts'
import { allGone } from '../pair/deletion.ts'
import { pairMutations } from '../pair/mutations.ts'
import { scaleId, scaleSpec } from '../scale/collection.ts'
import { forgetting } from './forgetting.ts'
import { isDraft } from './preview.ts'
import { removals } from './removal.ts'

type Who = { tenantId: string; oid: string }

/**
 * Deletes what people asked to delete, and what is kept long enough, in small steps. Each can be repeated and begun
 * by another server: a kill between two leaves the pair where the next step finds it.
 * @param forgetTokens of a person of whom nothing is kept any more
 */
export async function deleting(
  database: Database,
  forgetTokens: (person: Who) => Promise<void>,
  onGone: (pairId: string) => void,
) {
  const pairs = await database.collection(pairSpec)
  const { empty } = pairMutations(pairs)
  const { pairGone } = await forgetting(database, forgetTokens)
  const conversations = await database.collection(conversationSpec)
  const scales = await database.collection(scaleSpec)
  const { own, all } = await removals(database)

  /** Questions that only this person read, and their answers to them. */
  async function clearOwnQuestions(
    { _id, asked = [], answered = [] }: ConversationDocument,
    { oid, role }: Member,
  ) {
    const own = [...asked, ...answered].flatMap(({ kept }) => (oid && kept?.of === oid ? [kept.id] : []))
    if (own.length === 0) return
    for (const question of own)
      await scales.deleteMany({ _id: scaleId({ conversationId: _id, question, role }) })
    await conversations.updateOne(
      { _id },
      { $pull: { asked: { 'kept.of': oid }, answered: { 'kept.of': oid } } },
    )
  }

  /** What is one's own alone goes as soon as one asks. */
  async function clearOwn(pair: PairDocument): Promise<boolean> {
    const gone = pair.members.filter(({ role }) => pair.deletion?.askedBy.includes(role))
    for (const { oid, role } of gone)
      for (const remove of own) if (oid && (await remove({ pairId: pair._id, oid, role })) > 0) return true
    for (const member of gone) {
      const talks = await conversationData(conversations).allOfPair(pair._id)
      for (const { _id } of talks.filter((one) => isDraft(one, member)))
        await conversations.updateOne({ _id }, { $unset: { [`preparation.${member.role}`]: '' } })
      for (const talk of talks) await clearOwnQuestions(talk, member)
    }
    return false
  }

  async function clearAll(pair: PairDocument, now: Date): Promise<void> {
    for (const remove of all) if ((await remove({ pairId: pair._id })) > 0) return
    if (pair.deletion?.emptied) {
      await pairs.deleteMany({ _id: pair._id })
      return
    }
    for (const { oid } of pair.members)
      if (oid) await pairGone({ tenantId: pair.tenantId, oid }, pair._id, pair.deletion?.aged === true)
    await empty(pair, now)
  }

  /** One step of what was asked for. @returns whether there was one */
  return async (now: Date): Promise<boolean> => {
    const pair = await pairs.findOne({ 'deletion.next': { $lte: now } }, { sort: { 'deletion.next': 1 } })
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
    else await clearAll(pair, now)
    onGone(pair._id)
    return true
  }
}
