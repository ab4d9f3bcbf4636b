import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { auditSpec } from '../audit/collection.ts'
import { auditData } from '../audit/data.ts'
import { AuditPage, AuditQuery } from '../contract/audit.ts'
import { problemAnswers } from '../contract/problem.ts'
import { Id, Strict } from '../contract/shape.ts'
import { pairAccess } from '../pair/data.ts'
import { personOf } from '../plugins/auth.ts'
import { Refused } from '../plugins/problems.ts'

/** Who read or changed what: both of a pair see the same. */
export const trailRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { page } = auditData(await app.database.collection(auditSpec))
  const access = await pairAccess(app.database)

  app.get(
    '/api/pairs/:pairId/audit',
    {
      schema: {
        params: Strict({ pairId: Id }),
        querystring: AuditQuery,
        response: { 200: AuditPage, ...problemAnswers },
      },
    },
    async (request) => {
      const entered = await access(personOf(request), request.params.pairId)
      if (!entered) throw new Refused('not-found')
      return page(entered.pair, request.query.before)
    },
  )
}
