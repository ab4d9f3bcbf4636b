import type { FastifyInstance } from 'fastify'
import { domain } from '../seed/organisation.ts'
import type { Graph } from './service.ts'

/** The tenant that the person is in; `User.Read` is enough for its name. */
export function organization(app: FastifyInstance, { enter }: Graph): void {
  app.get('/organization', async (request) => {
    const { tenantId } = await enter(request, ['User.Read', 'Organization.Read.All'])
    return {
      value: [{ id: tenantId, displayName: 'Sandbox', verifiedDomains: [{ name: domain, isInitial: true }] }],
    }
  })
}
