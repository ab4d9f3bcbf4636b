import type { Connection, Document, Extension, Hocuspocus } from '@hocuspocus/server'
import type { FastifyBaseLogger } from 'fastify'
import { setTimeout as pause } from 'node:timers/promises'
import { isStoredMessage } from '../contract/live.ts'
import { refusal, type Context } from './authorize.ts'
import { openNotes, type NotesParts, type OpenNotes } from './notes-store.ts'

/** How long typing may rest, and how long it may go on, before it is stored; milliseconds. */
export const storeAfter = { debounce: 250, maxDebounce: 700 }

/** A store that failed is tried again after so many milliseconds. */
const retryAfter = 1000

/** Loads the notes that somebody opens, stores them, does not give up, and tells the page when they are stored. */
export function persistence(parts: NotesParts, log: FastifyBaseLogger) {
  const opened = new WeakMap<Document, OpenNotes>()
  const inTurn = cooperativeThrottle()
  /** Each page's last question whether its changes are stored, until it is answered. */
  const asked = new WeakMap<Connection, { payload: string }>()
  let hocuspocus: Hocuspocus<Context> | undefined
  let stopping = false

  /** Hocuspocus would let go of a document that could not be stored. */
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
    if (notes?.isRefused()) hocuspocus?.closeConnections(document.name)
  }

  async function stored(notes: OpenNotes, document: Document): Promise<void> {
    // Changes from another server are stored there; should that one have died, we store them.
    const later = setTimeout(() => void store(document), storeAfter.maxDebounce)
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
      const notes = await openNotes(parts, documentName, document, inTurn).catch((error: unknown) => {
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
      const open = [...(hocuspocus?.documents.values() ?? [])]
      hocuspocus?.closeConnections()
      await Promise.all(open.map(store))
    },
  }
}

/**
 * Work that may hold up the whole process, as the embedded engine does while it waits for the disk, gets half of the
 * time at most: in between keys reach the other screen. Work that only waits holds up nobody and is not slowed.
 */
function cooperativeThrottle() {
  let free = Promise.resolve()
  return <T>(work: () => Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      free = free.then(async () => {
        const began = performance.now()
        work().then(resolve, reject)
        const held = performance.now() - began
        if (held >= 1) await pause(held)
      })
    })
}
