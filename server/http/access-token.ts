import { createRemoteJWKSet, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose'
import type { Config } from '../config.ts'
import { adminRole, authorisedClients } from '../contract/registration.ts'
import { personName } from '../contract/person-name.ts'
import { apiScope } from '../contract/settings.ts'
import { issuerOf, type Authority } from '../graph/authority.ts'
import { algorithms, checkClaims, readToken, refusedByKey, TokenRefused } from './token-refused.ts'

export { TokenRefused }

/** The person who asks; `token` is theirs, for asking Microsoft on their behalf, until `expiresAt`. */
export type Person = {
  tenantId: string
  oid: string
  name: string
  token: string
  expiresAt: Date
  isAdmin: boolean
}

/** How far the clocks of whoever issues tokens and of ours may differ, in seconds. */
export const clockTolerance = 60

/**
 * Checks access tokens for our API (docs/platform-facts.md, Sign-in): RS256, signed by a key of the tenant, `aud` our
 * client id, `iss` rebuilt from `tid`, `ver` 2.0, our scope, a known client, in time. What the claims alone refuse is
 * refused before any key is asked for and any signature computed.
 */
export function accessTokens(
  config: Config,
  authorityOf: (tenantId: string) => Promise<Authority>,
  now: () => Date,
): (token: string) => Promise<Person> {
  const keys = new Map<string, JWTVerifyGetKey>()
  const clients = new Set([...authorisedClients, config.app.clientId])

  async function keysOf(tenantId: string): Promise<JWTVerifyGetKey> {
    const { jwksUri } = await authorityOf(tenantId)
    const found = keys.get(jwksUri) ?? createRemoteJWKSet(new URL(jwksUri), { timeoutDuration: 10_000 })
    keys.set(jwksUri, found)
    return found
  }

  /** @throws TokenRefused, also when the token is no token at all; another Error when the keys cannot be had */
  return async (token) => {
    const claims = readToken(token)
    const tenantId = String(claims['tid'])
    if (!config.app.tenantIds.includes(tenantId)) throw new TokenRefused('tenant')
    const expected = { audience: config.app.clientId, issuer: issuerOf(config.cloud, tenantId) }
    checkClaims(claims, { ...expected, at: now(), tolerance: clockTolerance })
    const person = personOf(claims, token, clients)
    await jwtVerify(token, await keysOf(tenantId), {
      ...expected,
      algorithms,
      currentDate: now(),
      clockTolerance,
      requiredClaims: ['exp', 'nbf', 'tid', 'oid', 'scp'],
    }).catch(refusedByKey)
    return person
  }
}

function personOf(payload: JWTPayload, token: string, clients: Set<string>): Person {
  const { tid, oid, scp, ver, azp, name, roles, exp } = payload as JWTPayload & Record<string, unknown>
  if (ver !== '2.0') throw new TokenRefused('version')
  if (typeof scp !== 'string' || !scp.split(' ').includes(apiScope)) throw new TokenRefused('scope')
  if (typeof azp !== 'string' || !clients.has(azp)) throw new TokenRefused('client')
  if (typeof tid !== 'string' || typeof oid !== 'string') throw new TokenRefused('person')
  return {
    tenantId: tid,
    oid,
    name: typeof name === 'string' ? personName(name) : '',
    token,
    expiresAt: new Date((exp ?? 0) * 1000),
    isAdmin: Array.isArray(roles) && roles.includes(adminRole),
  }
}
