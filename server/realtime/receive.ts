import { MessageType, type Connection, type Document } from '@hocuspocus/server'
import { messageYjsSyncStep1 } from 'y-protocols/sync'
import { sizeLimits } from '../contract/limits.ts'
import { personKey, type Context } from './authorize.ts'
import { limits } from './connection-limits.ts'
import type { LimitedSocket } from './limited-socket.ts'
import type { OpenNotes } from './notes-store.ts'
import { takePresence } from './presence.ts'
import { readMessage } from './read-message.ts'
import { SyncAnswers } from './sync-answers.ts'
import { takeUpdate } from './validate-update.ts'

/** A socket as Hocuspocus has it. */
type Client = { handleMessage: (data: Uint8Array) => void; lastMessageReceivedAt: number }

/**
 * Handles the messages of one socket, one after the other. Before somebody is let in nothing but a token is looked at. A class,
 * for each open socket has one.
 */
export class Receiver {
  readonly #client: Client
  readonly #socket: LimitedSocket
  readonly #notesOf: (document: Document) => OpenNotes | undefined
  #answers: SyncAnswers | null = null

  constructor(client: Client, socket: LimitedSocket, notesOf: (document: Document) => OpenNotes | undefined) {
    this.#client = client
    this.#socket = socket
    this.#notesOf = notesOf
  }

  /** @returns how many milliseconds the next one has to wait; at once where nothing is waited for, as after a key */
  take(data: Buffer, isBinary: boolean): number | Promise<number> {
    if (this.#socket.isEnded()) return 0
    const before = this.#socket.connection() === null ? null : spent()
    const handled = this.#handle(data, isBinary)
    // While a token is looked at the socket waits, and we do not.
    const charged = () => this.#socket.charge(data.length, before === null ? 0 : spent() - before)
    return handled ? handled.then(charged) : charged()
  }
  close(): void {
    this.#answers?.close()
  }

  /** The answers to the person who is signed in now: the same socket may serve another one later. */
  #answersOf(connection: Connection): SyncAnswers | null {
    if (this.#answers?.isOf(connection)) return this.#answers
    this.close()
    const { person } = connection.context as Context
    const notes = this.#notesOf(connection.document)
    if (!person || !notes) return null
    const budget = this.#socket.budgetOf(personKey(person))
    this.#answers = new SyncAnswers(connection, notes, budget, limits.answerRate)
    return this.#answers
  }

  /** Opening the notes costs us as much as sending them. */
  #opened(): void {
    const connection = this.#socket.connection()
    const notes = connection && this.#notesOf(connection.document)
    const person = connection && (connection.context as Context).person
    if (notes && person) this.#socket.budgetOf(personKey(person)).take(notes.size())
  }

  #handle(data: Buffer, isBinary: boolean): Promise<void> | void {
    const socket = this.#socket
    const client = this.#client
    const message = isBinary ? readMessage(data) : null
    if (message === null) return socket.end('unreadable', 1003)
    if (!socket.isFor(message.conversationId)) return socket.end('another conversation', 1008)
    const connection = socket.connection()
    if (message.type === MessageType.Auth) {
      if (data.length > sizeLimits.signIn) return socket.end('unreadable', 1003)
      const signedIn = connection ? null : socket.signIn()
      client.handleMessage(new Uint8Array(data))
      return signedIn ? signedIn.then(() => this.#opened()) : connection?.waitForPendingMessages()
    }
    // Messages behind a refused token, or behind the page's own close, are ignored and do not end the socket.
    if (!connection) return socket.hasSaid() ? undefined : socket.end('nobody signed in', 1008)
    if (!message.isReadable()) return socket.end('unreadable', 1003)
    if (!connection.document.hasConnection(connection)) return
    const { sync, presence } = message
    // Hocuspocus, which these do not reach, would take the page for gone.
    if (sync || presence) client.lastMessageReceivedAt = Date.now()
    if (presence) return takePresence(presence, connection)
    if (sync?.step === messageYjsSyncStep1)
      return this.#answersOf(connection)?.ask(new Uint8Array(sync.payload))
    if (sync) {
      socket.heard(data)
      return takeUpdate(sync, connection, this.#notesOf(connection.document))
    }
    client.handleMessage(new Uint8Array(data))
    return connection.waitForPendingMessages()
  }
}

/** Milliseconds of the processor: what others on the machine take is not this person's doing. */
function spent(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
