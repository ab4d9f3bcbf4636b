import type { FastifyPluginAsync } from 'fastify'
import { Type } from 'typebox'

const Health = Type.Object({ status: Type.String() })

/** How long an answer of the database holds, in milliseconds: however many ask, it is asked no more often. */
const heldFor = 1000

/**
 * `/healthz`: the process answers. `/readyz`: and it can reach its database. Neither is ever refused, for whoever runs
 * the server ends one that does not answer; so both cost next to nothing.
 */
export const health: FastifyPluginAsync = async (app) => {
  let asked = { at: -Infinity, isReady: Promise.resolve(false) }
  function isReady(): Promise<boolean> {
    const at = performance.now()
    if (at - asked.at >= heldFor) {
      const ping = app.database.ping().then(() => true)
      asked = { at, isReady: ping.catch(() => false) }
    }
    return asked.isReady
  }

  app.get('/healthz', { schema: { response: { 200: Health } } }, async () => ({ status: 'ok' }))
  app.get('/readyz', { schema: { response: { 200: Health, 503: Health } } }, async (_request, reply) => {
    return (await isReady()) ? { status: 'ready' } : reply.code(503).send({ status: 'database unreachable' })
  })
}
