import type { Socket } from 'node:net'
import fp from 'fastify-plugin'

/** How long a stop waits for answers that are on their way, in milliseconds. */
const grace = 1500

/**
 * A stop that ends. Fastify closes what is idle when it begins to stop; a browser that then asks again, or tries
 * its socket again through a proxy that keeps the connection, would hold it for the whole keep-alive time.
 */
export const gracefulShutdown = fp(
  async (app) => {
    const open = new Set<Socket>()
    app.server.on('connection', (socket: Socket) => {
      open.add(socket)
      socket.once('close', () => open.delete(socket))
    })
    app.addHook('preClose', async () => {
      setTimeout(() => {
        for (const socket of open) socket.destroy()
      }, grace).unref()
    })
  },
  { name: 'graceful-shutdown' },
)
