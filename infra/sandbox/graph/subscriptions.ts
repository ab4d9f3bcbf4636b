import type { Subscription as Resource } from '@microsoft/microsoft-graph-types'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Subscription } from '../model.ts'
import { subscriptionsOf } from '../notifications/notifier.ts'
import { checkEndpoint } from './check-endpoint.ts'
import { checkMailboxOfSubscription } from './check-mailbox.ts'
import { changeTypesOf, checkUrl, readExpiry, readSubscription } from './check-subscription.ts'
import { mayRead } from './events.ts'
import { applyPrefer } from './prefer.ts'
import { badRequest, GraphRefusal } from './refusal.ts'
import type { Graph } from './service.ts'

type One = { Params: { id: string } }

/** Subscriptions to the events of one's own mailbox, each its application's and person's alone. */
export function subscriptions(app: FastifyInstance, { store, base, caller }: Graph): void {
  const resourceOf = (one: Subscription): Resource & { '@odata.context': string } => ({
    '@odata.context': `${base()}/$metadata#subscriptions/$entity`,
    id: one.id,
    resource: one.resource,
    applicationId: one.clientId,
    changeType: one.changeTypes.join(','),
    clientState: one.clientState,
    notificationUrl: one.notificationUrl,
    notificationQueryOptions: null,
    lifecycleNotificationUrl: one.lifecycleNotificationUrl,
    expirationDateTime: one.expiresAt,
    creatorId: one.oid,
    includeResourceData: null,
    latestSupportedTlsVersion: 'v1_2',
    encryptionCertificate: null,
    encryptionCertificateId: null,
    notificationUrlAppId: null,
  })
  const own = async (request: FastifyRequest) => {
    const { person, clientId } = await caller(request, mayRead)
    return subscriptionsOf(store).filter((one) => one.oid === person.oid && one.clientId === clientId)
  }
  const named = async (request: FastifyRequest<One>): Promise<Subscription> => {
    const found = (await own(request)).find(({ id }) => id === request.params.id)
    if (!found) throw new GraphRefusal(404, 'ResourceNotFound', 'The object was not found.')
    return found
  }

  app.get('/subscriptions', async (request) => ({ value: (await own(request)).map(resourceOf) }))
  app.get<One>('/subscriptions/:id', async (request) => resourceOf(await named(request)))

  app.post<{ Body: unknown }>('/subscriptions', async (request, reply) => {
    const { person, clientId } = await caller(request, mayRead)
    checkMailboxOfSubscription(person, 'Create')
    const { immutable } = applyPrefer(request, reply)
    const input = readSubscription(request.body, person)
    const made: Subscription = {
      id: crypto.randomUUID(),
      oid: person.oid,
      clientId,
      resource: input.resource,
      changeTypes: changeTypesOf(input.changeType),
      notificationUrl: input.notificationUrl,
      lifecycleNotificationUrl: input.lifecycleNotificationUrl ?? null,
      clientState: input.clientState ?? null,
      expiresAt: readExpiry(input.expirationDateTime, store.now()),
      immutable,
      authorised: true,
    }
    await checkEndpoint(made.notificationUrl)
    if (made.lifecycleNotificationUrl) await checkEndpoint(made.lifecycleNotificationUrl)
    // Those that expired are forgotten here, so that they do not pile up.
    const live = Object.fromEntries(subscriptionsOf(store).map((one) => [one.id, one]))
    store.state.subscriptions = { ...live, [made.id]: made }
    store.save()
    reply.code(201)
    return resourceOf(made)
  })

  // Renewing authorises too (Graph, lifecycle notifications).
  app.patch<One & { Body: unknown }>('/subscriptions/:id', async (request) => {
    const found = await named(request)
    const owner = store.directory.person(found.oid)
    if (owner) checkMailboxOfSubscription(owner, 'Update')
    const given = Object(request.body) as Record<string, unknown>
    const { expirationDateTime, notificationUrl, ...others } = given
    const [other] = Object.keys(others)
    if (other)
      throw badRequest('InvalidRequest', `The property '${other}' of a subscription cannot be changed.`)
    if (expirationDateTime === undefined && notificationUrl === undefined)
      throw badRequest(
        'InvalidRequest',
        "Subscription must contain either the 'expirationDateTime' or 'notificationUrl' property and its value.",
      )
    const expiresAt =
      expirationDateTime === undefined ? found.expiresAt : readExpiry(String(expirationDateTime), store.now())
    if (notificationUrl !== undefined) {
      checkUrl('notificationUrl', String(notificationUrl))
      await checkEndpoint(String(notificationUrl))
      found.notificationUrl = String(notificationUrl)
    }
    Object.assign(found, { expiresAt, authorised: true })
    store.save()
    return resourceOf(found)
  })

  app.post<One>('/subscriptions/:id/reauthorize', async (request, reply) => {
    Object.assign(await named(request), { authorised: true })
    store.save()
    return reply.code(204).send()
  })

  app.delete<One>('/subscriptions/:id', async (request, reply) => {
    const { id } = await named(request)
    delete store.state.subscriptions[id]
    store.save()
    return reply.code(204).send()
  })
}
