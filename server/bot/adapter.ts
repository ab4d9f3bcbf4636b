import type { HttpRouteHandler, IHttpServerAdapter } from '@microsoft/teams.apps'
import type { FastifyInstance } from 'fastify'

/** The Teams SDK on our own Fastify: it gets `{ body, headers }` and gives `{ status, body }`. */
export const fastifyAdapter = (app: FastifyInstance): IHttpServerAdapter => ({
  registerRoute(_method, path, handler: HttpRouteHandler) {
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
        const { status, body } = await handler({ body: request.body, headers })
        return reply.code(status).send(body ?? '')
      },
    )
  },
})
