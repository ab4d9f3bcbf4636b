import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startSandbox } from '../support/sandbox.ts'
import { inMinutes, startSubscriber } from '../support/subscriber.ts'

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

const refused: [string, object | (() => Promise<object>), number, string][] = [
  ['without changeType', { changeType: undefined }, 400, 'InvalidRequest'],
  ['without notificationUrl', { notificationUrl: undefined }, 400, 'InvalidRequest'],
  ['without resource', { resource: undefined }, 400, 'InvalidRequest'],
  ['without expirationDateTime', { expirationDateTime: undefined }, 400, 'InvalidRequest'],
  ['to an unknown change', { changeType: 'created,moved' }, 400, 'InvalidRequest'],
  ['to another resource', { resource: 'me/messages' }, 400, 'InvalidRequest'],
  ['to another person', { resource: `users/${crypto.randomUUID()}/events` }, 403, 'ErrorAccessDenied'],
  ['with a long secret', { clientState: 'x'.repeat(129) }, 400, 'InvalidRequest'],
  ['over plain http', { notificationUrl: 'http://groei.example/n' }, 400, 'InvalidRequest'],
  [
    'with a lifecycle over http',
    { lifecycleNotificationUrl: 'http://groei.example/' },
    400,
    'InvalidRequest',
  ],
  ['with an unknown property', { includeResourceData: true }, 400, 'BadRequest'],
  ['with no date', { expirationDateTime: 'tomorrow' }, 400, 'BadRequest'],
  ['that is over', async () => ({ expirationDateTime: await inMinutes(tenant, -1) }), 400, 'InvalidRequest'],
  [
    'that is too long',
    async () => ({ expirationDateTime: await inMinutes(tenant, 10_081) }),
    400,
    'ExtensionError',
  ],
  ['to nobody', { notificationUrl: 'http://127.0.0.1:9/' }, 400, 'ValidationError'],
  ['with a lifecycle to nobody', { lifecycleNotificationUrl: 'http://127.0.0.1:9/' }, 400, 'ValidationError'],
]
describe('subscriptions in the Graph sandbox', () => {
  test.each(refused)('a subscription %s is refused', async (_name, more, status, code) => {
    const made = await subscriber.subscribe('sanne', typeof more === 'function' ? await more() : more)
    expect([made.status, made.body.error?.code]).toEqual([status, code])
    expect((await tenant.graph('sanne', '/subscriptions')).body.value).toEqual([])
  })

  test.each([
    ['another token', (token: string) => ({ status: 200, type: 'text/plain', text: `${token}!` })],
    ['HTML', (token: string) => ({ status: 200, type: 'text/html', text: token })],
    ['202', (token: string) => ({ status: 202, type: 'text/plain', text: token })],
  ])('an endpoint that answers the validation with %s is refused', async (_name, proof) => {
    endpoint.prove = proof
    expect((await subscriber.subscribe('sanne')).body.error?.code).toBe('ValidationError')
  })

  test('a token without a calendar scope is refused, and Calendars.Read is enough', async () => {
    const with_ = (scope: string) => tenant.token('sanne', 'graph', { scope })
    expect((await subscriber.subscribe('sanne', {}, { bearer: await with_('User.Read') })).status).toBe(403)
    expect((await subscriber.subscribe('sanne', {}, { bearer: await with_('Calendars.Read') })).status).toBe(
      201,
    )
  })

  test('a subscription is visible only to its owner and its application', async () => {
    const id = await subscriber.subscribed('sanne')
    const other = await tenant.token('sanne', 'graph', { client: crypto.randomUUID() })
    for (const [user, init] of [
      ['milan', {}],
      ['sanne', { bearer: other }],
    ] as const) {
      expect((await tenant.graph(user, `/subscriptions/${id}`, init)).body.error?.code).toBe(
        'ResourceNotFound',
      )
      expect((await tenant.graph(user, `/subscriptions/${id}`, { method: 'DELETE', ...init })).status).toBe(
        404,
      )
      expect((await tenant.graph(user, '/subscriptions', init)).body.value).toEqual([])
    }
    expect((await tenant.graph('sanne', `/subscriptions/${id}`)).body).toMatchObject({
      id,
      resource: 'me/events',
      changeType: 'created,updated,deleted',
      applicationId: tenant.app.clientId,
    })
    expect((await tenant.graph('sanne', `/subscriptions/${id}`, { method: 'DELETE' })).status).toBe(204)
    expect((await tenant.graph('sanne', `/subscriptions/${id}`)).status).toBe(404)
  })

  test('a subscription can be renewed up to the limit, and its lifecycle URL never changes', async () => {
    const id = await subscriber.subscribed('sanne')
    const patch = async (body: object) =>
      tenant.graph('sanne', `/subscriptions/${id}`, { method: 'PATCH', body: JSON.stringify(body) })
    const later = await inMinutes(tenant, 5000)
    expect((await patch({ expirationDateTime: later })).body['expirationDateTime']).toBe(later)
    expect((await patch({ expirationDateTime: await inMinutes(tenant, 10_081) })).status).toBe(400)
    expect((await patch({ lifecycleNotificationUrl: endpoint.url })).status).toBe(400)
    expect((await patch({ clientState: 'other' })).status).toBe(400)
    expect((await patch({})).status).toBe(400)
    expect((await patch({ notificationUrl: 'http://127.0.0.1:9/' })).body.error?.code).toBe('ValidationError')
    expect((await tenant.graph('sanne', `/subscriptions/${id}/reauthorize`, { method: 'POST' })).status).toBe(
      204,
    )
  })

  test('a subscription of less than 45 minutes is extended to 45 minutes and is gone once it expires', async () => {
    const made = await subscriber.subscribe('sanne', { expirationDateTime: await inMinutes(tenant, 1) })
    const until = Date.parse(String(made.body['expirationDateTime']))
    expect(until).toBeGreaterThan(Date.parse(await inMinutes(tenant, 44)))
    await tenant.post('clock', { now: new Date(until + 1000).toISOString() })
    expect((await tenant.graph('sanne', `/subscriptions/${String(made.body['id'])}`)).status).toBe(404)
    await subscriber.rename()
    expect(await subscriber.deliveries()).toEqual([])
  })

  test('subscriptions survive a restart of the sandbox', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'groei-sandbox-'))
    const first = await startSandbox({ dataDir })
    const body = JSON.stringify(await subscriber.wish({}, first))
    const made = await first.graph('sanne', '/subscriptions', { method: 'POST', body })
    await first.close()
    const second = await startSandbox({ dataDir })
    const { body: found } = await second.graph('sanne', `/subscriptions/${String(made.body['id'])}`)
    expect(found['expirationDateTime']).toBe(made.body['expirationDateTime'])
    await second.close()
    rmSync(dataDir, { recursive: true })
  })
})
