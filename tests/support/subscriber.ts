import { expect, vi } from 'vitest'
import { startEndpoint } from './endpoint.ts'
import { startSandbox, type TestSandbox } from './sandbox.ts'

export type Delivery = {
  state: string
  statuses: number[]
  path: string
  notifications: { what: string; user: string | null }[]
}

export const weekly = '1-op-1 Sanne en Milan'

/** So long from now, in the sandbox's time. */
export const inMinutes = async (of: TestSandbox, minutes: number): Promise<string> => {
  const { body } = await of.call('/sandbox/api/clock')
  return new Date(Date.parse(String(body['now'])) + minutes * 60_000).toISOString()
}

/** A tenant and somebody who takes its notifications, with hands to subscribe. */
export async function startSubscriber() {
  const tenant = await startSandbox()
  const endpoint = await startEndpoint()
  const wish = async (more: object = {}, of = tenant) => ({
    changeType: 'created,updated,deleted',
    notificationUrl: endpoint.url,
    lifecycleNotificationUrl: endpoint.url,
    resource: 'me/events',
    expirationDateTime: await inMinutes(of, 1000),
    clientState: 'secret',
    ...more,
  })
  const subscribe = async (
    user: string,
    more: object = {},
    init: { bearer?: string; headers?: Record<string, string> } = {},
  ) =>
    tenant.graph(user, '/subscriptions', { method: 'POST', body: JSON.stringify(await wish(more)), ...init })
  return {
    tenant,
    endpoint,
    wish,
    subscribe,
    /** @returns its id */
    subscribed: async (user: string, more: object = {}, headers: Record<string, string> = {}) => {
      const made = await subscribe(user, more, { headers })
      expect(made.status).toBe(201)
      return String(made.body['id'])
    },
    told: (count: number) => vi.waitFor(() => expect(endpoint.told).toHaveLength(count), 5000),
    deliveries: async () =>
      (await tenant.call('/sandbox/api/notifications')).body['deliveries'] as Delivery[],
    /** The organiser's change of one occurrence. */
    rename: async (subject = 'Anders') =>
      tenant.patch('sanne', (await tenant.event('sanne', weekly)).id, { subject }),
    reset: async () => {
      await tenant.post('reset', {})
      endpoint.reset()
    },
    close: async () => {
      await tenant.close()
      await endpoint.close()
    },
  }
}
