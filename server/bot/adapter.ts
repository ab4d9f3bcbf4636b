import type { HttpRouteHandler, IHttpServerAdapter } from '@microsoft/teams.apps'
import type { FastifyInstance } from 'fastify'
import { decodeJwt } from 'jose'
import { Refused } from '../plugins/problems.ts'

/**
 * Does the token say that the bot service made it? The SDK, which verifies that, would also take Entra's tokens for
 * our client id, and every person who uses Groei has one: with it anybody could speak as anybody, from any address.
 */
function isOfService(headers: Record<string, string | string[]>, issuer: string): boolean {
  try {
    const [, token = ''] = String(headers['authorization'] ?? '').split(' ')
    return decodeJwt(token).iss === issuer
  } catch {
    return false
  }
}

/** The Teams SDK on our own Fastify: it gets `{ body, headers }` and gives `{ status, body }`. */
export const fastifyAdapter = (app: FastifyInstance): IHttpServerAdapter => ({
  registerRoute(_method, path, handler: HttpRouteHandler) {
    const { settings } = app
    app.post(
      path,
      // Public as a route: the SDK checks the service's own token. All of Teams comes from few addresses, so the
      // limit by address is not for it.
      { schema: { hide: true }, config: { public: true, rateLimit: false } },
      async (request, reply) => {
        const headers = Object.fromEntries(
          Object.entries(request.headers).flatMap(([name, value]) =>
            value === undefined ? [] : [[name, value]],
          ),
        )
        if (
          !settings.dangerouslyAllowUnauthenticatedBotRequests &&
          !isOfService(headers, settings.cloud.bot.issuer)
        )
          throw new Refused('unauthenticated')
        const { status, body } = await handler({ body: request.body, headers })
        return reply.code(status).send(body ?? '')
      },
    )
  },
})
