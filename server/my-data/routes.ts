import type { FastifyPluginAsync } from 'fastify'
import { pairEvent } from '../audit/event.ts'
import { getMyData, getDeletionPreview } from '../contract/my-data.ts'
import { getPairs, endPair, deletePair } from '../contract/pair.ts'
import { route } from '../http/route.ts'
import { pairAccess, pairData } from '../pair/data.ts'
import { inPair } from '../pair/gate.ts'
import { pairView } from '../pair/policy.ts'
import { personOf } from '../plugins/auth.ts'
import { asPerson } from '../plugins/gate.ts'
import { Refused } from '../plugins/problems.ts'
import { seldom } from '../plugins/seldom.ts'
import { myDataCollector } from './export-data.ts'
import { leavingRoutes } from './leaving-routes.ts'
import { endPairOf } from './end-pair-job.ts'
import { deletionPreview } from './preview-data.ts'

/** How often in an hour a person may take out all that is kept about them: it reads everything. */
const exports = 10

/** A person's own data: reading it, exporting it, ending a pair and deleting. */
export const myDataRoutes: FastifyPluginAsync = async (app) => {
  const collect = myDataCollector(app)
  const { membershipsOf } = pairData(app.collections.pairs)
  const parting = endPairOf(app)
  const preview = deletionPreview(app.collections)
  const access = pairAccess(app.collections)

  await app.register(leavingRoutes, { membershipsOf, parting, preview })

  route(app, getMyData, { ...seldom(app, exports, '1 hour'), ...asPerson() }, async (request) => {
    const found = await collect(personOf(request))
    for (const { pair, member } of found.memberships)
      await app.audit.record('exported', pairEvent(pair, member, app.now()))
    return found.data
  })

  route(app, getPairs, asPerson(), async (request) =>
    (await membershipsOf(personOf(request))).map(({ pair, member }) => pairView(pair, member)),
  )

  route(app, endPair, inPair(), async (request) => {
    const { pair, member } = request
    await parting.finish(pair, member)
    const ended = await access(personOf(request), pair._id)
    if (!ended) throw new Refused('not-found')
    return pairView(ended.pair, ended.member)
  })

  route(app, getDeletionPreview, inPair(), async (request) =>
    preview(request.pair, request.member, personOf(request).oid, app.now()),
  )

  route(app, deletePair, inPair(), async (request) => {
    await parting.remove(request.pair, request.member)
  })
}
