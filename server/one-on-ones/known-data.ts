import type { UnopenedConversation } from '../conversation/collection.ts'
import { conversationData } from '../conversation/data.ts'
import type { Membership } from '../pair/data.ts'
import type { Collections } from '../plugins/context.ts'
import { farthest, heldOf, type KnownPair } from './coming.ts'
import { remembered } from './rhythm.ts'

const week = 7 * 24 * 60 * 60 * 1000
/** Time in which conversations each fortnight are enough to know a rhythm; of other pairs it is looked up further back. */
const lately = 16 * week
/** Retention keeps a pair so long after its last conversation, unless an admin chose another time. */
const longAgo = 104 * week

/** Reads the latest and coming conversations of all of a person's pairs, in as many commands for sixty as for one. */
export function knownPairsOf(
  collections: Collections,
): (places: Membership[], now: Date) => Promise<KnownPair[]> {
  const conversations = conversationData(collections.conversations)

  return async (places, now) => {
    if (places.length === 0) return []
    const after = (ahead: number) => new Date(now.getTime() + ahead)
    const known = (some: UnopenedConversation[]) => {
      const byPair = Map.groupBy(some, ({ pairId }) => pairId)
      return places.map((one): KnownPair => ({ ...one, conversations: byPair.get(one.pair._id) ?? [] }))
    }
    const ids = places.map(({ pair }) => pair._id)
    const recent = await conversations.ofPairs(ids, after(-lately), after(farthest))
    const few = known(recent).filter((one) => heldOf(one, now).length < remembered)
    if (few.length === 0) return known(recent)
    const fewIds = few.map(({ pair }) => pair._id)
    const earlier = await conversations.ofPairs(fewIds, after(-longAgo), after(-lately))
    return known([...recent, ...earlier])
  }
}
