import type { ListedConversation } from '../conversation/collection.ts'
import { organisersOf } from '../conversation/recent.ts'
import type { PairDocument } from '../pair/collection.ts'
import { addressesOf } from '../pair/policy.ts'

/**
 * Is a person's mailbox worth following? Of each conversation one of two calendars is enough, the organiser's: only there is
 * written, and it alone says that a conversation is off. The other's is, when the organiser has never been here, or does not
 * let us in any more.
 * @param away people whose mailboxes cannot be followed
 */
export function isWorthFollowing(
  oid: string,
  known: { pairs: PairDocument[]; conversations: ListedConversation[]; active: ListedConversation[] },
  away: ReadonlySet<string>,
): boolean {
  return known.pairs.some(({ _id, members }) => {
    const all = [...known.conversations, ...known.active].filter((one) => one.pairId === _id)
    const organisers = organisersOf(all)
    const followed = members.filter(
      (member) =>
        member.oid && !away.has(member.oid) && addressesOf(member).some((one) => organisers.includes(one)),
    )
    return followed.length > 0 ? followed.some((member) => member.oid === oid) : organisers.length > 0
  })
}
