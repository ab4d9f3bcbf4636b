import type { FastifyInstance } from 'fastify'
import { setTimeout as pause } from 'node:timers/promises'
import type { Config } from './config.ts'

/**
 * Has the server listen, until it is closed. First `/readyz` sends people elsewhere: a proxy that asks it meanwhile
 * leads nobody to a closed door.
 */
export async function serve(app: FastifyInstance, { host, port, shutdownDelay }: Config) {
  await app.listen({ host, port })
  return {
    async close(): Promise<void> {
      app.leave()
      await pause(shutdownDelay)
      await app.close()
    },
  }
}
