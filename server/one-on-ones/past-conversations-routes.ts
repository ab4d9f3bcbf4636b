import type { FastifyPluginAsync } from 'fastify'
import { pairEvent } from '../audit/event.ts'
import { getPastConversations } from '../contract/one-on-ones.ts'
import { route } from '../http/route.ts'
import { inPair } from '../pair/gate.ts'
import { pastConversationsOf } from './past-conversations-data.ts'

/** The conversations that a pair had, for as long as the two may read them; also of a pair that ended. */
export const pastConversationRoutes: FastifyPluginAsync = async (app) => {
  const pastConversations = pastConversationsOf(app.collections)

  route(app, getPastConversations, inPair(), async (request) => {
    const { pair, member, query } = request
    const now = app.now()
    const until = new Date(Math.min(Date.parse(query.before ?? now.toISOString()), now.getTime()))
    const found = await pastConversations(pair, until)
    if (found.conversations.some(({ agreed }) => agreed !== null))
      await app.audit.record('read-commitments', pairEvent(pair, member, now))
    return found
  })
}
