import fp from 'fastify-plugin'
import { personId } from '../contract/person-key.ts'
import { Refused } from '../plugins/problems.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** True for routes by which a person who left can leave again, or begin again. */
    alsoDeparted?: true
  }
}

/** A person who left can change nothing, not even by a page that is still open, until they open Groei again. */
export const refuseDeparted = fp(
  async (app) => {
    app.addHook('onRequest', async ({ signedIn, method, routeOptions }) => {
      if (!signedIn || method === 'GET' || method === 'HEAD' || routeOptions.config.alsoDeparted) return
      if (await app.departures.hasLeft(personId(signedIn))) throw new Refused('left')
    })
  },
  { name: 'refuse-departed', dependencies: ['auth'] },
)
