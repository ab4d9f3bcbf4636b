import type { Graph } from './graph.ts'
import { applicationFields, graphAppId, type Application, type GraphResource } from './registration.ts'

export type Principal = { id: string; appId: string; tags: string[] }
export type Grant = { id: string; resourceId: string; consentType: string; scope: string }
type Assignment = { principalId: string; resourceId: string; appRoleId: string }
type Federated = { name: string; issuer: string; subject: string; audiences: string[] }
export type CatalogApp = { id: string; appDefinitions?: { version: string }[] }

/** The tenant as it is: null for what is not there. */
export type Found = {
  tenant: { id: string; displayName: string }
  me: { id: string; userPrincipalName: string }
  graph: GraphResource
  application: Application | null
  principal: Principal | null
  grant: Grant | null
  /** Application permissions of Graph that it has, and who has which of its own roles. */
  given: Assignment[]
  assigned: Assignment[]
  federated: Federated[]
  catalog: CatalogApp | null
}

export const applicationPath = (uniqueName: string) => `/applications(uniqueName='${uniqueName}')`
/** Those that read one object throw GraphRefused 404 when there is none, or not yet. */
export const readApplication = (graph: Graph, uniqueName: string) =>
  graph.get<Application>(`${applicationPath(uniqueName)}?$select=${applicationFields}`)
export const readPrincipal = (graph: Graph, appId: string) =>
  graph.get<Principal>(`/servicePrincipals(appId='${appId}')?$select=id,appId,tags`)
export const readGrant = async (graph: Graph, principal: Principal, resource: GraphResource) =>
  (await graph.all<Grant>(`/servicePrincipals/${principal.id}/oauth2PermissionGrants`)).find(
    (one) => one.resourceId === resource.id && one.consentType === 'AllPrincipals',
  ) ?? null
export const readCatalog = async (graph: Graph, externalId: string) =>
  (
    await graph.all<CatalogApp>(
      `/appCatalogs/teamsApps?$filter=externalId eq '${externalId}'&$expand=appDefinitions`,
    )
  )[0] ?? null

/** Reads all that the command has a say in. It writes nothing. */
export async function look(graph: Graph, uniqueName: string, externalId: string): Promise<Found> {
  const [organizations, me, resource, application, catalog] = await Promise.all([
    graph.all<Found['tenant']>('/organization?$select=id,displayName'),
    graph.get<Found['me']>('/me?$select=id,userPrincipalName'),
    graph.get<GraphResource>(
      `/servicePrincipals(appId='${graphAppId}')?$select=id,appRoles,oauth2PermissionScopes`,
    ),
    graph.unless(404, () => readApplication(graph, uniqueName)),
    readCatalog(graph, externalId),
  ])
  const [tenant] = organizations
  if (!tenant) throw new Error('Graph named no organisation.')
  const principal = application && (await graph.unless(404, () => readPrincipal(graph, application.appId)))
  const of = principal && `/servicePrincipals/${principal.id}`
  const [grant, given, assigned, federated] = await Promise.all([
    principal && readGrant(graph, principal, resource),
    of ? graph.all<Assignment>(`${of}/appRoleAssignments`) : [],
    of ? graph.all<Assignment>(`${of}/appRoleAssignedTo`) : [],
    application ? graph.all<Federated>(`/applications/${application.id}/federatedIdentityCredentials`) : [],
  ])
  return { tenant, me, graph: resource, application, principal, grant, given, assigned, federated, catalog }
}
