import type { HttpRouteHandler, IHttpServerAdapter } from '@microsoft/teams.apps'
import type { FastifyInstance } from 'fastify'
import { TokenRefused } from '../http/token-refused.ts'
import { bearerOf } from '../plugins/auth.ts'
import { Refused } from '../plugins/problems.ts'
import { isActivity } from './activity.ts'
import { serviceTokens } from './service-token.ts'

/** How many tokens with a wrong signature an address may send in a minute before it is answered 429. */
const forged = 100

/** The Teams SDK on our own Fastify: it gets `{ body, headers }` and gives `{ status, body }`. */
export const fastifyAdapter = (app: FastifyInstance): IHttpServerAdapter => ({
  registerRoute(_method, path, handler: HttpRouteHandler) {
    const { settings } = app
    const check = serviceTokens(settings)
    const strangers = app.strangerLimit(forged)
    app.post(
      path,
      {
        // Public as a route: what the service brings is a token of its own.
        schema: { hide: true },
        config: { public: true },
        // Before the body is read.
        async onRequest(request, reply) {
          if (settings.dangerouslyAllowUnauthenticatedBotRequests) return
          await check(bearerOf(request)).catch(async (error: unknown) => {
            if (!(error instanceof TokenRefused)) throw new Refused('microsoft-unavailable')
            if (error.isForged) await strangers.count(request, reply)
            throw new Refused('unauthenticated', {}, { cause: error })
          })
        },
      },
      async (request, reply) => {
        if (!isActivity(request.body)) throw new Refused('invalid-request')
        const headers = Object.fromEntries(
          Object.entries(request.headers).flatMap(([name, value]) =>
            value === undefined ? [] : [[name, value]],
          ),
        )
        const { status, body } = await handler({ body: request.body, headers })
        return reply.code(status).send(body ?? '')
      },
    )
  },
})
