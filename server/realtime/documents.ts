import { Hocuspocus, type Document, type Extension } from '@hocuspocus/server'
import type { FastifyBaseLogger } from 'fastify'
import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { documentLimit, fullMessage, isStoredMessage } from '../contract/live.ts'
import type { ConversationDocument } from '../conversation/collection.ts'
import type { Collection } from '../database/collection.ts'
import type { Context, Door, Visitor } from './door.ts'
import { halfTime } from './half-time.ts'
import { limits } from './limits.ts'
import { openNotes, type OpenNotes } from './notes-store.ts'
import { dropUntold, tidyPresence } from './presence.ts'

/** How long typing may rest, and how long it may go on, before it is stored; milliseconds. */
const debounce = 250
const maxDebounce = 700

/** A store that failed is tried again after so many milliseconds. */
const retryAfter = 1000

/** The sync message that only asks what there is (y-protocols, `messageYjsSyncStep1`). */
const asks = 0

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
    while (notes && !notes.isStored()) {
      try {
        await notes.save()
      } catch (error) {
        log.error({ err: error }, 'notes not stored')
        if (stopping) throw error
        await pause(retryAfter, undefined, { ref: false })
      }
    }
  }

  const hocuspocus = new Hocuspocus<Context>({
    quiet: true,
    debounce,
    maxDebounce,
    maxUnauthenticatedQueueSize: limits.message,
    maxPendingDocuments: 1,
    extensions,
    async onAuthenticate({ token, documentName, connectionConfig, context }) {
      const present = hocuspocus.documents.get(documentName)?.connections.size ?? 0
      const visitor = await door.enter(token, documentName, context.guard, present)
      connectionConfig.readOnly = visitor.right === 'read'
      return { visitor }
    },
    async onTokenSync({ token, connection, documentName }) {
      await door.renew(token, connection, documentName)
    },
    async onLoadDocument({ document, documentName }) {
      const notes = await openNotes(conversations, documentName, document, inTurn)
      if (!notes) throw new Error()
      opened.set(document, notes)
    },
    async connected({ context: { visitor }, connection, documentName }) {
      const notes = opened.get(connection.document)
      if (visitor && notes) onEntered(visitor, documentName, notes)
    },
    async beforeSync({ type, payload, document, connection }) {
      if (type === asks) return
      const notes = opened.get(document as Document)
      const fits = notes?.fits(payload.length, documentLimit.server) || onlyDeletes(payload)
      if (fits) notes?.grew(payload.length)
      else connection.sendStateless(fullMessage)
      connection.readOnly = (connection.context as Context).visitor?.right !== 'edit' || !fits
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
    async onStoreDocument({ document }) {
      await store(document)
    },
    async beforeUnloadDocument({ document }) {
      await store(document)
    },
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

/** At the bound a text may still become shorter. */
const onlyDeletes = (update: Uint8Array): boolean => Y.decodeUpdate(update).structs.length === 0

/** Does a device of somebody else have this id? */
const isTaken = (document: Document, clientId: number, oid: string): boolean =>
  document.getConnections().some((one) => {
    const { visitor } = one.context as Context
    return visitor?.clientId === clientId && visitor.oid !== oid
  })
