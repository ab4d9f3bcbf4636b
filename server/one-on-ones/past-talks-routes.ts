import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { PastTalks } from '../contract/one-on-ones.ts'
import { problemAnswers } from '../contract/problem.ts'
import { Id, Instant, Strict } from '../contract/shape.ts'
import { conversationSpec } from '../conversation/collection.ts'
import { conversationData } from '../conversation/data.ts'
import { pairAccess } from '../pair/data.ts'
import { personOf } from '../plugins/auth.ts'
import { Refused } from '../plugins/problems.ts'

/** Talks that are listed at once. */
const page = 20

/** The talks that a pair had, for as long as the two may read them; also of a pair that ended. */
export const pastTalkRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { before } = conversationData(await app.database.collection(conversationSpec))
  const access = await pairAccess(app.database)

  app.get(
    '/api/pairs/:pairId/talks',
    {
      schema: {
        params: Strict({ pairId: Id }),
        querystring: Strict({ before: Type.Optional(Instant) }),
        response: { 200: PastTalks, ...problemAnswers },
      },
    },
    async (request): Promise<PastTalks> => {
      const entered = await access(personOf(request), request.params.pairId)
      if (!entered) throw new Refused('not-found')
      const now = app.now()
      const until = new Date(Math.min(Date.parse(request.query.before ?? now.toISOString()), now.getTime()))
      const found = await before(entered.pair._id, until, page + 1)
      // What begins at the same moment is not parted: the next page is asked for by a moment.
      const further = found[page]
      const talks = further ? found.filter(({ meeting }) => meeting.start > further.meeting.start) : found
      return {
        talks: talks.map(({ _id, meeting: { start, end }, state }) => ({
          id: _id,
          start: start.toISOString(),
          end: end.toISOString(),
          finished: state === 'finished',
        })),
        next: further ? (talks.at(-1)?.meeting.start.toISOString() ?? null) : null,
      }
    },
  )
}
