import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import pLimit from 'p-limit'
import { afterEach, describe, expect, test } from 'vitest'
import type { Cloud } from '../config.ts'
import { graphClient } from './client.ts'
import type { GraphFailure } from './failure.ts'

let server: Server
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

/** A Graph that answers like this, and a client of it. */
async function clientOf(answer: RequestListener, deadline?: number) {
  let requests = 0
  server = createServer((request, response) => {
    requests += 1
    answer(request, response)
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const graph = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1.0`
  const { get } = graphClient({ graph } as Cloud, async () => 'token', 1, pLimit(4), deadline)
  return { get, requests: () => requests }
}
const failed = (work: Promise<unknown>) =>
  work.then(
    () => expect.unreachable(),
    (error: GraphFailure) => error,
  )
const refusing =
  (retryAfter: string): RequestListener =>
  (_request, response) => {
    response.writeHead(429, { 'retry-after': retryAfter, 'content-type': 'application/json' })
    response.end(JSON.stringify({ error: { code: 'TooManyRequests', message: '' } }))
  }

describe('Graph client', () => {
  test('a call that is not answered is given up at its deadline', async () => {
    const { get } = await clientOf(() => undefined, 100)
    expect((await failed(get('/me'))).reason).toBe('unavailable')
  })

  test('a long Retry-After is passed on to the caller, and a short one is waited for', async () => {
    const long = await clientOf(refusing('25'))
    expect(await failed(long.get('/me'))).toMatchObject({ reason: 'throttled', retryAfter: 25 })
    expect(long.requests()).toBe(1)
    server.close()
    const short = await clientOf(refusing('1'))
    expect((await failed(short.get('/me'))).reason).toBe('throttled')
    expect(short.requests()).toBe(2)
  })

  test('the Prefer header of a call is sent together with the preference for immutable ids', async () => {
    const { get } = await clientOf((request, response) => {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ prefer: request.headers.prefer }))
    })
    const { prefer } = await get<{ prefer: string }>('/me', {}, { Prefer: 'odata.maxpagesize=200' })
    expect(prefer).toContain('odata.maxpagesize=200')
    expect(prefer).toContain('IdType="ImmutableId"')
  })
})
