import type { FastifyPluginAsync } from 'fastify'
import { getPastConversations } from '../contract/one-on-ones.ts'
import { conversationData } from '../conversation/data.ts'
import { route } from '../http/route.ts'
import { inPair } from '../pair/gate.ts'

/** Conversations that are listed at once. */
const page = 20

/** The conversations that a pair had, for as long as the two may read them; also of a pair that ended. */
export const pastConversationRoutes: FastifyPluginAsync = async (app) => {
  const { before } = conversationData(app.collections.conversations)

  route(app, getPastConversations, inPair(), async (request) => {
    const now = app.now()
    const until = new Date(Math.min(Date.parse(request.query.before ?? now.toISOString()), now.getTime()))
    const found = await before(request.pair._id, until, page + 1)
    // Conversations that begin at the same moment stay on one page: the next page is asked for by a moment.
    const further = found[page]
    const conversations = further
      ? found.filter(({ meeting }) => meeting.start > further.meeting.start)
      : found
    return {
      conversations: conversations.map(({ _id, meeting: { start, end }, state }) => ({
        id: _id,
        start: start.toISOString(),
        end: end.toISOString(),
        finished: state === 'finished',
      })),
      next: further ? (conversations.at(-1)?.meeting.start.toISOString() ?? null) : null,
    }
  })
}
