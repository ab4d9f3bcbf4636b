import Fastify from 'fastify'
import fp from 'fastify-plugin'
import { expect, test } from 'vitest'
import type { Person } from './access-token.ts'
import { problems } from './problems.ts'
import { requestLimits } from './request-limits.ts'

/** An app that believes who its callers say they are. */
async function limited() {
  const app = Fastify()
  await app.register(problems)
  await app.register(
    fp(
      async (inner) => {
        inner.decorateRequest('signedIn', null)
        inner.addHook('onRequest', async (request) => {
          const [tenantId, oid] = String(request.headers.authorization ?? '').split(' ')
          if (tenantId && oid) request.signedIn = { tenantId, oid } as Person
        })
      },
      { name: 'auth' },
    ),
  )
  await app.register(requestLimits, { person: 3, tenant: 5 })
  const body = { type: 'object', required: ['a'] }
  app.post('/', { schema: { body } }, async () => 'ok')
  return (authorization?: string, payload: object = { a: 1 }) =>
    app.inject({
      method: 'POST',
      url: '/',
      payload,
      ...(authorization ? { headers: { authorization } } : {}),
    })
}

test('a person may ask so often a minute, others as often besides', async () => {
  const ask = await limited()
  for (let at = 0; at < 3; at += 1) expect((await ask('here anna')).statusCode).toBe(200)
  const refused = await ask('here anna')
  expect(refused.json()).toMatchObject({ status: 429, type: 'urn:groei:problem:too-many-requests' })
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect((await ask('here bram')).statusCode).toBe(200)
})

test('all of a tenant together may ask so often a minute, another tenant as often besides', async () => {
  const ask = await limited()
  for (const who of ['anna', 'bram', 'carla', 'dirk', 'els'])
    expect((await ask(`here ${who}`)).statusCode).toBe(200)
  const refused = await ask('here fien')
  expect(refused.json()).toMatchObject({ status: 429, type: 'urn:groei:problem:too-many-requests' })
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect((await ask('there fien')).statusCode).toBe(200)
})

test('what is malformed counts too, and so does who brings no token', async () => {
  const ask = await limited()
  for (let at = 0; at < 3; at += 1) expect((await ask('here anna', {})).statusCode).toBe(400)
  expect((await ask('here anna', {})).statusCode).toBe(429)
  for (let at = 0; at < 3; at += 1) expect((await ask()).statusCode).toBe(200)
  expect((await ask()).statusCode).toBe(429)
})
