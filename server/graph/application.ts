import { ConfidentialClientApplication } from '@azure/msal-node'
import type { Config } from '../config.ts'
import type { Authority } from './authority.ts'
import { clientOptions } from './client-options.ts'

export const graphApplicationScope = 'https://graph.microsoft.com/.default'

/**
 * Tokens of the application itself, of no person: for its bot, and for offering it to people's Teams. They open
 * nobody's calendar.
 */
export function applicationTokens(
  app: Config['app'],
  authorityOf: (tenantId: string) => Promise<Authority>,
): (scope: string, tenantId: string) => Promise<string> {
  const clients = new Map<string, ConfidentialClientApplication>()
  return async (scope, tenantId) => {
    const known = clients.get(tenantId)
    const client =
      known ?? new ConfidentialClientApplication(clientOptions(app, await authorityOf(tenantId), tenantId))
    clients.set(tenantId, client)
    const result = await client.acquireTokenByClientCredential({ scopes: [scope] })
    if (!result) throw new Error('No token for the application.')
    return result.accessToken
  }
}
