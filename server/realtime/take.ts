import type { Connection, Document } from '@hocuspocus/server'
import * as Y from 'yjs'
import { documentLimit } from '../contract/live.ts'
import type { OpenNotes } from './notes-store.ts'

/**
 * What became of what somebody typed: `full`, the document has reached its bound; `refused`, they may not change it,
 * or something that it builds on is missing; `unreadable`, no page sent that.
 */
export type Outcome = 'taken' | 'full' | 'refused' | 'unreadable'

/**
 * Puts an update into the document. Hocuspocus does so after us and finds it there; by itself it would write what
 * cannot be read to the console, and say that it was taken.
 */
export function take(
  update: Uint8Array,
  document: Document,
  notes: OpenNotes,
  connection: Connection,
): Outcome {
  const { store } = document
  const { pendingStructs, pendingDs } = store
  try {
    // At the bound a text may still become shorter.
    if (!notes.fits(update.length, documentLimit.server) && !onlyDeletes(update)) return 'full'
    Object.assign(store, { pendingStructs: null, pendingDs: null })
    Y.applyUpdate(document, update, { source: 'connection', connection })
    return store.pendingStructs || store.pendingDs ? 'refused' : 'taken'
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

const onlyDeletes = (update: Uint8Array): boolean => Y.decodeUpdate(update).structs.length === 0
