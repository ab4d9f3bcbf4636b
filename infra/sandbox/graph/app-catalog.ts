import { strFromU8, unzipSync } from 'fflate'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { CatalogApp } from '../directory/objects.ts'
import { registrationsOf } from '../directory/registrations.ts'
import type { AdminRole } from '../model.ts'
import { list } from './list.ts'
import { GraphRefusal } from './refusal.ts'
import type { Graph } from './service.ts'
import type { Query } from './window.ts'

type Of = { Params: { id: string } }
const reads = ['AppCatalog.Read.All', 'AppCatalog.ReadWrite.All', 'AppCatalog.Submit']
const writes = ['AppCatalog.ReadWrite.All']
/** "Only Teams Service admins or a higher privileged role can call this API." */
const managing: AdminRole[] = ['Global Administrator', 'Teams Administrator']

const forbidden = (message: string) => new GraphRefusal(403, 'Forbidden', message)
const bad = (inner: string, message: string) => new GraphRefusal(400, 'BadRequest', message, undefined, inner)
const conflict = (message: string) =>
  new GraphRefusal(409, 'Conflict', message, undefined, 'AppDefinitionAlreadyExists')

type Manifest = { id: string; version: string; name: { short: string } }

/** @throws GraphRefusal 400 for what is no package, in the words of microsoft-graph-docs 18415 and its likes */
function manifestOf(body: unknown): Manifest {
  let files: Record<string, Uint8Array>
  try {
    files = unzipSync(new Uint8Array(body as Buffer))
  } catch {
    throw bad(
      'InvalidRequest',
      'Invalid zip archive provided, ex: End of Central Directory record could not be found.',
    )
  }
  try {
    const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())) as Partial<Manifest>
    const { id, version, name } = manifest
    if (id && version && name?.short && files['color.png'] && files['outline.png'])
      return { id, version, name }
  } catch {
    // The answer is the same.
  }
  throw bad('UnableToParseTeamsAppManifest', 'Unable to parse the manifest of the Teams app.')
}

const isNewer = (version: string, than: string): boolean => {
  const [a, b] = [version, than].map((one) => one.split('.').map(Number))
  const at = [0, 1, 2].find((index) => a?.[index] !== b?.[index]) ?? 0
  return (a?.[at] ?? 0) > (b?.[at] ?? 0)
}

/** The organisation's catalogue of Teams apps. */
export function appCatalog(app: FastifyInstance, graph: Graph): void {
  const { store } = graph
  const all = () => registrationsOf(store)
  app.addContentTypeParser('application/zip', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  )
  const enter = async (request: FastifyRequest, scopes: string[], roles?: AdminRole[]) => {
    const person = await graph.enter(request, scopes).catch((error: unknown) => {
      if (!(error instanceof GraphRefusal && error.status === 403)) throw error
      throw forbidden(`Missing scope permissions on the request. API requires one of '${scopes.join(', ')}'.`)
    })
    if (roles && !roles.some((role) => person.adminRoles?.includes(role)))
      throw forbidden('The user is not allowed to manage the app catalog.')
  }
  const found = (id: string): CatalogApp => {
    const one = all().catalog.find((other) => other.id === id)
    if (!one) throw new GraphRefusal(404, 'NotFound', `No app was found with id '${id}'.`)
    return one
  }
  const resource = ({ versions, ...one }: CatalogApp, expanded: boolean) => ({
    ...one,
    distributionMethod: 'organization',
    ...(expanded
      ? {
          appDefinitions: versions
            .slice(-1)
            .map((last) => ({ ...last, teamsAppId: one.id, publishingState: 'published' })),
        }
      : {}),
  })

  app.get<{ Querystring: Query }>('/appCatalogs/teamsApps', async (request) => {
    await enter(request, reads)
    const expanded = request.query['$expand'] === 'appDefinitions'
    return list(
      all().catalog,
      request.query,
      `${graph.base()}/appCatalogs/teamsApps`,
      ['id', 'externalId'],
      (one) => resource(one, expanded),
    )
  })
  app.post('/appCatalogs/teamsApps', async (request, reply) => {
    await enter(request, writes, managing)
    const { id: externalId, version, name } = manifestOf(request.body)
    if (all().catalog.some((one) => one.externalId === externalId))
      throw conflict('An app with the same external id is in the catalog.')
    const versions = [{ id: crypto.randomUUID(), version }]
    const made: CatalogApp = { id: crypto.randomUUID(), externalId, displayName: name.short, versions }
    all().catalog.push(made)
    store.save()
    return reply.code(201).send(resource(made, false))
  })
  app.post<Of>('/appCatalogs/teamsApps/:id/appDefinitions', async (request, reply) => {
    await enter(request, writes, managing)
    const one = found(request.params.id)
    const { id, version, name } = manifestOf(request.body)
    if (id !== one.externalId) throw bad('InvalidRequest', 'The id in the manifest is of another app.')
    const last = one.versions.at(-1)?.version ?? '0.0.0'
    if (!isNewer(version, last)) throw conflict(`Version ${last} is in the catalog.`)
    const made = { id: crypto.randomUUID(), version }
    one.versions.push(made)
    one.displayName = name.short
    store.save()
    return reply.code(201).send({ ...made, teamsAppId: one.id, publishingState: 'published' })
  })
  app.delete<Of>('/appCatalogs/teamsApps/:id', async (request, reply) => {
    await enter(request, writes, managing)
    const one = found(request.params.id)
    all().catalog = all().catalog.filter((other) => other !== one)
    store.save()
    return reply.code(204).send()
  })
}
