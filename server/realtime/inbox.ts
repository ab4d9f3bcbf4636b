import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises'
import type { WebSocket } from 'ws'

/**
 * Hands on what a socket sends one message at a time. Everybody else has their turn in between, and the next message but one is
 * not even read before this one is done.
 * @param take handles one message; @returns how many milliseconds the next one has to wait
 */
export function inbox(socket: WebSocket, take: (data: Buffer, isBinary: boolean) => Promise<number>) {
  const waiting: { data: Buffer; isBinary: boolean }[] = []
  let draining: Promise<void> | null = null

  async function drain(): Promise<void> {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      // Nobody would catch it; the page comes back on another socket.
      const wait = await take(next.data, next.isBinary).catch(() => {
        socket.terminate()
        return 0
      })
      await (wait > 0 ? pause(wait) : turn())
    }
    draining = null
    if (socket.isPaused) socket.resume()
  }

  socket.on('message', (data: Buffer, isBinary: boolean) => {
    waiting.push({ data, isBinary })
    // With a key at a time there is nothing to stop.
    if (draining) socket.pause()
    else draining = drain()
  })

  return {
    /** Resolves when all that came was handed on. */
    empty: async (): Promise<void> => {
      await draining
    },
  }
}
