import type { NextMeeting } from '../contract/pair-page.ts'
import type { ListedConversation } from '../conversation/collection.ts'
import type { Calendar } from '../graph/calendar.ts'
import { oneOnOnes } from '../meeting/one-on-one.ts'
import { comingView, conversationAt, type KnownPair } from '../one-on-ones/coming.ts'
import { addressesOf, isOfTwo, otherRole } from '../pair/policy.ts'
import { mineView, theirsView } from '../preparation/view.ts'

/** Reads the next meeting of a pair out of the calendar of one of the two, with what each prepared for it. */
export async function nextMeeting(
  calendar: Calendar,
  known: KnownPair<ListedConversation>,
  now: Date,
  reach: number,
): Promise<NextMeeting | null> {
  const events = await calendar.view(now, new Date(now.getTime() + reach))
  const people = [known.member, ...known.pair.members].map(addressesOf)
  const next = oneOnOnes(events, people).find((one) => isOfTwo(known.pair, one))
  if (!next) return null
  const conversation = conversationAt(next, known)
  const { role } = known.member
  const [mine, theirs] = conversation
    ? await Promise.all([mineView(conversation, role), theirsView(conversation, otherRole(role))])
    : [null, null]
  return {
    ...comingView(next, known),
    conversationId: conversation?._id ?? null,
    prepared: { mine, theirs },
  }
}
