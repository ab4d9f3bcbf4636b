import type { WebSocketLike } from '@hocuspocus/server'
import type { WebSocket } from 'ws'
import { bucket, limits } from './limits.ts'

export type Guard = ReturnType<ReturnType<typeof socketGuards>>

/** Keeps one socket from hurting the others: what it sends, what it leaves unread, how long it stays unknown. */
export function socketGuards() {
  const waiting = new Set<WebSocket>()
  const ofPerson = new Map<string, Set<WebSocket>>()

  return (socket: WebSocket) => {
    const { take } = bucket(limits.rate, limits.burst, () => performance.now())
    let refusals = 0
    let person: string | null = null
    const deadline = setTimeout(() => socket.terminate(), limits.silence)
    waiting.add(socket)
    if (waiting.size > limits.waiting) socket.close(1013)

    const known = () => {
      clearTimeout(deadline)
      waiting.delete(socket)
    }
    socket.on('close', () => {
      known()
      const sockets = person === null ? undefined : ofPerson.get(person)
      sockets?.delete(socket)
      if (person !== null && sockets?.size === 0) ofPerson.delete(person)
    })
    socket.on('error', () => socket.terminate())

    /** The socket as Hocuspocus writes to it: a client that does not read must not fill our memory. */
    const writer: WebSocketLike = {
      get readyState() {
        return socket.readyState
      },
      send(data) {
        if (socket.bufferedAmount > limits.unread) socket.terminate()
        else socket.send(data as Uint8Array)
      },
      close: (code, reason) => socket.close(code, reason),
    }

    return {
      writer,
      /** The conversation that this socket is for, once somebody was let in. */
      conversationId: null as string | null,
      /** Slows down who sends too much: nothing that was typed is thrown away. */
      count(bytes: number): void {
        const pause = take(1 + bytes / 1024)
        if (pause === 0 || socket.isPaused) return
        socket.pause()
        setTimeout(() => socket.resume(), pause)
      },
      refused(): void {
        refusals += 1
        if (refusals >= limits.refusals) setImmediate(() => socket.terminate())
      },
      /** @returns false when this person has too many sockets already */
      admit(key: string): boolean {
        const sockets = ofPerson.get(key) ?? new Set()
        if (person !== key && sockets.size >= limits.socketsOfPerson) return false
        person = key
        ofPerson.set(key, sockets.add(socket))
        known()
        return true
      },
    }
  }
}
