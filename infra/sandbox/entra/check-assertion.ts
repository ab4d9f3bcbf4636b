import type { Application } from '../directory/objects.ts'
import { claimsOf } from '../keys.ts'
import type { Person } from '../model.ts'
import type { Store } from '../store.ts'
import { refusals, type EntraRefusal } from './refusal.ts'
import { issuerOf } from './tokens.ts'

/** Clocks may differ by so much. */
const leeway = 5 * 60

/** The person whose access token for our API is exchanged, or why Entra refuses the exchange. */
export async function checkAssertion(
  store: Store,
  base: string,
  tenantId: string,
  app: Application,
  assertion: string,
): Promise<Person | EntraRefusal> {
  if (!assertion) return refusals.parameter('assertion')
  if (assertion.split('.').length !== 3) return refusals.malformed
  const claims = await claimsOf(store, assertion)
  if (!claims) return refusals.signature
  if (claims.iss !== issuerOf(base, tenantId) || claims['tid'] !== tenantId) return refusals.issuer
  if (claims.aud !== app.appId) return refusals.audience
  const now = store.now().getTime() / 1000
  if (Number(claims.exp) <= now || Number(claims.nbf) > now + leeway) return refusals.lifetime
  // An ID token has the right audience, but neither a client that asked for it nor a scope.
  if (claims['azp'] === undefined && claims['scp'] === undefined) return refusals.idToken
  const scopes = String(claims['scp'] ?? '').split(' ')
  const exposed = app.api.oauth2PermissionScopes.filter(({ isEnabled }) => isEnabled)
  if (!exposed.some(({ value }) => scopes.includes(value))) return refusals.assertionScope
  const person = store.directory.person(String(claims['oid']))
  return person?.tenantId === tenantId ? person : refusals.user
}
