import type { FastifyInstance } from 'fastify'
import { pairEvent } from '../audit/event.ts'
import { conversationData } from '../conversation/data.ts'
import type { Member, PairDocument } from '../pair/collection.ts'
import { pairMutations } from '../pair/mutations.ts'
import { isOver } from '../pair/policy.ts'
import { markEnded } from './mark-ended-job.ts'

/** The two ways in which one of a pair can part; each can be asked for again. */
export function endPairOf(app: FastifyInstance) {
  const { end, askDeletion } = pairMutations(app.collections.pairs)
  const { close } = markEnded(app)
  const conversations = conversationData(app.collections.conversations)

  /** Once it is answered nothing is written any more: not by a request that was let in before, not by who is typing. */
  async function finish(pair: PairDocument, member: Member): Promise<void> {
    if (isOver(pair) && !pair.closing) return
    if (!isOver(pair)) {
      await end(pair, member.role, app.now())
      await app.audit.record('ended', pairEvent(pair, member, app.now()))
      app.announce.emit('pair-changed', pair._id)
    }
    // Notes that were typed before the end are stored first.
    for (const { _id } of await conversations.allOfPair(pair._id)) await app.liveNotes.flush(_id)
    await close(pair._id)
  }

  return {
    finish,
    /** It ends, and what is one's own goes at once; the rest by the rule (`pair/deletion.ts`). */
    async remove(pair: PairDocument, member: Member): Promise<void> {
      await finish(pair, member)
      await app.audit.record('asked-deletion', pairEvent(pair, member, app.now()))
      await askDeletion(pair._id, member.role, app.now())
      app.announce.emit('pair-changed', pair._id)
    },
  }
}
export type EndPair = Awaited<ReturnType<typeof endPairOf>>
