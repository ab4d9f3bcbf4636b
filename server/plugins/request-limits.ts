import rateLimit from '@fastify/rate-limit'
import fp from 'fastify-plugin'
import { Refused } from './problems.ts'

/** Requests in a minute, of each server. Typing goes over the socket and does not count. */
export type RequestLimits = { person: number; tenant: number }

/**
 * How often a person may ask, and all of a tenant together, so that one keeps none of the others waiting. Who brings
 * no token counts by address. Counted as soon as it is known who asks: what is malformed counts too.
 */
export const requestLimits = fp<RequestLimits>(
  async (app, { person, tenant }) => {
    await app.register(rateLimit, {
      max: person,
      timeWindow: '1 minute',
      keyGenerator: ({ signedIn, ip }) => (signedIn ? `${signedIn.tenantId}.${signedIn.oid}` : ip),
    })
    const ofTenant = app.createRateLimit({
      max: tenant,
      keyGenerator: ({ signedIn }) => signedIn?.tenantId ?? '',
    })
    app.addHook('onRequest', async (request, reply) => {
      if (!request.signedIn) return
      const limit = await ofTenant(request)
      if (limit.isAllowed || !limit.isExceeded) return
      reply.header('retry-after', limit.ttlInSeconds)
      throw new Refused('too-many-requests')
    })
  },
  { name: 'request-limits', dependencies: ['auth'] },
)
