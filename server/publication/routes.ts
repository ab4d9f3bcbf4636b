import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { pairAct } from '../audit/act.ts'
import { auditSpec } from '../audit/collection.ts'
import { auditTrail } from '../audit/mutations.ts'
import { problemAnswers } from '../contract/problem.ts'
import { Audience, Privacy } from '../contract/publication.ts'
import { Id, Strict } from '../contract/shape.ts'
import { conversationSpec } from '../conversation/collection.ts'
import { conversationAccess } from '../conversation/data.ts'
import { pairSpec } from '../pair/collection.ts'
import { pairData } from '../pair/data.ts'
import { pairMutations } from '../pair/mutations.ts'
import { isOver, memberOf } from '../pair/policy.ts'
import { personOf } from '../plugins/auth.ts'
import { Refused } from '../plugins/problems.ts'
import { audienceOf } from './audience.ts'
import { activeOf, publicationMutations } from './mutations.ts'
import { stretchFor } from './place.ts'

/** Who can read what is shared, and keeping that to the two. */
export const publicationRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const conversations = await app.database.collection(conversationSpec)
  const { lookAgain } = publicationMutations(conversations)
  const trail = auditTrail(await app.database.collection(auditSpec))
  const access = await conversationAccess(app.database)
  const pairCollection = await app.database.collection(pairSpec)
  const pairs = { ...pairData(pairCollection), ...pairMutations(pairCollection) }

  app.get(
    '/api/conversations/:conversationId/audience',
    { schema: { params: Strict({ conversationId: Id }), response: { 200: Audience, ...problemAnswers } } },
    async (request): Promise<Audience> => {
      const person = personOf(request)
      const entered = await access(person, request.params.conversationId)
      if (!entered) throw new Refused('not-found')
      const { conversation, pair, member } = entered
      if (isOver(pair)) throw new Refused('pair-ended')
      const now = app.now()
      const events = await app.calendarOf(person).view(...stretchFor(conversation, now))
      return audienceOf({ conversation, pair, me: member }, events, now)
    },
  )

  app.put(
    '/api/pairs/:pairId/privacy',
    {
      schema: {
        params: Strict({ pairId: Id }),
        body: Privacy,
        response: { 200: Privacy, ...problemAnswers },
      },
    },
    async (request): Promise<Privacy> => {
      const person = personOf(request)
      const pair = await pairs.byId(request.params.pairId, person.tenantId)
      const member = pair && memberOf(pair, person)
      if (!pair || !member) throw new Refused('not-found')
      if (isOver(pair)) throw new Refused('pair-ended')
      const { keepPrivate } = request.body
      if (!(await pairs.keepPrivate(pair, member, keepPrivate))) throw new Refused('pair-ended')
      await trail('changed-privacy', pairAct(pair, member, app.now()))
      // What stands in an invite is hidden now. Taken back, the choice opens nothing: who hid it is not known.
      if (keepPrivate) {
        for (const one of await activeOf(conversations, [pair._id])) await lookAgain(one._id, app.now())
        app.announce.emit('due')
      }
      return { keepPrivate }
    },
  )
}
