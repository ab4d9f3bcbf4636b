import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { pairAct } from '../audit/act.ts'
import { auditSpec } from '../audit/collection.ts'
import { auditTrail } from '../audit/mutations.ts'
import { NewPair, Pair } from '../contract/pair.ts'
import { problemAnswers } from '../contract/problem.ts'
import { findMeeting } from '../meeting/find-meeting.ts'
import { me } from '../meeting/one-on-one.ts'
import { personOf } from '../plugins/auth.ts'
import { Refused } from '../plugins/problems.ts'
import { pairSpec } from './collection.ts'
import { pairData } from './data.ts'
import { pairOf, placeOf } from './enter.ts'
import { pairMutations } from './mutations.ts'
import { hasLeft, isOver, memberOf, pairView } from './policy.ts'

/** The making of pairs: roles are asked once. */
export const pairRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const collection = await app.database.collection(pairSpec)
  const pairs = { ...pairData(collection), ...pairMutations(collection) }

  const trail = auditTrail(await app.database.collection(auditSpec))

  app.post(
    '/api/pairs',
    { schema: { body: NewPair, response: { 201: Pair, ...problemAnswers } } },
    async (request, reply) => {
      const person = personOf(request)
      const calendar = app.calendarOf(person)
      const found = await findMeeting(calendar, request.body.meeting, app.now())
      if (!found.ok) throw new Refused(found.reason)
      const { addresses } = await calendar.profile()
      if (!addresses.includes(me(found.meeting).address)) throw new Refused('forbidden')
      const known = await pairOf(pairs, person, found.meeting, addresses)
      if (known && hasLeft(known, person)) throw new Refused('not-found')
      if (known && isOver(known)) throw new Refused('pair-ended')
      const id = app.newId()
      const made = { id, at: app.now(), addresses }
      const pair = known ?? (await pairs.make(person, found.meeting, request.body.myRole, made))
      // There already, made by the other: my place in it has my address, and opening the conversation makes it mine.
      const mine = pair && (memberOf(pair, person) ?? placeOf(pair, addresses))
      if (!pair || !mine || (mine.oid && mine.oid !== person.oid)) throw new Refused('forbidden')
      if (pair._id === id) await trail('made-pair', pairAct(pair, mine, app.now()))
      return reply.code(201).send(pairView(pair, mine))
    },
  )
}
