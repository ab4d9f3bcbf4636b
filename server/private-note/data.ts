import type { PrivateNote } from '../contract/private-note.ts'
import type { Collection } from '../database/collection.ts'
import type { Sealing } from '../sealing/sealed-field.ts'
import { noteBinding, privateNoteId, type PrivateNoteDocument } from './collection.ts'

export async function noteView(sealing: Sealing, note: PrivateNoteDocument | null): Promise<PrivateNote> {
  if (!note) return { text: '', revision: 0 }
  const opened = await sealing.open(note.tenantId, noteBinding(note), note.sealed)
  return opened.ok
    ? { text: opened.text, revision: note.revision }
    : { text: '', revision: note.revision, unreadable: true }
}

/** Every read names the author: there is no reading of somebody else's. */
export const privateNoteData = (notes: Collection<PrivateNoteDocument>) => ({
  of: (conversationId: string, oid: string) => notes.findOne({ _id: privateNoteId({ conversationId, oid }) }),
  ofPair: (pairId: string, oid: string) => notes.find({ pairId, oid }).toArray(),
  count: (pairId: string, oid: string) => notes.countDocuments({ pairId, oid }),
})
