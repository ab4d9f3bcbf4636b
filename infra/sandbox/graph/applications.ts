import type { FastifyInstance } from 'fastify'
import { registrationsOf } from '../directory/registrations.ts'
import type { Writable } from '../directory/objects.ts'
import { domain } from '../seed/organisation.ts'
import { changeApplication } from './change-application.ts'
import { enterDirectory, notFound, registering, replicated } from './check-directory.ts'
import { list } from './list.ts'
import { makeApplication, resourceOf } from './unique-names.ts'
import { select } from './select.ts'
import type { Graph } from './service.ts'
import type { Query } from './window.ts'

const reads = ['Application.Read.All', 'Application.ReadWrite.All', 'Directory.Read.All']
const writes = ['Application.ReadWrite.All']

type Of = { Params: { id: string }; Querystring: Query }

/** Applications of the tenant, as far as setting up Groei needs them. */
export function applications(app: FastifyInstance, graph: Graph): void {
  const { store } = graph
  const all = () => registrationsOf(store)
  const found = (id: string) =>
    replicated(
      all().applications.find((one) => one.id === id),
      id,
    )
  app.get<{ Querystring: Query }>('/applications', async (request) => {
    await enterDirectory(graph, request, reads)
    return list(
      all().applications,
      request.query,
      `${graph.base()}/applications`,
      ['appId', 'displayName'],
      resourceOf,
    )
  })
  app.post<{ Body: Partial<Writable> }>('/applications', async (request, reply) => {
    const { tenantId } = await enterDirectory(graph, request, writes, registering)
    return reply.code(201).send(resourceOf(makeApplication(store, null, tenantId, request.body)))
  })
  app.get<Of>('/applications/:id', async (request) => {
    await enterDirectory(graph, request, reads)
    return select(resourceOf(found(request.params.id)), request.query['$select'], 'application')
  })
  app.patch<Of & { Body: Partial<Writable> }>('/applications/:id', async (request, reply) => {
    const { tenantId } = await enterDirectory(graph, request, writes, registering)
    changeApplication(all(), found(request.params.id), request.body, { id: tenantId, domain })
    store.save()
    return reply.code(204).send()
  })
  app.delete<Of>('/applications/:id', async (request, reply) => {
    await enterDirectory(graph, request, writes, registering)
    const one = found(request.params.id)
    const rest = all()
    rest.applications = rest.applications.filter((other) => other !== one)
    rest.deleted.push(one)
    // Its service principal here goes with it, and what that was given.
    const principal = rest.servicePrincipals.find(({ appId }) => appId === one.appId)
    rest.servicePrincipals = rest.servicePrincipals.filter((other) => other !== principal)
    rest.assignments = rest.assignments.filter(
      ({ principalId, resourceId }) => principalId !== principal?.id && resourceId !== principal?.id,
    )
    rest.grants = rest.grants.filter(({ clientId }) => clientId !== principal?.id)
    store.save()
    return reply.code(204).send()
  })
  app.get<Of>('/directory/deletedItems/:id', async (request) => {
    await enterDirectory(graph, request, reads)
    const { id } = request.params
    const one = all().deleted.find((other) => other.id === id)
    if (!one) throw notFound(id)
    return resourceOf(one)
  })
  app.delete<Of>('/directory/deletedItems/:id', async (request, reply) => {
    await enterDirectory(graph, request, writes, registering)
    const { id } = request.params
    if (!all().deleted.some((one) => one.id === id)) throw notFound(id)
    all().deleted = all().deleted.filter((one) => one.id !== id)
    store.save()
    return reply.code(204).send()
  })
}
