import type { FastifyPluginAsync } from 'fastify'
import { auditData } from '../audit/data.ts'
import { getAdminAudit, getAudit } from '../contract/audit.ts'
import { route } from '../http/route.ts'
import { inPair } from '../pair/gate.ts'
import { personOf } from '../plugins/auth.ts'
import { asAdmin } from '../plugins/gate.ts'

/** The audit log: of a pair, the same for both; of what admins did, for admins. */
export const auditRoutes: FastifyPluginAsync = async (app) => {
  const { page, ofAdmins } = auditData(app.collections.audit)

  route(app, getAudit, inPair(), async (request) => page(request.pair, request.query.before))

  route(app, getAdminAudit, asAdmin(), async (request) =>
    ofAdmins(personOf(request).tenantId, request.query.before),
  )
}
