import type { FastifyInstance } from 'fastify'
import type { AppRoleAssignment, PermissionGrant, ServicePrincipal } from '../directory/objects.ts'
import { applicationOf, registrationsOf } from '../directory/registrations.ts'
import type { AdminRole } from '../model.ts'
import { graphAppId } from '../seed/registrations.ts'
import type { Store } from '../store.ts'
import { badDirectoryRequest, enterDirectory, notFound, registering, replicated } from './check-directory.ts'
import { list } from './list.ts'
import { GraphRefusal } from './refusal.ts'
import type { Graph } from './service.ts'
import type { Query } from './window.ts'

type Of = { Params: { id: string }; Querystring: Query }
const reads = ['Application.Read.All', 'Application.ReadWrite.All', 'Directory.Read.All']
/** "Grant tenant-wide admin consent": application permissions of Graph are for these alone. */
const privileged: AdminRole[] = ['Global Administrator', 'Privileged Role Administrator']

export function principalResourceOf(store: Store, { unseen: _unseen, ...one }: ServicePrincipal) {
  const app = applicationOf(store, one.appId)
  return {
    ...one,
    appRoles: one.appRoles ?? app?.appRoles ?? [],
    oauth2PermissionScopes: one.oauth2PermissionScopes ?? app?.api.oauth2PermissionScopes ?? [],
  }
}

/** The grants and the roles of service principals: what an admin consented to for everybody, and who has which role. */
export function servicePrincipals(app: FastifyInstance, graph: Graph): void {
  const { store } = graph
  const all = () => registrationsOf(store)
  const found = (id: string) =>
    replicated(
      all().servicePrincipals.find((one) => one.id === id),
      id,
    )
  const listed = async <T extends object>(request: { query: Query; url: string }, items: T[], by: string[]) =>
    list(items, request.query, `${new URL(graph.base()).origin}${request.url.split('?')[0]}`, by)

  app.get<Of>('/servicePrincipals/:id/appRoleAssignments', async (request) => {
    await enterDirectory(graph, request, reads)
    const { id } = found(request.params.id)
    return listed(
      request,
      all().assignments.filter((one) => one.principalId === id),
      ['resourceId'],
    )
  })
  app.get<Of>('/servicePrincipals/:id/appRoleAssignedTo', async (request) => {
    await enterDirectory(graph, request, reads)
    const { id } = found(request.params.id)
    // The sandbox filters these by nothing.
    return listed(
      request,
      all().assignments.filter((one) => one.resourceId === id),
      [],
    )
  })
  app.get<Of>('/servicePrincipals/:id/oauth2PermissionGrants', async (request) => {
    await enterDirectory(graph, request, ['DelegatedPermissionGrant.ReadWrite.All', 'Directory.Read.All'])
    const { id } = found(request.params.id)
    return listed(
      request,
      all().grants.filter((one) => one.clientId === id),
      [],
    )
  })

  app.post<Of & { Body: Partial<AppRoleAssignment> }>(
    '/servicePrincipals/:id/appRoleAssignedTo',
    async (request, reply) => {
      const resource = all().servicePrincipals.find((one) => one.id === request.params.id)
      await enterDirectory(
        graph,
        request,
        ['AppRoleAssignment.ReadWrite.All'],
        resource?.appId === graphAppId ? privileged : registering,
      )
      const { id: resourceId } = found(request.params.id)
      const { principalId = '', appRoleId = '' } = request.body
      if (request.body.resourceId !== resourceId) throw badDirectoryRequest('Not a valid reference update.')
      const isUser = store.directory.person(principalId) !== undefined
      if (!isUser) found(principalId)
      const { appRoles } = principalResourceOf(store, found(resourceId))
      if (!appRoles.some((role) => role.id === appRoleId && role.isEnabled))
        throw badDirectoryRequest('Permission being assigned was not found on application.')
      const same = (one: AppRoleAssignment) =>
        one.principalId === principalId && one.resourceId === resourceId && one.appRoleId === appRoleId
      // 400 and no conflict (msgraph-bicep-types 161).
      if (all().assignments.some(same))
        throw badDirectoryRequest('Permission being assigned already exists on the object')
      const made: AppRoleAssignment = {
        id: crypto.randomUUID(),
        principalId,
        principalType: isUser ? 'User' : 'ServicePrincipal',
        resourceId,
        appRoleId,
      }
      all().assignments.push(made)
      store.save()
      return reply.code(201).send(made)
    },
  )

  const mayGrant = [...registering, ...privileged]
  const granting = ['DelegatedPermissionGrant.ReadWrite.All']
  app.post<{ Body: Partial<PermissionGrant> }>('/oauth2PermissionGrants', async (request, reply) => {
    await enterDirectory(graph, request, granting, mayGrant)
    const { clientId = '', resourceId = '', consentType = 'AllPrincipals', scope = '' } = request.body
    found(clientId)
    found(resourceId)
    if (all().grants.some((one) => one.clientId === clientId && one.resourceId === resourceId))
      throw new GraphRefusal(
        409,
        'Request_MultipleObjectsWithSameKeyValue',
        'Permission entry already exists.',
      )
    const made = { id: crypto.randomUUID(), clientId, resourceId, consentType, principalId: null, scope }
    all().grants.push(made)
    store.save()
    return reply.code(201).send(made)
  })
  // The list of scopes is replaced, not added to (microsoft-graph-docs 19974).
  app.patch<Of & { Body: { scope?: string } }>('/oauth2PermissionGrants/:id', async (request, reply) => {
    await enterDirectory(graph, request, granting, mayGrant)
    const one = all().grants.find(({ id }) => id === request.params.id)
    if (!one) throw notFound(request.params.id)
    one.scope = request.body.scope ?? one.scope
    store.save()
    return reply.code(204).send()
  })
}
