import type { FastifyPluginAsync } from 'fastify'
import { pairEvent } from '../audit/event.ts'
import { commitmentData } from '../commitment/data.ts'
import { commitmentView } from '../commitment/view.ts'
import { type ComingMeeting, getOneOnOnes } from '../contract/one-on-ones.ts'
import { conversationData } from '../conversation/data.ts'
import { route } from '../http/route.ts'
import { me, oneOnOnes } from '../meeting/one-on-one.ts'
import type { Member, PairDocument } from '../pair/collection.ts'
import { pairData } from '../pair/data.ts'
import { agreementOf, isOfPair, isOver, pairView } from '../pair/policy.ts'
import { personOf } from '../plugins/auth.ts'
import { asPerson } from '../plugins/gate.ts'
import { waitingOf } from '../publication/data.ts'
import { comingView, conversationsRead, heldOf, reachOf } from './coming.ts'
import { rhythmOf } from './rhythm.ts'

/** The coming meetings that are listed, in milliseconds ahead. */
const listed = 3 * 7 * 24 * 60 * 60 * 1000

/** My 1-on-1s: the coming ones out of the noise of the calendar, and the pairs. */
export const oneOnOneRoutes: FastifyPluginAsync = async (app) => {
  const pairs = pairData(app.collections.pairs)
  const conversations = conversationData(app.collections.conversations)
  const commitments = commitmentData(app.collections.commitments)
  const waiting = waitingOf(app.collections)

  async function withConversations(pair: PairDocument, member: Member, now: Date) {
    const known = { pair, member, conversations: await conversations.ofPair(pair._id, conversationsRead) }
    const held = heldOf(known, now)
    return { ...known, held, reach: reachOf(pair, held) }
  }

  route(app, getOneOnOnes, asPerson(), async (request) => {
    const person = personOf(request)
    const now = app.now()
    const calendar = app.calendarOf(person)
    const places = await pairs.membershipsOf(person)
    const mine = await Promise.all(
      places.flatMap(({ pair, member }) => (isOver(pair) ? [] : [withConversations(pair, member, now)])),
    )
    const reach = Math.max(listed, ...mine.map((one) => one.reach))
    const [events, { addresses }, open] = await Promise.all([
      calendar.view(now, new Date(now.getTime() + reach)),
      calendar.profile(),
      commitments.open(mine.map(({ pair }) => pair._id)),
    ])
    for (const { pair, member } of mine)
      if (open.some((one) => one.pairId === pair._id))
        await app.audit.record('read-commitments', pairEvent(pair, member, now))

    // An invite to a group that I am in looks like two people, of whom I am neither.
    const coming: ComingMeeting[] = oneOnOnes(events)
      .filter((one) => addresses.includes(me(one).address))
      .map((one) =>
        comingView(
          one,
          mine.find(({ pair }) => isOfPair(pair, one)),
        ),
      )
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
  })
}
