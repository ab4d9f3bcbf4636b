import type { PersonKey } from '../contract/person-key.ts'
import type { ConversationDocument } from '../conversation/collection.ts'
import { conversationData } from '../conversation/data.ts'
import type { Collection } from '../database/collection.ts'
import type { PairData } from '../pair/data.ts'

/** Nobody is disturbed in a conversation, nor in the minutes after it. */
const rest = 5 * 60_000

/** Until when a person is left alone because they are in a conversation that we know of; null when they are in none. */
export const inConversation = (pairs: PairData, conversations: Collection<ConversationDocument>) => {
  const { lastBefore } = conversationData(conversations)
  return async (person: PersonKey, now: Date): Promise<Date | null> => {
    const mine = await pairs.ofPerson(person.tenantId, person.oid)
    // Begun before a moment from now, so that one that begins this very second counts.
    const soon = new Date(now.getTime() + 1)
    const latest = await Promise.all(mine.map((pair) => lastBefore(pair._id, soon)))
    const ends = latest.flatMap((one) => (one ? one.meeting.end.getTime() + rest : []))
    const last = Math.max(0, ...ends.filter((end) => end > now.getTime()))
    return last > 0 ? new Date(last) : null
  }
}
