import type { CollectionSpec } from '../database/collection.ts'

/** One person's own notes in one conversation, sealed. */
export type PrivateNoteDocument = {
  _id: string
  tenantId: string
  pairId: string
  conversationId: string
  /** Its author, and its only reader. */
  oid: string
  sealed: string
  keyVersion: number
  /** Its pair ended: nobody writes in it any more. */
  pairEnded?: true | null
  revision: number
  at: Date
}

export const privateNoteSpec: CollectionSpec<PrivateNoteDocument> = {
  name: 'privateNotes',
  indexes: [
    { fields: { conversationId: 1, oid: 1 }, unique: true },
    { fields: { pairId: 1, oid: 1 } },
    { fields: { tenantId: 1, keyVersion: 1 } },
  ],
}
