import { describe, expect } from 'vitest'
import type { Tenant } from '../support/tenant.ts'
import { testIn } from '../support/test.ts'

const test = testIn({ settings: () => ({ TRUSTED_PROXIES: 'loopback' }) })
let tenant: Tenant
test.beforeAll(async ({ tenant: started }) => {
  tenant = started
})

/** Asks the product as a proxy does on behalf of an address. */
const ask = async (path: string, from: string, more: { token?: string; body?: unknown } = {}) => {
  const response = await fetch(`http://127.0.0.1:${tenant.launched.productPorts[0]!}${path}`, {
    headers: {
      'x-forwarded-for': from,
      ...(more.token ? { authorization: `Bearer ${more.token}` } : {}),
      ...(more.body ? { 'content-type': 'application/json' } : {}),
    },
    ...(more.body ? { method: 'POST', body: JSON.stringify(more.body) } : {}),
  })
  await response.arrayBuffer()
  return response.status
}
const together = (count: number, one: () => Promise<number>) =>
  Promise.all(Array.from({ length: count }, one))

describe('limiter by address', () => {
  test('an address that keeps bringing bad tokens is answered 429 while other addresses are served', async () => {
    const bad = await tenant.token('sanne', 'api', { expired: true })
    const good = await tenant.token('sanne', 'api')
    const [stranger, sanne] = ['198.51.100.7', '198.51.100.8']
    for (let round = 0; round < 12; round += 1)
      expect(new Set(await together(50, () => ask('/api/one-on-ones', stranger, { token: bad })))).toEqual(
        new Set([401]),
      )
    for (const token of [bad, good]) expect(await ask('/api/one-on-ones', stranger, { token })).toBe(429)
    expect(await ask('/api/one-on-ones', stranger)).toBe(429)
    expect(await ask('/api/one-on-ones', sanne, { token: good })).toBe(200)
  })

  test('an address that keeps posting unknown notifications is answered 429 and can still sign in', async () => {
    const path = '/api/notifications/calendar'
    const from = '198.51.100.9'
    const post = (count: number, address = from) =>
      ask(path, address, {
        body: {
          value: Array.from({ length: count }, () => ({
            subscriptionId: crypto.randomUUID(),
            clientState: 'x',
          })),
        },
      })
    // What is large counts for more.
    expect(await together(9, () => post(1000))).toEqual(Array(9).fill(202))
    expect(await together(10, () => post(1))).toEqual(Array(10).fill(202))
    expect(await post(1)).toBe(429)
    expect(await ask(`${path}/lifecycle`, from, { body: { value: [] } })).toBe(429)
    expect(await post(1, '198.51.100.10')).toBe(202)
    expect(await ask('/api/one-on-ones', from, { token: await tenant.token('sanne', 'api') })).toBe(200)
  })
})
