import type { PersonKey } from '../contract/person-key.ts'
import type { Collections } from '../plugins/context.ts'
import type { Filter } from 'mongodb'
import type { Collection, Sort } from '../database/collection.ts'
import type { Member, PairDocument } from '../pair/collection.ts'
import { memberOf } from '../pair/policy.ts'
import { unopened } from '../sealing/sealed-collection.ts'
import {
  withoutNotes,
  type ConversationDocument,
  type ListedConversation,
  type UnopenedConversation,
} from './collection.ts'
import { amongRecent, lookBack, recentRead, type Among } from './recent.ts'

export type Entered = { conversation: ConversationDocument; pair: PairDocument; member: Member }
export type ConversationAccess = (person: PersonKey, conversationId: string) => Promise<Entered | null>

/** Finds conversations without their notes, which are most of what is stored of them. */
export const listedIn =
  (conversations: Collection<ConversationDocument>) =>
  (
    filter: Filter<ConversationDocument>,
    options: { sort?: Sort; limit?: number } = {},
  ): Promise<ListedConversation[]> =>
    conversations.find(filter, { ...options, projection: withoutNotes }).toArray()

/** Finds conversations without anything that is sealed. */
export const unopenedIn =
  (conversations: Collection<ConversationDocument>) =>
  (
    filter: Filter<ConversationDocument>,
    options: { sort?: Sort; limit?: number } = {},
  ): Promise<UnopenedConversation[]> =>
    conversations.find(filter, { ...options, projection: unopened }).toArray()

const latestFirst = { sort: { 'meeting.start': -1 } } as const

export const conversationData = (conversations: Collection<ConversationDocument>) => {
  const listed = listedIn(conversations)
  const seen = unopenedIn(conversations)
  /** A pair's latest and coming conversations, latest first. */
  const recent = (pairId: string) => listed({ pairId }, { ...latestFirst, limit: recentRead })
  /** The pair's conversations that began before, latest first. */
  const before = (pairId: string, start: Date, limit: number) =>
    listed({ pairId, 'meeting.start': { $lt: start } }, { ...latestFirst, limit })
  /** Is it finished, and has a later one of the pair begun? Then it reads as it was held. */
  async function isPast({ pairId, state, meeting }: ListedConversation, now: Date): Promise<boolean> {
    if (state !== 'finished') return false
    const later = { pairId, 'meeting.start': { $gt: meeting.start, $lte: now } }
    return (await conversations.find(later, { limit: 1, projection: { _id: 1 } }).toArray()).length > 0
  }
  return {
    recent,
    before,
    isPast,

    byId: (conversationId: string, tenantId: string) =>
      conversations.findOne({ _id: conversationId, tenantId }),

    /** All that a pair ever had, latest first. */
    allOfPair: (pairId: string) => seen({ pairId }, latestFirst),

    /** When a pair's latest or coming conversation is. */
    latestOf: async (pairId: string): Promise<UnopenedConversation | null> =>
      (await seen({ pairId }, { ...latestFirst, limit: 1 }))[0] ?? null,

    /** The pair's conversation that began last before a moment. */
    lastBefore: async (pairId: string, start: Date): Promise<UnopenedConversation | null> =>
      (await seen({ pairId, 'meeting.start': { $lt: start } }, { ...latestFirst, limit: 1 }))[0] ?? null,

    /** The same, with what was written in them. */
    allWithNotes: (pairId: string) => conversations.find({ pairId }, latestFirst).toArray(),

    /** The conversations of these pairs that begin after a moment. */
    from: (pairIds: string[], after: Date) =>
      listed({ pairId: { $in: pairIds }, 'meeting.start': { $gt: after } }),

    /** The conversations of these pairs that begin from one moment up to another. */
    ofPairs: (pairIds: string[], from: Date, until: Date) =>
      seen({ pairId: { $in: pairIds }, 'meeting.start': { $gte: from, $lt: until } }),

    /** The conversation of an occurrence, in whichever of these pairs. */
    ofMeeting: (tenantId: string, pairIds: string[], iCalUId: string) =>
      conversations.findOne({ tenantId, pairId: { $in: pairIds }, iCalUId }),

    /** A pair's latest and coming conversations, latest first. */
    ofPair: (pairId: string, limit: number) => listed({ pairId }, { ...latestFirst, limit }),

    /** The pair's conversations that begin from one moment up to another, earliest first. */
    between: (pairId: string, from: Date, until: Date) =>
      listed({ pairId, 'meeting.start': { $gte: from, $lt: until } }, { sort: { 'meeting.start': 1 } }),

    /**
     * Where a conversation stands among its pair's: one command, as long as it is one of the latest.
     * @param read the pair's `recent`, where they were read already
     */
    async among(conversation: ListedConversation, now: Date, read?: ListedConversation[]): Promise<Among> {
      const { pairId, meeting } = conversation
      const found = amongRecent(conversation, read ?? (await recent(pairId)), now)
      if (found) return found
      const [earlier, past] = await Promise.all([
        before(pairId, meeting.start, lookBack),
        isPast(conversation, now),
      ])
      return { past, earlier }
    },

    /** The text of each of its steps, as it is stored. */
    async texts(conversationId: string): Promise<Record<string, string>> {
      return (await conversations.findOne({ _id: conversationId }))?.notes.texts ?? {}
    },
  }
}

/**
 * The access check of a conversation, for routes and WebSockets: it exists, in this tenant, and the person is a member of
 * its pair. Null does not say which of these failed, so that nobody learns which conversations exist.
 */
export function conversationAccess(collections: Collections): ConversationAccess {
  const conversations = conversationData(collections.conversations)
  const pairs = collections.pairs
  return async (person, conversationId) => {
    const conversation = await conversations.byId(conversationId, person.tenantId)
    const pair = conversation && (await pairs.findOne({ _id: conversation.pairId }))
    const member = pair && memberOf(pair, person)
    return conversation && pair && member ? { conversation, pair, member } : null
  }
}
