import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { pairAct } from '../audit/act.ts'
import { auditSpec } from '../audit/collection.ts'
import { auditTrail } from '../audit/mutations.ts'
import { commitmentSpec } from '../commitment/collection.ts'
import { commitmentData } from '../commitment/data.ts'
import { commitmentView } from '../commitment/view.ts'
import { OneOnOnes, type ComingMeeting } from '../contract/one-on-ones.ts'
import { problemAnswers } from '../contract/problem.ts'
import { conversationSpec } from '../conversation/collection.ts'
import { conversationData } from '../conversation/data.ts'
import { me, oneOnOnes } from '../meeting/one-on-one.ts'
import { meetingView } from '../meeting/view.ts'
import { pairSpec, type Member, type PairDocument } from '../pair/collection.ts'
import { pairData } from '../pair/data.ts'
import { agreementOf, isOfPair, isOver, memberOf, pairView } from '../pair/policy.ts'
import { personOf } from '../plugins/auth.ts'
import { stateOf } from '../preparation/sealed.ts'
import { waitingOf } from '../publication/data.ts'
import { rhythmOf, usualInterval, wasHeld } from './rhythm.ts'

const week = 7 * 24 * 60 * 60 * 1000
/** The coming meetings that are listed. */
const listed = 3 * week
/** So much later than their interval the next talk of a pair is still found; a quarter ahead is far enough. */
const slack = 3 * week
const farthest = 13 * week
/** Enough talks of a pair to know their rhythm, and those of the coming weeks. */
const talksRead = 12

/** My 1-on-1s: the coming ones out of the noise of the calendar, and the pairs. */
export const oneOnOneRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const pairs = pairData(await app.database.collection(pairSpec))
  const conversations = conversationData(await app.database.collection(conversationSpec))
  const commitments = commitmentData(await app.database.collection(commitmentSpec))
  const trail = auditTrail(await app.database.collection(auditSpec))
  const waiting = await waitingOf(app.database)

  async function withTalks(pair: PairDocument, member: Member, now: Date) {
    const talks = await conversations.ofPair(pair._id, talksRead)
    const held = talks.filter((one) => wasHeld(one, now)).map((one) => one.meeting.start)
    const agreed = pair.rhythm?.everyWeeks
    return { pair, member, talks, held, interval: agreed ? agreed * week : (usualInterval(held) ?? 0) }
  }

  app.get(
    '/api/one-on-ones',
    { schema: { response: { 200: OneOnOnes, ...problemAnswers } } },
    async (request): Promise<OneOnOnes> => {
      const person = personOf(request)
      const now = app.now()
      const calendar = app.calendarOf(person)
      const places = (await pairs.everOfPerson(person.tenantId, person.oid)).flatMap((pair) => {
        const member = memberOf(pair, person)
        return member ? [{ pair, member }] : []
      })
      const mine = await Promise.all(
        places.flatMap(({ pair, member }) => (isOver(pair) ? [] : [withTalks(pair, member, now)])),
      )
      const reach = Math.max(listed, ...mine.map((one) => Math.min(one.interval + slack, farthest)))
      const [events, { addresses }, open] = await Promise.all([
        calendar.view(now, new Date(now.getTime() + reach)),
        calendar.profile(),
        commitments.open(mine.map(({ pair }) => pair._id)),
      ])
      for (const { pair, member } of mine)
        if (open.some((one) => one.pairId === pair._id))
          await trail('read-commitments', pairAct(pair, member, now))

      // An invite to a group that I am in looks like two people, of whom I am neither.
      const coming: ComingMeeting[] = oneOnOnes(events)
        .filter((one) => addresses.includes(me(one).address))
        .map((one) => {
          const known = mine.find(({ pair }) => isOfPair(pair, one))
          const talk = known?.talks.find(({ iCalUId }) => iCalUId === one.iCalUId)
          const preparation = stateOf(talk?.preparation, known?.member.role ?? 'employee')
          return { ...meetingView(one, known?.pair._id ?? null), preparation }
        })
      return {
        now: now.toISOString(),
        meetings: coming.filter((one) => Date.parse(one.start) < now.getTime() + listed),
        pairs: await Promise.all(
          mine.map(async ({ pair, member, held }) => {
            const next = coming.find((meeting) => meeting.pairId === pair._id) ?? null
            return {
              pair: pairView(pair, member),
              commitments: open.filter((one) => one.pairId === pair._id).map(commitmentView),
              next,
              waiting: await waiting(pair._id),
              rhythm: {
                ...rhythmOf(held, next && new Date(next.start), now, pair.rhythm?.everyWeeks ?? null),
                agreed: agreementOf(pair),
              },
            }
          }),
        ),
        ended: places.flatMap(({ pair, member }) => (isOver(pair) ? [pairView(pair, member)] : [])),
      }
    },
  )
}
