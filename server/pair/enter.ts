import type { Calendar } from '../graph/calendar.ts'
import { me, pairKey, type OneOnOne } from '../meeting/one-on-one.ts'
import type { Member, PairDocument } from './collection.ts'
import type { PairData } from './data.ts'
import type { PairMutations } from './mutations.ts'
import { memberOf } from './policy.ts'

type Who = { tenantId: string; oid: string }
export type Entered =
  | { ok: true; pair: PairDocument; member: Member; joined: boolean }
  | { ok: false; reason: 'no-pair' | 'forbidden' }

/**
 * The pair of a meeting and this person's place in it. The first time somebody enters, the place is theirs only
 * when its address is one of their own mailbox: a forwarded invite does not make anybody a member.
 */
export async function enterPair(
  pairs: PairData & PairMutations,
  calendar: Calendar,
  person: Who,
  meeting: OneOnOne,
): Promise<Entered> {
  const pair = await pairOf(pairs, person.tenantId, meeting)
  if (!pair) return { ok: false, reason: 'no-pair' }
  const known = memberOf(pair, person)
  if (known) return { ok: true, pair, member: known, joined: false }
  if (!(await ownsPlace(calendar, meeting))) return { ok: false, reason: 'forbidden' }
  const bound = await pairs.bind(pair, person, me(meeting).address)
  const member = bound && memberOf(bound, person)
  return bound && member
    ? { ok: true, pair: bound, member, joined: true }
    : { ok: false, reason: 'forbidden' }
}

/**
 * The pair that the two were when a meeting began, or are now. A meeting that begins after a pair ended is none of
 * its: with it the two may begin a new one.
 */
export async function pairOf(
  pairs: PairData,
  tenantId: string,
  meeting: OneOnOne,
): Promise<PairDocument | null> {
  const present = await pairs.byKey(tenantId, pairKey(meeting))
  if (present && present.createdAt <= meeting.start) return present
  return (await pairs.endedAfter(tenantId, pairKey(meeting), meeting.start)) ?? present
}

/** Is the place that the meeting gives "me" an address of this very mailbox? */
export async function ownsPlace(calendar: Calendar, meeting: OneOnOne): Promise<boolean> {
  const { addresses } = await calendar.profile()
  return addresses.includes(me(meeting).address)
}
