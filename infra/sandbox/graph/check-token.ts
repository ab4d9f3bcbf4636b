import { issuerOf, graphAudience } from '../entra/tokens.ts'
import { claimsOf } from '../keys.ts'
import type { Person } from '../model.ts'
import type { Store } from '../store.ts'
import { accessDenied, badRequest, invalidToken } from './refusal.ts'

/** Clocks may differ by so much. */
const leeway = 5 * 60

/**
 * The person and the application of a delegated token for Graph that holds one of the scopes.
 * @throws GraphRefusal 401 for a token that is not for Graph, not ours or out of time; 403 for a missing scope;
 *   400 for one that has no person in it
 */
export async function checkToken(
  store: Store,
  base: string,
  authorization: string | undefined,
  scopes: string[],
): Promise<{ person: Person; clientId: string }> {
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1]
  if (!token) throw invalidToken('Access token is empty.')
  if (token.split('.').length !== 3) throw invalidToken('CompactToken parsing failed.')
  const claims = await claimsOf(store, token)
  if (!claims) throw invalidToken('Access token validation failure. Signature verification failed.')
  if (claims.aud !== graphAudience) throw invalidToken('Access token validation failure. Invalid audience.')
  if (claims.iss !== issuerOf(base, String(claims['tid']))) {
    throw invalidToken('Access token validation failure. Invalid issuer.')
  }
  const now = store.now().getTime() / 1000
  if (Number(claims.exp) <= now) throw invalidToken('Lifetime validation failed, the token is expired.')
  if (Number(claims.nbf) > now + leeway)
    throw invalidToken('Lifetime validation failed, the token is not yet valid.')
  if (claims['idtyp'] === 'app') {
    throw badRequest('BadRequest', '/me request is only valid with delegated authentication flow.')
  }
  const person = store.directory.person(String(claims['oid']))
  if (person?.tenantId !== claims['tid'] || !person)
    throw invalidToken('The user of the token does not exist in the tenant.')
  const held = String(claims['scp'] ?? '').split(' ')
  if (!scopes.some((scope) => held.includes(scope))) throw accessDenied()
  return { person, clientId: String(claims['appid']) }
}
