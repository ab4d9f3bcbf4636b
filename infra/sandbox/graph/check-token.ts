import { graphAudience } from '../entra/tokens.ts'
import { claimsOf } from '../keys.ts'
import type { Person, Store } from '../store.ts'
import { accessDenied, invalidToken } from './refusal.ts'

/**
 * The person of a delegated token for Graph that holds the scope.
 * @throws GraphRefusal 401 for a token that is not for Graph, not ours or out of time; 403 for a missing scope
 */
export async function checkToken(
  store: Store,
  base: string,
  authorization: string | undefined,
  scope: string,
): Promise<Person> {
  const token = /^Bearer (.+)$/.exec(authorization ?? '')?.[1]
  if (!token) throw invalidToken('Access token is empty.')
  const claims = await claimsOf(store, token)
  if (!claims) throw invalidToken('Signature verification failed.')
  if (claims.aud !== graphAudience) throw invalidToken('Access token validation failure. Invalid audience.')
  if (claims.iss !== `${base}/${String(claims['tid'])}/v2.0`) throw invalidToken('Invalid issuer.')
  const now = store.now().getTime() / 1000
  if (Number(claims.exp) <= now) throw invalidToken('Lifetime validation failed, the token is expired.')
  if (Number(claims.nbf) > now + 60)
    throw invalidToken('Lifetime validation failed, the token is not yet valid.')
  const person = store.state.people.find((one) => one.oid === claims['oid'] && one.tenantId === claims['tid'])
  if (!person) throw invalidToken('The user could not be found in the tenant.')
  if (
    !String(claims['scp'] ?? '')
      .split(' ')
      .includes(scope)
  )
    throw accessDenied()
  return person
}
