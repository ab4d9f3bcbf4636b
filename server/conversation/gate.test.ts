import Fastify from 'fastify'
import fp from 'fastify-plugin'
import { describe, expect, test } from 'vitest'
import { gates, inConversation } from './gate.ts'

/** A server with the gates and one route. */
async function serverWith(url: string, options: object) {
  const app = Fastify()
  await app.register(fp(async () => undefined, { name: 'auth' }))
  await app.register(gates)
  await app.register(async (routes) => {
    routes.get(url, options, async (request) => request.pair._id)
  })
  return app
}

describe('gates', () => {
  test.each(['/api/conversations/:conversationId/x', '/api/pairs/:pairId', '/api/reviews/:reviewId/x'])(
    'a route %s without a gate keeps the server from starting',
    async (url) => {
      await expect(serverWith(url, {})).rejects.toThrow('declares no gate')
      await expect(serverWith(url, { preHandler: async () => undefined })).rejects.toThrow('declares no gate')
      await expect(serverWith(url, inConversation())).resolves.toBeDefined()
    },
  )

  test('a route that reads its pair without a gate fails, and tells nothing', async () => {
    const app = await serverWith('/api/something', {})
    const answer = await app.inject('/api/something')
    expect(answer.statusCode).toBe(500)
    expect(answer.body).toContain('no gate let anybody in')
  })
})
