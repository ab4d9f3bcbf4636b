import type { TemplateScope } from '../contract/template.ts'
import type { PairDocument } from '../pair/collection.ts'
import { memberOf } from '../pair/policy.ts'
import type { Person } from '../http/access-token.ts'
import { organisation } from './collection.ts'

/** Is this person the coach in one of these pairs? */
export const isCoach = (pairs: PairDocument[], person: Person): boolean =>
  pairs.some((pair) => memberOf(pair, person)?.role === 'coach')

/** The owner of the templates in a scope, for this person. */
export const ownerOf = (scope: TemplateScope, person: Person): string =>
  scope === 'organisation' ? organisation : person.oid

/** An admin may change the organisation's set, a coach their own. */
export const mayChangeSet = (scope: TemplateScope, person: Person, pairs: PairDocument[]): boolean =>
  scope === 'organisation' ? person.isAdmin : isCoach(pairs, person)

/** Everybody who may change a set may check whether a file holds a template. */
export const mayImport = (person: Person, pairs: PairDocument[]): boolean =>
  mayChangeSet('organisation', person, pairs) || mayChangeSet('team', person, pairs)

/** An admin may switch templates on and off, and choose the one that conversations begin with. */
export const maySwitch = (person: Person): boolean => person.isAdmin
