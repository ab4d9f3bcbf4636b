import type { FastifyInstance } from 'fastify'
import type { Application, ServicePrincipal, Writable } from '../directory/objects.ts'
import { registrationsOf } from '../directory/registrations.ts'
import { domain } from '../seed/organisation.ts'
import { unset } from '../seed/registrations.ts'
import type { Store } from '../store.ts'
import { changeApplication } from './change-application.ts'
import {
  badDirectoryRequest,
  enterDirectory,
  justMade,
  notFound,
  registering,
  replicated,
} from './check-directory.ts'
import { badRequest } from './refusal.ts'
import { select } from './select.ts'
import type { Graph } from './service.ts'
import { principalResourceOf } from './service-principals.ts'
import type { Query } from './window.ts'

/** An alternate key in the path: `applications(uniqueName='groei')`. */
export function keyOf(text: string): { segment: string; property: string; value: string } {
  const [, segment = '', property = '', value = ''] = /^(\w+)\((\w+)='([^']*)'\)$/.exec(text) ?? []
  return { segment, property, value }
}

export const resourceOf = ({ secrets, federated: _federated, unseen: _unseen, ...app }: Application) => ({
  ...app,
  passwordCredentials: secrets.map(({ text: _text, ...one }) => ({ ...one, secretText: null })),
})

/** @throws GraphRefusal 400 when the body does not fit */
export function makeApplication(
  store: Store,
  uniqueName: string | null,
  tenantId: string,
  body: Partial<Writable>,
): Application {
  const registrations = registrationsOf(store)
  const made: Application = {
    ...unset(),
    ...justMade,
    id: crypto.randomUUID(),
    appId: crypto.randomUUID(),
    uniqueName,
    createdDateTime: store.now().toISOString(),
    secrets: [],
    federated: [],
  }
  if (!body.displayName) throw badDirectoryRequest('A value is required for property displayName.')
  changeApplication(registrations, made, body, { id: tenantId, domain })
  registrations.applications.push(made)
  store.save()
  return made
}

type OfKey = { Params: { key: string }; Querystring: Query }
const reads = ['Application.Read.All', 'Application.ReadWrite.All', 'Directory.Read.All']
const writes = ['Application.ReadWrite.All']

/**
 * Applications by their `uniqueName` and service principals by their `appId`: read, and made or changed in one request
 * ("Upsert application", "Upsert servicePrincipal").
 */
export function uniqueNames(app: FastifyInstance, graph: Graph): void {
  const { store } = graph
  const all = () => registrationsOf(store)

  app.get<OfKey>('/:key', async (request) => {
    const { segment, property, value } = keyOf(request.params.key)
    const kind = `${segment}.${property}`
    if (!['applications.uniqueName', 'applications.appId', 'servicePrincipals.appId'].includes(kind))
      throw nowhere(request.params.key)
    await enterDirectory(graph, request, reads)
    if (segment === 'servicePrincipals') {
      const one = replicated(
        all().servicePrincipals.find(({ appId }) => appId === value),
        value,
      )
      return select(principalResourceOf(store, one), request.query['$select'], 'servicePrincipal')
    }
    const one = replicated(
      all().applications.find((other) => Reflect.get(other, property) === value),
      value,
    )
    return select(resourceOf(one), request.query['$select'], 'application')
  })

  app.patch<OfKey & { Body: Partial<Writable> }>('/:key', async (request, reply) => {
    const { segment, property, value } = keyOf(request.params.key)
    const mayMake = request.headers.prefer === 'create-if-missing'
    if (segment === 'applications' && property === 'uniqueName') {
      const { tenantId } = await enterDirectory(graph, request, writes, registering)
      const made = upsertApplication(value, tenantId, request.body, mayMake)
      return made ? reply.code(201).send(resourceOf(made)) : reply.code(204).send()
    }
    if (segment === 'servicePrincipals' && property === 'appId') {
      await enterDirectory(graph, request, writes, registering)
      const made = upsertPrincipal(value, request.body.tags ?? [], mayMake)
      return made ? reply.code(201).send(principalResourceOf(store, made)) : reply.code(204).send()
    }
    throw nowhere(request.params.key)
  })

  const nowhere = (segment: string) =>
    badRequest('BadRequest', `Resource not found for the segment '${segment}'.`)

  function upsertApplication(
    name: string,
    tenantId: string,
    body: Partial<Writable>,
    mayMake: boolean,
  ): Application | null {
    const one = all().applications.find(({ uniqueName }) => uniqueName === name)
    // A deleted one keeps its name, and a replica may not know a new one (msgraph-bicep-types 137, 202).
    if (all().deleted.some(({ uniqueName }) => uniqueName === name) || (one && one.unseen > 0)) {
      if (one) one.unseen -= 1
      throw badDirectoryRequest('Another object with the same value for property uniqueName already exists.')
    }
    if (!one && !mayMake) throw notFound(name)
    if (!one) return makeApplication(store, name, tenantId, body)
    changeApplication(all(), one, body, { id: tenantId, domain })
    store.save()
    return null
  }

  function upsertPrincipal(appId: string, tags: string[], mayMake: boolean): ServicePrincipal | null {
    const known = all().servicePrincipals.find((one) => one.appId === appId)
    if (known) known.tags = tags
    if (known) return null
    if (!mayMake) throw notFound(appId)
    const of = all().applications.find((one) => one.appId === appId)
    if (!of || of.unseen > 0) {
      if (of) of.unseen -= 1
      throw badDirectoryRequest(
        `The appId '${appId}' of the service principal does not reference a valid application object.`,
      )
    }
    const made = { ...justMade, id: crypto.randomUUID(), appId, displayName: of.displayName, tags }
    all().servicePrincipals.push(made)
    store.save()
    return made
  }
}
