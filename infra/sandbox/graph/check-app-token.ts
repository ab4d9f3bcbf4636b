import { graphAudience, issuerOf } from '../entra/tokens.ts'
import { claimsOf } from '../keys.ts'
import type { Store } from '../store.ts'
import { accessDenied, badRequest, invalidToken } from './refusal.ts'

/**
 * The tenant of an application's own token for Graph that holds the role. Judged by the machine's clock, by which
 * it was issued.
 * @throws GraphRefusal 401 for a token that is not for Graph, not ours or over; 400 for a person's; 403 without the role
 */
export async function checkAppToken(
  store: Store,
  base: string,
  authorization: string | undefined,
  role: string,
): Promise<string> {
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1]
  const claims = token ? await claimsOf(store, token) : null
  const tenantId = String(claims?.['tid'])
  if (!claims || claims.aud !== graphAudience || claims.iss !== issuerOf(base, tenantId))
    throw invalidToken('Access token validation failure.')
  if (claims['idtyp'] !== 'app')
    throw badRequest('BadRequest', 'The sandbox knows this request with application permission only.')
  if (Number(claims.exp) <= Date.now() / 1000)
    throw invalidToken('Lifetime validation failed, the token is expired.')
  const roles = claims['roles']
  if (!Array.isArray(roles) || !roles.includes(role)) throw accessDenied()
  return tenantId
}
