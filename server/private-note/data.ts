import type { PrivateNote } from '../contract/private-note.ts'
import type { Collection } from '../database/collection.ts'
import type { Sealing } from '../plugins/sealing.ts'
import type { PrivateNoteDocument } from './collection.ts'

/** Bound to its conversation and author: moved to another place in the database it does not open. */
export const placeOf = ({ conversationId, oid }: Pick<PrivateNoteDocument, 'conversationId' | 'oid'>) =>
  `private note ${conversationId} ${oid}`

export async function noteView(sealing: Sealing, note: PrivateNoteDocument | null): Promise<PrivateNote> {
  if (!note) return { text: '', revision: 0 }
  const opened = await sealing.open(note.tenantId, placeOf(note), note.sealed)
  return opened.ok
    ? { text: opened.text, revision: note.revision }
    : { text: '', revision: note.revision, unreadable: true }
}

/** Every read names the author: there is no reading of somebody else's. */
export const privateNoteData = (notes: Collection<PrivateNoteDocument>) => ({
  of: (conversationId: string, oid: string) => notes.findOne({ conversationId, oid }),
  ofPair: (pairId: string, oid: string) => notes.find({ pairId, oid }).toArray(),
  count: (pairId: string, oid: string) => notes.countDocuments({ pairId, oid }),
})
