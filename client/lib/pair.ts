import type { Pair, Role } from '../../server/contract/pair.ts'

export const otherRole = (role: Role): Role => (role === 'coach' ? 'employee' : 'coach')

/** The other of the two, for who looks at a pair. */
export const otherOf = (pair: Pick<Pair, Role | 'myRole'>): Pair[Role] => pair[otherRole(pair.myRole)]
