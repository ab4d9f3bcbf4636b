import { OutgoingMessage, type Connection, type Document } from '@hocuspocus/server'
import { messageYjsSyncStep2 } from 'y-protocols/sync'
import * as Y from 'yjs'
import { sizeLimits } from '../contract/limits.ts'
import { fullMessage, longMessage, refusedMessage } from '../contract/live.ts'
import type { Context } from './authorize.ts'
import { choicesIn, fitsPlace, putRight } from './fits-place.ts'
import type { OpenNotes } from './notes-store.ts'
import { placesIn } from './places.ts'
import type { SyncMessage } from './read-message.ts'
import { ownEdit } from './live-item.ts'
import { readUpdate, type ReadUpdate } from './read-update.ts'
import { makesTooLong } from './step-length.ts'

/**
 * The outcome of an update. `full`: the document has reached its limit. `long`: a text has. `refused`: the person may
 * not edit, it is for no step or commitment of the conversation, or an update that it builds on is missing.
 * `unreadable`: no page sent that.
 */
export type Outcome = 'applied' | 'full' | 'long' | 'refused' | 'unreadable'

/**
 * Takes an update only from a person who may edit, when it can be read, is complete and fits, and tells the page what became
 * of it. Hocuspocus would read and apply it without a look.
 * @returns a promise only when the database has to be asked
 */
export function takeUpdate(
  { step, payload }: SyncMessage,
  connection: Connection,
  notes: OpenNotes | undefined,
): Promise<void> | void {
  const { document, context } = connection
  const { socket, person } = context as Context
  const read = readUpdate(payload)
  if (!read) return socket.end('unreadable', 1003)

  const take = (isTaken: boolean): void => {
    // Updates of somebody who was disconnected meanwhile are not taken either.
    const mayType = person?.right === 'edit' && document.hasConnection(connection)
    const outcome =
      mayType && isTaken && notes ? applyUpdate(payload, read, document, notes, connection) : 'refused'
    if (outcome === 'unreadable') return socket.end('unreadable', 1003)
    if (outcome === 'full') connection.sendStateless(fullMessage)
    if (outcome === 'long') connection.sendStateless(longMessage)
    const isThere = outcome === 'applied' || (step === messageYjsSyncStep2 && isKnown(payload, document))
    if (outcome === 'refused' && !isThere) connection.sendStateless(refusedMessage)
    connection.send(new OutgoingMessage(document.name).writeSyncStatus(isThere).toUint8Array())
  }

  if (!notes || notes.knows(read.names)) return take(true)
  // When the database cannot answer now, the update is refused, and the page sends it anew.
  return notes.takes(read.names).then(take, () => take(false))
}

/** Puts an update into the document. */
export function applyUpdate(
  update: Uint8Array,
  read: ReadUpdate,
  document: Document,
  notes: Pick<OpenNotes, 'fits'>,
  connection: Connection,
): Outcome {
  const { store } = document
  const { pendingStructs, pendingDs } = store
  const placeOf = placesIn(read, document)
  try {
    // At the bound a text may still become shorter.
    if (!notes.fits(update.length, sizeLimits.notes.server) && read.structs.length > 0) return 'full'
    if (!fitsPlace(read, placeOf)) return 'refused'
    if (makesTooLong(read, document, placeOf)) return 'long'
    const choices = choicesIn(read, placeOf, document)
    Object.assign(store, { pendingStructs: null, pendingDs: null })
    Y.applyUpdate(document, update, { source: 'connection', connection })
    if (store.pendingStructs || store.pendingDs) return 'refused'
    const { person } = connection.context as Context
    if (person && choices.length > 0)
      document.transact(() => putRight(choices, document, person.role), ownEdit)
    return 'applied'
  } catch {
    return 'unreadable'
  } finally {
    // Yjs keeps aside what builds on something missing, and it would grow there, unannounced and unbounded. Whoever
    // has the rest sends all of it when they sync.
    Object.assign(store, { pendingStructs, pendingDs })
  }
}

/** Is there nothing in it that the document does not have? A page that may only read sends what it has, too. */
export const isKnown = (update: Uint8Array, document: Document): boolean =>
  Y.snapshotContainsUpdate(Y.snapshot(document), update)
