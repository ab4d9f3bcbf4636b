import { groei } from '../directory/registrations.ts'
import { botAudience, issuerOf } from '../entra/tokens.ts'
import { claimsOf } from '../keys.ts'
import { tenantId } from '../seed/organisation.ts'
import type { Store } from '../store.ts'

/**
 * Is this the bot's own token, for the connector? Judged by the machine's clock: moving the sandbox's clock moves
 * people's days, and no service's.
 */
export async function checkBotToken(
  store: Store,
  base: string,
  authorization: string | undefined,
): Promise<boolean> {
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1]
  const claims = token ? await claimsOf(store, token) : null
  const now = Date.now() / 1000
  return (
    claims !== null &&
    claims.aud === botAudience &&
    claims.iss === issuerOf(base, tenantId) &&
    claims['appid'] === groei(store).appId &&
    Number(claims.exp) > now &&
    Number(claims.nbf) <= now + 300
  )
}
