import type { Connection, Extension, WebSocketLike } from '@hocuspocus/server'
import { setTimeout as pause } from 'node:timers/promises'
import type { WebSocket } from 'ws'
import { sizeLimits } from '../contract/limits.ts'
import { bucket, type Bucket } from './bucket.ts'

export type Limits = typeof limits
export type LimitedSocket = ReturnType<ReturnType<typeof connectionLimits>['limited']>

const MB = 1024 * 1024

/** Limits of the live notes for one socket, person, address and server. */
export const limits = {
  /** Size of one message, in bytes. */
  message: sizeLimits.socketMessage,
  /**
   * Cost that a socket may cause in a second, and at once. Each message counts once, once more for every KB, and once
   * more for every millisecond of processor time. Typing sends two a keystroke. A client that sends more is not cut off
   * but read more slowly.
   */
  rate: 200,
  burst: 300,
  /**
   * How many bytes of notes a person is sent in a second, and at once, when their devices come in or ask anew. One
   * connection that asks again waits as if it had that rate for itself.
   */
  answerRate: MB,
  answerBurst: 16 * MB,
  /** Bytes that wait for a client that does not read; beyond it its socket ends, and it catches up when it is back. */
  unread: 4 * MB,
  /** How long a socket may be there without somebody having been let in, in milliseconds. */
  silence: 10_000,
  /** How many sockets may be there that have said nothing, from one address and in all: then the oldest goes. */
  silentOfAddress: 1000,
  silent: 4000,
  /** Refused tokens on one socket. */
  refusals: 5,
  socketsOfPerson: 12,
  connectionsOfConversation: 16,
}

/**
 * Keeps one socket from hurting the others: what it sends, what it leaves unread, how long it stays unknown.
 * @param onEnded is called with why a socket was ended
 */
export function connectionLimits(limits: Limits, onEnded: (why: string) => void) {
  const silent = silentSockets(limits)
  const ofPeople = slots(limits.socketsOfPerson)
  const ofConversations = slots(limits.connectionsOfConversation)
  const budgets = budgetsOf(limits)

  /** @param address where it comes from */
  function limited(socket: WebSocket, address: string) {
    const { take } = bucket(limits.rate, limits.burst, () => performance.now())
    let refusals = 0
    let conversation: string | null = null
    let person: string | null = null
    let deadline: ReturnType<typeof setTimeout> | undefined
    let ended = false
    let left = false
    let connection: Connection | null = null
    let hasSaid = false
    let lastHeard: Buffer | null = null
    let settle = () => {}

    const isOpen = () => !ended && socket.readyState === socket.OPEN
    function end(why: string, close: () => void): void {
      if (!isOpen()) return
      ended = true
      onEnded(why)
      close()
    }
    const cut = (why: string) => end(why, () => socket.terminate())
    function wait(): void {
      clearTimeout(deadline)
      deadline = setTimeout(() => cut('nobody signed in'), limits.silence)
      silent.add(self)
    }
    function release(): void {
      if (person !== null) ofPeople.release(person, socket)
      if (conversation !== null) ofConversations.release(conversation, socket)
      person = null
    }
    function out(): void {
      release()
      connection = null
      settle()
      if (isOpen()) wait()
    }
    const self: Silent = { address, makeRoom: () => cut('too many say nothing') }
    socket.on('close', () => {
      clearTimeout(deadline)
      silent.remove(self)
      release()
      settle()
    })
    socket.on('error', () => socket.terminate())
    wait()

    /** The socket as Hocuspocus writes to it: a client that does not read must not fill our memory. */
    const writer: WebSocketLike = {
      get readyState() {
        // A client that has gone stays until everything that it sent is handed on.
        return left || ended ? socket.readyState : socket.OPEN
      },
      send(data) {
        if (socket.readyState !== socket.OPEN) return
        // Hocuspocus tells everybody, also whoever it is from.
        if (lastHeard?.equals(data as Uint8Array)) {
          lastHeard = null
          return
        }
        if (socket.bufferedAmount > limits.unread) cut('does not read')
        else socket.send(data as Uint8Array)
      },
      close: (code, reason) => socket.close(code, reason),
    }

    return {
      writer,
      isOpen,
      /** Were we the ones who ended it? What it sent is not looked at any more. */
      isEnded: () => ended,
      /** A message of the page, which it need not be told again. */
      heard(message: Buffer): void {
        lastHeard = message
      },
      /** Has a token come, whatever became of it? */
      hasSaid: () => hasSaid,
      /** Hocuspocus's connection of the person who was let in. */
      connection: () => connection,
      /** With a word to a client that listens, for the code says what was wrong. */
      end: (why: string, code: number) => end(why, () => socket.close(code)),
      /** One conversation a socket: a token for one opens no other. */
      isFor(id: string): boolean {
        conversation ??= id
        return conversation === id
      },
      /** @returns how many milliseconds the next message has to wait: nothing that was typed is thrown away */
      charge: (bytes: number, milliseconds: number): number => take(1 + bytes / 1024 + milliseconds),
      /** A token has come. @returns what resolves once somebody was let in or refused */
      signIn(): Promise<void> {
        hasSaid = true
        silent.remove(self)
        return new Promise((resolve) => {
          settle = resolve
        })
      },
      /** A token was refused, or what it opens cannot be opened. */
      refused(): void {
        refusals += 1
        // The answer goes out first.
        if (refusals >= limits.refusals) setImmediate(() => cut('refused too often'))
        out()
      },
      /** The bytes that a person may be sent, on all their devices together. */
      budgetOf: budgets.of,
      /** Waits as long as this person has been sent too much, but not so long that they are cut. */
      async paced(key: string): Promise<void> {
        const wait = budgets.of(key).take(0)
        if (wait > 0) await pause(Math.min(wait, limits.silence / 2))
      },
      /** @returns false when this person has too many sockets already, or the conversation */
      acquire(key: string): boolean {
        release()
        if (conversation === null || !isOpen() || !ofPeople.acquire(key, socket)) return false
        person = key
        if (ofConversations.acquire(conversation, socket)) return true
        release()
        return false
      },
      /** The person is connected. */
      connected(by: Connection): void {
        clearTimeout(deadline)
        deadline = undefined
        connection = by
        settle()
      },
      /** Makes room for another; the socket is as one that just came. */
      disconnected(): void {
        // Not of who has signed in anew meanwhile.
        if (connection) out()
      },
      /** All that came before it closed was handed on. */
      left(): void {
        left = true
      },
    }
  }

  const extension = {
    extensionName: 'connection-limits',
    async connected({ context: { socket }, connection }) {
      socket.connected(connection)
    },
    async onDisconnect({ context }) {
      // A server's own look at a document has no socket.
      const { socket }: Partial<typeof context> = context
      socket?.disconnected()
    },
  } satisfies Extension<{ socket: ReturnType<typeof limited> }>

  return { limited, extension }
}

