import type { Collection } from '../database/collection.ts'
import { isDuplicateKey } from '../database/errors.ts'
import type { Sealed } from '../plugins/sealing.ts'
import type { PrivateNoteDocument } from './collection.ts'

export type Place = { tenantId: string; pairId: string; conversationId: string; oid: string }
export type Written = { ok: true; note: PrivateNoteDocument } | { ok: false; reason: 'changed-meanwhile' }

export const privateNoteMutations = (notes: Collection<PrivateNoteDocument>) => ({
  /** Writes over the revision that was seen; 0 when there was none. */
  async write(place: Place, seen: number, sealed: Sealed, made: { id: string; at: Date }): Promise<Written> {
    const written = { ...sealed, revision: seen + 1, at: made.at }
    if (seen === 0) {
      const note = { _id: made.id, ...place, ...written }
      try {
        await notes.insertOne(note)
        return { ok: true, note }
      } catch (error) {
        // On another device a moment ago.
        if (!isDuplicateKey(error)) throw error
        return { ok: false, reason: 'changed-meanwhile' }
      }
    }
    const { conversationId, oid } = place
    const note = await notes.findOneAndUpdate(
      { conversationId, oid, revision: seen },
      { $set: written },
      { returnDocument: 'after' },
    )
    return note ? { ok: true, note } : { ok: false, reason: 'changed-meanwhile' }
  },

  /** Nothing is left of it; that there was none is as well. */
  remove: (conversationId: string, oid: string) => notes.deleteMany({ conversationId, oid }),
})
