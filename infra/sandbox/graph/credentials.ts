import type { FastifyInstance } from 'fastify'
import type { FederatedCredential } from '../directory/objects.ts'
import { registrationsOf } from '../directory/registrations.ts'
import { badDirectoryRequest, enterDirectory, notFound, registering, replicated } from './check-directory.ts'
import { list } from './list.ts'
import { GraphRefusal } from './refusal.ts'
import type { Graph } from './service.ts'
import { keyOf } from './unique-names.ts'
import type { Query } from './window.ts'

const reads = ['Application.Read.All', 'Application.ReadWrite.All', 'Directory.Read.All']
const writes = ['Application.ReadWrite.All']

type Of = { Params: { id: string }; Querystring: Query }

/** Secrets of applications, and identities that they trust in place of one. */
export function credentials(app: FastifyInstance, graph: Graph): void {
  const { store } = graph
  const found = (id: string) =>
    replicated(
      registrationsOf(store).applications.find((one) => one.id === id),
      id,
    )

  app.post<Of & { Body: { passwordCredential?: { displayName?: string; endDateTime?: string } } | null }>(
    '/applications/:id/addPassword',
    async (request) => {
      await enterDirectory(graph, request, writes, registering)
      const text = `${crypto.randomUUID().slice(0, 3)}~${Buffer.from(crypto.getRandomValues(new Uint8Array(27))).toString('base64url')}`
      const start = store.now()
      const asked = request.body?.passwordCredential
      const secret = {
        keyId: crypto.randomUUID(),
        displayName: asked?.displayName ?? null,
        hint: text.slice(0, 3),
        startDateTime: start.toISOString(),
        endDateTime:
          asked?.endDateTime ?? new Date(start.setUTCFullYear(start.getUTCFullYear() + 2)).toISOString(),
      }
      found(request.params.id).secrets.push({ ...secret, text })
      store.save()
      return { ...secret, secretText: text }
    },
  )
  app.post<Of & { Body: { keyId?: string } | null }>(
    '/applications/:id/removePassword',
    async (request, reply) => {
      await enterDirectory(graph, request, writes, registering)
      const one = found(request.params.id)
      const keyId = request.body?.keyId ?? ''
      if (!one.secrets.some((secret) => secret.keyId === keyId))
        throw badDirectoryRequest(`No password credential found with keyId.`)
      one.secrets = one.secrets.filter((secret) => secret.keyId !== keyId)
      store.save()
      return reply.code(204).send()
    },
  )

  app.get<Of>('/applications/:id/federatedIdentityCredentials', async (request) => {
    await enterDirectory(graph, request, reads)
    return list(
      found(request.params.id).federated,
      request.query,
      `${graph.base()}/applications/${request.params.id}/federatedIdentityCredentials`,
      ['name', 'issuer', 'subject'],
    )
  })
  app.patch<{ Params: { id: string; key: string }; Body: Partial<FederatedCredential> }>(
    '/applications/:id/:key',
    async (request, reply) => {
      await enterDirectory(graph, request, writes, registering)
      const { segment, property, value: name } = keyOf(request.params.key)
      if (segment !== 'federatedIdentityCredentials' || property !== 'name')
        throw badDirectoryRequest(`Resource not found for the segment '${request.params.key}'.`)
      const one = found(request.params.id)
      const { issuer = '', subject = '', audiences = [], description = null } = request.body
      if (!issuer || !subject || audiences.length !== 1)
        throw badDirectoryRequest('Issuer, subject and one audience are required.')
      const known = one.federated.find((other) => other.name === name)
      if (
        one.federated.some((other) => other !== known && other.issuer === issuer && other.subject === subject)
      )
        throw new GraphRefusal(
          409,
          'Request_MultipleObjectsWithSameKeyValue',
          'FederatedIdentityCredential with the same issuer and subject already exists.',
        )
      if (!known && request.headers.prefer !== 'create-if-missing') throw notFound(name)
      if (!known && one.federated.length >= 20)
        throw badDirectoryRequest(
          'The application has 20 federated identity credentials, and may have no more.',
        )
      const next = { id: known?.id ?? crypto.randomUUID(), name, issuer, subject, audiences, description }
      one.federated = [...one.federated.filter((other) => other !== known), next]
      store.save()
      return known ? reply.code(204).send() : reply.code(201).send(next)
    },
  )
}
