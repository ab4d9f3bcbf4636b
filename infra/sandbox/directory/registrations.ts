import type { Person } from '../model.ts'
import { graphAppId, groeiRegistered } from '../seed/registrations.ts'
import type { Store } from '../store.ts'
import type { Application, Permission, Registrations, ServicePrincipal } from './objects.ts'

export const registrationsOf = ({ state }: Store): Registrations =>
  (state.registrations ??= groeiRegistered())

export const applicationOf = (store: Store, appId: string): Application | undefined =>
  registrationsOf(store).applications.find((one) => one.appId === appId)

export const principalOf = (store: Store, appId: string): ServicePrincipal | undefined =>
  registrationsOf(store).servicePrincipals.find((one) => one.appId === appId)

/** The scope by which a client calls Groei's API on behalf of a person. */
export const apiScope = 'access_as_user'

/**
 * Groei as this tenant knows it: the application that exposes its scope.
 * @throws Error with status 404 when nobody has registered it
 */
export function groei(store: Store): Application {
  const found = registrationsOf(store).applications.find(({ api }) =>
    api.oauth2PermissionScopes.some((scope) => scope.value === apiScope && scope.isEnabled),
  )
  if (!found) throw Object.assign(new Error('Groei is not registered in this tenant.'), { statusCode: 404 })
  return found
}

const named = (permissions: Permission[] = [], ids: string[]): string[] =>
  permissions.filter(({ id, isEnabled }) => isEnabled && ids.includes(id)).map(({ value }) => value)

/** Delegated permissions of Graph that the application's registration lists. */
export function requestedScopes(store: Store, app: Application): string[] {
  const asked = app.requiredResourceAccess.find((one) => one.resourceAppId === graphAppId)
  const ids = asked?.resourceAccess.filter(({ type }) => type === 'Scope').map(({ id }) => id) ?? []
  return named(principalOf(store, graphAppId)?.oauth2PermissionScopes, ids)
}

/** Those that this person, or an admin for everybody, consented to. */
export function grantedScopes(store: Store, app: Application, person: Person): string[] {
  const principal = principalOf(store, app.appId)
  const graph = principalOf(store, graphAppId)
  const forAll = registrationsOf(store).grants.filter(
    (one) =>
      one.clientId === principal?.id && one.resourceId === graph?.id && one.consentType === 'AllPrincipals',
  )
  const own = person.consented ? requestedScopes(store, app) : []
  return [...new Set([...forAll.flatMap(({ scope }) => scope.split(' ')), ...own])]
}

/** Application permissions of Graph that an admin gave the application. */
export function applicationRoles(store: Store, app: Application): string[] {
  const principal = principalOf(store, app.appId)
  const graph = principalOf(store, graphAppId)
  const ids = registrationsOf(store)
    .assignments.filter((one) => one.principalId === principal?.id && one.resourceId === graph?.id)
    .map(({ appRoleId }) => appRoleId)
  return named(graph?.appRoles, ids)
}

/** Roles of the application that this person has. */
export function rolesOf(store: Store, app: Application, person: Person): string[] {
  const principal = principalOf(store, app.appId)
  const ids = registrationsOf(store)
    .assignments.filter((one) => one.principalId === person.oid && one.resourceId === principal?.id)
    .map(({ appRoleId }) => appRoleId)
  return [...new Set([...(person.appRoles ?? []), ...named(app.appRoles, ids)])]
}