type Silent = { address: string; makeRoom: () => void }

/** Sockets that have said nothing. Where there are too many the oldest goes: who just came is about to say something. */
function silentSockets(limits: Pick<Limits, 'silent' | 'silentOfAddress'>) {
  const all = new Set<Silent>()
  const ofAddress = new Map<string, Set<Silent>>()
  function remove(one: Silent): void {
    const { address } = one
    all.delete(one)
    const beside = ofAddress.get(address)
    beside?.delete(one)
    if (beside?.size === 0) ofAddress.delete(address)
  }
  return {
    remove,
    add(one: Silent): void {
      const { address } = one
      const beside = ofAddress.get(address) ?? new Set()
      ofAddress.set(address, beside.add(one))
      all.add(one)
      const [oldest] = beside.size > limits.silentOfAddress ? beside : all.size > limits.silent ? all : []
      if (!oldest) return
      remove(oldest)
      oldest.makeRoom()
    },
  }
}

/** How many bytes each person may be sent. Who has been sent nothing for a while needs no entry. */
function budgetsOf({ answerRate, answerBurst }: Pick<Limits, 'answerRate' | 'answerBurst'>) {
  const all = new Map<string, Bucket>()
  return {
    of(key: string): Bucket {
      for (const [other, one] of all) if (other !== key && one.isFull()) all.delete(other)
      const known = all.get(key) ?? bucket(answerRate, answerBurst, () => performance.now())
      all.set(key, known)
      return known
    },
  }
}

/** How many sockets each may have. */
function slots(most: number) {
  const taken = new Map<string, Set<WebSocket>>()
  return {
    acquire(key: string, socket: WebSocket): boolean {
      const sockets = taken.get(key) ?? new Set()
      if (sockets.size >= most) return false
      taken.set(key, sockets.add(socket))
      return true
    },
    release(key: string, socket: WebSocket): void {
      const sockets = taken.get(key)
      sockets?.delete(socket)
      if (sockets?.size === 0) taken.delete(key)
    },
  }
}
