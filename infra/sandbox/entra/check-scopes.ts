import { refusals, type EntraRefusal } from './refusal.ts'

const openId = new Set(['openid', 'profile', 'offline_access', 'email'])

/** The Graph permissions that a request names, when they were consented to. */
export function checkScopes(asked: string, resources: string[], granted: string[]): string[] | EntraRefusal {
  const scopes = asked.split(' ').filter((scope) => scope && !openId.has(scope))
  if (scopes.length === 0) return refusals.parameter('scope')
  const names: string[] = []
  for (const scope of scopes) {
    const resource = resources.find((one) => scope.startsWith(`${one}/`))
    const name = resource && scope.slice(resource.length + 1)
    if (!name || !/^(\.default|[A-Z]\w*(\.[A-Z]\w*)+)$/.test(name)) return refusals.scope(scope)
    names.push(name)
  }
  // `.default` stands for all that was consented to, and stands alone.
  if (names.includes('.default') && names.length > 1) return refusals.scope(asked)
  if (granted.length === 0) return refusals.consent
  const wanted = names.includes('.default') ? granted : names
  return wanted.every((name) => granted.includes(name)) ? [...new Set(wanted)] : refusals.consent
}
