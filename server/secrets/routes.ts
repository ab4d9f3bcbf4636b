import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problemAnswers } from '../contract/problem.ts'
import { personOf } from '../plugins/auth.ts'
import { Refused } from '../plugins/problems.ts'

/** For admins who think that a data key got out: another one, at once. */
export const secretsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/api/tenant/data-key',
    { schema: { response: { 204: Type.Null(), ...problemAnswers } } },
    async (request, reply) => {
      const { tenantId, isAdmin } = personOf(request)
      if (!isAdmin) throw new Refused('forbidden')
      await app.renewDataKey(tenantId)
      app.log.info({ tenantId }, 'data key renewed')
      return reply.code(204).send(null)
    },
  )
}
