import type { TemplateScope } from '../contract/template.ts'
import type { PairDocument } from '../pair/collection.ts'
import { memberOf } from '../pair/policy.ts'
import type { Person } from '../plugins/access-token.ts'
import { organisation } from './collection.ts'

/** Is this person the coach in one of these pairs? */
export const isCoach = (pairs: PairDocument[], person: Person): boolean =>
  pairs.some((pair) => memberOf(pair, person)?.role === 'coach')

/** Whose templates a scope means for this person. */
export const ownerOf = (scope: TemplateScope, person: Person): string =>
  scope === 'organisation' ? organisation : person.oid

/** Who may change a set: an admin the organisation's, a coach their own. */
export const mayChangeSet = (scope: TemplateScope, person: Person, pairs: PairDocument[]): boolean =>
  scope === 'organisation' ? person.isAdmin : isCoach(pairs, person)

/** Who may look whether a file holds a template: whoever has templates to put it among. */
export const mayImport = (person: Person, pairs: PairDocument[]): boolean =>
  mayChangeSet('organisation', person, pairs) || mayChangeSet('team', person, pairs)

/** Who may switch templates on and off, and choose the one to begin with. */
export const maySwitch = (person: Person): boolean => person.isAdmin
