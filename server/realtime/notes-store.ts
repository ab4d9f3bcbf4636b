import { Binary } from 'mongodb'
import * as Y from 'yjs'
import type { ConversationDocument } from '../conversation/collection.ts'
import { stepText } from '../contract/live.ts'
import type { Collection } from '../database/collection.ts'

const prefix = stepText('')

/** The readable text of each step of a live document, by step id. */
export function textsOf(document: Y.Doc): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const name of document.share.keys()) {
    const id = name.slice(prefix.length)
    // The client names its own texts: only what a step can be called is kept, and may be a field's name.
    if (name.startsWith(prefix) && /^[a-z][a-z-]{0,39}$/.test(id))
      texts[id] = document.getText(name).toString()
  }
  return texts
}

/** Live documents in their conversations: the document itself, and its texts beside it for everything else. */
export const notesStore = (conversations: Collection<ConversationDocument>) => ({
  load(conversation: ConversationDocument, into: Y.Doc): void {
    const stored = conversation.notes.document
    if (stored) Y.applyUpdate(into, stored.buffer)
  },
  async save(conversationId: string, document: Y.Doc): Promise<void> {
    await conversations.updateOne(
      { _id: conversationId },
      {
        $set: {
          'notes.document': new Binary(Y.encodeStateAsUpdate(document)),
          'notes.texts': textsOf(document),
        },
      },
    )
  },
})
