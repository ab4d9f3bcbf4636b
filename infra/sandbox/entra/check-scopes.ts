import { registration } from '../seed/organisation.ts'
import type { Person } from '../store.ts'
import { refusals, type EntraRefusal } from './refusal.ts'

const openId = ['openid', 'profile', 'offline_access', 'email']

/** The Graph scopes that a request names, as far as this person consented to them. */
export function checkScopes(asked: string, person: Person): string[] | EntraRefusal {
  const graph = asked.split(' ').filter((scope) => scope && !openId.includes(scope))
  if (graph.some((scope) => !scope.startsWith('https://graph.microsoft.com/'))) return refusals.scope
  if (graph.length === 0) return refusals.scope
  const names = graph.map((scope) => scope.slice(scope.lastIndexOf('/') + 1))
  const wanted = names.includes('.default') ? registration.consents : names
  const granted = person.consented ? registration.consents : []
  return wanted.every((scope) => granted.includes(scope)) ? wanted : refusals.consent
}
