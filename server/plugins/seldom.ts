import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { personId } from '../contract/person-key.ts'
import { personOf } from './auth.ts'
import { countAgainst } from './request-limits.ts'

/**
 * For a route that reads or works through much: how often each person may ask it, besides what they may ask in all.
 * @param timeWindow such as `1 hour`
 */
export function seldom(app: FastifyInstance, max: number, timeWindow: string) {
  const keyGenerator = (request: FastifyRequest) => personId(personOf(request))
  const limit = app.createRateLimit({ max, timeWindow, keyGenerator })
  return {
    onRequest: (request: FastifyRequest, reply: FastifyReply): Promise<void> =>
      countAgainst(limit, request, reply),
  }
}
