import type { Collection, Database } from '../database/collection.ts'
import { pairSpec, type Member, type PairDocument } from '../pair/collection.ts'
import { memberOf } from '../pair/policy.ts'
import { conversationSpec, type ConversationDocument } from './collection.ts'

export type Entered = { conversation: ConversationDocument; pair: PairDocument; member: Member }
export type ConversationAccess = (
  person: { tenantId: string; oid: string },
  conversationId: string,
) => Promise<Entered | null>

export const conversationData = (conversations: Collection<ConversationDocument>) => ({
  byId: (conversationId: string, tenantId: string) =>
    conversations.findOne({ _id: conversationId, tenantId }),

  /** All that a pair ever had, latest first, without their live documents. */
  allOfPair: (pairId: string) =>
    conversations
      .find({ pairId }, { sort: { 'meeting.start': -1 }, projection: { 'notes.document': 0 } })
      .toArray(),

  /** The conversations of these pairs that begin after a moment, without their live documents. */
  from: (pairIds: string[], after: Date) =>
    conversations
      .find(
        { pairId: { $in: pairIds }, 'meeting.start': { $gt: after } },
        { projection: { 'notes.document': 0 } },
      )
      .toArray(),

  /** The conversation of an occurrence, in whichever of these pairs. */
  ofMeeting: (tenantId: string, pairIds: string[], iCalUId: string) =>
    conversations.findOne({ tenantId, pairId: { $in: pairIds }, iCalUId }),

  /** A pair's latest and coming conversations, latest first, without their live documents. */
  ofPair: (pairId: string, limit: number) =>
    conversations
      .find({ pairId }, { sort: { 'meeting.start': -1 }, limit, projection: { 'notes.document': 0 } })
      .toArray(),

  /** The pair's conversations that begin from one moment up to another, earliest first, without their live documents. */
  between: (pairId: string, from: Date, until: Date) =>
    conversations
      .find(
        { pairId, 'meeting.start': { $gte: from, $lt: until } },
        { sort: { 'meeting.start': 1 }, projection: { 'notes.document': 0 } },
      )
      .toArray(),

  /** Is it finished, and has a later one of the pair begun? Then it reads as it was held. */
  isPast: async ({ pairId, state, meeting }: ConversationDocument, now: Date): Promise<boolean> =>
    state === 'finished' &&
    (
      await conversations
        .find(
          { pairId, 'meeting.start': { $gt: meeting.start, $lte: now } },
          { limit: 1, projection: { notes: 0 } },
        )
        .toArray()
    ).length > 0,

  /** The pair's conversations that began before, latest first, without their live documents. */
  before: (pairId: string, start: Date, limit: number) =>
    conversations
      .find(
        { pairId, 'meeting.start': { $lt: start } },
        { sort: { 'meeting.start': -1 }, limit, projection: { 'notes.document': 0 } },
      )
      .toArray(),
})

/**
 * The one door to a conversation, for routes and sockets: there, of this tenant, and of a pair that the person
 * is a member of. Null does not say which of these failed.
 */
export async function conversationAccess(database: Database): Promise<ConversationAccess> {
  const conversations = conversationData(await database.collection(conversationSpec))
  const pairs = await database.collection(pairSpec)
  return async (person, conversationId) => {
    const conversation = await conversations.byId(conversationId, person.tenantId)
    const pair = conversation && (await pairs.findOne({ _id: conversation.pairId }))
    const member = pair && memberOf(pair, person)
    return conversation && pair && member ? { conversation, pair, member } : null
  }
}
