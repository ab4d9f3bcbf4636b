import { groei } from '../directory/registrations.ts'
import { issuerOf, vaultAudience } from '../entra/tokens.ts'
import { claimsOf } from '../keys.ts'
import { tenantId } from '../seed/organisation.ts'
import type { Store } from '../store.ts'
import { VaultRefusal } from './refusal.ts'

const unauthorized = (message: string) => new VaultRefusal(401, 'Unauthorized', message)

/**
 * Is this a token for the vault, of the application that has a role on its keys? Judged by the machine's clock, by
 * which it was issued.
 * @throws VaultRefusal 401 without one, for another audience, or over; 403 for whoever has no role
 */
export async function checkToken(
  store: Store,
  base: string,
  authorization: string | undefined,
): Promise<void> {
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1]
  if (!token) throw unauthorized('AKV10000: Request is missing a Bearer or PoP token.')
  const claims = await claimsOf(store, token)
  if (!claims || claims.iss !== issuerOf(base, tenantId))
    throw unauthorized('AKV10032: Invalid issuer or signature.')
  if (claims.aud !== vaultAudience)
    throw unauthorized(`AKV10022: Invalid audience. Expected ${vaultAudience}, found: ${String(claims.aud)}.`)
  const now = Date.now() / 1000
  if (Number(claims.exp) <= now || Number(claims.nbf) > now + 300)
    throw unauthorized('AKV10035: Token validation failed, lifetime is invalid.')
  if (claims['idtyp'] !== 'app' || claims['appid'] !== groei(store).appId)
    throw new VaultRefusal(403, 'Forbidden', 'Caller is not authorized to perform action on resource.')
}
