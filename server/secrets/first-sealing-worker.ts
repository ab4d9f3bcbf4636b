import fp from 'fastify-plugin'
import { workLoop } from '../queue/work-loop.ts'
import { KeysUnavailable } from '../sealing/sealing.ts'

/** After so many documents it is said how far it is. */
const toldEvery = 1000

/**
 * Seals what lies in the database from before content was sealed, a few documents at a time. Any number of servers may do
 * so, and a kill between two steps loses nothing.
 */
export const firstSealing = fp<{ first: (() => Promise<number>)[] }>(
  async (app, { first }) => {
    let [sealed, told] = [0, 0]
    const say = (done: boolean) => {
      told = sealed
      app.log.info({ sealed, done }, 'documents that lay unsealed')
    }
    workLoop(app, 'first sealing', async () => {
      try {
        for (const step of first) {
          const count = await step()
          sealed += count
          if (count > 0 && sealed - told >= toldEvery) say(false)
          if (count > 0) return true
        }
      } catch (error) {
        if (!(error instanceof KeysUnavailable)) throw error
        app.log.warn({ why: error.message }, 'keys unavailable')
      }
      if (sealed > told) say(true)
      return false
    })
  },
  { name: 'first-sealing', dependencies: ['context'] },
)
