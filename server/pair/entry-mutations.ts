import type { PersonKey } from '../contract/person-key.ts'
import type { Calendar } from '../graph/calendar.ts'
import { me, other, pairKey, type OneOnOne } from '../meeting/one-on-one.ts'
import type { Member, PairDocument } from './collection.ts'
import type { PairData } from './data.ts'
import type { PairMutations } from './mutations.ts'
import { addressesOf, hasLeft, isOfTwo, isOver, memberAt, memberOf } from './policy.ts'

export type Entered =
  | { ok: true; pair: PairDocument; member: Member; joined: boolean }
  | { ok: false; reason: 'no-pair' | 'not-found' | 'forbidden' }

const day = 24 * 60 * 60_000
/** A person's addresses change seldom: they are looked up once a month, milliseconds. */
const addressesLast = 30 * day

/** Need the addresses of a member not be looked up? An invite with another one says that there are others, once a day. */
function isFresh(member: Member, meeting: OneOnOne, now: Date): boolean {
  const age = now.getTime() - (member.addressesAt?.getTime() ?? 0)
  return age < day || (age < addressesLast && addressesOf(member).includes(me(meeting).address))
}

/**
 * The pair of a meeting and this person's place in it. The first time somebody enters, the place is theirs only
 * when its address is one of their own mailbox: a forwarded invite does not make anybody a member.
 * @param mine all pairs that they are in
 */
export async function enterPair(
  pairs: PairData & PairMutations,
  calendar: Calendar,
  person: PersonKey,
  mine: PairDocument[],
  meeting: OneOnOne,
  now: Date,
): Promise<Entered> {
  const among = await pairOf(pairs, person, mine, meeting)
  const known = among && memberOf(among, person)
  if (known && (isOver(among) || isFresh(known, meeting, now)))
    return { ok: true, pair: among, member: known, joined: false }
  const { addresses } = await calendar.profile()
  const pair = among ?? (await pairOf(pairs, person, mine, meeting, addresses))
  if (!pair) return { ok: false, reason: 'no-pair' }
  if (hasLeft(pair, person)) return { ok: false, reason: 'not-found' }
  const before = memberOf(pair, person)
  const place = before ?? placeOf(pair, meeting, addresses)
  if (!place) return { ok: false, reason: 'forbidden' }
  const bound = await pairs.bind(pair, person, place, { addresses, at: now })
  const member = bound && memberOf(bound, person)
  return bound && member
    ? { ok: true, pair: bound, member, joined: !before }
    : { ok: false, reason: 'forbidden' }
}

/** Is this person one of the two? Graph says so of who organises, by whatever address. */
export const isMine = (meeting: OneOnOne, addresses: string[]): boolean =>
  meeting.isOrganiser || addresses.includes(me(meeting).address)

/** The place in a pair that a mailbox with these addresses may take, or has. */
export function placeOf(pair: PairDocument, meeting: OneOnOne, addresses: string[]): Member | undefined {
  if (!isMine(meeting, addresses)) return undefined
  return pair.members.find((one) => addresses.includes(one.address)) ?? memberAt(pair, me(meeting).address)
}

/**
 * The pair that the two were when a meeting began, or are now. A meeting that begins after a pair ended is none of
 * its: with it the two may begin a new one. By whichever of their addresses the meeting names them, they are the same.
 * @param ever all pairs that the person who asks is in
 * @param addresses of the person who asks, where they have not been in the pair yet
 */
export async function pairOf(
  pairs: PairData,
  { tenantId }: PersonKey,
  ever: PairDocument[],
  meeting: OneOnOne,
  addresses: string[] = [],
): Promise<PairDocument | null> {
  const key = pairKey(meeting)
  const mine = ever.filter((pair) => isOfTwo(pair, meeting))
  const keys = addresses.map((address) => pairKey(asIf(meeting, address)))
  const named = mine.find((pair) => pair.key === key) ?? (await pairs.byKeys(tenantId, [key, ...keys]))[0]
  const known = named ?? mine.find((pair) => !isOver(pair))
  const present = known ?? (await nameless(pairs, tenantId, meeting, addresses))
  if (present && present.createdAt <= meeting.start) return present
  const ended = [...(await pairs.endedAs(tenantId, key)), ...mine].filter(
    ({ ended }) => ended && ended.at > meeting.start,
  )
  const ends = (one: PairDocument) => one.ended?.at.getTime() ?? 0
  return ended.sort((a, b) => ends(a) - ends(b))[0] ?? present
}

/** A pair that was made by names of Exchange's, or that this meeting names so. Null without the person's own addresses. */
async function nameless(
  pairs: PairData,
  tenantId: string,
  meeting: OneOnOne,
  addresses: string[],
): Promise<PairDocument | null> {
  if (addresses.length === 0) return null
  const found = await pairs.withAddress(tenantId, [...addresses, other(meeting).address])
  return found.find((pair) => isOfTwo(pair, meeting)) ?? null
}

/** The meeting as it were with another address of mine in it. */
const asIf = (meeting: OneOnOne, address: string): OneOnOne => ({
  ...meeting,
  [meeting.isOrganiser ? 'organiser' : 'attendee']: { ...me(meeting), address },
})
