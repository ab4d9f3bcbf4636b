import type { DocumentOfPair } from '../database/collection.ts'
import { clear } from '../sealing/clear.ts'
import type { Readable, SealedSpec } from '../sealing/declaration.ts'

/** One person's own notes in one conversation. */
export type PrivateNoteDocument = DocumentOfPair & {
  conversationId: string
  /** Its author, and its only reader. */
  oid: string
  revision: number
  at: Date
} & Readable<{ text: string }>

export const privateNoteSpec: SealedSpec<PrivateNoteDocument> = {
  name: 'privateNotes',
  scope: { of: 'pair', marked: true, own: 'oid', exportedAs: 'myNotes' },
  earlier: [
    {
      at: '',
      place: ({ conversationId, oid, revision }: PrivateNoteDocument) =>
        `private note ${conversationId} ${oid} ${revision}`,
      read: (text) => ({ text }),
    },
  ],
  fields: {
    $marked: true,
    tenantId: clear.id,
    pairId: clear.id,
    pairEnded: clear.mark,
    conversationId: clear.id,
    oid: clear.id,
    revision: clear.number,
    at: clear.date,
    text: 'content',
  },
  indexes: [{ pairId: 1, oid: 1 }],
}

/** Named after whose it is, so that there is one. */
export const privateNoteId = (one: Pick<PrivateNoteDocument, 'conversationId' | 'oid'>): string =>
  `${one.conversationId}.${one.oid}`
