import type { FastifyPluginAsync } from 'fastify'
import { pairEvent } from '../audit/event.ts'
import { getCommitments } from '../contract/my-commitments.ts'
import { route } from '../http/route.ts'
import { pairData } from '../pair/data.ts'
import { isOver, pairView } from '../pair/policy.ts'
import { personOf } from '../plugins/auth.ts'
import { asPerson } from '../plugins/gate.ts'
import { closedAt } from './closed.ts'
import { commitmentData } from './data.ts'
import { commitmentView } from './view.ts'

/** How long what is done or dropped is listed, and how many of these, the newest. */
const lookBack = 30 * 24 * 60 * 60 * 1000
const mostClosed = 50

/** All commitments of a person's present pairs: theirs, and those of the others. */
export const myCommitmentsRoutes: FastifyPluginAsync = async (app) => {
  const pairs = pairData(app.collections.pairs)
  const commitments = commitmentData(app.collections.commitments)

  route(app, getCommitments, asPerson(), async (request) => {
    const now = app.now()
    const since = new Date(now.getTime() - lookBack)
    const mine = (await pairs.membershipsOf(personOf(request))).filter(({ pair }) => !isOver(pair))
    const ids = mine.map(({ pair }) => pair._id)
    const [open, changed] = await Promise.all([commitments.open(ids), commitments.closedSince(ids, since)])
    const closed = changed
      .flatMap((one) => {
        const at = closedAt(one)
        return at && at >= since ? [{ one, at }] : []
      })
      .sort((a, b) => b.at.getTime() - a.at.getTime() || a.one.slot - b.one.slot)
      .slice(0, mostClosed)
    const read = new Set([...open, ...closed.map(({ one }) => one)].map(({ pairId }) => pairId))
    await app.audit.recordAll(
      'read-commitments',
      mine.filter(({ pair }) => read.has(pair._id)).map(({ pair, member }) => pairEvent(pair, member, now)),
    )
    return {
      now: now.toISOString(),
      pairs: mine.map(({ pair, member }) => ({
        pair: pairView(pair, member),
        commitments: open.filter((one) => one.pairId === pair._id).map(commitmentView),
        closed: closed
          .filter(({ one }) => one.pairId === pair._id)
          .map(({ one, at }) => ({ commitment: commitmentView(one), at: at.toISOString() })),
      })),
    }
  })
}
