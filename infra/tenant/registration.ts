import {
  adminRole,
  applicationPermission,
  authorisedClients,
  delegatedPermissions,
  optionalPermissions,
} from '../../server/contract/registration.ts'
import { apiScope } from '../../server/contract/settings.ts'

export type Permission = { id: string; value: string; isEnabled: boolean; [property: string]: unknown }
type Api = {
  requestedAccessTokenVersion: number | null
  oauth2PermissionScopes: Permission[]
  preAuthorizedApplications: { appId: string; delegatedPermissionIds: string[] }[]
}
/** `application` of Graph v1.0, as far as Groei has a say in it. */
export type Application = {
  id: string
  appId: string
  identifierUris: string[]
  spa: { redirectUris: string[] }
  api: Api
  appRoles: Permission[]
  requiredResourceAccess: { resourceAppId: string; resourceAccess: { id: string; type: string }[] }[]
  passwordCredentials: { keyId: string; displayName: string | null; hint: string; endDateTime: string }[]
}
export const applicationFields =
  'id,appId,identifierUris,spa,api,appRoles,requiredResourceAccess,passwordCredentials'

/** Microsoft Graph as a resource of this tenant: its service principal, and the ids of its permissions. */
export type GraphResource = { id: string; appRoles: Permission[]; oauth2PermissionScopes: Permission[] }
export const graphAppId = '00000003-0000-0000-c000-000000000000'

const scope: Permission = {
  id: '7d3f1c52-8a94-4e0b-9c1d-4f6b2a5e8d31',
  value: apiScope,
  type: 'User',
  isEnabled: true,
  adminConsentDisplayName: 'Use Groei as the person who is signed in',
  adminConsentDescription: 'Lets Teams and Outlook open Groei as the person who is signed in to them.',
  userConsentDisplayName: 'Use Groei as you',
  userConsentDescription: 'Lets Teams and Outlook open Groei as you.',
}
const role: Permission = {
  id: 'b2c9e6a4-15d7-4f83-a0be-63d8c17f9e42',
  value: adminRole,
  isEnabled: true,
  allowedMemberTypes: ['User'],
  displayName: 'Groei admin',
  description: 'Manages templates and settings of Groei. Sees no conversation.',
}

export const consented = [...delegatedPermissions, ...optionalPermissions]
const idOf = (permissions: Permission[], value: string): string => {
  const found = permissions.find((one) => one.value === value)
  if (!found) throw new Error(`Microsoft Graph has no permission ${value}.`)
  return found.id
}
export const installPermissionOf = ({ appRoles }: GraphResource) => idOf(appRoles, applicationPermission)
/** The id of the admin role in a registration; another one than ours when somebody made it by hand. */
export const adminRoleOf = ({ appRoles }: Application) =>
  appRoles.find(({ value }) => value === adminRole)?.id ?? role.id

/** Another scope or role of that name than Groei's, and Groei's. Others that the organisation added stay. */
function withOurs(permissions: Permission[], ours: Permission, fits: (one: Permission) => boolean) {
  const known = permissions.find(({ value }) => value === ours.value)
  if (!known) return { line: `+ ${ours.value}`, next: [...permissions, ours], before: null, id: ours.id }
  if (known.isEnabled && fits(known)) return { line: null, next: permissions, before: null, id: known.id }
  const changed = (one: Permission) =>
    permissions.map((other) => (other === known ? { ...known, ...one, id: known.id } : other))
  return {
    line: known.isEnabled
      ? `~ ${ours.value} is for others than people: for people`
      : `~ ${ours.value} is disabled: enable it`,
    next: changed(ours),
    // Entra changes a permission only while it is disabled.
    before: known.isEnabled ? changed({ ...known, isEnabled: false }) : null,
    id: known.id,
  }
}

export type Patch = Partial<Omit<Application, 'id' | 'appId' | 'passwordCredentials'>>
export type Differences = { lines: string[]; patches: Patch[] }

/**
 * The differences between the registration and the one that Groei needs, and the changes in the order that Graph
 * takes them. Only additions: what else stands in the registration is the organisation's.
 */
