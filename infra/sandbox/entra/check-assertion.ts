import { claimsOf } from '../keys.ts'
import { registration } from '../seed/organisation.ts'
import type { Person, Store } from '../store.ts'
import { refusals, type EntraRefusal } from './refusal.ts'

/** The person whose access token for our API is exchanged, or why Entra refuses the exchange. */
export async function checkAssertion(
  store: Store,
  base: string,
  tenantId: string,
  assertion: string,
): Promise<Person | EntraRefusal> {
  const claims = await claimsOf(store, assertion)
  if (!claims || claims.iss !== `${base}/${tenantId}/v2.0` || claims['tid'] !== tenantId)
    return refusals.signature
  if (claims.aud !== registration.clientId) return refusals.audience
  const now = store.now().getTime() / 1000
  if (Number(claims.exp) <= now) return refusals.expired
  if (Number(claims.nbf) > now + 60) return refusals.early
  // An ID token has the right audience and no scope.
  if (
    !String(claims['scp'] ?? '')
      .split(' ')
      .includes(registration.scope)
  )
    return refusals.assertionScope
  const person = store.state.people.find((one) => one.oid === claims['oid'] && one.tenantId === tenantId)
  return person ?? refusals.signature
}
