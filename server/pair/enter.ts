import type { Calendar } from '../graph/calendar.ts'
import { me, pairKey, type OneOnOne } from '../meeting/one-on-one.ts'
import type { Member, PairDocument } from './collection.ts'
import type { PairData } from './data.ts'
import type { PairMutations } from './mutations.ts'
import { memberOf } from './policy.ts'

type Who = { tenantId: string; oid: string }
export type Entered =
  { ok: true; pair: PairDocument; member: Member } | { ok: false; reason: 'no-pair' | 'forbidden' }

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
  const pair = await pairs.byKey(person.tenantId, pairKey(meeting))
  if (!pair) return { ok: false, reason: 'no-pair' }
  const known = memberOf(pair, person)
  if (known) return { ok: true, pair, member: known }
  if (!(await ownsPlace(calendar, meeting))) return { ok: false, reason: 'forbidden' }
  const bound = await pairs.bind(pair, person, me(meeting).address)
  const member = bound && memberOf(bound, person)
  return bound && member ? { ok: true, pair: bound, member } : { ok: false, reason: 'forbidden' }
}

/** Is the place that the meeting gives "me" an address of this very mailbox? */
export async function ownsPlace(calendar: Calendar, meeting: OneOnOne): Promise<boolean> {
  const { addresses } = await calendar.profile()
  return addresses.includes(me(meeting).address)
}
