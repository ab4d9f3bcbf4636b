import type { Application, Permission, Registrations, Writable } from '../directory/objects.ts'
import { unset } from '../seed/registrations.ts'
import { badDirectoryRequest } from './check-directory.ts'
import { GraphRefusal } from './refusal.ts'

/**
 * `identifierUris` that need no verified domain: those with the application's own id, or the tenant's ("Restrictions on
 * identifier URIs of Microsoft Entra applications").
 */
function checkUris(uris: string[], { appId }: Application, tenantId: string, domain: string): void {
  for (const uri of uris) {
    const own = uri === `api://${appId}` || (uri.startsWith('api://') && uri.endsWith(`/${appId}`))
    const tenants = uri.startsWith(`api://${tenantId}/`)
    const host = /^(?:https|api):\/\/([^/]+)/.exec(uri)?.[1] ?? ''
    if (!own && !tenants && host !== domain && !host.endsWith(`.${domain}`))
      throw new GraphRefusal(
        400,
        'HostNameNotOnVerifiedDomain',
        `Values of identifierUris property must use a verified domain of the organization or its subdomain: '${uri}'`,
      )
  }
}

/** A permission that people may hold is first disabled; then it may go, or become another (msgraph-sdk-powershell 1054). */
function checkPermissions(before: Permission[], after: Permission[]): void {
  const values = after.map(({ value }) => value)
  if (new Set(values).size < values.length || new Set(after.map(({ id }) => id)).size < after.length)
    throw badDirectoryRequest('It contains duplicate value. Please Provide unique value.')
  for (const one of before) {
    if (!one.isEnabled) continue
    const next = after.find(({ id }) => id === one.id)
    if (!next || next.value !== one.value || next['type'] !== one['type'])
      throw new GraphRefusal(
        400,
        'CannotDeleteOrUpdateEnabledEntitlement',
        'Permission (scope or role) cannot be deleted or updated unless disabled first.',
      )
  }
}

/**
 * Changes an application as a PATCH of it does. A complex property is replaced as a whole: what a request leaves out of
 * `api` is unset.
 * @throws GraphRefusal 400 for what Graph refuses; nothing is changed then
 */
export function changeApplication(
  registrations: Registrations,
  app: Application,
  body: Partial<Writable>,
  tenant: { id: string; domain: string },
): void {
  const known = Object.keys(unset())
  for (const name of Object.keys(body))
    if (!known.includes(name)) throw badDirectoryRequest(`Invalid property '${name}'.`)
  const next = structuredClone({ ...body, ...(body.api ? { api: { ...unset().api, ...body.api } } : {}) })
  if (next.identifierUris) {
    checkUris(next.identifierUris, app, tenant.id, tenant.domain)
    const taken = [...registrations.applications, ...registrations.deleted].some(
      (one) => one !== app && one.identifierUris.some((uri) => next.identifierUris?.includes(uri)),
    )
    if (taken)
      throw badDirectoryRequest(
        'Another object with the same value for property identifierUris already exists.',
      )
  }
  if (next.spa?.redirectUris.some((uri) => !/^(https|brk-[\w-]+|http):\/\/[^\s/]+/.test(uri)))
    throw badDirectoryRequest('One or more redirect URIs are not valid.')
  if (next.api) {
    checkPermissions(app.api.oauth2PermissionScopes, next.api.oauth2PermissionScopes)
    // Those of the same request are not known yet (microsoft-graph-docs 20177).
    const scopes = app.api.oauth2PermissionScopes.map(({ id }) => id)
    const authorised = next.api.preAuthorizedApplications.flatMap((one) => one.delegatedPermissionIds)
    if (authorised.some((id) => !scopes.includes(id)))
      throw badDirectoryRequest(
        'Property api.preAuthorizedApplications.delegatedPermissionIds has a Permission Id that cannot be found in the AppPermissions sets.',
      )
  }
  if (next.appRoles) checkPermissions(app.appRoles, next.appRoles)
  Object.assign(app, next)
}
