import type { FastifyInstance } from 'fastify'
import { pairAct } from '../audit/act.ts'
import { auditSpec } from '../audit/collection.ts'
import { auditTrail } from '../audit/mutations.ts'
import { conversationSpec } from '../conversation/collection.ts'
import { conversationData } from '../conversation/data.ts'
import { pairSpec, type Member, type PairDocument } from '../pair/collection.ts'
import { pairMutations } from '../pair/mutations.ts'
import { isOver } from '../pair/policy.ts'
import { closing } from './closing.ts'

/** The two ways in which one of a pair can part; each can be asked for again. */
export async function partingOf(app: FastifyInstance) {
  const { end, askDeletion } = pairMutations(await app.database.collection(pairSpec))
  const { close } = await closing(app.database)
  const talks = conversationData(await app.database.collection(conversationSpec))
  const trail = auditTrail(await app.database.collection(auditSpec))

  /** Once it is answered nothing is written any more: not by a request that was let in before, not by who is typing. */
  async function finish(pair: PairDocument, member: Member): Promise<void> {
    if (isOver(pair) && !pair.closing) return
    if (!isOver(pair)) {
      await end(pair, member.role, app.now())
      await trail('ended', pairAct(pair, member, app.now()))
      app.announce.emit('pair-changed', pair._id)
    }
    // What was typed before the end is kept.
    for (const { _id } of await talks.allOfPair(pair._id)) await app.liveNotes.flush(_id)
    await close(pair._id)
  }

  return {
    finish,
    /** It ends, and what is one's own goes at once; the rest by the rule (`pair/deletion.ts`). */
    async remove(pair: PairDocument, member: Member): Promise<void> {
      await finish(pair, member)
      await trail('asked-deletion', pairAct(pair, member, app.now()))
      await askDeletion(pair._id, member.role, app.now())
      app.announce.emit('pair-changed', pair._id)
    },
  }
}
export type Parting = Awaited<ReturnType<typeof partingOf>>
