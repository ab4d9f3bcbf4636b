import { MessageType, type Document } from '@hocuspocus/server'
import { messageYjsSyncStep1 } from 'y-protocols/sync'
import { sizeLimits } from '../contract/limits.ts'
import { personKey, type Context } from './authorize.ts'
import { limits, type LimitedSocket } from './connection-limits.ts'
import type { OpenNotes } from './notes-store.ts'
import { takePresence } from './presence.ts'
import { readMessage } from './read-message.ts'
import { syncAnswers } from './sync-answers.ts'
import { takeUpdate } from './validate-update.ts'

/**
 * Handles the messages of one socket, one after the other. Before somebody is let in nothing but a token is looked at.
 * @param client what Hocuspocus has of the socket
 */
export function receiver(
  client: { handleMessage: (data: Uint8Array) => void; lastMessageReceivedAt: number },
  socket: LimitedSocket,
  notesOf: (document: Document) => OpenNotes | undefined,
) {
  let answers: { of: unknown; given: ReturnType<typeof syncAnswers> } | null = null

  /** The answers to the person who is signed in now: the same socket may serve another one later. */
  function answersOf(connection: NonNullable<ReturnType<LimitedSocket['connection']>>) {
    if (answers?.of === connection) return answers.given
    answers?.given.close()
    const { document, context } = connection
    const { person } = context as Context
    const notes = notesOf(document)
    if (!person || !notes) return null
    const given = syncAnswers({
      document,
      lacking: notes.lacking,
      size: notes.size,
      send: (message) => {
        if (document.hasConnection(connection)) socket.writer.send(message)
      },
      budget: socket.budgetOf(personKey(person)),
      rate: limits.answerRate,
    })
    answers = { of: connection, given }
    return given
  }

  /** Opening the notes costs us as much as sending them. */
  function opened(): void {
    const connection = socket.connection()
    const notes = connection && notesOf(connection.document)
    const person = connection && (connection.context as Context).person
    if (notes && person) socket.budgetOf(personKey(person)).take(notes.size())
  }

  async function handle(data: Buffer, isBinary: boolean): Promise<void> {
    const message = isBinary ? readMessage(data) : null
    if (message === null) return socket.end('unreadable', 1003)
    if (!socket.isFor(message.conversationId)) return socket.end('another conversation', 1008)
    const connection = socket.connection()
    if (message.type === MessageType.Auth) {
      if (data.length > sizeLimits.signIn) return socket.end('unreadable', 1003)
      const signedIn = connection ? null : socket.signIn()
      client.handleMessage(new Uint8Array(data))
      await (signedIn ?? connection?.waitForPendingMessages())
      return signedIn ? opened() : undefined
    }
    // Messages behind a refused token, or behind the page's own close, are ignored and do not end the socket.
    if (!connection) return socket.hasSaid() ? undefined : socket.end('nobody signed in', 1008)
    if (!message.isReadable()) return socket.end('unreadable', 1003)
    if (!connection.document.hasConnection(connection)) return
    const { sync, presence } = message
    // Hocuspocus, which these do not reach, would take the page for gone.
    if (sync || presence) client.lastMessageReceivedAt = Date.now()
    if (presence) return takePresence(presence, connection)
    if (sync?.step === messageYjsSyncStep1) return answersOf(connection)?.ask(new Uint8Array(sync.payload))
    if (sync) {
      socket.heard(data)
      return takeUpdate(sync, connection, notesOf(connection.document))
    }
    client.handleMessage(new Uint8Array(data))
    await connection.waitForPendingMessages()
  }

  return {
    /** @returns how many milliseconds the next one has to wait */
    async take(data: Buffer, isBinary: boolean): Promise<number> {
      if (socket.isEnded()) return 0
      const wasIn = socket.connection() !== null
      const before = spent()
      await handle(data, isBinary)
      // While a token is looked at the socket waits, and we do not.
      return socket.charge(data.length, wasIn ? spent() - before : 0)
    },
    close: () => answers?.given.close(),
  }
}

/** Milliseconds of the processor: what others on the machine take is not this person's doing. */
function spent(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
