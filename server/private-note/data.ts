import type { PrivateNote } from '../contract/private-note.ts'
import type { Collection } from '../database/collection.ts'
import { privateNoteId, type PrivateNoteDocument } from './collection.ts'

export function noteView(note: PrivateNoteDocument | null): PrivateNote {
  if (!note) return { text: '', revision: 0 }
  const { revision } = note
  return note.lost ? { text: '', revision, unreadable: true } : { text: note.text, revision }
}

/** Every read names the author: there is no reading of somebody else's. */
export const privateNoteData = (notes: Collection<PrivateNoteDocument>) => ({
  of: (conversationId: string, oid: string) => notes.findOne({ _id: privateNoteId({ conversationId, oid }) }),
  ofPair: (pairId: string, oid: string) => notes.find({ pairId, oid }).toArray(),
  count: (pairId: string, oid: string) => notes.countDocuments({ pairId, oid }),
})
