import Fastify from 'fastify'
import fp from 'fastify-plugin'
import { describe, expect, test } from 'vitest'
import type { Person } from './access-token.ts'
import { problems, Refused } from './problems.ts'
import { addressOf, requestLimits, strangerLimits } from './request-limits.ts'

/** An app that believes who its callers say they are, and lets nobody in who says nothing, as the real one does. */
async function limited(trustProxy?: string) {
  const app = Fastify(trustProxy ? { trustProxy } : {})
  let looked = 0
  const limits = { inVain: 3, person: 3, tenant: 5 }
  await app.register(problems)
  await app.register(strangerLimits, limits)
  await app.register(
    fp(
      async (inner) => {
        inner.decorateRequest('signedIn', null)
        inner.addHook('onRequest', async (request) => {
          if (request.routeOptions.config.public) return
          looked += 1
          const [tenantId, oid] = String(request.headers.authorization ?? '').split(' ')
          if (!tenantId || !oid) throw new Refused('unauthenticated')
          request.signedIn = { tenantId, oid } as Person
        })
      },
      { name: 'auth' },
    ),
  )
  await app.register(requestLimits, limits)
  const body = { type: 'object', required: ['a'] }
  app.post('/', { schema: { body } }, async () => 'ok')
  app.get('/open', { config: { public: true } }, async () => 'ok')
  app.get('/refused', async () => {
    throw new Refused('unauthenticated')
  })
  const ask = (authorization?: string, payload: object = { a: 1 }, from: object = {}) =>
    app.inject({
      method: 'POST',
      url: '/',
      payload,
      remoteAddress: '10.0.0.1',
      headers: { ...from, ...(authorization ? { authorization } : {}) },
    })
  const get = (url: string, authorization = '') =>
    app.inject({ url, remoteAddress: '10.0.0.1', headers: { authorization } })
  return Object.assign(ask, { get, looked: () => looked })
}

describe('rate limits of requests', () => {
  test('a person gets 429 after too many requests a minute, without effect on other people', async () => {
    const ask = await limited()
    for (let at = 0; at < 3; at += 1) expect((await ask('here anna')).statusCode).toBe(200)
    const refused = await ask('here anna')
    expect(refused.json()).toMatchObject({ status: 429, type: 'urn:groei:problem:too-many-requests' })
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect((await ask('here bram')).statusCode).toBe(200)
  })

  test('a tenant gets 429 after too many requests a minute, without effect on other tenants', async () => {
    const ask = await limited()
    for (const who of ['anna', 'bram', 'carla', 'dirk', 'els'])
      expect((await ask(`here ${who}`)).statusCode).toBe(200)
    const refused = await ask('here fien')
    expect(refused.json()).toMatchObject({ status: 429, type: 'urn:groei:problem:too-many-requests' })
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect((await ask('there fien')).statusCode).toBe(200)
  })

  test('a malformed request counts towards the limit', async () => {
    const ask = await limited()
    for (let at = 0; at < 3; at += 1) expect((await ask('here anna', {})).statusCode).toBe(400)
    expect((await ask('here anna', {})).statusCode).toBe(429)
  })

  test('an address with too many failed authentications gets 429 before any token is checked', async () => {
    const ask = await limited()
    for (let at = 0; at < 3; at += 1) expect((await ask()).statusCode).toBe(401)
    const refused = await ask()
    expect(refused.json()).toMatchObject({ status: 429, type: 'urn:groei:problem:too-many-requests' })
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect((await ask('here anna')).statusCode).toBe(429)
    expect(ask.looked()).toBe(3)
  })

  test('refusals of signed-in people and public requests do not count as failed authentications', async () => {
    const ask = await limited()
    for (const who of ['here anna', 'here bram'])
      for (let at = 0; at < 2; at += 1) expect((await ask.get('/refused', who)).statusCode).toBe(401)
    expect((await ask('here carla')).statusCode).toBe(200)
    for (let at = 0; at < 3; at += 1) expect((await ask.get('/open')).statusCode).toBe(200)
    // Public routes have a limit of their own.
    expect((await ask.get('/open')).statusCode).toBe(429)
    expect((await ask()).statusCode).toBe(401)
  })

  test('addresses behind a trusted proxy count separately, and a forged X-Forwarded-For is ignored', async () => {
    const behind = await limited('10.0.0.0/8')
    const from = (address: string) => ({ 'x-forwarded-for': address })
    for (let at = 0; at < 4; at += 1) await behind(undefined, {}, from('198.51.100.7'))
    expect((await behind('here anna', { a: 1 }, from('198.51.100.7'))).statusCode).toBe(429)
    expect((await behind('here anna', { a: 1 }, from('198.51.100.8'))).statusCode).toBe(200)
    const alone = await limited()
    for (let at = 0; at < 4; at += 1) await alone(undefined, {}, from(`198.51.100.${at}`))
    expect((await alone('here anna', { a: 1 }, from('198.51.100.9'))).statusCode).toBe(429)
  })
})

describe('client address for rate limits', () => {
  test.each([
    ['198.51.100.7', '198.51.100.7'],
    ['198.51.100.7:49152', '198.51.100.7'],
    ['::ffff:198.51.100.7', '198.51.100.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::'],
    ['[2001:db8:1:2::9]:443', '2001:db8:1:2::'],
  ])('the address %s counts as %s', (ip, address) => {
    expect(addressOf({ ip })).toBe(address)
  })
})
