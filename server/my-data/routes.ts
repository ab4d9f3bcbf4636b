import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { auditSpec } from '../audit/collection.ts'
import { pairAct } from '../audit/act.ts'
import { auditTrail } from '../audit/mutations.ts'
import { DeletionPreview, MyData } from '../contract/my-data.ts'
import { Pair } from '../contract/pair.ts'
import { problemAnswers } from '../contract/problem.ts'
import { Id, Strict } from '../contract/shape.ts'
import { pairAccess } from '../pair/data.ts'
import { pairView } from '../pair/policy.ts'
import { personOf, type SignedInRequest } from '../plugins/auth.ts'
import { Refused } from '../plugins/problems.ts'
import { myDataCollector } from './collect.ts'
import { leavingRoutes } from './leaving-routes.ts'
import { partingOf } from './parting.ts'
import { deletionPreview } from './preview.ts'

const params = Strict({ pairId: Id })

/** What is kept about me: to see, to take out, to end and to delete. */
export const myDataRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { collect, places } = await myDataCollector(app)
  const parting = await partingOf(app)
  const preview = await deletionPreview(app.database)
  const trail = auditTrail(await app.database.collection(auditSpec))
  const access = await pairAccess(app.database)

  async function enter(request: SignedInRequest, pairId: string) {
    const entered = await access(personOf(request), pairId)
    if (!entered) throw new Refused('not-found')
    return entered
  }

  await app.register(leavingRoutes, { places, parting, preview })

  app.get(
    '/api/me/data',
    { schema: { response: { 200: MyData, ...problemAnswers } } },
    async (request, reply) => {
      const found = await collect(personOf(request))
      for (const { pair, member } of found.places) await trail('exported', pairAct(pair, member, app.now()))
      // A copy of it belongs to the person and to no cache.
      reply.header('cache-control', 'no-store')
      return found.data
    },
  )

  app.get(
    '/api/pairs',
    { schema: { response: { 200: Type.Array(Pair), ...problemAnswers } } },
    async (request) => (await places(personOf(request))).map(({ pair, member }) => pairView(pair, member)),
  )

  app.post(
    '/api/pairs/:pairId/end',
    { schema: { params, response: { 200: Pair, ...problemAnswers } } },
    async (request) => {
      const { pairId } = request.params
      const { pair, member } = await enter(request, pairId)
      await parting.finish(pair, member)
      const ended = await enter(request, pairId)
      return pairView(ended.pair, ended.member)
    },
  )

  app.get(
    '/api/pairs/:pairId/deletion',
    { schema: { params, response: { 200: DeletionPreview, ...problemAnswers } } },
    async (request) => {
      const { pair, member } = await enter(request, request.params.pairId)
      return preview(pair, member, personOf(request).oid, app.now())
    },
  )

  app.delete(
    '/api/pairs/:pairId',
    { schema: { params, response: { 204: Type.Null(), ...problemAnswers } } },
    async (request, reply) => {
      const { pair, member } = await enter(request, request.params.pairId)
      await parting.remove(pair, member)
      return reply.code(204).send(null)
    },
  )
}
