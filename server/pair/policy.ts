import type { PersonKey } from '../contract/person-key.ts'
import type { Pair, Role } from '../contract/pair.ts'
import type { OneOnOne } from '../meeting/one-on-one.ts'
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

/** The member whose mailbox an invite's address reaches; people have several, and the main one may change. */
export const memberAt = ({ members }: Pick<PairDocument, 'members'>, address: string): Member | undefined =>
  members.find((one) => one.address === address) ?? members.find((one) => one.addresses?.includes(address))

/** Is a meeting of these two, whoever organised it and by whichever of their addresses? */
export function isOfPair(pair: Pick<PairDocument, 'members'>, { organiser, attendee }: OneOnOne): boolean {
  const [one, other] = [memberAt(pair, organiser.address), memberAt(pair, attendee.address)]
  return one !== undefined && other !== undefined && one !== other
}

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
