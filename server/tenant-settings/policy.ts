import type { Person } from '../plugins/access-token.ts'

/** Who may change what holds for the whole organisation. It opens nobody's conversations. */
export const mayChange = (person: Pick<Person, 'isAdmin'>): boolean => person.isAdmin
