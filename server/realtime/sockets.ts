import type { WebSocketLike } from '@hocuspocus/server'
import type { WebSocket } from 'ws'
import { bucket, type Limits } from './limits.ts'

export type Guard = ReturnType<ReturnType<typeof socketGuards>>

/**
 * Keeps one socket from hurting the others: what it sends, what it leaves unread, how long it stays unknown.
 * @param onEnded told why a socket was ended
 */
export function socketGuards(limits: Limits, onEnded: (why: string) => void) {
  const waiting = new Set<WebSocket>()
  const ofPeople = places(limits.socketsOfPerson)
  const ofConversations = places(limits.connectionsOfConversation)

  return (socket: WebSocket) => {
    const { take } = bucket(limits.rate, limits.burst, () => performance.now())
    let refusals = 0
    let conversation: string | null = null
    let person: string | null = null
    let deadline: ReturnType<typeof setTimeout>
    let early = { messages: 0, bytes: 0 }
    let inside = false

    const isOpen = () => socket.readyState === socket.OPEN
    /** With a word to a client that listens, for the code says what was wrong. */
    function end(why: string, code: number): void {
      if (!isOpen()) return
      onEnded(why)
      socket.close(code)
    }
    function cut(why: string): void {
      if (!isOpen()) return
      onEnded(why)
      socket.terminate()
    }
    function wait(): void {
      waiting.add(socket)
      early = { messages: 0, bytes: 0 }
      deadline = setTimeout(() => cut('nobody signed in'), limits.silence)
    }
    function known(): void {
      clearTimeout(deadline)
      waiting.delete(socket)
    }
    function giveBack(): void {
      if (person !== null) ofPeople.giveBack(person, socket)
      if (conversation !== null) ofConversations.giveBack(conversation, socket)
      person = null
      inside = false
    }
    socket.on('close', () => {
      known()
      giveBack()
    })
    socket.on('error', () => socket.terminate())
    wait()
    if (waiting.size > limits.waiting) end('too many wait', 1013)

    /** The socket as Hocuspocus writes to it: a client that does not read must not fill our memory. */
    const writer: WebSocketLike = {
      get readyState() {
        return socket.readyState
      },
      send(data) {
        if (socket.bufferedAmount > limits.unread) cut('does not read')
        else socket.send(data as Uint8Array)
      },
      close: (code, reason) => socket.close(code, reason),
    }

    return {
      writer,
      isOpen,
      end,
      /** One conversation a socket: a key to one door opens no other. */
      isFor(id: string): boolean {
        conversation ??= id
        return conversation === id
      },
      /** Slows down who sends too much: nothing that was typed is thrown away. */
      count(bytes: number): void {
        early = { messages: early.messages + 1, bytes: early.bytes + bytes }
        // What comes before somebody was let in is kept for them, so there is an end to it.
        if (!inside && (early.messages > limits.burst || early.bytes > limits.message))
          return cut('too much before signing in')
        const pause = take(1 + bytes / 1024)
        if (pause === 0 || socket.isPaused) return
        socket.pause()
        setTimeout(() => socket.resume(), pause)
      },
      refused(): void {
        refusals += 1
        // The answer goes out first.
        if (refusals >= limits.refusals) setImmediate(() => cut('refused too often'))
      },
      /** @returns false when this person has too many sockets already, or the conversation */
      admit(key: string): boolean {
        giveBack()
        if (conversation === null || !isOpen() || !ofPeople.take(key, socket)) return false
        person = key
        if (!ofConversations.take(conversation, socket)) {
          giveBack()
          return false
        }
        known()
        return true
      },
      /** They are in, and what came early was handed on. */
      entered(): void {
        inside = true
      },
      /** Whoever is out gives their place to another; the socket is as one that just came. */
      left(): void {
        giveBack()
        known()
        if (isOpen()) wait()
      },
    }
  }
}

/** So many sockets each may have. */
function places(most: number) {
  const taken = new Map<string, Set<WebSocket>>()
  return {
    take(key: string, socket: WebSocket): boolean {
      const sockets = taken.get(key) ?? new Set()
      if (sockets.size >= most) return false
      taken.set(key, sockets.add(socket))
      return true
    },
    giveBack(key: string, socket: WebSocket): void {
      const sockets = taken.get(key)
      sockets?.delete(socket)
      if (sockets?.size === 0) taken.delete(key)
    },
  }
}
