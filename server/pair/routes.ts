import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { NewPair, OneOnOnes, Pair } from '../contract/pair.ts'
import { problemAnswers } from '../contract/problem.ts'
import { commitmentData } from '../commitment/data.ts'
import { commitmentSpec } from '../commitment/collection.ts'
import { waitingOf } from '../publication/data.ts'
import { findMeeting } from '../meeting/find-meeting.ts'
import { meetingView } from '../meeting/view.ts'
import { oneOnOnes, pairKey } from '../meeting/one-on-one.ts'
import { personOf } from '../plugins/auth.ts'
import { Refused } from '../plugins/problems.ts'
import { pairSpec } from './collection.ts'
import { pairData } from './data.ts'
import { ownsPlace } from './enter.ts'
import { pairMutations } from './mutations.ts'
import { memberOf, pairView } from './policy.ts'

const week = 7 * 24 * 60 * 60 * 1000

/** My 1-on-1s and the making of pairs. */
export const pairRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const collection = await app.database.collection(pairSpec)
  const pairs = { ...pairData(collection), ...pairMutations(collection) }
  const commitments = commitmentData(await app.database.collection(commitmentSpec))
  const waiting = await waitingOf(app.database)

  app.get(
    '/api/one-on-ones',
    { schema: { response: { 200: OneOnOnes, ...problemAnswers } } },
    async (request): Promise<OneOnOnes> => {
      const person = personOf(request)
      const now = app.now()
      const [events, mine] = await Promise.all([
        app.calendarOf(person).view(now, new Date(now.getTime() + 3 * week)),
        pairs.ofPerson(person.tenantId, person.oid),
      ])
      const ids = new Map(mine.map((pair) => [pair.key, pair._id]))
      const meetings = oneOnOnes(events).map((one) => meetingView(one, ids.get(pairKey(one)) ?? null))
      const overview = mine.flatMap((pair) => {
        const member = memberOf(pair, person)
        return member ? [{ pair, member }] : []
      })
      return {
        now: now.toISOString(),
        meetings,
        pairs: await Promise.all(
          overview.map(async ({ pair, member }) => ({
            pair: pairView(pair, member),
            openCommitments: await commitments.countOpen(pair._id),
            next: meetings.find((meeting) => meeting.pairId === pair._id) ?? null,
            waiting: await waiting(pair._id),
          })),
        ),
      }
    },
  )

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
