import { Binary } from 'mongodb'
import * as Y from 'yjs'
import { stepText } from '../../server/contract/live.ts'
import { conversationSpec, notesSpec } from '../../server/conversation/collection.ts'
import type { Database } from '../../server/database/collection.ts'

/** Steps of the standard template in which people type, besides the one that tests look at. */
const steps = ['check-in', 'reality', 'options', 'will']
/** Letters that stay in each; as many are taken out again. */
const most = 15_000

/**
 * Types until the document is about so large: every other letter is taken out again, for Yjs keeps a run of letters as
 * one. In small transactions, each of which a server takes as one message. Once all of it is taken out hardly anything
 * is left, for the letters stand in the order in which they were typed.
 */
export function fillNotes(document: Y.Doc, bytes: number): void {
  const size = () => Y.encodeStateAsUpdate(document).length
  for (const step of steps) {
    const text = document.getText(stepText(step))
    // Before a full stop: what is named on both sides takes more room.
    if (text.length === 0) text.insert(0, '.')
    while (text.length < most) {
      // A letter and a trace of another take some 40 bytes.
      const count = Math.min(2500, Math.floor((bytes - size()) / 45))
      if (count < 5) break
      document.transact(() => {
        const start = text.length - 1
        text.insert(start, '€'.repeat(2 * count))
        const everyOther = Array.from({ length: count }, () => [{ delete: 1 }, { retain: 1 }])
        text.applyDelta([{ retain: start }, ...everyOther.flat()])
      })
    }
    const room = bytes - size()
    if (room < 5000) return text.insert(0, 'x'.repeat(Math.max(0, room - 40)))
  }
}

/** A document of about so large, of a conversation that nobody has opened yet: no socket need carry it. */
export async function storeFilled(database: Database, conversationId: string, bytes: number): Promise<void> {
  const filled = new Y.Doc()
  fillNotes(filled, bytes)
  const conversations = await database.collection(conversationSpec)
  const { tenantId, pairId } = (await conversations.findOne({ _id: conversationId }))!
  const document = new Binary(Y.encodeStateAsUpdate(filled))
  const notes = await database.collection(notesSpec)
  await notes.insertOne({ _id: conversationId, tenantId, pairId, document, revision: 1 })
}

/** What is left of them when all of it is taken out. */
export function emptyNotes(document: Y.Doc): void {
  for (const step of steps) {
    const text = document.getText(stepText(step))
    text.delete(0, text.length)
  }
}
