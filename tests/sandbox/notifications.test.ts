import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { startSubscriber, weekly } from '../support/subscriber.ts'

type Subscriber = Awaited<ReturnType<typeof startSubscriber>>
let subscriber: Subscriber
let tenant: Subscriber['tenant']
let endpoint: Subscriber['endpoint']
beforeAll(async () => {
  subscriber = await startSubscriber()
  ;({ tenant, endpoint } = subscriber)
})
afterAll(() => subscriber.close())
afterEach(() => subscriber.reset())

describe('change notifications in the Graph sandbox', () => {
  test('a change by the organiser notifies both mailboxes, each with its own id of the series', async () => {
    const [hers, his] = [await subscriber.subscribed('sanne'), await subscriber.subscribed('milan')]
    const event = await tenant.event('milan', weekly)
    await subscriber.rename()
    await subscriber.told(2)
    const one = endpoint.told.find(({ subscriptionId }) => subscriptionId === his)
    // A change of an occurrence notifies of its series.
    const id = String(event['seriesMasterId'])
    const { body } = await tenant.graph('milan', '/me')
    expect(one).toMatchObject({
      changeType: 'updated',
      clientState: 'secret',
      tenantId: tenant.tenantId,
      resource: `Users/${String(body['id'])}/Events/${id}`,
      resourceData: { '@odata.type': '#Microsoft.Graph.Event', id },
    })
    expect(endpoint.told.map(({ subscriptionId }) => subscriptionId).sort()).toEqual([hers, his].sort())
    expect((await tenant.graph('milan', `/me/events/${id}`)).status).toBe(200)
  })

  test('a notification carries immutable ids when the subscription was made with them', async () => {
    const prefer = { prefer: 'IdType="ImmutableId"' }
    await subscriber.subscribed('sanne', {}, prefer)
    await subscriber.rename()
    await subscriber.told(1)
    const { body } = await tenant.calendar('sanne', {}, prefer)
    expect(body.value?.map((one) => one['seriesMasterId'])).toContain(endpoint.told[0]?.resourceData?.id)
  })

  test('each mailbox is notified of what a creation, invitation, cancellation or deletion means to it', async () => {
    await subscriber.subscribed('sanne')
    await subscriber.subscribed('tom')
    const kinds = async (count: number) => {
      await subscriber.told(count)
      const found = (await subscriber.deliveries()).flatMap((one) => one.notifications)
      await tenant.call('/sandbox/api/notifications', { method: 'DELETE' })
      endpoint.told = []
      return found.map(({ user, what }) => `${user?.split('@')[0]} ${what}`).sort()
    }
    const tom = [{ emailAddress: { address: 'tom@sandbox.example' } }]
    const made = await tenant.graph('sanne', '/me/events', {
      method: 'POST',
      body: JSON.stringify({
        subject: 'Nieuw',
        start: { dateTime: '2026-06-10T10:00:00', timeZone: 'UTC' },
        end: { dateTime: '2026-06-10T10:30:00', timeZone: 'UTC' },
      }),
    })
    const id = String(made.body['id'])
    expect(await kinds(1)).toEqual(['sanne created'])
    await tenant.patch('sanne', id, { attendees: tom })
    expect(await kinds(2)).toEqual(['sanne updated', 'tom created'])
    await tenant.patch('sanne', id, { attendees: [] })
    expect(await kinds(2)).toEqual(['sanne updated', 'tom deleted'])
    await tenant.patch('sanne', id, { attendees: tom })
    expect(await kinds(2)).toEqual(['sanne updated', 'tom created'])
    await tenant.graph('sanne', `/me/events/${id}/cancel`, { method: 'POST', body: '{}' })
    expect(await kinds(2)).toEqual(['sanne deleted', 'tom updated'])
    await tenant.graph('tom', `/me/events/${(await tenant.event('tom', 'Geannuleerd: Nieuw')).id}`, {
      method: 'DELETE',
    })
    expect(await kinds(1)).toEqual(['tom deleted'])
  })

  test('only the requested kinds of change are notified', async () => {
    await subscriber.subscribed('milan', { changeType: 'deleted' })
    await subscriber.rename()
    const { id } = await tenant.event('milan', 'Anders')
    await tenant.graph('milan', `/me/events/${id}`, { method: 'DELETE' })
    // A series that lost one occurrence notifies of an update.
    const single = await tenant.event('milan', 'Meekijken met het ontwerp')
    await tenant.graph('milan', `/me/events/${single.id}`, { method: 'DELETE' })
    await subscriber.told(1)
    expect(endpoint.told[0]).toMatchObject({ changeType: 'deleted', resourceData: { id: single.id } })
  })

  test('a notification is sent again until the endpoint accepts it', async () => {
    await subscriber.subscribed('sanne')
    const statuses = [500, 404, 202]
    endpoint.answer = async () => statuses.shift() ?? 202
    await subscriber.rename()
    await subscriber.told(1)
    expect(await subscriber.deliveries()).toMatchObject([{ state: 'delivered', statuses: [500, 404, 202] }])
  })

  test('a change does not wait for a slow endpoint, and no answer within three seconds counts as a failure', async () => {
    await subscriber.subscribed('sanne')
    let stuck = true
    endpoint.answer = () => (stuck ? new Promise(() => {}) : Promise.resolve(202))
    expect((await subscriber.rename()).status).toBe(200)
    await vi.waitFor(() => expect(endpoint.requests).toBe(1), 2000)
    stuck = false
    await subscriber.told(1)
    expect(await subscriber.deliveries()).toMatchObject([{ state: 'delivered', statuses: [0, 202] }])
  }, 10_000)

  test('notifications can be delivered late, out of order, twice or never', async () => {
    await subscriber.subscribed('sanne')
    const mode = (to: string) => tenant.post('notifications', { mode: to })
    const kinds = () => endpoint.told.map(({ changeType }) => changeType)
    const change = async () => {
      const single = await tenant.event('sanne', 'Tandarts')
      await tenant.patch('sanne', single.id, { location: { displayName: 'Boven' } })
      await tenant.graph('sanne', `/me/events/${single.id}`, { method: 'DELETE' })
    }
    await mode('shuffled')
    await change()
    expect((await subscriber.deliveries()).map(({ state }) => state)).toEqual(['held', 'held'])
    expect(endpoint.told).toEqual([])
    await tenant.post('notifications/release', {})
    expect(kinds()).toEqual(['deleted', 'updated'])
    await mode('held')
    await subscriber.rename()
    expect(endpoint.told).toHaveLength(2)
    await tenant.post('notifications/release', {})
    expect(endpoint.told).toHaveLength(3)
    await mode('lost')
    await subscriber.rename('Weer')
    expect((await subscriber.deliveries()).at(-1)).toMatchObject({
      state: 'lost',
      statuses: [],
      path: '/notifications',
    })
    await mode('twice')
    await tenant.patch('sanne', (await tenant.event('sanne', 'Weer')).id, { subject: 'En weer' })
    await subscriber.told(5)
    expect((await mode('sometimes')).status).toBe(400)
  })

  test('a triggered lifecycle event is delivered and takes effect on its subscription', async () => {
    const id = await subscriber.subscribed('sanne')
    const silent = await subscriber.subscribed('milan', { lifecycleNotificationUrl: undefined })
    const trigger = (event: string, more: object = {}) =>
      tenant.post('notifications/lifecycle', { event, ...more })
    await trigger('missed')
    await subscriber.told(1)
    expect(endpoint.told[0]).toEqual({
      subscriptionId: id,
      subscriptionExpirationDateTime: expect.any(String),
      tenantId: tenant.tenantId,
      clientState: 'secret',
      lifecycleEvent: 'missed',
    })
    // Until it is authorised again nothing is told, nor later.
    await trigger('reauthorizationRequired', { subscriptionId: id })
    await subscriber.told(2)
    await subscriber.rename()
    await vi.waitFor(() => expect(endpoint.told.map((one) => one.subscriptionId)).toEqual([id, id, silent]))
    await tenant.graph('sanne', `/subscriptions/${id}/reauthorize`, { method: 'POST' })
    await tenant.patch('sanne', (await tenant.event('sanne', 'Anders')).id, { subject: 'Weer' })
    await subscriber.told(5)
    await trigger('subscriptionRemoved', { user: 'sanne@sandbox.example' })
    await subscriber.told(6)
    expect(endpoint.told.at(-1)).toMatchObject({ subscriptionId: id, lifecycleEvent: 'subscriptionRemoved' })
    expect((await tenant.graph('sanne', `/subscriptions/${id}`)).status).toBe(404)
    expect((await tenant.graph('milan', `/subscriptions/${silent}`)).status).toBe(200)
  })
})
