import rateLimit, { normalizeIP } from '@fastify/rate-limit'
import type { FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { Refused } from './problems.ts'

/**
 * In a minute, of each server: what may be tried in vain from one address, and what a person and all of a tenant may
 * ask. Typing goes over the socket and does not count.
 */
export type RequestLimits = { inVain: number; person: number; tenant: number }

/** Counts, by address, what somebody tries who has not shown who they are. */
export type StrangerLimit = {
  /** @throws Refused when too much was in vain already */
  check(request: FastifyRequest, reply: FastifyReply): Promise<void>
  count(request: FastifyRequest): Promise<void>
}

declare module 'fastify' {
  interface FastifyInstance {
    /** One of its own for each kind of door: what fails at one closes no other. */
    strangerLimit(inVain: number): StrangerLimit
  }
}

/** Where a request comes from, as far as TRUSTED_PROXIES says; some proxies write a port behind the address. */
export const addressOf = ({ ip }: Pick<FastifyRequest, 'ip'>): string =>
  normalizeIP(ip.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1'))

function tooMany(reply: FastifyReply, seconds: number): never {
  reply.header('retry-after', seconds)
  throw new Refused('too-many-requests')
}

/**
 * Before anybody is known: who has brought bad tokens, or none, too often is not looked at any more, for each may
 * cost a check of its signature. Only what was in vain counts: behind one address there may be a whole office.
 */
export const strangerLimits = fp<RequestLimits>(
  async (app, { inVain, person }) => {
    await app.register(rateLimit, {
      max: person,
      timeWindow: '1 minute',
      keyGenerator: (request) => {
        const { signedIn } = request
        return signedIn ? `${signedIn.tenantId}.${signedIn.oid}` : addressOf(request)
      },
    })
    app.decorate('strangerLimit', (max: number): StrangerLimit => {
      const limit = app.createRateLimit({ max, keyGenerator: addressOf })
      return {
        async check(request, reply) {
          const so = await limit(request, { increment: false })
          if (!so.isAllowed && so.remaining === 0) tooMany(reply, so.ttlInSeconds)
        },
        count: async (request) => void (await limit(request)),
      }
    })
    const tokens = app.strangerLimit(inVain)
    app.addHook('onRequest', async (request, reply) => {
      if (!request.routeOptions.config.public && !request.is404) await tokens.check(request, reply)
    })
    app.addHook('onError', async (request, _reply, error) => {
      if (request.signedIn || request.routeOptions.config.public) return
      if (error instanceof Refused && error.slug === 'unauthenticated') await tokens.count(request)
    })
  },
  { name: 'stranger-limits', dependencies: ['problems'] },
)

/**
 * How often a person may ask, and all of a tenant together, so that one keeps none of the others waiting. Counted as
 * soon as it is known who asks: what is malformed counts too.
 */
export const requestLimits = fp<RequestLimits>(
  async (app, { tenant }) => {
    const ofTenant = app.createRateLimit({
      max: tenant,
      keyGenerator: ({ signedIn }) => signedIn?.tenantId ?? '',
    })
    app.addHook('onRequest', async (request, reply) => {
      if (!request.signedIn) return
      const so = await ofTenant(request)
      if (!so.isAllowed && so.isExceeded) tooMany(reply, so.ttlInSeconds)
    })
  },
  { name: 'request-limits', dependencies: ['auth', 'stranger-limits'] },
)