export function differences(app: Application, hostname: string, graph: GraphResource): Differences {
  const lines: string[] = []
  const uri = `api://${hostname}/${app.appId}`
  const redirect = `brk-multihub://${hostname}`
  const patch: Patch = {}
  if (!app.identifierUris.includes(uri)) {
    lines.push(`+ Application ID URI ${uri}`)
    patch.identifierUris = [...app.identifierUris, uri]
  }
  if (!app.spa.redirectUris.includes(redirect)) {
    lines.push(`+ redirect URI ${redirect} (single-page application)`)
    patch.spa = { redirectUris: [...app.spa.redirectUris, redirect] }
  }
  const roles = withOurs(app.appRoles, role, (one) => [one['allowedMemberTypes']].flat().includes('User'))
  if (roles.line) {
    lines.push(roles.line.replace(adminRole, `app role ${adminRole}`))
    patch.appRoles = roles.next
  }
  const access = accessOf(app, graph)
  if (access.lines.length > 0) {
    lines.push(...access.lines)
    patch.requiredResourceAccess = access.next
  }

  const scopes = withOurs(app.api.oauth2PermissionScopes, scope, (one) => one['type'] === 'User')
  const version = app.api.requestedAccessTokenVersion
  const authorised = app.api.preAuthorizedApplications
  const others = authorisedClients.filter(
    (id) => !authorised.some((one) => one.appId === id && one.delegatedPermissionIds.includes(scopes.id)),
  )
  if (scopes.line) lines.push(scopes.line.replace(apiScope, `scope ${apiScope}`))
  if (version !== 2) lines.push(`~ access tokens of version ${version ?? 1}: of version 2`)
  if (others.length > 0)
    lines.push(`+ authorised clients of Teams, Microsoft 365 and Outlook: ${others.join(', ')}`)
  const api = (preAuthorizedApplications: Api['preAuthorizedApplications']): Api => ({
    requestedAccessTokenVersion: 2,
    oauth2PermissionScopes: scopes.next,
    preAuthorizedApplications,
  })
  if (scopes.line || version !== 2) patch.api = api(authorised)

  const disabled: Patch = {
    ...(scopes.before ? { api: { ...app.api, oauth2PermissionScopes: scopes.before } } : {}),
    ...(roles.before ? { appRoles: roles.before } : {}),
  }
  // A client is authorised for a scope that is there: not in the request that makes it.
  const clients: Patch =
    others.length > 0
      ? {
          api: api([
            ...authorised.filter(({ appId }) => !others.includes(appId)),
            ...others.map((appId) => ({
              appId,
              delegatedPermissionIds: [
                ...(authorised.find((one) => one.appId === appId)?.delegatedPermissionIds ?? []),
                scopes.id,
              ],
            })),
          ]),
        }
      : {}
  return { lines, patches: [disabled, patch, clients].filter((one) => Object.keys(one).length > 0) }
}

function accessOf(app: Application, graph: GraphResource) {
  const asked = app.requiredResourceAccess.find(({ resourceAppId }) => resourceAppId === graphAppId)
  const needed = [
    ...consented.map((value) => ({
      value,
      kind: 'delegated',
      type: 'Scope',
      id: idOf(graph.oauth2PermissionScopes, value),
    })),
    { value: applicationPermission, kind: 'application', type: 'Role', id: installPermissionOf(graph) },
  ].filter((one) => !asked?.resourceAccess.some(({ id, type }) => id === one.id && type === one.type))
  return {
    lines: needed.map(({ value, kind }) => `+ permission ${value} (${kind})`),
    next: [
      ...app.requiredResourceAccess.filter((one) => one !== asked),
      {
        resourceAppId: graphAppId,
        resourceAccess: [...(asked?.resourceAccess ?? []), ...needed.map(({ id, type }) => ({ id, type }))],
      },
    ],
  }
}

/** An application as Entra makes it of a name alone. */
export const blank = (appId: string): Application => ({
  id: '',
  appId,
  identifierUris: [],
  spa: { redirectUris: [] },
  api: { requestedAccessTokenVersion: null, oauth2PermissionScopes: [], preAuthorizedApplications: [] },
  appRoles: [],
  requiredResourceAccess: [],
  passwordCredentials: [],
})
