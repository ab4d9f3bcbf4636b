import type { ComingMeeting } from '../contract/one-on-ones.ts'
import type { UnopenedConversation } from '../conversation/collection.ts'
import type { OneOnOne } from '../meeting/one-on-one.ts'
import { meetingView } from '../meeting/view.ts'
import type { Member, PairDocument } from '../pair/collection.ts'
import { stateOf } from '../preparation/view.ts'
import { usualInterval, wasHeld } from './rhythm.ts'

const week = 7 * 24 * 60 * 60 * 1000
/** How far past their interval a pair's next conversation is still found; a quarter ahead is enough. */
const slack = 3 * week
export const farthest = 13 * week
/** Enough conversations of a pair to know their rhythm, and those of the coming weeks. */
export const conversationsRead = 12

/** A pair with its latest and coming conversations, as one of the two knows it. */
export type KnownPair<C extends UnopenedConversation = UnopenedConversation> = {
  pair: PairDocument
  member: Member
  conversations: C[]
}

/** When a pair talked, of the conversations that are known of it. */
export const heldOf = ({ conversations }: Pick<KnownPair, 'conversations'>, now: Date): Date[] =>
  conversations.filter((one) => wasHeld(one, now)).map((one) => one.meeting.start)

/** How far ahead a pair's next meeting is looked for, in milliseconds. */
export function reachOf({ rhythm }: PairDocument, held: Date[]): number {
  const interval = rhythm?.everyWeeks ? rhythm.everyWeeks * week : (usualInterval(held) ?? 0)
  return Math.min(interval + slack, farthest)
}

/** The conversation of a meeting, when somebody opened it. */
export const conversationAt = <C extends UnopenedConversation>(
  { iCalUId }: Pick<OneOnOne, 'iCalUId'>,
  known: KnownPair<C> | undefined,
): C | undefined => known?.conversations.find((one) => one.iCalUId === iCalUId)

/** A coming meeting, with how far the two are. @param known the pair that it is of */
export function comingView(meeting: OneOnOne, known: KnownPair | undefined): ComingMeeting {
  const preparation = stateOf(conversationAt(meeting, known)?.preparation, known?.member.role ?? 'employee')
  return { ...meetingView(meeting, known?.pair._id ?? null), preparation }
}
