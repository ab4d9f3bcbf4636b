import type { Publication } from '../contract/publication.ts'
import { conversationSpec } from '../conversation/collection.ts'
import type { Database } from '../database/collection.ts'
import { publicationView } from './view.ts'

/** A pair's publication that still waits, if there is one. */
export async function waitingOf(
  database: Database,
): Promise<(pairId: string) => Promise<Publication | null>> {
  const conversations = await database.collection(conversationSpec)
  return async (pairId) => {
    const waiting = await conversations.findOne({ pairId, 'publication.state': 'waiting' })
    return waiting && publicationView(waiting.publication)
  }
}
