import Fastify from 'fastify'
import fp from 'fastify-plugin'
import { describe, expect, test } from 'vitest'
import type { Person } from '../http/access-token.ts'
import { problems, Refused } from './problems.ts'
import { addressOf, requestLimits, strangerLimits } from './request-limits.ts'

/** An app that believes who its callers say they are, and counts who says nothing. */
async function limited(trustProxy?: string) {
  const app = Fastify(trustProxy ? { trustProxy } : {})
  const limits = { person: 3, tenant: 5 }
  await app.register(strangerLimits)
  await app.register(problems)
  await app.register(
    fp(
      async (inner) => {
        inner.decorateRequest('signedIn', null)
        const strangers = inner.strangerLimit(3)
        inner.addHook('onRequest', async (request, reply) => {
          if (request.is404) return
          const [tenantId, oid] = String(request.headers.authorization ?? '').split(' ')
          if (!tenantId || !oid) {
            await strangers.count(request, reply)
            throw new Refused('unauthenticated')
          }
          request.signedIn = { tenantId, oid } as Person
        })
      },
      { name: 'auth' },
    ),
  )
  await app.register(requestLimits, limits)
  const body = { type: 'object', required: ['a'] }
  app.post('/', { schema: { body } }, async () => 'ok')
  const ask = (authorization?: string, payload: object = { a: 1 }, from: object = {}) =>
    app.inject({
      method: 'POST',
      url: '/',
      payload,
      remoteAddress: '10.0.0.1',
      headers: { ...from, ...(authorization ? { authorization } : {}) },
    })
  return ask
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

  test('an address where too much was in vain gets 429 for that, and who shows who they are is served there', async () => {
    const ask = await limited()
    for (let at = 0; at < 3; at += 1) expect((await ask()).statusCode).toBe(401)
    const refused = await ask()
    expect(refused.json()).toMatchObject({ status: 429, type: 'urn:groei:problem:too-many-requests' })
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect((await ask('here anna')).statusCode).toBe(200)
  })

  test('addresses behind a trusted proxy count separately, and a forged X-Forwarded-For is ignored', async () => {
    const behind = await limited('10.0.0.0/8')
    const from = (address: string) => ({ 'x-forwarded-for': address })
    for (let at = 0; at < 3; at += 1) await behind(undefined, {}, from('198.51.100.7'))
    expect((await behind(undefined, {}, from('198.51.100.7'))).statusCode).toBe(429)
    expect((await behind(undefined, {}, from('198.51.100.8'))).statusCode).toBe(401)
    const alone = await limited()
    for (let at = 0; at < 3; at += 1) await alone(undefined, {}, from(`198.51.100.${at}`))
    expect((await alone(undefined, {}, from('198.51.100.9'))).statusCode).toBe(429)
  })
})

describe('client address for rate limits', () => {
  test.each([
    ['198.51.100.7', '198.51.100.7'],
    ['198.51.100.7:49152', '198.51.100.7'],
    ['::ffff:198.51.100.7', '198.51.100.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::'],
    ['[2001:db8:1:2::9]:443', '2001:db8:1:2::'],
    // Somebody hung up in the middle of a body.
    [undefined, ''],
  ])('the address %s counts as %s', (ip, address) => {
    expect(addressOf({ ip })).toBe(address)
  })
})
