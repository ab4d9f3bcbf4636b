import {
  shouldSkipStoreHooks,
  type Connection,
  type Document,
  type Extension,
  type Hocuspocus,
} from '@hocuspocus/server'
import type { FastifyBaseLogger } from 'fastify'
import { setTimeout as pause } from 'node:timers/promises'
import { isStoredMessage } from '../contract/live.ts'
import { refusal, type Context } from './authorize.ts'
import { openNotes, type NotesParts, type OpenNotes } from './notes-store.ts'
import { pauseOf, placesOf, storeAfter } from './store-pace.ts'

/** Changes that another server has not stored by now are stored here; milliseconds. */
const storeOthersAfter = 700

/** A store that failed is tried again after so many milliseconds. */
const retryAfter = 1000

/**
 * Loads the notes that somebody opens, stores them, does not give up, and tells the page when they are stored.
 * @param onChange is called with each change of a document
 */
export function persistence(
  parts: NotesParts,
  log: FastifyBaseLogger,
  onChange: (document: Document, origin: unknown) => void,
) {
  const opened = new WeakMap<Document, OpenNotes>()
  /** Documents with changes that are not stored, and since when; the oldest first. */
  const due = new Map<Document, number>()
  const storing = new Set<Document>()
  let looking: ReturnType<typeof setTimeout> | undefined
  /** Each page's last question whether its changes are stored, until it is answered. */
  const asked = new WeakMap<Connection, { payload: string }>()
  let hocuspocus: Hocuspocus<Context> | undefined
  let stopping = false

  /** Stores what is there by now. Hocuspocus would let go of a document that could not be stored. */
  async function store(document: Document): Promise<void> {
    const notes = opened.get(document)
    for (let isDone = false; notes && !isDone && !notes.isStored() && !notes.isRefused();) {
      try {
        await notes.save()
        isDone = true
      } catch (error) {
        log.error({ err: error }, 'notes not stored')
        if (stopping) throw error
        await pause(retryAfter, undefined, { ref: false })
      }
    }
    // Whoever has it open reads what was never stored: they come in anew.
    if (notes?.isRefused()) hocuspocus?.closeConnections(document.name)
  }

  /** One timer for all. Documents whose turn comes together are stored with one command (`batched.ts`). */
  function storeSoon(document: Document): void {
    if (!due.has(document)) due.set(document, performance.now())
    looking ??= setTimeout(look, pauseOf(due.size))
  }
  function look(): void {
    looking = undefined
    const before = performance.now() - storeAfter
    let places = placesOf(due.size)
    for (const [document, since] of due) {
      if (since > before || places === 0) break
      // While the database is away one attempt at a time is enough.
      if (storing.has(document)) continue
      places -= 1
      due.delete(document)
      storing.add(document)
      void storeQuietly({ document }).finally(() => storing.delete(document))
    }
    if (due.size > 0) looking = setTimeout(look, pauseOf(due.size))
  }

  async function stored(notes: OpenNotes, document: Document): Promise<void> {
    // Changes from another server are stored there; should that one have died, we store them.
    const later = setTimeout(() => void store(document), storeOthersAfter)
    await notes.whenStored()
    clearTimeout(later)
  }

  /** As a hook of Hocuspocus, which would write an error to the console; it is in the log already. */
  const storeQuietly = ({ document }: { document: Document }) => store(document).catch(() => undefined)

  const extension = {
    extensionName: 'persistence',
    async onConfigure({ instance }) {
      hocuspocus = instance
    },
    async onLoadDocument({ document, documentName, context }) {
      // A server's own look at a document has no socket.
      const { socket }: Partial<Context> = context ?? {}
      const notes = await openNotes(parts, documentName, document).catch((error: unknown) => {
        log.error({ err: error }, 'notes not loaded')
        socket?.refused()
        throw refusal('later')
      })
      if (!notes) {
        socket?.refused()
        throw refusal('forbidden')
      }
      opened.set(document, notes)
    },
    async afterLoadDocument({ document }) {
      // In place of Hocuspocus's own, which reads the address of the socket, asks all extensions and sets a timer anew.
      document.onUpdate((_document, origin) => {
        onChange(document, origin)
        if (!shouldSkipStoreHooks(origin)) storeSoon(document)
      })
    },
    async onStateless({ payload, document, connection }) {
      const notes = opened.get(document)
      if (!notes || !isStoredMessage(payload)) return
      const before = asked.get(connection)
      // The answer to the last question answers those before it.
      if (before) {
        before.payload = payload
        return
      }
      const one = { payload }
      asked.set(connection, one)
      try {
        for (let answered = ''; answered !== one.payload; connection.sendStateless(answered)) {
          answered = one.payload
          await stored(notes, document)
        }
      } finally {
        asked.delete(connection)
      }
    },
    onStoreDocument: storeQuietly,
    beforeUnloadDocument: storeQuietly,
  } satisfies Extension<Context>

  return {
    extension,
    notesOf: (document: Document) => opened.get(document),
    /** Lets everybody go, and resolves once everything is stored. */
    async stop(): Promise<void> {
      stopping = true
      clearTimeout(looking)
      const open = [...(hocuspocus?.documents.values() ?? [])]
      hocuspocus?.closeConnections()
      await Promise.all(open.map(store))
    },
  }
}
