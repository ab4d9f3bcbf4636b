import fp from 'fastify-plugin'
import { personId, type PersonKey } from '../contract/person-key.ts'
import { Refused } from '../plugins/problems.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** @throws Refused `left` */
    refuseDeparted(person: PersonKey): Promise<void>
  }
  interface FastifyContextConfig {
    /** True for routes by which a person who left can leave again, or begin again. */
    alsoDeparted?: true
    /** True for routes that ask it themselves: who is in a pair that goes on has not left. */
    asksDeparted?: true
  }
}

/** A person who left can change nothing, not even by a page that is still open, until they open Groei again. */
export const refuseDeparted = fp(
  async (app) => {
    app.decorate('refuseDeparted', async (person: PersonKey) => {
      if (await app.departures.hasLeft(personId(person))) throw new Refused('left')
    })
    app.addHook('onRequest', async ({ signedIn, method, routeOptions: { config } }) => {
      if (!signedIn || method === 'GET' || method === 'HEAD') return
      if (!config.alsoDeparted && !config.asksDeparted) await app.refuseDeparted(signedIn)
    })
  },
  { name: 'refuse-departed', dependencies: ['auth'] },
)
