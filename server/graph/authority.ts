import type { Cloud } from '../config.ts'
import { GraphFailure } from './failure.ts'

/** The OpenID metadata of one tenant, as far as we use it. */
export type Authority = { issuer: string; tokenEndpoint: string; jwksUri: string }

/** Entra's issuer of v2.0 tokens, rebuilt from the tenant and never taken from a token. */
export const issuerOf = (cloud: Cloud, tenantId: string): string => `${cloud.login}/${tenantId}/v2.0`

/**
 * Reads and keeps the metadata of tenants.
 * @throws GraphFailure when the metadata is not given or names another issuer, or what `fetch` throws
 */
export function authorities(cloud: Cloud): (tenantId: string) => Promise<Authority> {
  const known = new Map<string, Promise<Authority>>()
  const read = async (tenantId: string): Promise<Authority> => {
    const url = `${issuerOf(cloud, tenantId)}/.well-known/openid-configuration`
    const response = await fetch(url, { signal: AbortSignal.timeout(10_000) })
    if (!response.ok) throw new GraphFailure('unavailable', `openid-${response.status}`)
    const metadata = (await response.json()) as {
      issuer?: string
      token_endpoint?: string
      jwks_uri?: string
    }
    const { issuer, token_endpoint: tokenEndpoint, jwks_uri: jwksUri } = metadata
    if (issuer !== issuerOf(cloud, tenantId) || !tokenEndpoint || !jwksUri) {
      throw new GraphFailure('unavailable', 'openid-other-issuer')
    }
    return { issuer, tokenEndpoint, jwksUri }
  }
  return (tenantId) => {
    const found = known.get(tenantId) ?? read(tenantId)
    known.set(tenantId, found)
    // A failure is not kept: the next request asks again.
    found.catch(() => known.delete(tenantId))
    return found
  }
}
