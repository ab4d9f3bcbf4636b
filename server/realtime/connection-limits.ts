import type { Extension } from '@hocuspocus/server'
import type { WebSocket } from 'ws'
import { sizeLimits } from '../contract/limits.ts'
import { Bucket } from './bucket.ts'
import { LimitedSocket } from './limited-socket.ts'

export type Limits = typeof limits

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
  const shared = sharedOf(limits, onEnded)
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
  } satisfies Extension<{ socket: LimitedSocket }>

  return {
    /** @param address where it comes from */
    limited: (socket: WebSocket, address: string) => new LimitedSocket(socket, address, shared),
    extension,
  }
}

/** All that the sockets of one server share. */
export type SharedLimits = ReturnType<typeof sharedOf>
const sharedOf = (limits: Limits, onEnded: (why: string) => void) => ({
  limits,
  onEnded,
  silent: silentSockets(limits),
  ofPeople: slots(limits.socketsOfPerson),
  ofConversations: slots(limits.connectionsOfConversation),
  budgets: budgetsOf(limits),
})

export type Silent = { address: string; makeRoom: () => void }

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
      const known = all.get(key) ?? new Bucket(answerRate, answerBurst)
      all.set(key, known)
      return known
    },
  }
}

/** How many sockets each may have; a few, so that a list is enough. */
function slots(most: number) {
  const taken = new Map<string, WebSocket[]>()
  return {
    acquire(key: string, socket: WebSocket): boolean {
      const sockets = taken.get(key) ?? []
      if (sockets.length >= most) return false
      if (!sockets.includes(socket)) taken.set(key, [...sockets, socket])
      return true
    },
    release(key: string, socket: WebSocket): void {
      const left = taken.get(key)?.filter((one) => one !== socket) ?? []
      if (left.length > 0) taken.set(key, left)
      else taken.delete(key)
    },
  }
}
