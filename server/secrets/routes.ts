import type { FastifyPluginAsync } from 'fastify'
import { replaceDataKey } from '../contract/tenant-settings.ts'
import { route } from '../http/route.ts'
import { personOf } from '../plugins/auth.ts'
import { asAdmin } from '../plugins/gate.ts'

/** For admins who think that a data key got out: another one, at once. */
export const secretsRoutes: FastifyPluginAsync = async (app) => {
  route(app, replaceDataKey, asAdmin(), async (request) => {
    const admin = personOf(request)
    const { tenantId } = admin
    const { before, after } = await app.renewDataKey(tenantId)
    const change = { what: 'data-key', from: before, to: after }
    await app.audit.admin('renewed-key', admin, app.now(), [change])
    app.log.info({ tenantId }, 'data key renewed')
  })
}
