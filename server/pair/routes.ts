import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { NewPair, Pair } from '../contract/pair.ts'
import { problemAnswers } from '../contract/problem.ts'
import { findMeeting } from '../meeting/find-meeting.ts'
import { personOf } from '../plugins/auth.ts'
import { Refused } from '../plugins/problems.ts'
import { pairSpec } from './collection.ts'
import { ownsPlace } from './enter.ts'
import { pairMutations } from './mutations.ts'
import { memberOf, pairView } from './policy.ts'

/** The making of pairs: roles are asked once. */
export const pairRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const pairs = pairMutations(await app.database.collection(pairSpec))

  app.post(
    '/api/pairs',
    { schema: { body: NewPair, response: { 201: Pair, ...problemAnswers } } },
    async (request, reply) => {
      const person = personOf(request)
      const calendar = app.calendarOf(person)
      const found = await findMeeting(calendar, request.body.meeting, app.now())
      if (!found.ok) throw new Refused(found.reason)
      if (!(await ownsPlace(calendar, found.meeting))) throw new Refused('forbidden')
      const pair = await pairs.make(person, found.meeting, request.body.myRole, {
        id: app.newId(),
        at: app.now(),
      })
      const member = pair && memberOf(pair, person)
      // Made by the other in this very moment: opening the conversation gives me my place.
      if (!pair) throw new Refused('changed-meanwhile')
      return reply.code(201).send(pairView(pair, member ?? { ...pair.members[0], role: request.body.myRole }))
    },
  )
}
