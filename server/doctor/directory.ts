import { graphApplicationScope } from '../graph/application.ts'
import { ask, jsonOf } from './ask.ts'
import type { Parts } from './check.ts'

/** The parts of an app registration that Groei depends on (Graph, "application resource type"). */
export type Application = {
  identifierUris?: string[]
  spa?: { redirectUris?: string[] }
  api?: {
    requestedAccessTokenVersion?: number | null
    oauth2PermissionScopes?: { id: string; value: string; isEnabled: boolean }[]
    preAuthorizedApplications?: { appId: string }[]
  }
  appRoles?: { value: string | null; isEnabled: boolean }[]
  passwordCredentials?: { hint: string | null; endDateTime: string }[]
}
export type Grant = { consentType: string; scope: string }
export type CatalogApp = { id: string; externalId: string | null }

type Read<T> = { ok: true; value: T[] } | { ok: false; why: string }

/**
 * Reads from the tenant's directory, with an admin's token where one was given, else with the application's own: that
 * one may seldom do so, for Groei asks for no such permission.
 */
export function directory({ config, tokenOf, adminToken }: Parts, tenantId: string) {
  async function read<T>(path: string): Promise<Read<T>> {
    const token = adminToken ?? (await tokenOf(graphApplicationScope, tenantId).catch(() => null))
    if (!token) return { ok: false, why: 'there is no token for Graph' }
    const answer = await ask(config.cloud.graph + path, { headers: { authorization: `Bearer ${token}` } })
    if (!answer.ok) return { ok: false, why: `Graph does not answer (${answer.code})` }
    // One by its key is the object itself, or 404; of several there is a list.
    if (answer.status === 404) return { ok: true, value: [] }
    const said = answer.status === 200 ? jsonOf<{ value?: T[] } & T>(answer.text) : null
    if (said) return { ok: true, value: said.value ?? [said] }
    const refused = answer.status === 401 || answer.status === 403
    return {
      ok: false,
      why: refused ? `the token may not read that (${answer.status})` : `Graph answers ${answer.status}`,
    }
  }
  const quoted = (text: string) => encodeURIComponent(`'${text.replaceAll("'", "''")}'`)
  return {
    applications: () =>
      read<Application>(`/applications?$filter=appId%20eq%20${quoted(config.app.clientId)}`),
    principals: () => read<{ id: string }>(`/servicePrincipals(appId=${quoted(config.app.clientId)})`),
    grants: (principalId: string) =>
      read<Grant>(`/servicePrincipals/${encodeURIComponent(principalId)}/oauth2PermissionGrants`),
    catalog: (externalId: string) =>
      read<CatalogApp>(`/appCatalogs/teamsApps?$filter=externalId%20eq%20${quoted(externalId)}`),
  }
}

/** The way out when the directory cannot be read. */
export const giveAToken =
  'Give an admin’s token: az account get-access-token --resource-type ms-graph --query accessToken --output tsv, with --token.'
