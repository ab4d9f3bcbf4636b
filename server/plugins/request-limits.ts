import rateLimit, { normalizeIP } from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { personId } from '../contract/person-key.ts'
import { Refused } from './problems.ts'

/**
 * In a minute, of each server: what a person and all of a tenant may ask; tokens with a wrong signature, files and
 * paths that are not there of one address. Typing goes over the socket and does not count.
 */
export type RequestLimits = { person: number; tenant: number }

/**
 * Counts failed requests by address. It never blocks an address: behind one there may be a whole office, or, when
 * TRUSTED_PROXIES is not set, everybody. A person with a valid token is served whatever others did at that address.
 */
export type StrangerLimit = {
  /** Counts one failure or more. @throws Refused when there were too many already */
  count(request: FastifyRequest, reply: FastifyReply, times?: number): Promise<void>
  /** Whether there were too many, for a route that then does less work for an address. */
  isExceeded(request: FastifyRequest): Promise<boolean>
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Each kind of route has its own: failures at one count at no other. */
    strangerLimit(maxFailures: number): StrangerLimit
  }
}

/**
 * Where a request comes from, as far as TRUSTED_PROXIES says; some proxies write a port behind the address. Of a connection
 * that is gone already nothing is known.
 */
export const addressOf = ({ ip = '' }: { ip?: string | undefined }): string =>
  normalizeIP(ip.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1'))

/** Counts a request against a limit. @throws Refused when there were too many already */
export async function countAgainst(
  limit: ReturnType<FastifyInstance['createRateLimit']>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const so = await limit(request)
  if (so.isAllowed || !so.isExceeded) return
  reply.header('retry-after', so.ttlInSeconds)
  throw new Refused('too-many-requests')
}

/** How many paths that are not there an address may ask for in a minute, before it is answered 429. */
const missing = 600

/** Limits for requests before anybody is authenticated. */
export const strangerLimits = fp(
  async (app) => {
    await app.register(rateLimit, { global: false, timeWindow: '1 minute' })
    app.decorate('strangerLimit', (max: number): StrangerLimit => {
      const limit = app.createRateLimit({ max, keyGenerator: addressOf })
      return {
        async count(request, reply, times = 1) {
          for (let at = 1; at < times; at += 1) await limit(request)
          await countAgainst(limit, request, reply)
        },
        async isExceeded(request) {
          const so = await limit(request, { increment: false })
          return !so.isAllowed && so.remaining === 0
        },
      }
    })
    const lost = app.strangerLimit(missing)
    app.setNotFoundHandler(async (request, reply) => {
      await lost.count(request, reply)
      throw new Refused('not-found')
    })
  },
  { name: 'stranger-limits' },
)

/**
 * How often a person may ask, and all of a tenant together, so that one keeps none of the others waiting. Counted as
 * soon as it is known who asks: what is malformed counts too.
 */
export const requestLimits = fp<RequestLimits>(
  async (app, { person, tenant }) => {
    const limits = [
      app.createRateLimit({
        max: person,
        keyGenerator: ({ signedIn }) => (signedIn ? personId(signedIn) : ''),
      }),
      app.createRateLimit({ max: tenant, keyGenerator: ({ signedIn }) => signedIn?.tenantId ?? '' }),
    ]
    app.addHook('onRequest', async (request, reply) => {
      if (!request.signedIn) return
      for (const limit of limits) await countAgainst(limit, request, reply)
    })
  },
  { name: 'request-limits', dependencies: ['auth', 'stranger-limits'] },
)
