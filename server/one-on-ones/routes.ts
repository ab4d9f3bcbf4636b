import type { FastifyPluginAsync } from 'fastify'
import { pairEvent } from '../audit/event.ts'
import { commitmentData } from '../commitment/data.ts'
import { commitmentView } from '../commitment/view.ts'
import { type ComingMeeting, getOneOnOnes } from '../contract/one-on-ones.ts'
import { route } from '../http/route.ts'
import { oneOnOnes } from '../meeting/one-on-one.ts'
import { pairData } from '../pair/data.ts'
import { isMine } from '../pair/entry-mutations.ts'
import { agreementOf, isOfTwo, isOver, pairView, peopleOf } from '../pair/policy.ts'
import { personOf } from '../plugins/auth.ts'
import { asPerson } from '../plugins/gate.ts'
import { waitingOf } from '../publication/data.ts'
import { comingView, heldOf, reachOf } from './coming.ts'
import { knownPairsOf } from './known-data.ts'
import { rhythmOf } from './rhythm.ts'

/** The coming meetings that are listed, in milliseconds ahead. */
const listed = 3 * 7 * 24 * 60 * 60 * 1000

/** My 1-on-1s: the coming ones out of the noise of the calendar, and the pairs. */
export const oneOnOneRoutes: FastifyPluginAsync = async (app) => {
  const pairs = pairData(app.collections.pairs)
  const commitments = commitmentData(app.collections.commitments)
  const knownPairs = knownPairsOf(app.collections)

  route(app, getOneOnOnes, asPerson(), async (request) => {
    const person = personOf(request)
    const now = app.now()
    const calendar = app.calendarOf(person)
    const places = await pairs.membershipsOf(person)
    const mine = (
      await knownPairs(
        places.filter(({ pair }) => !isOver(pair)),
        now,
      )
    ).map((known) => ({ ...known, held: heldOf(known, now) }))
    const ids = mine.map(({ pair }) => pair._id)
    const reach = Math.max(listed, ...mine.map(({ pair, held }) => reachOf(pair, held)))
    const [events, { addresses }, open, waiting] = await Promise.all([
      calendar.view(now, new Date(now.getTime() + reach)),
      calendar.profile(),
      commitments.open(ids),
      waitingOf(app.collections.conversations, ids),
    ])
    const openOf = Map.groupBy(open, ({ pairId }) => pairId)
    const read = mine.filter(({ pair }) => openOf.has(pair._id))
    await app.audit.recordAll(
      'read-commitments',
      read.map(({ pair, member }) => pairEvent(pair, member, now)),
    )

    // An invite to a group that I am in looks like two people, of whom I am neither.
    const [, ...others] = peopleOf(
      mine.map(({ pair }) => pair),
      person.oid,
    )
    const coming: ComingMeeting[] = oneOnOnes(events, [addresses, ...others])
      .filter((one) => isMine(one, addresses))
      .map((one) =>
        comingView(
          one,
          mine.find(({ pair }) => isOfTwo(pair, one)),
        ),
      )
    return {
      now: now.toISOString(),
      meetings: coming.filter((one) => Date.parse(one.start) < now.getTime() + listed),
      pairs: mine.map(({ pair, member, held }) => {
        const next = coming.find((meeting) => meeting.pairId === pair._id) ?? null
        return {
          pair: pairView(pair, member),
          commitments: (openOf.get(pair._id) ?? []).map(commitmentView),
          next,
          waiting: waiting.get(pair._id) ?? null,
          rhythm: {
            ...rhythmOf(held, next && new Date(next.start), now, pair.rhythm?.everyWeeks ?? null),
            agreed: agreementOf(pair),
          },
        }
      }),
      ended: places.flatMap(({ pair, member }) => (isOver(pair) ? [pairView(pair, member)] : [])),
    }
  })
}
