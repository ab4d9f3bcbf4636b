import type { Collection } from '../database/collection.ts'
import { isInserted } from '../database/errors.ts'
import { privateNoteId, type PrivateNoteDocument } from './collection.ts'

export type NoteKey = { tenantId: string; pairId: string; conversationId: string; oid: string }
export type Written = { ok: true; note: PrivateNoteDocument } | { ok: false; reason: 'changed-meanwhile' }

export const privateNoteMutations = (notes: Collection<PrivateNoteDocument>) => ({
  /** Writes over the revision that was seen; 0 when there was none. */
  async write(key: NoteKey, seen: number, text: string, at: Date): Promise<Written> {
    const _id = privateNoteId(key)
    const written = { text, revision: seen + 1, at }
    if (seen === 0) {
      const note = { _id, ...key, ...written }
      // Not new: written on another device a moment ago.
      return (await isInserted(notes.insertOne(note)))
        ? { ok: true, note }
        : { ok: false, reason: 'changed-meanwhile' }
    }
    const note = await notes.findOneAndUpdate({ _id, revision: seen }, { $set: written })
    return note ? { ok: true, note } : { ok: false, reason: 'changed-meanwhile' }
  },

  /** Nothing is left of it; that there was none is as well. */
  remove: (conversationId: string, oid: string) =>
    notes.deleteMany({ _id: privateNoteId({ conversationId, oid }) }),
})
