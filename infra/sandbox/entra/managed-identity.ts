import type { FastifyInstance } from 'fastify'
import { sign } from '../keys.ts'
import { tenantId } from '../seed/organisation.ts'
import { managedIdentity } from '../seed/registrations.ts'
import type { Store } from '../store.ts'
import { issuerOf } from './tokens.ts'

/**
 * The address at which Azure gives a container the tokens of its identities ("Managed identities in Azure Container
 * Apps", REST endpoint reference): IDENTITY_ENDPOINT and IDENTITY_HEADER in its environment.
 */
export function managedIdentityRoutes(app: FastifyInstance, store: Store, entra: () => string): void {
  app.get<{ Querystring: Record<string, string | undefined> }>('/token', async (request, reply) => {
    if (request.headers['x-identity-header'] !== managedIdentity.header)
      return reply.code(401).send({ statusCode: 401, message: 'Unauthorized' })
    const { resource, client_id: clientId, 'api-version': version } = request.query
    if (version !== '2019-08-01' || !resource)
      return reply.code(400).send({ statusCode: 400, message: 'api-version and resource are required.' })
    if (clientId !== managedIdentity.clientId)
      return reply
        .code(400)
        .send({ statusCode: 400, message: 'No managed identity was found for the client id.' })
    // The machine's time: moving the sandbox's clock moves people's days, and no service's.
    const now = Math.floor(Date.now() / 1000)
    const exp = now + 24 * 60 * 60
    return {
      access_token: await sign(store, {
        iss: issuerOf(entra(), tenantId),
        sub: managedIdentity.principalId,
        oid: managedIdentity.principalId,
        aud: resource,
        tid: tenantId,
        iat: now,
        nbf: now,
        exp,
      }),
      expires_on: String(exp),
      resource,
      token_type: 'Bearer',
      client_id: clientId,
    }
  })
}
