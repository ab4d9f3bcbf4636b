import type { Sealed } from '../sealing/sealed-field.ts'
import type { CollectionSpec, DocumentOfPair } from '../database/collection.ts'

/** One person's own notes in one conversation, sealed. */
export type PrivateNoteDocument = DocumentOfPair &
  Sealed & {
    conversationId: string
    /** Its author, and its only reader. */
    oid: string
    revision: number
    at: Date
  }

/**
 * Bound to its conversation, author and revision: it opens neither at another place in the database, nor where it stood
 * before it was changed.
 */
export const noteBinding = ({
  conversationId,
  oid,
  revision,
}: Pick<PrivateNoteDocument, 'conversationId' | 'oid' | 'revision'>) =>
  `private note ${conversationId} ${oid} ${revision}`

export const privateNoteSpec: CollectionSpec<PrivateNoteDocument> = {
  name: 'privateNotes',
  scope: { of: 'pair', marked: true, own: 'oid', exportedAs: 'myNotes' },
  sealed: [{ field: '', boundTo: noteBinding }],
  indexes: [
    { pairId: 1, oid: 1 },
    { tenantId: 1, keyVersion: 1 },
  ],
}

/** Named after whose it is, so that there is one. */
export const privateNoteId = (one: Pick<PrivateNoteDocument, 'conversationId' | 'oid'>): string =>
  `${one.conversationId}.${one.oid}`
