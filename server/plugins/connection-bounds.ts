import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import fp from 'fastify-plugin'

/** Connections of one server; far below what an operating system lets a process open. */
const connections = 20_000
/** How many of them may be open without any request so far. */
const silentConnections = 1000

/**
 * Node's options by which heads and bodies are cut that take longer than this, in milliseconds, and a sixth. Both are named:
 * of a head's time that is longer than a request's, Node takes the two for each other. It looks twice a minute by itself.
 */
export const cutAfter = (longest: number) => ({
  requestTimeout: longest,
  headersTimeout: longest,
  connectionsCheckingInterval: longest / 6,
})

/**
 * Keeps connections on which nobody asks anything from taking the place of those that do: beyond their number the one
 * that has been silent longest goes, and never the newcomer.
 */
export const connectionBounds = fp<{ silent?: number }>(
  async (app, { silent: most = silentConnections }) => {
    app.server.maxConnections = connections
    // In the order in which they came.
    const silent = new Set<Socket>()
    // One function for all: a closure each is memory as long as the socket is there.
    function closed(this: Socket): void {
      silent.delete(this)
    }
    app.server.on('connection', (socket: Socket) => {
      silent.add(socket)
      socket.on('close', closed)
      const [oldest] = silent
      if (silent.size > most) oldest?.destroy()
    })
    const speaks = ({ socket }: IncomingMessage) => void silent.delete(socket)
    app.server.on('request', speaks)
    app.server.on('upgrade', speaks)
  },
  { name: 'connection-bounds' },
)
