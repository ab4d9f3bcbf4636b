import type { Connection, WebSocketLike } from '@hocuspocus/server'
import { setTimeout as pause } from 'node:timers/promises'
import type { WebSocket } from 'ws'
import { Bucket } from './bucket.ts'
import type { SharedLimits, Silent } from './connection-limits.ts'

/** Ends a socket that failed. One function for all: a closure each is memory as long as somebody has a conversation open. */
function terminate(this: WebSocket): void {
  this.terminate()
}

/**
 * A socket within its limits, and as Hocuspocus writes to it: a client that does not read must not fill our memory. A class,
 * for it is there as long as somebody has a conversation open, and its functions are there once.
 */
export class LimitedSocket implements WebSocketLike, Silent {
  readonly address: string
  readonly #socket: WebSocket
  readonly #shared: SharedLimits
  readonly #rate: Bucket
  #refusals = 0
  #conversation: string | null = null
  #person: string | null = null
  #deadline: ReturnType<typeof setTimeout> | undefined
  #ended = false
  #left = false
  #connection: Connection | null = null
  #hasSaid = false
  #lastHeard: Buffer | null = null
  #settle: (() => void) | null = null

  constructor(socket: WebSocket, address: string, shared: SharedLimits) {
    this.address = address
    this.#socket = socket
    this.#shared = shared
    this.#rate = new Bucket(shared.limits.rate, shared.limits.burst)
    socket.on('close', () => {
      clearTimeout(this.#deadline)
      shared.silent.remove(this)
      this.#release()
      this.#settled()
    })
    socket.on('error', terminate)
    this.#wait()
  }

  isOpen(): boolean {
    return !this.#ended && this.#socket.readyState === this.#socket.OPEN
  }
  #end(why: string, code?: number): void {
    if (!this.isOpen()) return
    this.#ended = true
    this.#shared.onEnded(why)
    if (code === undefined) this.#socket.terminate()
    else this.#socket.close(code)
  }
  makeRoom(): void {
    this.#end('too many say nothing')
  }
  #wait(): void {
    clearTimeout(this.#deadline)
    this.#deadline = setTimeout(() => this.#end('nobody signed in'), this.#shared.limits.silence)
    this.#shared.silent.add(this)
  }
  #release(): void {
    const { ofPeople, ofConversations } = this.#shared
    if (this.#person !== null) ofPeople.release(this.#person, this.#socket)
    if (this.#conversation !== null) ofConversations.release(this.#conversation, this.#socket)
    this.#person = null
  }
  #settled(): void {
    this.#settle?.()
    this.#settle = null
  }
  #out(): void {
    this.#release()
    this.#connection = null
    this.#settled()
    if (this.isOpen()) this.#wait()
  }

  get readyState(): number {
    // A client that has gone stays until everything that it sent is handed on.
    return this.#left || this.#ended ? this.#socket.readyState : this.#socket.OPEN
  }
  send(data: Parameters<WebSocketLike['send']>[0]): void {
    const socket = this.#socket
    if (socket.readyState !== socket.OPEN) return
    // Hocuspocus tells everybody, also whoever it is from.
    if (this.#lastHeard?.equals(data as Uint8Array)) {
      this.#lastHeard = null
      return
    }
    if (socket.bufferedAmount > this.#shared.limits.unread) this.#end('does not read')
    else socket.send(data as Uint8Array)
  }
  close(code?: number, reason?: string): void {
    this.#socket.close(code, reason)
  }

  /** Were we the ones who ended it? What it sent is not looked at any more. */
  isEnded(): boolean {
    return this.#ended
  }
  /** A message of the page, which it need not be told again. */
  heard(message: Buffer): void {
    this.#lastHeard = message
  }
  /** Has a token come, whatever became of it? */
  hasSaid(): boolean {
    return this.#hasSaid
  }
  /** Hocuspocus's connection of the person who was let in. */
  connection(): Connection | null {
    return this.#connection
  }
  /** With a word to a client that listens, for the code says what was wrong. */
  end(why: string, code: number): void {
    this.#end(why, code)
  }
  /** One conversation a socket: a token for one opens no other. */
  isFor(id: string): boolean {
    this.#conversation ??= id
    return this.#conversation === id
  }
  /** @returns how many milliseconds the next message has to wait: nothing that was typed is thrown away */
  charge(bytes: number, milliseconds: number): number {
    return this.#rate.take(1 + bytes / 1024 + milliseconds)
  }
  /** A token has come. @returns what resolves once somebody was let in or refused */
  signIn(): Promise<void> {
    this.#hasSaid = true
    this.#shared.silent.remove(this)
    return new Promise((resolve) => {
      this.#settle = resolve
    })
  }
  /** A token was refused, or what it opens cannot be opened. */
  refused(): void {
    this.#refusals += 1
    // The answer goes out first.
    if (this.#refusals >= this.#shared.limits.refusals) setImmediate(() => this.#end('refused too often'))
    this.#out()
  }
  /** The bytes that a person may be sent, on all their devices together. */
  budgetOf(key: string): Bucket {
    return this.#shared.budgets.of(key)
  }
  /** Waits as long as this person has been sent too much, but not so long that they are cut. */
  async paced(key: string): Promise<void> {
    const wait = this.budgetOf(key).take(0)
    if (wait > 0) await pause(Math.min(wait, this.#shared.limits.silence / 2))
  }
  /** @returns false when this person has too many sockets already, or the conversation */
  acquire(key: string): boolean {
    const { ofPeople, ofConversations } = this.#shared
    this.#release()
    if (this.#conversation === null || !this.isOpen() || !ofPeople.acquire(key, this.#socket)) return false
    this.#person = key
    if (ofConversations.acquire(this.#conversation, this.#socket)) return true
    this.#release()
    return false
  }
  /** The person is connected. */
  connected(by: Connection): void {
    clearTimeout(this.#deadline)
    this.#deadline = undefined
    this.#connection = by
    this.#settled()
  }
  /** Makes room for another; the socket is as one that just came. */
  disconnected(): void {
    // Not of who has signed in anew meanwhile.
    if (this.#connection) this.#out()
  }
  /** All that came before it closed was handed on. */
  left(): void {
    this.#left = true
  }
}
