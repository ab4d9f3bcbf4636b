import { Hocuspocus, type Document, type Extension } from '@hocuspocus/server'
import type { FastifyBaseLogger } from 'fastify'
import { setTimeout as pause } from 'node:timers/promises'
import { messageYjsSyncStep1 as asks, messageYjsSyncStep2 as answers } from 'y-protocols/sync'
import { fullMessage, isStoredMessage, refusedMessage } from '../contract/live.ts'
import type { ConversationDocument } from '../conversation/collection.ts'
import type { Collection } from '../database/collection.ts'
import { refusal, type Context, type Door, type Visitor } from './door.ts'
import { halfTime } from './half-time.ts'
import { openNotes, type OpenNotes } from './notes-store.ts'
import { dropUntold, tidyPresence } from './presence.ts'
import { isKnown, take } from './take.ts'

/** How long typing may rest, and how long it may go on, before it is stored; milliseconds. */
const debounce = 250
const maxDebounce = 700

/** A store that failed is tried again after so many milliseconds. */
const retryAfter = 1000

/** The open documents: Hocuspocus, told who may enter, what fits, and how they are stored. */
export function liveDocuments(parts: {
  conversations: Collection<ConversationDocument>
  door: Door
  extensions: Extension[]
  /** Told of everybody who got to read the notes here. */
  onEntered: (visitor: Visitor, conversationId: string, notes: OpenNotes) => void
  /** Told of each change by somebody who is connected here. */
  onChanged: (visitor: Visitor, conversationId: string, notes: OpenNotes) => void
  log: FastifyBaseLogger
}) {
  const { conversations, door, extensions, onEntered, onChanged, log } = parts
  const opened = new WeakMap<Document, OpenNotes>()
  const inTurn = halfTime()
  let stopping = false

  /** Stores, and does not give up: Hocuspocus would let go of a document that could not be stored. */
  async function store(document: Document): Promise<void> {
    const notes = opened.get(document)
    while (notes && !notes.isStored() && !notes.isRefused()) {
      try {
        await notes.save()
      } catch (error) {
        log.error({ err: error }, 'notes not stored')
        if (stopping) throw error
        await pause(retryAfter, undefined, { ref: false })
      }
    }
    // Whoever has it open reads what was never stored: they come in anew.
    if (notes?.isRefused()) hocuspocus.closeConnections(document.name)
  }

  /** As a hook of Hocuspocus, which would write an error to the console; it is in the log already. */
  const storeQuietly = ({ document }: { document: Document }) => store(document).catch(() => undefined)

  const hocuspocus = new Hocuspocus<Context>({
    quiet: true,
    debounce,
    maxDebounce,
    // Bounded by our guard, which says so in our log (`sockets.ts`).
    maxUnauthenticatedQueueSize: Infinity,
    maxUnauthenticatedQueueMessages: Infinity,
    extensions,
    async onAuthenticate({ token, documentName, connectionConfig, context }) {
      const visitor = await door.enter(token, documentName, context.guard)
      connectionConfig.readOnly = visitor.right === 'read'
      return { visitor }
    },
    async connected({ context: { guard, visitor }, connection, documentName }) {
      guard.entered()
      // Who was let in while the document was opened may have lost the right meanwhile, and was not among those asked.
      void door.recheck(connection, documentName)
      const notes = opened.get(connection.document)
      if (visitor && notes) onEntered(visitor, documentName, notes)
    },
    async onDisconnect({ context }) {
      // A server's own look at a document has no socket.
      const { guard }: Partial<Context> = context
      guard?.left()
    },
    async onTokenSync({ token, connection, documentName }) {
      await door.renew(token, connection, documentName)
    },
    async onLoadDocument({ document, documentName }) {
      const notes = await openNotes(conversations, documentName, document, inTurn).catch((error: unknown) => {
        log.error({ err: error }, 'notes not loaded')
        throw refusal('later')
      })
      if (!notes) throw refusal('forbidden')
      opened.set(document, notes)
    },
    async beforeSync({ type, payload, document: shared, connection }) {
      if (type === asks) return
      const document = shared as Document
      const { guard, visitor } = connection.context as Context
      const notes = opened.get(document)
      // What is still queued of somebody who is out is not taken either.
      const mayType = visitor?.right === 'edit' && document.hasConnection(connection)
      const outcome = mayType && notes ? take(payload, document, notes, connection) : 'refused'
      connection.readOnly = outcome !== 'taken'
      if (outcome === 'full') connection.sendStateless(fullMessage)
      if (outcome === 'unreadable') guard.end('unreadable', 1003)
      if (outcome === 'refused' && !(type === answers && isKnown(payload, document)))
        connection.sendStateless(refusedMessage)
    },
    async beforeHandleAwareness({ states, document, connection }) {
      dropUntold(states)
      const visitor = (connection?.context as Context | undefined)?.visitor
      // What comes from another server was made tidy there.
      if (!visitor) return
      tidyPresence(states, visitor, (clientId) => {
        if (!isTaken(document, clientId, visitor.oid)) visitor.clientId ??= clientId
        return visitor.clientId === clientId
      })
    },
    async onChange({ context: { visitor }, document, documentName }) {
      const notes = opened.get(document)
      if (visitor && notes) onChanged(visitor, documentName, notes)
    },
    async onStateless({ payload, document, connection }) {
      const notes = opened.get(document)
      if (!notes || !isStoredMessage(payload)) return
      // What came from another server is stored there; should that one have died, it is for us.
      const later = setTimeout(() => void store(document), maxDebounce)
      await notes.whenStored()
      clearTimeout(later)
      connection.sendStateless(payload)
    },
    onStoreDocument: storeQuietly,
    beforeUnloadDocument: storeQuietly,
  })

  return {
    hocuspocus,
    notesOf: (document: Document) => opened.get(document),
    /** Lets everybody go, and resolves once everything is stored. */
    async stop(): Promise<void> {
      stopping = true
      const open = [...hocuspocus.documents.values()]
      hocuspocus.closeConnections()
      await Promise.all(open.map(store))
    },
  }
}

/** Does a device of somebody else have this id? */
const isTaken = (document: Document, clientId: number, oid: string): boolean =>
  document.getConnections().some((one) => {
    const { visitor } = one.context as Context
    return visitor?.clientId === clientId && visitor.oid !== oid
  })
