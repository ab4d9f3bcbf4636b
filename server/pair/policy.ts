import type { PersonKey } from '../contract/person-key.ts'
import type { Pair, Role } from '../contract/pair.ts'
import { isExchangeName } from '../graph/addresses.ts'
import { evidenceOf, fits } from '../meeting/exchange-names.ts'
import type { OneOnOne, Participant } from '../meeting/one-on-one.ts'
import type { People } from '../meeting/who.ts'
import type { Eligibility } from '../contract/conversation.ts'
import type { Agreement } from '../contract/planning.ts'
import type { Member, PairDocument } from './collection.ts'

/** The person's place in a pair. Only its two members read it, and not after they asked to delete it; no admin does. */
export function memberOf(pair: PairDocument, person: PersonKey): Member | null {
  if (pair.tenantId !== person.tenantId) return null
  const member = pair.members.find((one) => one.oid === person.oid)
  return member && !pair.deletion?.askedBy.includes(member.role) ? member : null
}

/** Is it a pair that this person was in, and of which they deleted what was theirs? To them it is not there any more. */
export const hasLeft = (pair: PairDocument, person: PersonKey): boolean =>
  pair.members.some(({ oid }) => oid === person.oid) && memberOf(pair, person) === null

/** Nothing of a pair that has ended may be changed any more, by anybody or anything. */
export const isOver = (pair: PairDocument): boolean => pair.ended != null || pair.deletion != null
/** By every address at which mail reaches them. */
export const addressesOf = ({ address, addresses = [] }: Member): string[] => [address, ...addresses]

/** The address of mail at which they are invited: a place may be known by a name of Exchange's. */
export const mailOf = (member: Member): string =>
  addressesOf(member).find((one) => !isExchangeName(one)) ?? member.address

/** The member whose mailbox an invite's address reaches; people have several, and the main one may change. */
export const memberAt = ({ members }: Pick<PairDocument, 'members'>, address: string): Member | undefined =>
  members.find((one) => one.address === address) ??
  members.find((one) => one.addresses?.includes(address)) ??
  members.find((one) => addressesOf(one).some((theirs) => isNamedAlike(address, theirs, one.name)))

/** Is one of these a name of Exchange's for whose mail address the other is? */
function isNamedAlike(asked: string, theirs: string, name: string): boolean {
  if (isExchangeName(asked) === isExchangeName(theirs)) return false
  const [exchange, mail] = isExchangeName(asked) ? [asked, theirs] : [theirs, asked]
  const evidence = evidenceOf(exchange, '')
  return evidence !== null && fits(evidence, exchange === asked ? name : '', mail)
}

/** The people that somebody's pairs know by their addresses, themselves first. */
export function peopleOf(pairs: Pick<PairDocument, 'members'>[], oid: string): People {
  const all = pairs.flatMap(({ members }) => members)
  const [mine, others] = [all.filter((one) => one.oid === oid), all.filter((one) => one.oid !== oid)]
  return [[...new Set(mine.flatMap(addressesOf))], ...others.map(addressesOf)]
}

type Two = Pick<PairDocument, 'members' | 'noteTakers'>

/** Is a meeting of these two, whoever organised it, by whichever of their addresses, and whoever else is on the invite? */
export function isOfTwo(pair: Two, { organiser, attendee }: OneOnOne): boolean {
  const [one, other] = [memberAt(pair, organiser.address), memberAt(pair, attendee.address)]
  return one !== undefined && other !== undefined && one !== other
}

/** Addresses in an invite of which the two have not said yet whether they are a person's. */
export const unansweredIn = ({ noteTakers = [] }: Two, meeting: OneOnOne): Participant[] =>
  (meeting.noteTakers ?? []).filter((one) => !noteTakers.some(({ address }) => address === one.address))

/** The eligibility of a meeting of the two for their conversation, by everybody on its invite. */
export function eligibilityOf(
  pair: Two,
  meeting: OneOnOne,
): Exclude<Eligibility, 'not-of-two' | 'cancelled'> {
  const isNobody = ({ address }: Participant) =>
    pair.noteTakers?.some((one) => one.address === address && !one.isPerson)
  if (!isOfTwo(pair, meeting) || !(meeting.noteTakers ?? []).every(isNobody)) return 'others-invited'
  return meeting.declined ? 'others-declined' : 'one-on-one'
}

/** Is it a meeting of these two alone? What is written into its invite nobody else reads. */
export const isOfPair = (pair: Two, meeting: OneOnOne): boolean =>
  eligibilityOf(pair, meeting) === 'one-on-one'

/**
 * May what this reader's calendar says change what is known of a meeting? What an attendee does to their own copy is no
 * business of the other's: only the organiser's calendar may, or anybody's while the organiser has never been here.
 * @param organiser the address of who organises it, as far as was known
 * @param reader every address of whose calendar it is
 */
export function mayTellOf(pair: Pick<PairDocument, 'members'>, organiser: string, reader: string[]): boolean {
  const theirs = memberAt(pair, organiser)
  return !theirs?.oid || addressesOf(theirs).some((address) => reader.includes(address))
}

/** The one of the two who never opened Groei: only their address is known, and not that it is one person's. */
export const notHere = ({ members }: Pick<PairDocument, 'members'>): Member | undefined =>
  members.find((one) => one.oid === null)

export const otherRole = (role: Role): Role => (role === 'coach' ? 'employee' : 'coach')

export const memberWith = (pair: PairDocument, role: Role): Member =>
  pair.members[0].role === role ? pair.members[0] : pair.members[1]

export const namesOf = (pair: PairDocument): Record<Role, string> => ({
  coach: memberWith(pair, 'coach').name,
  employee: memberWith(pair, 'employee').name,
})

/** The pair as its member `me` sees it. */
export const pairView = (pair: PairDocument, me: Member): Pair => ({
  id: pair._id,
  coach: { name: memberWith(pair, 'coach').name },
  employee: { name: memberWith(pair, 'employee').name },
  myRole: me.role,
  scope: pair.scope ?? 'summary-and-commitments',
  ended: pair.ended?.at.toISOString() ?? null,
  goesOn: pair.deletion?.due.toISOString() ?? null,
})

/** The agreed rhythm, as both see it. */
export const agreementOf = ({ rhythm }: PairDocument): Agreement => ({
  everyWeeks: rhythm?.everyWeeks ?? null,
  by: rhythm?.by ?? null,
  at: rhythm?.at.toISOString() ?? null,
  revision: rhythm?.revision ?? 0,
})
