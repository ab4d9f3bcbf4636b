import fp from 'fastify-plugin'
import { Type } from 'typebox'

const Health = Type.Object({ status: Type.String() })

/** How long an answer of the database holds, in milliseconds: however many ask, it is asked no more often. */
const heldFor = 1000

/** Requests to these routes are not logged. */
const logLevel = 'warn'

declare module 'fastify' {
  interface FastifyInstance {
    /** It is about to stop: `/readyz` sends people to another server, while all that comes here is still served. */
    leave: () => void
  }
}

/**
 * `/healthz`: the process answers. `/readyz`: and it can reach its database, and is not about to stop. Neither is ever
 * refused, for whoever runs the server ends one that does not answer; so both cost next to nothing.
 */
export const health = fp(
  async (app) => {
    let isLeaving = false
    app.decorate('leave', () => {
      isLeaving = true
    })
    // The probes come every few seconds and say nothing new, until this one does.
    const noted = () => {
      app.log.warn('database unreachable')
      return false
    }
    let asked = { at: -Infinity, isReady: Promise.resolve(false) }
    function isReady(): Promise<boolean> {
      const at = performance.now()
      if (at - asked.at >= heldFor) {
        const ping = app.database.ping().then(() => true)
        asked = { at, isReady: ping.catch(noted) }
      }
      return asked.isReady
    }

    app.get('/healthz', { logLevel, schema: { response: { 200: Health } } }, async () => ({ status: 'ok' }))
    app.get(
      '/readyz',
      { logLevel, schema: { response: { 200: Health, 503: Health } } },
      async (_request, reply) => {
        if (isLeaving) return reply.code(503).send({ status: 'stopping' })
        return (await isReady())
          ? { status: 'ready' }
          : reply.code(503).send({ status: 'database unreachable' })
      },
    )
  },
  { name: 'health' },
)
