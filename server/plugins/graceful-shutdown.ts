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
    // One function for all: a closure each is memory as long as the socket is there.
    function closed(this: Socket): void {
      open.delete(this)
    }
    app.server.on('connection', (socket: Socket) => {
      open.add(socket)
      socket.on('close', closed)
    })
    app.addHook('preClose', async () => {
      setTimeout(() => {
        for (const socket of open) socket.destroy()
      }, grace).unref()
    })
  },
  { name: 'graceful-shutdown' },
)
