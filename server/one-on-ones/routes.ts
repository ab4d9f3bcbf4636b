import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { commitmentSpec } from '../commitment/collection.ts'
import { commitmentData } from '../commitment/data.ts'
import { OneOnOnes } from '../contract/pair.ts'
import { problemAnswers } from '../contract/problem.ts'
import { me, oneOnOnes, pairKey } from '../meeting/one-on-one.ts'
import { meetingView } from '../meeting/view.ts'
import { pairSpec } from '../pair/collection.ts'
import { pairData } from '../pair/data.ts'
import { memberOf, pairView } from '../pair/policy.ts'
import { personOf } from '../plugins/auth.ts'
import { waitingOf } from '../publication/data.ts'

const week = 7 * 24 * 60 * 60 * 1000

/** My 1-on-1s: the coming ones out of the noise of the calendar, and the pairs. */
export const oneOnOneRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const pairs = pairData(await app.database.collection(pairSpec))
  const commitments = commitmentData(await app.database.collection(commitmentSpec))
  const waiting = await waitingOf(app.database)

  app.get(
    '/api/one-on-ones',
    { schema: { response: { 200: OneOnOnes, ...problemAnswers } } },
    async (request): Promise<OneOnOnes> => {
      const person = personOf(request)
      const now = app.now()
      const calendar = app.calendarOf(person)
      const [events, { addresses }, mine] = await Promise.all([
        calendar.view(now, new Date(now.getTime() + 3 * week)),
        calendar.profile(),
        pairs.ofPerson(person.tenantId, person.oid),
      ])
      const ids = new Map(mine.map((pair) => [pair.key, pair._id]))
      // An invite to a group that I am in looks like two people, of whom I am neither.
      const meetings = oneOnOnes(events)
        .filter((one) => addresses.includes(me(one).address))
        .map((one) => meetingView(one, ids.get(pairKey(one)) ?? null))
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
}
